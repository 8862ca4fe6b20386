//! Kiosks that lose their network, and printers that are gone: nobody loses their place, and nobody has two.

use jiff::{SignedDuration, Timestamp};
use office::lobby::kiosk::{self, Late, Numbers, Paper, Printed};
use office::lobby::{self, Joined, NewVisit};
use office::outbox::Undelivered;
use office::{Refusal, Verb};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use terms::{Chance, CounterCode, Entry, LateAnswer, LineCode, Secret, Visit, VisitEnd};
use testkit::hall::hall;
use testkit::{BOSTON, TestDatabase, TestOffice, both_engines};

fn numbers(office: &TestOffice, kiosk: u32) -> Numbers {
    let give =
        move |tx: &mut records::Tx<'_>, act: &office::Act| kiosk::hand_numbers(tx, act, &hall(), kiosk);
    office.stranger().tries(give).unwrap().expect("the office opens today")
}

/// A ticket that a kiosk gave out so many minutes ago, by a clock that may be wrong.
fn ticket(office: &TestOffice, number: u32, minutes_ago: i64) -> Late {
    let now = office.office.now();
    Late {
        day: "2015-03-02".parse().unwrap(),
        number,
        line: LineCode::new("permits"),
        language: "ta".to_owned(),
        given_at: now - SignedDuration::from_mins(minutes_ago),
        now,
    }
}

fn tells(office: &TestOffice, kiosk: u32, late: &Late) -> Verb<LateAnswer> {
    let late = late.clone();
    office.stranger().tries(move |tx, act| kiosk::join_offline(tx, act, (&hall(), kiosk), &late))
}

fn present(office: &TestOffice) -> Vec<(String, Timestamp)> {
    let present = office.officer("lee").tries(|tx, act| lobby::present(tx, act, &hall())).unwrap();
    present.iter().map(|visit| (visit.ticket.to_string(), visit.state.place_at)).collect()
}

fn in_line(office: &TestOffice) -> Vec<String> {
    present(office).into_iter().map(|(ticket, _)| ticket).collect()
}

fn joins(office: &TestOffice, secret: Option<&Secret>) -> Joined {
    let new = NewVisit::new(LineCode::new("permits"), Entry::Kiosk, "ta");
    let secret = secret.cloned().unwrap_or_else(|| Secret::new(&Chance::from_seed([9; 32])));
    let join = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        let joined = lobby::join_again(tx, act, &hall(), (&new, secret.clone()))?;
        kiosk::print_ticket(tx, act, 1, &joined, Some("https://desk.example/visits/x"))?;
        Ok(joined)
    };
    office.stranger().tries(join).unwrap()
}

#[test]
fn whoever_was_given_a_ticket_without_a_network_has_their_place_in_time_once_and_only_once() {
    both_engines(|office| {
        assert_eq!((numbers(office, 1).first, numbers(office, 1).last), (501, 600));
        office.clock.advance(SignedDuration::from_mins(10));
        let (first, second) = (ticket(office, 501, 5), ticket(office, 502, 2));
        office.clock.advance(SignedDuration::from_mins(1));
        let ordinary = joins(office, None).visit;
        assert_eq!(ordinary.ticket.to_string(), "A01", "the house does not go on from a kiosk's numbers");
        // They were given out five and two minutes before the kiosk packed them up, a minute ago; it tells them now.
        for _ in 0..2 {
            assert_eq!(tells(office, 1, &second).unwrap(), LateAnswer::Joined);
            assert_eq!(tells(office, 1, &first).unwrap(), LateAnswer::Joined);
        }
        assert_eq!(in_line(office), ["A501", "A502", "A01"]);
        let visits = office.officer("lee").tries(|tx, act| lobby::present(tx, act, &hall())).unwrap();
        assert_eq!((visits[0].language.as_str(), visits[0].entry), ("ta", Entry::Kiosk));
        assert_eq!(joins(office, Some(&Secret::new(&Chance::from_seed([1; 32])))).visit.ticket.number, 2);
    });
}

#[test]
fn whoever_sends_twice_with_the_same_secret_has_one_ticket() {
    both_engines(|office| {
        let secret = Secret::new(&Chance::from_seed([4; 32]));
        let (one, again) = (joins(office, Some(&secret)), joins(office, Some(&secret)));
        assert_eq!(one.visit, again.visit);
        assert_eq!(in_line(office), ["A01"]);
    });
}

