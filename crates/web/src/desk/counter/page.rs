//! The page of a counter: who is there, what can be done with them, and who waits.

use super::work::{self, Work};
use crate::App;
use crate::desk::frame::Frame;
use crate::desk::officer::Desk;
use crate::desk::who::{name_of, tongue};
use crate::pages::render;
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use office::Refusal;
use office::city::{City, Office};
use office::lobby::{self, Counter, Room};
use records::counters;
use terms::{PriorityReason, Reference, ShiftStatus, Visit, VisitId, VisitStatus};
use wording::{Argument, Language};

/// Those in the line whom the page lists; it counts them all.
const MOST_LISTED: usize = 30;

#[derive(Template)]
#[template(path = "desk/counter.html")]
struct CounterPage {
    frame: Frame,
    wrong: Option<String>,
    given: Option<String>,
    offices: Vec<Place>,
    seat: Option<SeatView>,
}

/// An office with its counters, to sit down at one.
struct Place {
    code: String,
    name: Text,
    counters: Vec<Chair>,
}

struct Chair {
    code: String,
    name: Text,
    lines: String,
    /// Who sits there.
    taken: Option<String>,
}

/// What an officer sees who sits at a counter.
struct SeatView {
    office: String,
    counter: Text,
    place: Text,
    now: Option<Person>,
    /// Where to call them, where they are called by phone.
    phone: Option<String>,
    work: Work,
    /// Whether the last press can be taken back.
    undo: bool,
    /// Whether their officer rests, and the longest break, in minutes.
    rests: bool,
    break_minutes: u32,
    lines: Vec<Queue>,
    pass_to: Vec<(&'static str, Vec<(String, Text)>)>,
    reasons: Vec<(&'static str, String)>,
    languages: Vec<(String, Text)>,
    outcomes: Vec<(String, Text)>,
    waiting: Vec<Person>,
    /// How many wait who are not listed.
    more: Option<String>,
    aside: Vec<Person>,
}

/// A line with how many wait in it.
struct Queue {
    code: String,
    name: Text,
    waiting: usize,
    longest: String,
    look: &'static str,
    state: String,
}

/// Somebody at the office.
struct Person {
    id: VisitId,
    ticket: String,
    line: Text,
    waits: String,
    look: &'static str,
    state: String,
    is_here: bool,
    speaks: Text,
    /// What they need at the counter, in words; empty where that is nothing.
    needs: Vec<String>,
    /// Whether they are called by phone, and when they are tried again.
    by_phone: bool,
    again: Option<String>,
    priority: Option<String>,
    case: Option<Reference>,
    /// Whether they are there, or how often they were called.
    stands: String,
}

/// What is read beside the room: the case of the visit that is there, where to call them, and written work.
struct SeatBeside {
    case: Option<Reference>,
    phone: Option<String>,
    work: Work,
}

pub(super) async fn show(app: &App, desk: &Desk, refused: Option<&Refusal>) -> Response {
    let read = |tx: &mut records::Tx<'_>, act: &office::Act| {
        let room = lobby::room(tx, act)?;
        let mut offices = Vec::new();
        if room.is_none() {
            for office in lobby::offices(act) {
                offices.push((office.code.clone(), lobby::seats(tx, act, &office.code)?));
            }
        }
        let case = room.as_ref().and_then(|room| room.seat.visit.as_ref()).and_then(|visit| visit.case);
        let case = match case {
            Some(case) => records::cases::by_id(tx, &act.scope(), case)?.map(|case| case.reference),
            None => None,
        };
        let with = room.as_ref().and_then(|room| room.seat.visit.as_ref());
        let phone = with.map(|visit| lobby::number(tx, act, visit)).transpose()?.flatten();
        let beside = work::beside(tx, act, room.as_ref())?;
        Ok((room, offices, (case, phone, beside)))
    };
    let (room, offices, (case, phone, beside)) = match app.office.read(desk.act(app), read).await {
        Ok(found) => found,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let (city, language, now) = (&app.office.city, desk.language, app.office.now());
    let known = |(code, seats): &(terms::OfficeCode, Vec<lobby::Seat>)| {
        let open: Vec<Counter> = seats.iter().map(|seat| seat.counter.clone()).collect();
        city.offices.get(code).map(|office| place(city, language, office, &open))
    };
    let view = |room: &Room| {
        let work = work::work(app, desk, room.seat.counter.takes, beside);
        seat((city, language), desk, room, (now, SeatBeside { case, phone, work }))
    };
    let seat = room.as_ref().and_then(view);
    let title = match &seat {
        Some(seat) => format!("{} {}", seat.counter.text, seat.place.text),
        None => language.say("counter-choose"),
    };
    let titled = refused.map(|_| Frame::titled(language, &language.say("desk-not-done"), &title));
    let titled = titled.unwrap_or_else(|| title.clone());
    let page = CounterPage {
        frame: Frame::new(app, desk, &titled),
        wrong: refused.map(|refusal| wrong(language, refusal)),
        given: given(desk),
        offices: offices.iter().filter_map(known).collect(),
        seat,
    };
    let mut response = Desk::private(render(&page));
    if let Some(refusal) = refused {
        *response.status_mut() = Problem::from(refusal.clone()).status();
    }
    response
}

/// The ticket that was given just now, as the address says.
fn given(desk: &Desk) -> Option<String> {
    let ticket = desk.visitor.query().find_map(|part| part.strip_prefix("given="))?;
    let fits = ticket.len() <= 8 && ticket.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| desk.language.say_with("counter-given", &[("ticket", Argument::Words(ticket))]))
}

fn wrong(language: Language, refusal: &Refusal) -> String {
    let why = match refusal {
        Refusal::Invalid(mistakes) => {
            mistakes.first().map_or_else(String::new, |mistake| mistake.problem.clone())
        }
        other => other.to_string(),
    };
    language.say_with("desk-case-refused", &[("why", Argument::Words(&why))])
}

fn place(city: &City, language: Language, office: &Office, open: &[counters::Counter]) -> Place {
    let name = |code: &terms::LineCode| {
        let line = office.lines.iter().find(|line| line.code == *code)?;
        Some(line.name.text(language.tag()).to_owned())
    };
    let chair = |counter: &office::city::Counter| Chair {
        code: counter.code.to_string(),
        name: Text::of(city, &counter.name, language),
        lines: counter.lines.iter().filter_map(name).collect::<Vec<_>>().join(" · "),
        taken: open.iter().find(|seat| seat.counter == counter.code).map(|seat| {
            let name = name_of(city, &seat.officer);
            language.say_with("counter-taken", &[("name", Argument::Words(&name))])
        }),
    };
    Place {
        code: office.code.to_string(),
        name: Text::of(city, &office.name, language),
        counters: office.counters.iter().map(chair).collect(),
    }
}

fn seat(
    (city, language): (&City, Language),
    desk: &Desk,
    room: &Room,
    (now, SeatBeside { case, phone, work }): (Timestamp, SeatBeside),
) -> Option<SeatView> {
    let counter = &room.seat.counter;
    let office = city.offices.get(&counter.office)?;
    let own = office.counters.iter().find(|known| known.code == counter.counter)?;
    let person = |visit: &Visit| person((city, language), office, visit, now);
    let with = |status: VisitStatus| room.present.iter().filter(move |visit| visit.state.status == status);
    let mut current = room.seat.visit.as_ref().map(person);
    if let Some(current) = &mut current {
        current.case = case;
    }
    let waiting: Vec<&Visit> = with(VisitStatus::Waiting).collect();
    let is_mine = |visit: &&Visit| visit.state.officer.as_ref() == Some(&desk.officer);
    Some(SeatView {
        office: office.code.to_string(),
        counter: Text::of(city, &own.name, language),
        place: Text::of(city, &office.name, language),
        now: current,
        phone,
        work,
        rests: desk.shift.as_ref().is_some_and(|shift| shift.status == ShiftStatus::Break),
        break_minutes: office.break_minutes,
        undo: counter.undo_until.is_some_and(|until| until >= now),
        lines: office.lines.iter().map(|line| queue((city, language), line, &waiting, now)).collect(),
        pass_to: pass_to((city, language), office, room),
        reasons: reasons(language),
        languages: city.languages.iter().map(|tag| (tag.clone(), tongue(tag, language))).collect(),
        outcomes: city
            .outcomes
            .values()
            .map(|outcome| (outcome.code.to_string(), Text::of(city, &outcome.name, language)))
            .collect(),
        more: more(language, waiting.len()),
        waiting: waiting.iter().take(MOST_LISTED).map(|visit| person(visit)).collect(),
        aside: with(VisitStatus::Parked).filter(is_mine).map(person).collect(),
    })
}

fn more(language: Language, waiting: usize) -> Option<String> {
    let more = i64::try_from(waiting.saturating_sub(MOST_LISTED)).ok().filter(|more| *more > 0)?;
    Some(language.say_with("counter-more", &[("count", Argument::Count(more))]))
}

fn stands(language: Language, visit: &Visit) -> String {
    let is_here = visit.state.status == VisitStatus::Serving;
    if let Some(call) = visit.state.call_back {
        let tried = [("count", Argument::Count(call.unanswered.into()))];
        return match (is_here, call.unanswered) {
            (true, _) => language.say("counter-on-phone"),
            (false, 0) => language.say("counter-call-now"),
            (false, _) => {
                format!(
                    "{} · {}",
                    language.say("counter-call-now"),
                    language.say_with("counter-tried", &tried)
                )
            }
        };
    }
    if is_here {
        return language.say("counter-here");
    }
    language.say_with("counter-called", &[("count", Argument::Count(visit.state.calls.into()))])
}

fn reasons(language: Language) -> Vec<(&'static str, String)> {
    let said = |reason: &PriorityReason| (reason.as_str(), language.say(&format!("counter-why-{reason}")));
    PriorityReason::ALL.iter().map(said).collect()
}

/// To whom somebody can be passed on, in groups.
fn pass_to(
    (city, language): (&City, Language),
    office: &Office,
    room: &Room,
) -> Vec<(&'static str, Vec<(String, Text)>)> {
    let own = &room.seat.counter;
    let lines = office.lines.iter();
    let lines = lines.map(|line| (format!("line:{}", line.code), Text::of(city, &line.name, language)));
    let counters = office.counters.iter().filter(|counter| counter.code != own.counter);
    let counters = counters
        .map(|counter| (format!("counter:{}", counter.code), Text::of(city, &counter.name, language)));
    let officers = room.open.iter().filter(|seat| seat.officer != own.officer);
    let officers =
        officers.map(|seat| (format!("officer:{}", seat.officer), Text::plain(name_of(city, &seat.officer))));
    vec![
        ("counter-to-line", lines.collect()),
        ("counter-to-counter", counters.collect()),
        ("counter-to-officer", officers.collect()),
    ]
}

fn queue(
    (city, language): (&City, Language),
    line: &office::city::Line,
    waiting: &[&Visit],
    now: Timestamp,
) -> Queue {
    let own: Vec<&&Visit> = waiting.iter().filter(|visit| visit.state.line == line.code).collect();
    let longest = own.iter().map(|visit| waited(visit, now)).max();
    let (look, state) = longest.map_or(("none", String::new()), |waits| look(language, line, waits));
    Queue {
        code: line.code.to_string(),
        name: Text::of(city, &line.name, language),
        waiting: own.len(),
        longest: longest.map(|waits| minutes(language, waits)).unwrap_or_default(),
        look,
        state,
    }
}

fn person((city, language): (&City, Language), office: &Office, visit: &Visit, now: Timestamp) -> Person {
    let state = &visit.state;
    let line = office.lines.iter().find(|line| line.code == state.line);
    let waits = waited(visit, now);
    let (look, said) = line.map_or(("none", String::new()), |line| look(language, line, waits));
    Person {
        id: visit.id,
        ticket: visit.ticket.to_string(),
        line: line.map(|line| Text::of(city, &line.name, language)).unwrap_or_default(),
        waits: minutes(language, waits),
        look,
        state: said,
        is_here: state.status == VisitStatus::Serving,
        speaks: tongue(&visit.language, language),
        needs: needs(language, visit),
        by_phone: state.call_back.is_some(),
        again: state.call_back.and_then(|call| call.again_at).map(|at| again(language, office, at)),
        priority: state.reason.map(|reason| language.say(&format!("counter-why-{reason}"))),
        case: None,
        stands: stands(language, visit),
    }
}

fn again(language: Language, office: &Office, at: Timestamp) -> String {
    let time = language.time(office.calendar.local(at).time());
    language.say_with("counter-tried-again", &[("time", Argument::Words(&time))])
}

fn needs(language: Language, visit: &Visit) -> Vec<String> {
    let words = visit.needs.words.iter().map(|need| language.say(&format!("need-{need}")));
    let interpreter = visit.needs.interpreter.iter().map(|tag| {
        let name = tongue(tag, language).text;
        language.say_with("counter-interpreter", &[("language", Argument::Words(&name))])
    });
    words.chain(interpreter).collect()
}

/// How long somebody has waited, or had until they were called.
fn waited(visit: &Visit, now: Timestamp) -> i64 {
    let until = visit.state.called_at.unwrap_or(now);
    until.duration_since(visit.joined_at).as_mins().max(0)
}

/// Whether a wait is within what was promised: as a look, and in words.
fn look(language: Language, line: &office::city::Line, minutes: i64) -> (&'static str, String) {
    let target = line.target.as_mins();
    if minutes > target {
        return ("over", language.say("counter-late"));
    }
    if minutes * 4 >= target * 3 {
        return ("soon", language.say("counter-soon"));
    }
    ("fine", String::new())
}

fn minutes(language: Language, minutes: i64) -> String {
    language.say_with("desk-minutes", &[("count", Argument::Count(minutes))])
}
