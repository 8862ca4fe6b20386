//! An officer's shift: begun, and changed while it goes on.

use super::form::DeskForm;
use super::officer::{Desk, Posted};
use super::who::tongue;
use crate::App;
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::say::{Text, moment};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use office::Refusal;
use office::desk::{self, NewShift, Shift};
use terms::{Channel, ShiftStatus};
use wording::{Argument, Language};

/// Over these customers meet officers; the others are ways of systems.
pub(super) const CHANNELS: [Channel; 9] = [
    Channel::Counter,
    Channel::Phone,
    Channel::Email,
    Channel::Chat,
    Channel::Text,
    Channel::Social,
    Channel::Web,
    Channel::App,
    Channel::Letter,
];
/// The breaks to choose from, in minutes.
const BREAKS: [i64; 6] = [5, 10, 15, 30, 45, 60];

fn statuses(language: Language) -> Control {
    let choices = ShiftStatus::ALL.iter().map(|status| {
        let key = format!("desk-status-{}", status.as_str());
        (status.as_str().to_owned(), Text::said(language, &key))
    });
    let control = Control::line(language, "status", Text::said(language, "desk-shift-status"));
    control.looking(Look::One).choosing(choices.collect())
}

fn breaks(language: Language) -> Control {
    let choices = BREAKS.iter().map(|minutes| {
        let text = language.say_with("desk-minutes", &[("count", Argument::Count(*minutes))]);
        (minutes.to_string(), Text::plain(text))
    });
    let control = Control::line(language, "minutes", Text::said(language, "desk-shift-minutes"));
    control.looking(Look::Select).choosing(choices.collect())
}

fn channels(language: Language) -> Control {
    let choices = CHANNELS.iter().map(|channel| {
        let key = format!("channel-{}", channel.as_str());
        (channel.as_str().to_owned(), Text::said(language, &key))
    });
    let control = Control::line(language, "channels", Text::said(language, "desk-shift-channels"));
    control.looking(Look::Several).choosing(choices.collect())
}

/// The languages that the city's data say that an officer speaks.
fn spoken(app: &App, desk: &Desk) -> Vec<String> {
    app.office.city.officers.get(&desk.officer).map_or_else(Vec::new, |officer| officer.languages.clone())
}

fn languages(language: Language, spoken: &[String]) -> Control {
    let choices = spoken.iter().map(|tag| (tag.clone(), tongue(tag, language))).collect();
    let control = Control::line(language, "languages", Text::said(language, "desk-shift-languages"));
    control.looking(Look::Several).choosing(choices)
}

/// What is chosen already: the shift as it is, or everything.
fn chosen(app: &App, desk: &Desk) -> Values {
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let (status, channels, languages) = match &desk.shift {
        Some(shift) => (shift.status, shift.channels.clone(), shift.languages.clone()),
        None => (ShiftStatus::Available, CHANNELS.to_vec(), spoken(app, desk)),
    };
    let channels = channels.iter().map(|channel| own("channels", channel.as_str()));
    let languages = languages.iter().map(|tag| own("languages", tag));
    let first = [own("status", status.as_str()), own("minutes", "15")];
    first.into_iter().chain(channels).chain(languages).collect()
}

async fn show(app: &App, desk: &Desk, values: &Values, wrong: &Wrong) -> Response {
    let notes = match app.office.read(desk.act(app), desk::left_notes).await {
        Ok(notes) => notes,
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let (language, city) = (desk.language, &app.office.city);
    let mut controls = vec![statuses(language), breaks(language), channels(language)];
    let spoken = spoken(app, desk);
    if spoken.len() > 1 {
        controls.push(languages(language, &spoken));
    }
    let controls = controls.into_iter().map(|control| control.with(values, wrong)).collect();
    let goes_on = desk.shift.is_some();
    let button = if goes_on { "desk-shift-change" } else { "desk-shift-begin" };
    let mut page = DeskForm::new(app, desk, ("desk-shift", "/desk/shift", button), controls, wrong);
    let left = |shift: Shift| {
        let name = city.officers.get(&shift.officer).map_or("", |officer| officer.name.as_str());
        let when = moment(city, language, shift.ended_at.unwrap_or(shift.changed_at));
        let says = [("name", Argument::Words(name)), ("time", Argument::Words(&when))];
        (language.say_with("desk-note-left", &says), shift.note.unwrap_or_default())
    };
    page.notes = notes.into_iter().map(left).collect();
    page.other = goes_on.then(|| ("/desk/shift/end".to_owned(), language.say("desk-shift-end")));
    page.show()
}

/// `GET /desk/shift`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let values = chosen(&app, &desk);
    show(&app, &desk, &values, &Vec::new()).await
}

/// What was chosen; without a status that there is, nothing.
fn read(app: &App, posted: &Posted) -> Option<NewShift> {
    let mut languages: Vec<String> = posted.all("languages").map(ToOwned::to_owned).collect();
    // Whoever speaks one language is not asked.
    let spoken = spoken(app, &posted.desk);
    if spoken.len() == 1 {
        languages = spoken;
    }
    Some(NewShift {
        status: posted.text("status").parse().ok()?,
        minutes: posted.text("minutes").parse().unwrap_or(0),
        channels: posted.all("channels").filter_map(|channel| channel.parse().ok()).collect(),
        languages,
    })
}

/// `POST /desk/shift`
pub(crate) async fn save(State(app): State<App>, posted: Posted) -> Response {
    let wrong =
        |name: &str| vec![(name.to_owned(), posted.desk.language.say(&format!("desk-shift-no-{name}")))];
    let Some(new) = read(&app, &posted) else {
        return show(&app, &posted.desk, &posted.fields, &wrong("status")).await;
    };
    let act = posted.desk.act(&app);
    match app.office.write(act, move |tx, act| desk::begin_shift(tx, act, &new)).await {
        Ok(()) => Redirect::to("/desk/shift").into_response(),
        Err(Refusal::Invalid(mistakes)) => {
            let field = mistakes.first().map_or("status", |mistake| mistake.field.as_str());
            show(&app, &posted.desk, &posted.fields, &wrong(field)).await
        }
        Err(refusal) => posted.desk.refuse(&app, &refusal.into()),
    }
}
