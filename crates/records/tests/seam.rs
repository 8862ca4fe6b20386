//! The seam between verbs and engines: what is kept, what is rolled back, and what happens when too much is asked.

use jiff::Timestamp;
use records::replays::{self, Replay};
use records::{Broke, Db, Tx};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;
use testkit::TestDatabase;

const DOOR: &str = "test";

fn keep(tx: &mut Tx<'_>, key: &str) -> Result<(), Broke> {
    let replay = Replay { fingerprint: "f".to_owned(), answer: "{}".to_owned() };
    replays::keep(tx, DOOR, key, &replay, Timestamp::UNIX_EPOCH)
}

fn is_kept(db: &Db, key: &str) -> bool {
    let key = key.to_owned();
    let found: Result<_, Broke> = db.read_now(move |tx| replays::find(tx, DOOR, &key));
    found.unwrap().is_some()
}

fn on_each(story: impl Fn(&Db)) {
    for database in TestDatabase::each() {
        let db = Db::open(&database.address).unwrap();
        story(&db);
        db.close();
        assert_eq!(db.write_now(|tx| keep(tx, "late")), Err(Broke::Closed));
    }
}

/// Verbs that run at the same time, each from a thread of its own.
fn together<T: Send>(count: u32, verb: impl Fn(u32) -> T + Sync) -> Vec<T> {
    let barrier = Barrier::new(usize::try_from(count).unwrap());
    let run = |place: u32| {
        barrier.wait();
        verb(place)
    };
    thread::scope(|scope| {
        let run = &run;
        let threads: Vec<_> = (0..count).map(|place| scope.spawn(move || run(place))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn whoever_shares_a_commit_with_one_that_fails_is_kept_all_the_same() {
    on_each(|db| {
        let done = together(60, |place| {
            db.write_now(move |tx| {
                keep(tx, &place.to_string())?;
                match place % 4 {
                    1 => Err(Broke::Engine("refused after it wrote".to_owned())),
                    2 => panic!("a verb with a fault, on purpose"),
                    3 => keep(tx, &place.to_string()),
                    _ => Ok(()),
                }
            })
        });
        for (place, done) in (0..).zip(done) {
            let expected = match place % 4 {
                1 => Err(Broke::Engine("refused after it wrote".to_owned())),
                2 => Err(Broke::Panic),
                3 => Err(Broke::Contended),
                _ => Ok(()),
            };
            assert_eq!(done, expected, "{place}");
            assert_eq!(is_kept(db, &place.to_string()), expected.is_ok(), "{place}");
        }
    });
}

#[test]
fn a_key_that_many_bring_at_once_is_kept_once() {
    on_each(|db| {
        for round in 0..10 {
            let done = together(16, |_| db.write_now(move |tx| keep(tx, &format!("round {round}"))));
            assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
            assert!(done.into_iter().filter_map(Result::err).all(|broke| broke == Broke::Contended));
        }
    });
}

#[test]
fn a_read_changes_nothing() {
    on_each(|db| {
        let written: Result<(), Broke> = db.read_now(|tx| keep(tx, "by a reader"));
        assert!(matches!(written, Err(Broke::Engine(_))), "{written:?}");
        assert!(!is_kept(db, "by a reader"));
    });
}

#[test]
fn when_too_much_waits_those_who_come_are_told_and_the_rest_is_kept() {
    on_each(|db| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let kept = Arc::new(AtomicU32::new(0));
        let (mut busy, mut done) = (0, 0);
        runtime.block_on(async {
            let mut asked = tokio::task::JoinSet::new();
            // The engine's threads, twelve at most, are kept from work until all have asked.
            for _ in 0..12 {
                let db = db.clone();
                asked.spawn(async move {
                    let slow: Result<(), Broke> = db
                        .write(|_| {
                            thread::sleep(Duration::from_millis(700));
                            Ok(())
                        })
                        .await;
                    slow
                });
            }
            for place in 0..6_000 {
                let (db, kept) = (db.clone(), Arc::clone(&kept));
                asked.spawn(async move {
                    let verb = move |tx: &mut Tx<'_>| keep(tx, &place.to_string());
                    let done = db.write(verb).await;
                    kept.fetch_add(u32::from(done.is_ok()), Ordering::SeqCst);
                    done
                });
            }
            while let Some(one) = asked.join_next().await {
                match one.unwrap() {
                    Ok(()) => done += 1,
                    Err(Broke::Busy) => busy += 1,
                    Err(other) => panic!("{other}"),
                }
            }
        });
        assert!(busy > 1_000 && done > 4_000, "{busy} busy, {done} done");
        let there = (0..6_000).filter(|place| is_kept(db, &place.to_string())).count();
        assert_eq!(u32::try_from(there).unwrap(), kept.load(Ordering::SeqCst));
        assert!(db.write_now(|tx| keep(tx, "afterwards")).is_ok());
    });
}
