//! What calling whoever is next showed, for the document.

use super::{CALLS, COUNTERS, Called, FEWEST_A_SECOND, MOST_MS, MOST_STEEPLY, PACE, WAITING};
use crate::bench::document::{count, milliseconds, table};

/// The tables for the document.
pub(in crate::bench) fn tables(all: &[Called]) -> String {
    let row = |called: &Called| {
        let Called { engine, counters, waiting, paced, load } = called;
        vec![
            (*engine).to_owned(),
            counters.to_string(),
            if *paced { "paced" } else { "at once" }.to_owned(),
            count(*waiting),
            format!("{:.0}", load.rate()),
            milliseconds(load.at(500)),
            milliseconds(load.at(950)),
            milliseconds(load.at(990)),
            load.failed.to_string(),
        ]
    };
    let head =
        ["engine", "counters", "they call", "waiting", "calls a second", "p50", "p95", "p99", "made again"];
    let mut engines: Vec<&str> = all.iter().map(|called| called.engine).collect();
    engines.dedup();
    let aims = engines.into_iter().flat_map(|engine| aims(engine, all));
    format!(
        "Each counter of one office presses Next as soon as whoever it called is there, which ends that visit and calls \
         another: one transaction, acknowledged when it is on disk, asked for in this program without HTTP. Four lines \
         wait. {CALLS} calls are measured; others join when half of those who waited are gone. A call that another \
         counter was quicker than is made again, and its time counts. *At once*: each calls as soon as the one before was \
         answered, so that the latency is what is left of the rate. *Paced*: each calls every {} ms, two thousand a second \
         in all, and the latency counts from when the call was due.\n\n{}\n\n{}",
        PACE.as_millis(),
        table(&["engine", "what", "measured", "aim", "reached"], aims),
        table(&head, all.iter().map(row)),
    )
}

fn aims(engine: &'static str, all: &[Called]) -> Vec<Vec<String>> {
    let with = |waiting: usize, paced: bool| {
        let own = |called: &&Called| {
            called.engine == engine && called.counters == COUNTERS[1] && called.paced == paced
        };
        all.iter().filter(own).find(|called| called.waiting == waiting).map(|called| &called.load)
    };
    let [few, some, many] = [WAITING[0], 10_000, 100_000].map(|waiting| with(waiting, false));
    let (Some(few), Some(some), Some(many), Some(paced)) = (few, some, many, with(10_000, true)) else {
        return Vec::new();
    };
    let steeply = some.rate().max(few.rate()) / many.rate();
    let row = |what: &str, measured: String, (aim, reached): (String, bool)| {
        let reached = if reached { "yes" } else { "**no**" };
        vec![engine.to_owned(), what.to_owned(), measured, aim, reached.to_owned()]
    };
    let (p99, rate) = (paced.at(990), some.rate());
    vec![
        row(
            "a call with 200 counters that make 2,000 a second, and 10,000 waiting, p99",
            milliseconds(p99),
            (format!("≤ {MOST_MS} ms"), p99 <= MOST_MS),
        ),
        row(
            "calls a second, the same",
            format!("{rate:.0}"),
            (format!("≥ {FEWEST_A_SECOND:.0}"), rate >= FEWEST_A_SECOND),
        ),
        row(
            "cost of a call with 100,000 waiting, against the best with fewer",
            format!("{steeply:.2} ×"),
            (format!("≤ {MOST_STEEPLY} ×"), steeply <= MOST_STEEPLY),
        ),
    ]
}