#[test]
fn yesterdays_tickets_join_nobody_today_and_that_is_noted() {
    both_engines(|office| {
        numbers(office, 1);
        let (known, lost) = (ticket(office, 501, 0), ticket(office, 502, 0));
        assert_eq!(tells(office, 1, &known).unwrap(), LateAnswer::Joined);
        office.hours(24);
        numbers(office, 1);
        office.settle();
        for _ in 0..3 {
            assert_eq!(tells(office, 1, &known).unwrap(), LateAnswer::Joined, "it is the same ticket still");
            assert_eq!(tells(office, 1, &lost).unwrap(), LateAnswer::AnotherDay);
        }
        assert_eq!(in_line(office), Vec::<String>::new());
        let noted = office.officer("lee").tries(|tx, act| kiosk::late(tx, act, &hall())).unwrap();
        let noted: Vec<_> =
            noted.iter().map(|late| (late.ticket.to_string(), late.kiosk, late.answer)).collect();
        assert_eq!(
            noted,
            [("A502".into(), 1, LateAnswer::AnotherDay), ("A501".into(), 1, LateAnswer::Joined)]
        );
        // Tomorrow's do not join either, and today's numbers are free.
        let tomorrow = Late { day: "2015-03-04".parse().unwrap(), ..ticket(office, 501, 0) };
        assert_eq!(tells(office, 1, &tomorrow).unwrap(), LateAnswer::AnotherDay);
        let today = Late { day: "2015-03-03".parse().unwrap(), ..ticket(office, 501, 0) };
        assert_eq!(tells(office, 1, &today).unwrap(), LateAnswer::Joined);
    });
}

#[test]
fn two_kiosks_that_were_alone_give_out_different_numbers_and_cannot_use_each_others() {
    both_engines(|office| {
        let (one, two) = (numbers(office, 1), numbers(office, 2));
        assert!(one.last < two.first);
        office.clock.advance(SignedDuration::from_mins(9));
        assert_eq!(tells(office, 1, &ticket(office, one.first, 3)).unwrap(), LateAnswer::Joined);
        assert_eq!(tells(office, 2, &ticket(office, two.first, 7)).unwrap(), LateAnswer::Joined);
        assert_eq!(in_line(office), ["A601", "A501"]);
        for (kiosk, number) in
            [(1, two.first), (2, one.first), (1, 17), (1, 0), (1, u32::MAX), (0, 501), (91, 9_501)]
        {
            let refused = tells(office, kiosk, &ticket(office, number, 0)).unwrap_err();
            assert!(matches!(refused, Refusal::Invalid(_)), "{kiosk} {number}: {refused}");
        }
        let strange = tells(office, 3, &ticket(office, 701, 0)).unwrap_err();
        assert!(matches!(strange, Refusal::Invalid(_)), "its numbers were never handed out: {strange}");
        assert_eq!(in_line(office).len(), 2);
    });
}

#[test]
fn a_kiosk_whose_clock_jumps_puts_nobody_before_its_numbers_or_after_now() {
    both_engines(|office| {
        let since = office.office.now();
        numbers(office, 1);
        office.clock.advance(SignedDuration::from_mins(30));
        let now = office.office.now();
        let years = SignedDuration::from_hours(24 * 365 * 30);
        // A clock that is wrong all the time does not matter.
        let wrong = ticket(office, 501, 10);
        let wrong = Late { given_at: wrong.given_at - years, now: wrong.now - years, ..wrong };
        assert_eq!(tells(office, 1, &wrong).unwrap(), LateAnswer::Joined);
        // It jumps forward between the ticket and the telling, and then back.
        let forward = Late { given_at: now - years, ..ticket(office, 502, 0) };
        assert_eq!(tells(office, 1, &forward).unwrap(), LateAnswer::Joined);
        let back = Late { given_at: now + years, ..ticket(office, 503, 0) };
        assert_eq!(tells(office, 1, &back).unwrap(), LateAnswer::Joined);
        let ten_ago = now - SignedDuration::from_mins(10);
        let places = present(office);
        assert_eq!(places[0], ("A501".to_owned(), ten_ago));
        assert_eq!(places[1], ("A502".to_owned(), ten_ago), "whoever has a higher number came later");
        assert_eq!(places[2], ("A503".to_owned(), now));
        let mut first = ticket(office, 501, 0);
        first.line = LineCode::new("payments");
        first.given_at = now - years;
        assert_eq!(tells(office, 1, &first).unwrap(), LateAnswer::Joined);
        assert_eq!(present(office)[0], ("B501".to_owned(), since), "not before the kiosk had its numbers");
    });
}

