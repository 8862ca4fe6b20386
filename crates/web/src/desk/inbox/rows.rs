//! A row of a list: a case in a line, and when it is due, in words, with a shape, and with the exact time behind it.

use super::super::officer::Desk;
use super::super::who::{name_of, present_in_words, tongue};
use crate::App;
use crate::portal::say::Text;
use jiff::Timestamp;
use office::desk::{Row, ViewFilter};
use office::services::time_left;
use terms::{Case, Channel, Reference, Status};
use wording::{Argument, Language};

/// Characters of what the customer wrote.
const FIRST_WORDS: usize = 100;

/// A case in a line.
pub(crate) struct Line {
    pub(crate) reference: Reference,
    pub(crate) href: String,
    /// Where a script gets the case from, to show it beside its list.
    pub(crate) part: String,
    pub(crate) revision: i64,
    pub(crate) channel: String,
    pub(crate) icon: &'static str,
    pub(crate) service: Text,
    pub(crate) words: String,
    pub(crate) customer: Option<String>,
    pub(crate) state: String,
    pub(crate) due: Due,
    pub(crate) assignee: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) district: Option<Text>,
    pub(crate) opened: Moment,
    pub(crate) present: String,
}

/// An instant: in words, exactly, and for machines.
pub(crate) struct Moment {
    pub(crate) words: String,
    pub(crate) exact: String,
    pub(crate) machine: String,
}

/// When a case is due.
pub(crate) struct Due {
    /// Its shape: `over`, `soon`, `fine`, `still`, `none` or `closed`.
    pub(crate) look: &'static str,
    pub(crate) words: String,
    pub(crate) exact: Option<Moment>,
}

/// Lines, with addresses from which "next" knows the list, to pages of their own or to cases beside it.
pub(in crate::desk) fn lines(app: &App, desk: &Desk, rows: &[Row], (list, split): (&str, bool)) -> Vec<Line> {
    rows.iter().map(|row| line(app, desk, row, (list, split))).collect()
}

fn line(app: &App, desk: &Desk, row: &Row, (list, split): (&str, bool)) -> Line {
    let (city, language, now) = (&app.office.city, desk.language, app.office.now());
    let (case, state) = (&row.case, &row.case.state);
    let service = city.services.get(&state.service);
    let tag = language.tag();
    Line {
        reference: case.reference,
        href: if split {
            super::beside::address(list, case.reference, language)
        } else {
            format!("/desk/cases/{}?{list}lang={tag}", case.reference)
        },
        part: format!("/desk/cases/{0}?{list}case={0}&lang={tag}", case.reference),
        revision: case.revision,
        channel: language.say(&format!("channel-{}", state.channel)),
        icon: icon(state.channel),
        service: service.map_or_else(
            || Text::plain(state.service.to_string()),
            |service| Text::of(city, &service.name, language),
        ),
        words: first_words(&case.told.description),
        customer: row.customer.clone(),
        state: language.say(state_key(case)),
        due: due(app, language, case, now),
        assignee: state.assignee.as_ref().map(|officer| name_of(city, officer)),
        language: foreign(app, desk, case),
        district: state
            .district
            .as_ref()
            .and_then(|code| city.districts.get(code))
            .map(|district| Text::of(city, &district.name, language)),
        opened: moment(app, language, state.opened_at, now),
        present: present_in_words(city, &row.others, language),
    }
}

fn state_key(case: &Case) -> &'static str {
    match case.state.status {
        Status::Open if case.state.transfer_to.is_some() => "desk-state-transfer",
        Status::Open => "desk-state-open",
        Status::Waiting => "desk-state-waiting",
        Status::Closed => "desk-state-closed",
    }
}

