//! The page of a lobby: the figures, the lines, the counters, the day, and what can be set for everybody.

use super::figures::{Figure, figures};
use super::printers::{PrinterView, printer_view};
use crate::App;
use crate::desk::frame::{Frame, Status};
use crate::desk::officer::Desk;
use crate::desk::who::name_of;
use crate::pages::{Link, render};
use crate::portal::say::Text;
use crate::problem::Problem;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use office::city::{City, Office};
use office::lobby::{self, CounterNow, HourNow, LONGEST_ANNOUNCEMENT, LineNow, Wall};
use office::{Act, Refusal};
use records::Tx;
use records::kiosks::Printer;
use terms::{Announcement, OfficeCode};
use wording::{Argument, Language};

/// After how many seconds the page looks again by itself, where it was asked to.
const AGAIN_S: u32 = 15;

#[derive(Template)]
#[template(path = "desk/lobby.html")]
struct LobbyPage {
    frame: Frame,
    title: String,
    wrong: Option<String>,
    offices: Vec<Link>,
    /// Whether it looks again by itself, and the way to change that.
    again: Option<u32>,
    other: String,
    lobby: Option<View>,
}

/// A lobby as it is shown.
struct View {
    office: String,
    place: Text,
    as_of: String,
    emergency: Option<String>,
    told: Option<String>,
    figures: Vec<Figure>,
    what_if: Option<String>,
    lines: Vec<LineView>,
    counters: Vec<CounterView>,
    hours: Vec<HourView>,
    /// How many of those who are called back were called in the time that they were told.
    windows: Option<String>,
    printers: Vec<PrinterView>,
    announcements: Vec<(&'static str, String)>,
    longest: u32,
}

struct LineView {
    code: String,
    name: Text,
    waiting: String,
    longest: String,
    look: &'static str,
    over: String,
    closed: bool,
}

struct CounterView {
    code: String,
    name: Text,
    officer: String,
    status: Status,
    with: Option<String>,
    since: String,
}

struct HourView {
    time: String,
    expected: String,
    came: String,
    needed: String,
    counters: String,
}

/// The lobby of an office, or of the first that they lead; where something was refused, with why.
pub(super) async fn show(app: &App, desk: &Desk, asked: &str, refused: Option<&Refusal>) -> Response {
    let act = desk.act(app);
    let led = lobby::led_offices(&act);
    let chosen = led.iter().find(|office| office.code.as_str() == asked).or(led.first());
    let Some(office) = chosen.map(|office| office.code.clone()) else {
        return desk.refuse(app, &Refusal::Forbidden(desk.language.say("lobby-none")).into());
    };
    let offices = led.iter().map(|one| link(app, desk, one, &office)).collect();
    let code = office.clone();
    let read = move |tx: &mut Tx<'_>, act: &Act| {
        Ok((lobby::wall(tx, act, &code)?, lobby::kiosk::printers(tx, act, &code)?))
    };
    let (wall, printers) = match app.office.read(act, read).await {
        Ok(found) => found,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let (city, language) = (&app.office.city, desk.language);
    let live = desk.visitor.query().any(|part| part == "live=yes");
    let lobby = city.offices.get(&office).map(|office| view(app, language, office, (&wall, &printers)));
    let title = lobby.as_ref().map_or_else(String::new, |lobby| {
        language.say_with("lobby-of", &[("office", Argument::Words(&lobby.place.text))])
    });
    let titled = refused.map(|_| Frame::titled(language, &language.say("desk-not-done"), &title));
    let titled = titled.unwrap_or_else(|| title.clone());
    let page = LobbyPage {
        frame: Frame::new(app, desk, &titled),
        title,
        wrong: refused.map(|refusal| wrong(language, refusal)),
        offices,
        again: live.then_some(AGAIN_S),
        other: address(desk, &office, !live),
        lobby,
    };
    let mut response = Desk::private(render(&page));
    if let Some(refusal) = refused {
        *response.status_mut() = Problem::from(refusal.clone()).status();
    }
    response
}

fn address(desk: &Desk, office: &OfficeCode, live: bool) -> String {
    let live = if live { "&live=yes" } else { "" };
    format!(
        "/desk/lobby?office={}{live}&lang={}",
        crate::pages::escaped(office.as_str()),
        desk.language.tag()
    )
}

fn link(app: &App, desk: &Desk, office: &Office, chosen: &OfficeCode) -> Link {
    let here = office.code == *chosen;
    let text = Text::of(&app.office.city, &office.name, desk.language).text;
    Link { text, href: address(desk, &office.code, false), here, current: here }
}

fn wrong(language: Language, refusal: &Refusal) -> String {
    let why = match refusal {
        Refusal::Invalid(mistakes) => match mistakes.first() {
            Some(mistake) if mistake.field == "sure" => return language.say("lobby-not-sure"),
            Some(mistake) => mistake.problem.clone(),
            None => String::new(),
        },
        other => other.to_string(),
    };
    language.say_with("desk-case-refused", &[("why", Argument::Words(&why))])
}

fn view(app: &App, language: Language, office: &Office, (wall, printers): (&Wall, &[Printer])) -> View {
    let (city, now) = (&app.office.city, app.office.now());
    let time = |at: Timestamp| language.time(office.calendar.local(at).time());
    let told = wall.lobby.announcement.map(|(announcement, until)| {
        let said = language.say(&format!("lobby-tell-{announcement}"));
        let words = [("said", Argument::Words(&said)), ("time", Argument::Words(&time(until)))];
        language.say_with("lobby-told", &words)
    });
    let since =
        |at: Timestamp| language.say_with("lobby-emergency-since", &[("time", Argument::Words(&time(at)))]);
    View {
        office: office.code.to_string(),
        place: Text::of(city, &office.name, language),
        as_of: language.say_with("lobby-as-of", &[("time", Argument::Words(&time(now)))]),
        emergency: wall.lobby.emergency_at.map(since),
        told,
        figures: figures(language, office, wall),
        what_if: what_if((city, language), office, wall),
        lines: wall.lines.iter().filter_map(|line| line_view((city, language), office, line)).collect(),
        counters: wall.counters.iter().filter_map(|one| counter_view(app, language, office, one)).collect(),
        hours: wall.hours.iter().map(|hour| hour_view(language, hour)).collect(),
        windows: windows(language, wall),
        printers: printers.iter().map(|one| printer_view((language, office), one)).collect(),
        announcements: Announcement::ALL
            .iter()
            .map(|one| (one.as_str(), language.say(&format!("lobby-tell-{one}"))))
            .collect(),
        longest: LONGEST_ANNOUNCEMENT,
    }
}

/// What one more counter would change, in a sentence.
fn what_if((city, language): (&City, Language), office: &Office, wall: &Wall) -> Option<String> {
    let (now, (code, then)) = (wall.breaches?, wall.one_more.as_ref()?);
    let counter = office.counters.iter().find(|counter| counter.code == *code)?;
    let name = Text::of(city, &counter.name, language).text;
    let name = Argument::Words(&name);
    if then.hour >= now.hour {
        return Some(language.say_with("lobby-what-if-same", &[("counter", name)]));
    }
    let numbers = [
        ("counter", name),
        ("half", Argument::Count(then.half_hour.into())),
        ("hour", Argument::Count(then.hour.into())),
    ];
    Some(language.say_with("lobby-what-if", &numbers))
}

fn line_view((city, language): (&City, Language), office: &Office, line: &LineNow) -> Option<LineView> {
    let own = office.lines.iter().find(|own| own.code == line.line)?;
    let look = match line.longest {
        _ if line.over > 0 => "over",
        Some(waits) if waits.saturating_mul(4) >= own.target.saturating_mul(3) => "soon",
        Some(_) => "fine",
        None => "none",
    };
    let count = |number: usize| language.count(u64::try_from(number).unwrap_or(u64::MAX));
    let minutes = |waits: jiff::SignedDuration| {
        language.say_with("desk-minutes", &[("count", Argument::Count(waits.as_mins()))])
    };
    Some(LineView {
        code: line.line.to_string(),
        name: Text::of(city, &own.name, language),
        waiting: count(line.waiting),
        longest: line.longest.map(minutes).unwrap_or_default(),
        look,
        over: count(line.over),
        closed: line.closed,
    })
}

fn counter_view(app: &App, language: Language, office: &Office, counter: &CounterNow) -> Option<CounterView> {
    let own = office.counters.iter().find(|own| own.code == counter.counter)?;
    let (city, now) = (&app.office.city, app.office.now());
    let since = counter.with.as_ref().map_or(counter.idle_since, |(_, since)| *since);
    let minutes = now.duration_since(since).as_mins().max(0);
    Some(CounterView {
        code: counter.counter.to_string(),
        name: Text::of(city, &own.name, language),
        officer: name_of(city, &counter.officer),
        status: Status::now(app, language, (counter.status, counter.back_at)),
        with: counter
            .with
            .as_ref()
            .map(|(ticket, _)| ticket.to_string())
            .or_else(|| counter.writes.then(|| language.say("counter-takes-written"))),
        since: language.say_with("desk-minutes", &[("count", Argument::Count(minutes))]),
    })
}

fn windows(language: Language, wall: &Wall) -> Option<String> {
    let counts =
        [("kept", Argument::Count(wall.today.windows_kept)), ("told", Argument::Count(wall.today.windows))];
    (wall.today.windows > 0).then(|| language.say_with("lobby-windows", &counts))
}

fn hour_view(language: Language, hour: &HourNow) -> HourView {
    let number = |number: i64| language.count(u64::try_from(number).unwrap_or(0));
    let time =
        |hour: i64| i8::try_from(hour).ok().and_then(|hour| jiff::civil::Time::new(hour, 0, 0, 0).ok());
    #[expect(clippy::cast_possible_truncation, reason = "an hour brings far fewer")]
    let rounded = |expected: f64| number(expected.round() as i64);
    HourView {
        time: time(hour.hour).map(|time| language.time(time)).unwrap_or_default(),
        expected: hour.expected.map_or_else(|| "–".to_owned(), rounded),
        came: number(hour.came),
        needed: hour.needed.map_or_else(|| "–".to_owned(), |needed| number(needed.into())),
        counters: number(hour.counters),
    }
}