#[test]
fn a_ticket_that_was_given_out_while_the_office_was_closed_joins_nobody() {
    both_engines(|office| {
        numbers(office, 1);
        // The office closes at five, eight hours from now.
        office.hours(9);
        assert_eq!(tells(office, 1, &ticket(office, 501, 0)).unwrap(), LateAnswer::Closed);
        assert_eq!(tells(office, 1, &ticket(office, 502, 90)).unwrap(), LateAnswer::Joined);
        assert_eq!(in_line(office), ["A502"], "they came in time, and the day's end will say so");
        office.hours(12);
        office.settle();
        assert_eq!(in_line(office), Vec::<String>::new());
    });
}

#[test]
fn many_replays_at_the_same_instant_make_one_visit() {
    both_engines(|office| {
        numbers(office, 1);
        let late = ticket(office, 501, 0);
        let answers = office.block_on(async {
            let mut kiosks = tokio::task::JoinSet::new();
            for _ in 0..12 {
                let (office, late) = (office.office.clone(), late.clone());
                kiosks.spawn(async move {
                    let act = office.act(
                        terms::Principal::public(),
                        terms::Channel::Counter,
                        terms::Purpose::Service,
                    );
                    let tell = move |tx: &mut records::Tx<'_>, act: &office::Act| {
                        kiosk::join_offline(tx, act, (&hall(), 1), &late)
                    };
                    office.write(act, tell).await
                });
            }
            kiosks.join_all().await
        });
        for answer in answers {
            let busy = matches!(answer, Err(Refusal::Broke(records::Broke::Contended)));
            assert!(busy || matches!(answer, Ok(LateAnswer::Joined)), "{answer:?}");
        }
        assert_eq!(in_line(office), ["A501"]);
    });
}

/// What a printer was given, and what it says to the next tickets.
#[derive(Clone, Default)]
struct Tray(Arc<Mutex<(Vec<Paper>, VecDeque<Undelivered>)>>);

impl Tray {
    fn stands_in(&self, office: &mut TestOffice) {
        let tray = self.clone();
        office.office.printer = Some(Arc::new(move |paper| {
            let mut inside = tray.0.lock().unwrap();
            let refused = inside.1.pop_front();
            if refused.is_none() {
                inside.0.push(paper);
            }
            Box::pin(async move { refused.map_or(Ok(()), Err) })
        }));
    }

    fn refuses(&self, times: usize) {
        let gone = Undelivered::ForNow("nobody answers at 192.168.1.40:9100".to_owned());
        self.0.lock().unwrap().1.extend(std::iter::repeat_n(gone, times));
    }

    fn papers(&self) -> Vec<Paper> {
        self.0.lock().unwrap().0.clone()
    }
}

/// An office whose first kiosk has a printer, on each engine.
fn with_printer(story: impl Fn(&TestOffice, &Tray)) {
    let mut files = testkit::city_files(BOSTON);
    let offices = files.iter_mut().find(|file| file.path == "offices.toml").unwrap();
    let at = offices.text.find("\n[[office.line]]").unwrap();
    offices.text.insert_str(at, "\n[[office.kiosk]]\nnumber = 1\nprinter = \"192.168.1.40\"\n");
    for database in TestDatabase::each() {
        let mut office = TestOffice::of_files(&files, &database, 0);
        let tray = Tray::default();
        tray.stands_in(&mut office);
        story(&office, &tray);
        office.check();
    }
}

fn printed(office: &TestOffice, visit: &Visit) -> Printed {
    let id = visit.id;
    office.stranger().tries(move |tx, _| kiosk::printed(tx, id)).unwrap()
}

