//! How long is the wait? What is said holds as often as it should, and where nobody can say, nothing is said.

use jiff::SignedDuration;
use office::lobby::{self, Calibration, NewVisit, Range, Why};
use std::collections::BTreeMap;
use terms::{Chance, Entry, LineCode, Priority, PriorityReason, Visit, VisitId};
use testkit::hall::{calls, comes, hall, sits};
use testkit::{TestOffice, both_engines, on_sqlite};

fn said(office: &TestOffice) -> BTreeMap<LineCode, Option<Range>> {
    office.read(&terms::Principal::public(), |tx, act| lobby::waits(tx, act, &hall())).unwrap()
}

fn said_of(office: &TestOffice, line: &str) -> Option<Range> {
    said(office)[&LineCode::new(line)]
}

/// Somebody joins who was told how long it takes.
fn told(office: &TestOffice, line: &str, said: Option<Range>) -> Visit {
    let new = NewVisit { said, ..NewVisit::new(LineCode::new(line), Entry::Home, "en") };
    office.stranger().tries(move |tx, act| lobby::join(tx, act, &hall(), &new)).unwrap().visit
}

fn stands(office: &TestOffice, visit: &Visit) -> lobby::Place {
    let visit = visit.clone();
    office.read(&terms::Principal::public(), move |tx, act| lobby::place(tx, act, &visit)).unwrap()
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

#[test]
fn nobody_can_say_until_a_counter_is_open_for_it_nor_when_the_office_is_closed() {
    both_engines(|office| {
        assert!(said(office).values().all(Option::is_none), "no counter is open");
        sits(office, "dora", "2");
        let now = said(office);
        assert!(now[&LineCode::new("permits")].is_some_and(|range| range.half.is_zero()), "{now:?}");
        assert_eq!(now[&LineCode::new("certificates")], None, "counter 2 does not serve them");
        let waits = comes(office, "certificates").0;
        assert_eq!(stands(office, &waits), lobby::Place { ahead: 0, range: None });
        office.hours(9);
        assert!(said(office).values().all(Option::is_none), "it is closed");
    });
}

#[test]
fn a_place_counts_those_whom_the_same_counters_call_first_and_follows_the_one_rule() {
    both_engines(|office| {
        sits(office, "dora", "2");
        let permits: Vec<Visit> = (0..4).map(|_| comes(office, "permits").0).collect();
        comes(office, "certificates");
        let last = comes(office, "payments").0;
        assert_eq!(stands(office, &permits[0]).ahead, 0);
        assert_eq!(stands(office, &permits[3]).ahead, 3);
        assert_eq!(stands(office, &last).ahead, 4, "whoever waits for another counter is not ahead");
        let id = permits[3].id;
        let why = (Priority::Raised, Some(PriorityReason::Infant));
        office.officer("dora").tries(move |tx, act| lobby::raise(tx, act, (&hall(), id), why)).unwrap();
        assert_eq!(stands(office, &permits[3]).ahead, 0);
        assert_eq!(stands(office, &permits[0]).ahead, 1);
        let before = stands(office, &last).range.unwrap();
        let called = calls(office, "dora", None).unwrap();
        assert_eq!((called.id, stands(office, &called).ahead), (id, 0));
        sits(office, "lee", "1");
        let after = stands(office, &last).range.unwrap();
        assert!(after.half <= before.half && after.most <= before.most, "{before:?} {after:?}");
    });
}

#[test]
fn whoever_is_passed_is_told_why() {
    both_engines(|office| {
        let first = comes(office, "certificates").0;
        let permit = comes(office, "permits").0;
        let payment = comes(office, "payments").0;
        let infant = comes(office, "permits").0;
        let id = infant.id;
        let raised = (Priority::Raised, Some(PriorityReason::Infant));
        office.officer("lee").tries(move |tx, act| lobby::raise(tx, act, (&hall(), id), raised)).unwrap();
        sits(office, "dora", "2");
        office.clock.advance(minutes(6));
        let mut closes = None;
        for _ in 0..2 {
            closes = calls(office, "dora", closes).map(|visit| visit.id);
            office.clock.advance(minutes(1));
        }
        let why = |visit: &Visit| -> Vec<(String, Why)> {
            let visit = visit.clone();
            let passed =
                office.read(&terms::Principal::public(), move |tx, act| lobby::passed(tx, act, &visit));
            passed.unwrap().into_iter().map(|passing| (passing.ticket, passing.why)).collect()
        };
        assert_eq!(
            why(&first),
            [(payment.ticket.to_string(), Why::OtherThing), (infant.ticket.to_string(), Why::OtherThing)]
        );
        let passed = why(&permit);
        assert!(
            matches!(passed[0].1, Why::NearerPromise { theirs: (_, most), .. } if most == minutes(10)),
            "{passed:?}"
        );
        assert_eq!(passed[1].1, Why::Priority(PriorityReason::Infant));
        let id = first.id;
        office
            .officer("dora")
            .tries(move |tx, act| lobby::finish(tx, act, closes.unwrap(), None).map(|_| id))
            .unwrap();
        let late = comes(office, "permits").0;
        let id = late.id;
        office.officer("dora").tries(move |tx, act| lobby::call_one(tx, act, id)).unwrap();
        assert_eq!(why(&permit)[0], (late.ticket.to_string(), Why::Chosen));
        assert_eq!(why(&late), [], "whoever is called is passed by nobody");
    });
}

#[test]
fn ten_thousand_in_line_get_no_number_that_nobody_can_know() {
    on_sqlite(|office| {
        sits(office, "lee", "1");
        let crowd: Vec<Visit> = office
            .stranger()
            .tries(|tx, act| {
                let new = NewVisit::new(LineCode::new("permits"), Entry::Kiosk, "en");
                (0..1_500).map(|_| Ok(lobby::join(tx, act, &hall(), &new)?.visit)).collect()
            })
            .unwrap();
        assert_eq!(said_of(office, "permits"), None);
        assert_eq!(stands(office, &crowd[1_499]).range, None);
        assert!(stands(office, &crowd[30]).range.is_some());
    });
}

/// An office whose visits take half as long again as its data say, and as unevenly as visits do.
struct Days<'t> {
    office: &'t TestOffice,
    chance: Chance,
    /// Until when each counter serves whom.
    busy: BTreeMap<&'static str, (i64, VisitId)>,
    /// What was said to each who still waits, and how long those waited in the end to whom something was said.
    said: BTreeMap<VisitId, (i64, Range)>,
    waited: Vec<(Range, i64)>,
}

