//! The runners: those who do jobs, count figures and watch promises while the house is open.

use office::jobs::{self, Class};
use office::{Office, desk, insight};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How long a runner sleeps when nobody wakes it.
const LIVE_PAUSE: Duration = Duration::from_millis(250);
const BULK_PAUSE: Duration = Duration::from_millis(500);
/// Cases counted in one go: few, so that nobody who writes waits long for the writer.
const COUNT_BATCH: u32 = 64;
/// The pause after each go while the house is busy.
const COUNT_PAUSE: Duration = Duration::from_millis(40);
/// Cases whose words are learnt in one go.
const LEARN_BATCH: u32 = 200;
const SWEEP_PAUSE: Duration = Duration::from_secs(5);
const TIDY_PAUSE: Duration = Duration::from_mins(10);

/// Starts the runners; they end when `stop` says so.
pub(crate) fn start(office: &Office, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut runners = JoinSet::new();
    for class in Class::ALL {
        runners.spawn(run_jobs(office.clone(), class, stop.clone()));
    }
    runners.spawn(count(office.clone(), stop.clone()));
    runners.spawn(sweep(office.clone(), stop.clone()));
    runners
}

async fn run_jobs(office: Office, class: Class, mut stop: watch::Receiver<bool>) {
    let pause = if class == Class::Bulk { BULK_PAUSE } else { LIVE_PAUSE };
    while !*stop.borrow() {
        let done = jobs::run_due(&office, class).await.unwrap_or_else(|error| {
            tracing::warn!(class = class.as_str(), %error, "jobs cannot be taken");
            0
        });
        if done == 0 {
            tokio::select! {
                () = office.wake.notified(), if class == Class::Live => {}
                () = tokio::time::sleep(pause) => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        }
    }
}

/// Figures are bulk work: a few cases at a time, with a pause in between.
async fn count(office: Office, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let counted =
            office.write(office.house_act(), |tx, act| insight::count_some(tx, act, COUNT_BATCH)).await;
        let pause = match counted {
            Ok(0) => BULK_PAUSE,
            Ok(_) => COUNT_PAUSE,
            Err(error) => {
                tracing::warn!(%error, "figures cannot be counted");
                BULK_PAUSE * 4
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }
}

/// Notes missed promises, gives back abandoned jobs, and now and then forgets what nobody needs.
async fn sweep(office: Office, mut stop: watch::Receiver<bool>) {
    let mut tidied = tokio::time::Instant::now();
    while !*stop.borrow() {
        if let Err(error) = jobs::release_abandoned(&office).await {
            tracing::warn!(%error, "abandoned jobs cannot be given back");
        }
        let missed = office.write(office.house_act(), jobs::keep_time).await;
        let learnt = office.write(office.house_act(), |tx, act| desk::learn_some(tx, act, LEARN_BATCH)).await;
        if let Err(error) = learnt {
            tracing::warn!(%error, "words cannot be learnt");
        }
        if tidied.elapsed() > TIDY_PAUSE {
            tidied = tokio::time::Instant::now();
            let _ = office.write(office.house_act(), jobs::tidy).await;
        }
        let pause = if matches!(missed, Ok(count) if count > 0) { COUNT_PAUSE } else { SWEEP_PAUSE };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
    }
}