#[test]
fn a_ticket_is_printed_in_its_own_language_and_in_one_that_every_printer_has() {
    with_printer(|office, tray| {
        let joined = joins(office, None);
        assert_eq!(printed(office, &joined.visit), Printed::Soon);
        joins(office, Some(&joined.secret));
        office.settle();
        assert_eq!(printed(office, &joined.visit), Printed::Yes);
        let papers = tray.papers();
        assert_eq!(papers.len(), 1, "sent twice, printed once");
        assert_eq!(papers[0].printer.to_string(), "192.168.1.40:9100");
        let [own, plain] = &papers[0].slips[..] else { panic!("{papers:?}") };
        assert_eq!((own.ticket.as_str(), plain.ticket.as_str()), ("A01", "A01"));
        assert_eq!(
            (own.line.as_str(), plain.line.as_str()),
            ("உரிமங்கள் மற்றும் அனுமதிகள்", "Licences and permits")
        );
        assert!(plain.words[0].contains("09:00") || plain.words[0].contains("9:00"), "{:?}", plain.words);
        assert_eq!(plain.link.as_deref(), Some("https://desk.example/visits/x"));
    });
}

#[test]
fn a_printer_that_is_gone_is_tried_for_a_minute_and_then_no_more() {
    with_printer(|office, tray| {
        tray.refuses(100);
        let joined = joins(office, None);
        office.settle();
        assert_eq!(printed(office, &joined.visit), Printed::No, "the number has to be noted at once");
        assert_eq!(in_line(office), ["A01"], "the ticket stands");
        let states = office.officer("lee").tries(|tx, act| kiosk::printers(tx, act, &hall())).unwrap();
        assert_eq!(states[0].failing_since, Some(office.office.now()));
        assert_eq!(states[0].failure.as_deref(), Some("nobody answers at 192.168.1.40:9100"));
        for _ in 0..40 {
            office.clock.advance(SignedDuration::from_secs(2));
            office.settle();
        }
        let tried = 100 - tray.0.lock().unwrap().1.len();
        assert!((6..=20).contains(&tried), "tried {tried} times");
        assert_eq!(printed(office, &joined.visit), Printed::No);
        let kept = office.house().tries(|tx, _| Ok(records::jobs::count(tx)?)).unwrap();
        assert_eq!(kept, [], "nothing is printed ten minutes later");
        tray.0.lock().unwrap().1.clear();
        let next = joins(office, Some(&Secret::new(&Chance::from_seed([6; 32]))));
        office.settle();
        assert_eq!(printed(office, &next.visit), Printed::Yes);
        let states = office.officer("lee").tries(|tx, act| kiosk::printers(tx, act, &hall())).unwrap();
        assert_eq!((states[0].failing_since, &states[0].failure), (None, &None), "it prints again");
    });
}

#[test]
fn a_kiosk_without_a_printer_prints_nothing() {
    both_engines(|office| {
        let joined = joins(office, None);
        assert_eq!(printed(office, &joined.visit), Printed::NoPrinter);
        office.settle();
        assert_eq!(printed(office, &joined.visit), Printed::NoPrinter);
    });
}

#[test]
fn whoever_came_by_a_late_ticket_is_called_like_everybody() {
    both_engines(|office| {
        numbers(office, 1);
        office.clock.advance(SignedDuration::from_mins(5));
        assert_eq!(tells(office, 1, &ticket(office, 501, 4)).unwrap(), LateAnswer::Joined);
        let counter = CounterCode::new("1");
        let lee = office.officer("lee");
        lee.tries(move |tx, act| lobby::open_counter(tx, act, &hall(), &counter)).unwrap();
        let called = lee.tries(|tx, act| lobby::next(tx, act, None)).unwrap().unwrap();
        assert_eq!(called.ticket.to_string(), "A501");
        lee.tries(move |tx, act| lobby::next(tx, act, Some(called.id))).unwrap();
        // Told once more after all this, it is still over.
        let again = ticket(office, 501, 0);
        assert_eq!(tells(office, 1, &again).unwrap(), LateAnswer::Joined);
        assert_eq!(in_line(office), Vec::<String>::new());
        let id = called.id;
        let over = lee.tries(move |tx, act| lobby::visit(tx, act, &hall(), id)).unwrap();
        assert_eq!(over.state.end, Some(VisitEnd::Served));
    });
}
