//! The six figures of a lobby, each with its target and whether it is reached.

use office::city::Office;
use office::lobby::Wall;
use wording::{Argument, Language};

/// A figure, as a large number with what it is measured by.
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) number: String,
    pub(super) more: String,
    pub(super) target: String,
    pub(super) look: &'static str,
    pub(super) state: String,
}

/// Whether a figure is as it should be.
#[derive(Clone, Copy)]
enum Is {
    Unknown,
    Fine,
    Near,
    Missed,
}

impl Figure {
    fn new(language: Language, name: &str, is: Is) -> Self {
        let (look, state) = match is {
            Is::Unknown => ("none", "lobby-unknown"),
            Is::Fine => ("fine", "lobby-fine"),
            Is::Near => ("soon", "lobby-near"),
            Is::Missed => ("over", "lobby-missed"),
        };
        let name = language.say(&format!("lobby-{name}"));
        let (number, more, target) = ("–".to_owned(), String::new(), String::new());
        Self { name, number, more, target, look, state: language.say(state) }
    }
}

pub(super) fn figures(language: Language, office: &Office, wall: &Wall) -> Vec<Figure> {
    vec![
        waiting(language, wall),
        longest(language, wall),
        in_time(language, office, wall),
        gone(language, office, wall),
        ahead(language, wall),
        counters(language, wall),
    ]
}

fn count(language: Language, key: &str, number: usize) -> String {
    language.say_with(key, &[("count", Argument::Count(i64::try_from(number).unwrap_or(i64::MAX)))])
}

fn digits(language: Language, number: usize) -> String {
    language.count(u64::try_from(number).unwrap_or(u64::MAX))
}

fn waiting(language: Language, wall: &Wall) -> Figure {
    let all = wall.lines.iter().map(|line| line.waiting).sum();
    let over: usize = wall.lines.iter().map(|line| line.over).sum();
    let is = if over > 0 { Is::Missed } else { Is::Fine };
    Figure {
        number: digits(language, all),
        more: count(language, "lobby-over", over),
        target: language.say("lobby-over-target"),
        ..Figure::new(language, "waiting", is)
    }
}

fn longest(language: Language, wall: &Wall) -> Figure {
    let Some(longest) = &wall.longest else {
        return Figure {
            more: language.say("counter-line-none"),
            ..Figure::new(language, "longest", Is::Fine)
        };
    };
    let is = match longest.waited {
        waited if waited > longest.promised => Is::Missed,
        waited if waited.saturating_mul(4) >= longest.promised.saturating_mul(3) => Is::Near,
        _ => Is::Fine,
    };
    let promised = language.duration(longest.promised.as_secs_f64());
    let (minutes, ticket) = (longest.waited.as_mins(), longest.ticket.to_string());
    let ticket = Argument::Words(&ticket);
    Figure {
        number: language.count(minutes.unsigned_abs()),
        more: language.say_with("lobby-ticket", &[("count", Argument::Count(minutes)), ("ticket", ticket)]),
        target: language.say_with("lobby-at-most", &[("what", Argument::Words(&promised))]),
        ..Figure::new(language, "longest", is)
    }
}

/// A share of today, and whether it is on the right side of what is aimed at, in percent.
fn share(language: Language, (part, whole): (i64, i64)) -> Option<(String, i64)> {
    #[expect(clippy::cast_precision_loss, reason = "an office has far fewer")]
    let share = (whole > 0).then(|| part as f64 / whole as f64)?;
    Some((language.percent(share), part * 100 / whole))
}

fn in_time(language: Language, office: &Office, wall: &Wall) -> Figure {
    let (aim, called) = (i64::from(office.in_time_percent), wall.today.called);
    let aimed = language.percent(f64::from(office.in_time_percent) / 100.0);
    let target = language.say_with("lobby-at-least", &[("what", Argument::Words(&aimed))]);
    let Some((number, percent)) = share(language, (wall.today.in_time, called)) else {
        return Figure { target, ..Figure::new(language, "in-time", Is::Unknown) };
    };
    let is = if percent >= aim { Is::Fine } else { Is::Missed };
    let more = language.say_with("lobby-called", &[("count", Argument::Count(called))]);
    Figure { number, more, target, ..Figure::new(language, "in-time", is) }
}

fn gone(language: Language, office: &Office, wall: &Wall) -> Figure {
    let gone = wall.today.gave_up + wall.today.no_shows;
    let aimed = language.percent(f64::from(office.gone_percent) / 100.0);
    let target = language.say_with("lobby-at-most", &[("what", Argument::Words(&aimed))]);
    let Some((number, percent)) = share(language, (gone, wall.today.joined)) else {
        return Figure { target, ..Figure::new(language, "gone", Is::Unknown) };
    };
    let is = if percent <= i64::from(office.gone_percent) { Is::Fine } else { Is::Missed };
    let more = language.say_with("lobby-gone-more", &[("count", Argument::Count(gone))]);
    Figure { number, more, target, ..Figure::new(language, "gone", is) }
}

fn ahead(language: Language, wall: &Wall) -> Figure {
    let target = language.say("lobby-over-target");
    let Some(breaches) = wall.breaches else {
        return Figure {
            more: language.say("lobby-cannot-say"),
            target,
            ..Figure::new(language, "ahead", Is::Unknown)
        };
    };
    let is = match (breaches.half_hour, breaches.hour) {
        (0, 0) => Is::Fine,
        (0, _) => Is::Near,
        _ => Is::Missed,
    };
    Figure {
        number: language.count(breaches.half_hour.into()),
        more: language.say_with("lobby-ahead-hour", &[("count", Argument::Count(breaches.hour.into()))]),
        target,
        ..Figure::new(language, "ahead", is)
    }
}

/// Counters that serve, beside those that it takes in this hour.
fn counters(language: Language, wall: &Wall) -> Figure {
    let there = wall.counters.iter().filter(|counter| counter.is_there()).count();
    let now = wall.hours.iter().find(|hour| hour.hour == wall.hour);
    let needed = now.and_then(|hour| hour.needed).and_then(|needed| usize::try_from(needed).ok());
    let is = match needed {
        Some(needed) if there < needed => Is::Missed,
        Some(_) => Is::Fine,
        None => Is::Unknown,
    };
    Figure {
        number: digits(language, there),
        more: count(language, "lobby-resting", wall.counters.len() - there),
        target: needed.map(|needed| count(language, "lobby-needed", needed)).unwrap_or_default(),
        ..Figure::new(language, "counters", is)
    }
}
