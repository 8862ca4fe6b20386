//! Many at once, and whatever people do: nobody has the time of another.

use super::*;

#[test]
fn many_who_want_the_last_time_at_once_get_it_as_often_as_there_are_counters() {
    with_two_windows(|office| {
        let got = office.block_on(async {
            let mut all = tokio::task::JoinSet::new();
            for n in 0..24 {
                let office = office.office.clone();
                all.spawn(async move {
                    let session = Session::of(&n.to_string());
                    let line = if n % 2 == 0 { "papers" } else { "else" };
                    let act = || office.act(Principal::public(), Channel::Web, Purpose::Service);
                    let (held_by, at) = (session.clone(), wanted(line, tuesday(0)));
                    let hold =
                        office.write(act(), move |tx, act| bookings::hold(tx, act, &held_by, &at)).await?;
                    // Twice at once, as an impatient finger does.
                    let book = |session: Session| {
                        let person = named("Somebody", None);
                        office.write(act(), move |tx, act| {
                            bookings::book(tx, act, (&session, hold.id), &person, &secret_of(hold.id))
                        })
                    };
                    let (one, other) = tokio::join!(book(session.clone()), book(session.clone()));
                    one.or(other)
                });
            }
            let mut got = Vec::new();
            while let Some(one) = all.join_next().await {
                match one.unwrap() {
                    Ok(booking) => got.push(booking),
                    Err(Refusal::Conflict(_) | Refusal::Broke(records::Broke::Contended)) => {}
                    Err(refusal) => panic!("{refusal}"),
                }
            }
            got
        });
        assert_eq!(got.len(), 2, "{got:#?}");
        let counters: BTreeSet<_> =
            got.iter().map(|booking| booking.state.slot.counter.to_string()).collect();
        assert_eq!(counters.len(), 2);
    });
}

#[test]
fn those_who_move_to_one_time_at_once_do_not_share_it_and_keep_their_own_otherwise() {
    both_engines_of(QAMAR, |office| {
        let all: Vec<Booking> = (0..12)
            .map(|n| books(office, &wanted("papers", tuesday(n * 10)), &format!("P{n}"), None).unwrap())
            .collect();
        let moved = office.block_on(async {
            let mut tasks = tokio::task::JoinSet::new();
            for booking in &all {
                let (office, secret) = (office.office.clone(), secret_of(booking.id));
                tasks.spawn(async move {
                    let act = office.act(Principal::public(), Channel::Web, Purpose::Service);
                    office
                        .write(act, move |tx, act| {
                            bookings::move_to(tx, act, &secret, (&palm(), tuesday(200)))
                        })
                        .await
                });
            }
            let mut moved = 0;
            while let Some(one) = tasks.join_next().await {
                match one.unwrap() {
                    Ok(booking) => {
                        assert_eq!((booking.state.slot.starts_at, booking.state.sequence), (tuesday(200), 1));
                        moved += 1;
                    }
                    Err(Refusal::Conflict(_) | Refusal::Broke(records::Broke::Contended)) => {}
                    Err(refusal) => panic!("{refusal}"),
                }
            }
            moved
        });
        assert_eq!(moved, 1);
        let starts: BTreeSet<_> =
            all.iter().map(|booking| now(office, booking).state.slot.starts_at).collect();
        assert_eq!(starts.len(), 12, "the others stand where they stood");
    });
}

/// What somebody does.
#[derive(Debug, Clone)]
enum Does {
    Books { other: bool, at: i64 },
    Cancels(usize),
    Moves(usize, i64),
}

fn deeds() -> impl Strategy<Value = Vec<Does>> {
    // On the hour of either line: ten and fifteen minutes meet at each half hour and cross between.
    let at = (0i64..6).prop_map(|n| n * 10);
    let does = prop_oneof![
        4 => (any::<bool>(), at.clone()).prop_map(|(other, at)| Does::Books { other, at: if other { at / 10 * 15 % 60 } else { at } }),
        1 => (0usize..8).prop_map(Does::Cancels),
        2 => (0usize..8, at).prop_map(|(who, at)| Does::Moves(who, at)),
    ];
    proptest::collection::vec(does, 1..24)
}

/// The same by a model: who stands at which window from when to when.
#[derive(Default)]
struct Model(Vec<(Booking, usize, i64, i64)>);

impl Model {
    fn window(&self, from: i64, to: i64, but: Option<BookingId>) -> Option<usize> {
        let is_free = |window: &usize| {
            let meets = |(booking, at, start, end): &(Booking, usize, i64, i64)| {
                at == window && *start < to && from < *end && Some(booking.id) != but
            };
            !self.0.iter().any(meets)
        };
        (2..=3).find(is_free)
    }
}

fn agrees(office: &TestOffice, deeds: &[Does]) -> Result<(), TestCaseError> {
    let mut model = Model::default();
    for (n, does) in deeds.iter().enumerate() {
        match does {
            Does::Books { other, at } => {
                let (line, minutes) = if *other { ("else", 15) } else { ("papers", 10) };
                let window = model.window(*at, at + minutes, None);
                let made = books(office, &wanted(line, tuesday(*at)), &format!("P{n}"), None);
                prop_assert_eq!(made.is_ok(), window.is_some(), "{:?}", made);
                if let (Ok(booking), Some(window)) = (made, window) {
                    prop_assert_eq!(booking.state.slot.counter.to_string(), window.to_string());
                    model.0.push((booking, window, *at, at + minutes));
                }
            }
            Does::Cancels(who) if !model.0.is_empty() => {
                let (booking, ..) = model.0.remove(who % model.0.len());
                prop_assert_eq!(cancels(office, &booking).unwrap().state.status, BookingStatus::Cancelled);
            }
            Does::Moves(who, at) if !model.0.is_empty() => {
                let who = who % model.0.len();
                let (booking, _, from, to) = model.0[who].clone();
                let (at, minutes) = if to - from == 15 { (at / 10 * 15 % 60, 15) } else { (*at, 10) };
                let same = from == at;
                let window = model.window(at, at + minutes, Some(booking.id));
                let moved = moves(office, &booking, tuesday(at));
                prop_assert_eq!(moved.is_ok(), same || window.is_some(), "{:?}", moved);
                if let (Ok(booking), Some(window), false) = (moved, window, same) {
                    model.0[who] = (booking, window, at, at + minutes);
                }
            }
            Does::Cancels(_) | Does::Moves(..) => {}
        }
    }
    for (booking, window, from, to) in model.0 {
        let state = now(office, &booking).state;
        prop_assert_eq!((state.slot.starts_at, state.slot.ends_at), (tuesday(from), tuesday(to)));
        prop_assert_eq!(state.slot.counter.to_string(), window.to_string());
        cancels(office, &booking).unwrap();
    }
    Ok(())
}

#[test]
fn whatever_people_do_nobody_has_the_time_of_another() {
    with_two_windows(|office| {
        let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        runner.run(&deeds(), |deeds| agrees(office, &deeds)).unwrap();
    });
}