fn first_words(words: &str) -> String {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(FIRST_WORDS) else { return line };
    let whole = line[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
    format!("{}…", &line[..whole])
}

/// The customer's language, where the officer speaks it neither at this desk nor by their own word.
fn foreign(app: &App, desk: &Desk, case: &Case) -> Option<String> {
    let tag = case.told.language.as_deref()?;
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let officer = app.office.city.officers.get(&desk.officer);
    let speaks =
        officer.is_some_and(|officer| officer.languages.iter().any(|own| primary(own) == primary(tag)));
    let here = primary(desk.language.tag()) == primary(tag);
    (!speaks && !here).then(|| tongue(tag, desk.language).text)
}

fn moment(app: &App, language: Language, at: Timestamp, now: Timestamp) -> Moment {
    Moment {
        words: language.relative(at.as_second() - now.as_second()),
        exact: language.date_time(app.office.city.calendar.local(at)),
        machine: at.to_string(),
    }
}

fn due(app: &App, language: Language, case: &Case, now: Timestamp) -> Due {
    let state = &case.state;
    let exact = state.clocks.due_at.map(|due| moment(app, language, due, now));
    if let Some(closure) = &state.closure {
        let at = moment(app, language, closure.at, now);
        let words = language.say_with("desk-due-closed", &[("when", Argument::Words(&at.words))]);
        return Due { look: "closed", words, exact: Some(at) };
    }
    if state.status == Status::Waiting {
        return Due { look: "still", words: language.say("desk-due-still"), exact };
    }
    let Some(left) = time_left(&app.office.city, state, now, language) else {
        return Due { look: "none", words: language.say("desk-due-none"), exact: None };
    };
    let (look, key) = match (left.is_over, left.is_soon) {
        (true, _) => ("over", "desk-due-over"),
        (false, true) => ("soon", "desk-due-soon"),
        (false, false) => ("fine", "desk-due-fine"),
    };
    Due { look, words: language.say_with(key, &[("time", Argument::Words(&left.words))]), exact }
}

/// The outline of a channel, in a box of 16.
const fn icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M1 8h14M8 1c5 5 5 9 0 14M8 1c-5 5-5 9 0 14",
        Channel::App => "M5 1h6v14H5zM7 13h2",
        Channel::Phone => "M3 2h3l1 4-2 1c1 2 2 3 4 4l1-2 4 1v3C8 14 2 8 3 2",
        Channel::Counter => "M1 9h14v5H1zM8 7a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5",
        Channel::Email => "M1 3h14v10H1zM1 4l7 5 7-5",
        Channel::Text => "M2 2h12v9H7l-3 3v-3H2zM5 6h6",
        Channel::Chat => "M1 2h10v7H5l-2 2V9H1zM6 11h4l3 3v-3h2V5",
        Channel::Social => "M4 8a2 2 0 1 0 0 .1M13 3a2 2 0 1 0 0 .1M13 13a2 2 0 1 0 0 .1M4 8l7-5M4 8l7 5",
        Channel::Letter => "M3 1h7l3 3v11H3zM5 7h6M5 10h6",
        Channel::Staff => "M8 7a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 15c0-7 12-7 12 0z",
        Channel::Api => "M5 4L1 8l4 4M11 4l4 4-4 4M9 3L7 13",
        Channel::House => "M1 8l7-6 7 6M3 7v7h10V7",
    }
}

/// What an address says of its list, ending so that more can follow.
pub(super) fn list_of(view: &str, own: Option<&ViewFilter>, order: &str) -> String {
    let own = own.map(|filter| super::asked::query(&super::asked::pairs(filter)) + "&").unwrap_or_default();
    format!("view={view}&{own}order={order}&")
}

#[cfg(test)]
mod tests {
    use super::{FIRST_WORDS, first_words};

    #[test]
    fn the_first_words_end_with_a_word_and_say_that_more_follow() {
        assert_eq!(first_words(" It is\n dark. "), "It is dark.");
        let long = first_words(&"lamp ".repeat(50));
        assert!(long.ends_with("lamp…") && long.chars().count() <= FIRST_WORDS + 1, "{long}");
        assert_eq!(first_words(&"ம".repeat(200)).chars().count(), FIRST_WORDS + 1);
    }
}