const SEATS: [(&str, &str); 3] = [("lee", "1"), ("dora", "2"), ("sam", "3")];
/// Each line with how many come in an hour and how many minutes one takes.
const COMES: [(&str, f64, f64); 4] =
    [("permits", 5.5, 10.0), ("payments", 7.5, 5.5), ("certificates", 2.5, 15.0), ("else", 3.0, 7.0)];

impl Days<'_> {
    fn uniform(&self) -> f64 {
        (f64::from(u32::from_le_bytes(self.chance.bytes())) + 0.5) / (f64::from(u32::MAX) + 1.0)
    }

    fn span_s(&self, mean_s: f64) -> i64 {
        SignedDuration::from_secs_f64(-mean_s * self.uniform().ln()).as_secs()
    }

    /// The mean of three, which is less uneven than one.
    fn service_s(&self, line: &LineCode) -> i64 {
        let mean = COMES.iter().find(|(code, ..)| *code == line.as_str()).unwrap().2 * 60.0;
        (0..3).map(|_| self.span_s(mean / 3.0)).sum::<i64>().max(5)
    }

    fn now(&self) -> i64 {
        self.office.office.now().as_second()
    }

    fn until(&self, at: i64) {
        self.office.clock.advance(SignedDuration::from_secs((at - self.now()).max(0)));
    }

    fn next(&mut self, officer: &'static str) {
        let closes = self.busy.remove(officer).map(|(_, visit)| visit);
        if let Some(visit) = calls(self.office, officer, closes) {
            if let Some((joined, range)) = self.said.remove(&visit.id) {
                self.waited.push((range, self.now() - joined));
            }
            self.busy.insert(officer, (self.now() + self.service_s(&visit.state.line), visit.id));
        }
    }

    /// From nine until half past four people come; then the rest is served.
    fn day(&mut self) {
        SEATS.iter().for_each(|(officer, counter)| sits(self.office, officer, counter));
        let closes = self.now() + 27_000;
        let pace_s = 3_600.0 / COMES.iter().map(|(_, rate, _)| rate).sum::<f64>();
        let mut arrival = self.now() + self.span_s(pace_s);
        loop {
            let ends = self.busy.iter().map(|(officer, (until, _))| (*until, *officer)).min();
            match ends {
                Some((until, officer)) if until <= arrival || arrival > closes => {
                    self.until(until);
                    self.next(officer);
                }
                None if arrival > closes => break,
                _ => {
                    self.until(arrival);
                    self.arrive();
                    arrival = self.now() + self.span_s(pace_s);
                }
            }
        }
        for (officer, _) in SEATS {
            self.office.officer(officer).tries(lobby::close_counter).unwrap();
        }
    }

    fn arrive(&mut self) {
        let mut at = self.uniform() * COMES.iter().map(|(_, rate, _)| rate).sum::<f64>();
        let line = COMES.iter().find(|(_, rate, _)| {
            at -= rate;
            at <= 0.0
        });
        let line = line.unwrap_or(&COMES[0]).0;
        let range = said_of(self.office, line);
        let visit = told(self.office, line, range);
        if let Some(range) = range.filter(|range| !range.most.is_zero()) {
            self.said.insert(visit.id, (self.now(), range));
        }
        for (officer, _) in SEATS {
            if !self.busy.contains_key(officer) {
                self.next(officer);
            }
        }
    }
}

#[test]
fn over_days_what_is_said_holds_as_often_as_it_should() {
    on_sqlite(|office| {
        let mut days = Days {
            office,
            chance: Chance::from_seed([9; 32]),
            busy: BTreeMap::new(),
            said: BTreeMap::new(),
            waited: Vec::new(),
        };
        let morning = days.now();
        for day in 0..5 {
            days.until(morning + day * 86_400);
            office.settle();
            days.day();
        }
        // On the first two days the office learns that its visits take longer than its data say.
        let known = &days.waited[days.waited.len() * 2 / 5..];
        let within = |end: fn(&Range) -> SignedDuration| {
            let held = known.iter().filter(|(range, waited)| *waited <= end(range).as_secs()).count();
            held * 100 / known.len()
        };
        let (half, most) = (within(|range| range.half), within(|range| range.most));
        // Visits of one day share its luck, so that some hundred of them are worth no more than some dozen.
        assert!((38..=64).contains(&half), "{half} % of {} within what half should be", known.len());
        assert!((83..=97).contains(&most), "{most} % of {} within what nine of ten should be", known.len());
        let public = terms::Principal::public();
        let found = office.read(&public, |tx, act| lobby::calibration(tx, act, &hall())).unwrap();
        let Calibration { told, within_half, within_most } = found;
        assert_eq!(told, 300, "{found:?}");
        // Whoever found a counter free was told so, and that held too.
        assert!(within_half >= 120 && within_most >= 255, "{found:?}");
    });
}
