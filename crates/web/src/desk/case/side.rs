//! Beside the timeline: the customer, what was asked and where, who does a part, what is related, and who held it.

use super::clocks;
use super::show::Found;
use super::timeline::{customer_of, name_of, named};
use crate::App;
use crate::desk::officer::Desk;
use crate::portal::ask::check::answers_in_words;
use crate::portal::say::{Text, moment};
use office::cases::Held;
use office::customers::{Record, masked};
use records::tasks::Task;
use terms::{ContactPoint, Reference, Status};
use wording::{Argument, Language};

/// What stands beside the timeline.
pub(super) struct Side {
    /// What they are called, if they said so.
    pub(super) customer: Option<String>,
    pub(super) points: Vec<String>,
    /// Whether the whole addresses can be asked for.
    pub(super) can_look: bool,
    /// Whether they are shown.
    pub(super) looked: bool,
    pub(super) language: Option<String>,
    pub(super) others: Vec<Other>,
    pub(super) words: String,
    pub(super) answers: Vec<(Text, Vec<Text>)>,
    pub(super) place: String,
    pub(super) tasks: Vec<TaskLine>,
    pub(super) speaker: Option<Reference>,
    pub(super) joined: Vec<Reference>,
    pub(super) similar: Vec<Other>,
    pub(super) held: Vec<String>,
}

/// Another case.
pub(super) struct Other {
    pub(super) reference: Reference,
    pub(super) text: String,
}

/// A part of the case that a partner is asked to do.
pub(super) struct TaskLine {
    /// How it looks: open, waiting, late or done.
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) agency: String,
    pub(super) asked: String,
    pub(super) words: String,
    pub(super) answer: String,
}

pub(super) fn side(app: &App, desk: &Desk, found: &Found, record: Option<&Record>) -> Side {
    let (city, language, case) = (&app.office.city, desk.language, &found.whole.case);
    let service = city.services.get(&case.state.service);
    let whole = record.map(|record| record.contact_points.iter().map(|point| point.value.clone()).collect());
    let points = || {
        let points = found.reached.as_ref().map_or(&[] as &[ContactPoint], |reached| &reached.points);
        points.iter().map(masked).collect()
    };
    let other = |state: &terms::State, reference: Reference| Other {
        reference,
        text: format!("{} – {}", name(app, language, state), status(language, state.status)),
    };
    Side {
        customer: named(found),
        can_look: found.reached.is_some(),
        looked: record.is_some(),
        points: whole.unwrap_or_else(points),
        language: spoken(app, found).map(|spoken| {
            language.say_with("desk-case-reads", &[("name", Argument::Words(&in_words(language, spoken)))])
        }),
        others: found.others.iter().map(|case| other(&case.state, case.reference)).collect(),
        words: case.told.description.clone(),
        answers: service
            .map(|service| answers_in_words(city, language, service, &case.told.answers))
            .unwrap_or_default(),
        place: case.told.place.address.clone().unwrap_or_default(),
        tasks: found.whole.tasks.iter().map(|task| task_line(app, language, found, task)).collect(),
        speaker: found.whole.speaker,
        joined: found.joined.clone(),
        similar: found.similar.iter().map(|one| other(&one.case.state, one.case.reference)).collect(),
        held: found.whole.custody.iter().map(|held| held_line(app, language, held)).collect(),
    }
}

/// The language in which the customer is written to.
pub(super) fn spoken(app: &App, found: &Found) -> Option<Language> {
    let told = found.whole.case.told.language.as_deref();
    let known = found.reached.as_ref().and_then(|reached| reached.customer.language.as_deref());
    [told, known, Some(app.office.city.language())].into_iter().flatten().find_map(Language::of)
}

/// A language's name, in another language.
pub(in crate::desk) fn in_words(language: Language, spoken: Language) -> String {
    language.say(&format!("desk-language-{}", spoken.tag()))
}

fn name(app: &App, language: Language, state: &terms::State) -> String {
    let service = app.office.city.services.get(&state.service);
    service.map_or_else(|| state.service.to_string(), |service| service.name.text(language.tag()).to_owned())
}

fn status(language: Language, status: Status) -> String {
    language.say(&format!("desk-case-status-{status}"))
}

fn task_line(app: &App, language: Language, found: &Found, task: &Task) -> TaskLine {
    let city = &app.office.city;
    let customer = customer_of(language, found);
    let by = name_of(app, language, &task.asked_by, &customer);
    let date = moment(city, language, task.answered_at.unwrap_or(task.asked_at));
    let late = task.due_at.is_some_and(|due| due < app.office.now());
    let (look, key) = match task.state.as_str() {
        "accepted" if late => ("late", "desk-task-accepted"),
        "accepted" => ("open", "desk-task-accepted"),
        "returned" => ("late", "desk-task-returned"),
        "done" => ("done", "desk-task-done"),
        _ if late => ("late", "desk-task-asked"),
        _ => ("waiting", "desk-task-asked"),
    };
    TaskLine {
        look,
        state: language.say_with(key, &[("date", Argument::Words(&date))]),
        agency: clocks::agency(city, language, &task.agency),
        asked: language.say_with("desk-task-by", &[("name", Argument::Words(&by))]),
        words: task.words.clone(),
        answer: task.answer_words.clone().unwrap_or_default(),
    }
}

fn held_line(app: &App, language: Language, held: &Held) -> String {
    let city = &app.office.city;
    let end = held.to.unwrap_or_else(|| app.office.now());
    let duration = |seconds: i64| {
        #[expect(clippy::cast_precision_loss, reason = "a case is not held for so many seconds")]
        language.duration(seconds.max(60) as f64)
    };
    let time = duration(end.duration_since(held.from).as_secs());
    let waited = held.waited.as_secs();
    let key = if waited > 0 { "desk-case-held-waiting" } else { "desk-case-held" };
    let arguments = [
        ("agency", &clocks::agency(city, language, &held.agency)),
        ("time", &time),
        ("from", &moment(city, language, held.from)),
        ("waited", &duration(waited)),
    ];
    language.say_with(key, &arguments.map(|(name, text)| (name, Argument::Words(text))))
}
