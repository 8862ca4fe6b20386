//! What a customer does to their case: write, send files, answer, rate, reopen, take back, change how they are reached,
//! complain and appeal.

use super::case::was_decided;
use super::mine;
use crate::App;
use crate::pages::refuse;
use crate::portal::ask::files::{check, said};
use crate::portal::ask::pages::contact_controls;
use crate::portal::ask::read::{check_person, person};
use crate::portal::control::{Control, Look, Values, Wrong};
use crate::portal::form::FormPage;
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use crate::portal::say::Text;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::intake::{self, Draft};
use office::{Refusal, Verb, cases, customers, feedback, resolution};
use records::Tx;
use terms::{About, Actor, Case, CaseId, CaseKind, Happening, OfficerCode, Reference};
use uploads::Taken;
use wording::{Argument, Language};

/// The acts that have a page.
const ACTS: [&str; 5] = ["message", "contact", "withdrawal", "reopening", "rating"];

/// `GET /cases/{reference}/{act}`
pub(crate) async fn act_page(
    State(app): State<App>,
    Path((reference, name)): Path<(String, String)>,
    guest: Guest,
) -> Response {
    let (reference, case) = match mine(&app, &guest, &reference).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    match name.as_str() {
        "appeal" if !can_appeal(&app, &guest, case).await => {
            refuse(&app, &guest.visitor, &Problem::not_found("page"))
        }
        // A complaint or an appeal is a request of its own; a button begins it, since a link changes nothing.
        known @ ("complaint" | "appeal") => {
            page(&app, &guest, (reference, known), (&Values::new(), &Wrong::new()))
        }
        known if ACTS.contains(&known) => {
            page(&app, &guest, (reference, known), (&Values::new(), &Wrong::new()))
        }
        _ => refuse(&app, &guest.visitor, &Problem::not_found("page")),
    }
}

async fn can_appeal(app: &App, guest: &Guest, case: CaseId) -> bool {
    let act = guest.act_on(app, case);
    let found: Verb<_> =
        app.office.read(act, move |tx, act| Ok(records::cases::by_id(tx, &act.scope(), case)?)).await;
    found.is_ok_and(|case| case.is_some_and(|case| was_decided(&case.state)))
}

fn page(
    app: &App,
    guest: &Guest,
    (reference, name): (Reference, &str),
    (values, wrong): (&Values, &Wrong),
) -> Response {
    let language = guest.language;
    let controls = controls(app, language, name, (values, wrong));
    let say = |key: String| language.say(&key);
    let page = FormPage::new(app, guest, say(format!("act-{name}")))
        .saying(say(format!("act-{name}-text")))
        .about(reference)
        .from(format!("/cases/{reference}"))
        .posting(format!("/cases/{reference}/{name}"), say(format!("act-{name}-button")))
        .asking(controls, wrong);
    if name == "message" { page.with_files().show(guest) } else { page.show(guest) }
}

fn controls(app: &App, language: Language, name: &str, (values, wrong): (&Values, &Wrong)) -> Vec<Control> {
    let said = |key: &str| Text::said(language, key);
    let words =
        |label: &str| Control::line(language, "words", said(label)).looking(Look::Text).with(values, wrong);
    match name {
        "message" => vec![
            words("act-words"),
            Control {
                accept: "image/jpeg,image/png,image/webp,application/pdf,text/plain",
                ..Control::line(language, "files", said("act-files"))
            }
            .looking(Look::Files)
            .hinted(said("ask-photos-hint"))
            .with(values, wrong),
        ],
        "contact" => contact_controls(app, language, (values, wrong)),
        "withdrawal" | "reopening" => vec![words("act-why")],
        "rating" => {
            let scores =
                (1..=5).rev().map(|score| (score.to_string(), said(&format!("rating-{score}")))).collect();
            vec![
                Control::line(language, "score", said("rating-title"))
                    .looking(Look::One)
                    .choosing(scores)
                    .with(values, wrong),
                words("rating-words"),
            ]
        }
        _ => Vec::new(),
    }
}

/// `POST /cases/{reference}/{act}`
pub(crate) async fn act(
    State(app): State<App>,
    Path((reference, name)): Path<(String, String)>,
    posted: Posted,
) -> Response {
    let guest = &posted.guest;
    let (reference, case) = match mine(&app, guest, &reference).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let unreadable = posted.unreadable();
    let done = match name.as_str() {
        _ if !unreadable.is_empty() => Ok(unreadable),
        "message" => message(&app, &posted, (reference, case)).await,
        "contact" => contact(&app, &posted, (reference, case)).await,
        "rating" => rate(&app, &posted, (reference, case)).await,
        "withdrawal" => end(&app, &posted, (reference, case), resolution::withdraw).await,
        "reopening" => end(&app, &posted, (reference, case), resolution::reopen).await,
        "complaint" => return begin(&app, &posted, (reference, case), CaseKind::Complaint).await,
        "appeal" => return begin(&app, &posted, (reference, case), CaseKind::Appeal).await,
        _ => return refuse(&app, &guest.visitor, &Problem::not_found("page")),
    };
    match done {
        Ok(wrong) if wrong.is_empty() => {
            guest.private(Redirect::to(&format!("/cases/{reference}")).into_response())
        }
        Ok(wrong) => page(&app, guest, (reference, &name), (&posted.fields, &wrong)),
        Err(refusal) => refuse(&app, &guest.visitor, &refusal.into()),
    }
}

/// What is wrong, by field; nothing where it was done.
type Done = Verb<Wrong>;

async fn message(app: &App, posted: &Posted, (reference, case): (Reference, CaseId)) -> Done {
    let language = posted.guest.language;
    let words = posted.text("words").to_owned();
    let mut taken: Vec<Taken> = Vec::new();
    for sent in &posted.files {
        match check(app, sent).await {
            Ok(file) => taken.push(file),
            Err(unfit) => return Ok(vec![("files".to_owned(), said(language, &sent.name, &unfit))]),
        }
    }
    if posted.left_out {
        return Ok(vec![("files".to_owned(), language.say("upload-too-many"))]);
    }
    if words.is_empty() && taken.is_empty() {
        return Ok(vec![("words".to_owned(), language.say("act-words-missing"))]);
    }
    // A file alone is a message too.
    let names = taken.iter().map(|file| file.name.clone()).collect::<Vec<_>>().join(", ");
    let words = if words.is_empty() { names } else { words };
    let act = posted.guest.act_on(app, case);
    let key = posted.key(&act)?;
    let heard = app
        .office
        .write(act, move |tx, act| {
            office::once(tx, act, Some(&key), |tx| {
                cases::hear(tx, act, &reference, &words)?;
                for file in &taken {
                    intake::attach_to(tx, act, &reference, (None, file))?;
                }
                Ok(())
            })
        })
        .await;
    mended(language, heard, cases::LONGEST_WORDS)
}

async fn contact(app: &App, posted: &Posted, (reference, case): (Reference, CaseId)) -> Done {
    let person = person(posted);
    let wrong = check_person(&person, posted.guest.language);
    if !wrong.is_empty() {
        return Ok(wrong);
    }
    let act = posted.guest.act_on(app, case);
    let changed =
        app.office.write(act, move |tx, act| customers::change_contact(tx, act, &reference, &person)).await;
    mended(posted.guest.language, changed, 0)
}

async fn rate(app: &App, posted: &Posted, (reference, case): (Reference, CaseId)) -> Done {
    let language = posted.guest.language;
    let Ok(score) = posted.text("score").parse::<u8>() else {
        return Ok(vec![("score".to_owned(), language.say("rating-missing"))]);
    };
    let words = posted.given("words");
    let act = posted.guest.act_on(app, case);
    let rated = app
        .office
        .write(act, move |tx, act| feedback::rate(tx, act, &reference, score, words.as_deref()))
        .await;
    mended(language, rated, feedback::LONGEST_WORDS)
}

/// Takes a request back, or takes its end back.
async fn end(
    app: &App,
    posted: &Posted,
    (reference, case): (Reference, CaseId),
    verb: fn(&mut Tx<'_>, &office::Act, &Reference, Option<&str>) -> Verb<Case>,
) -> Done {
    let words = posted.given("words");
    let act = posted.guest.act_on(app, case);
    let ended = app.office.write(act, move |tx, act| verb(tx, act, &reference, words.as_deref())).await;
    mended(posted.guest.language, ended, cases::LONGEST_WORDS)
}

/// What can be mended on the page is told there. Words are wrong only where there are too many.
fn mended<T>(language: Language, done: Verb<T>, most_words: usize) -> Done {
    let said = |mistake: office::Mistake| match mistake.field.as_str() {
        "words" => {
            let most = most_words.to_string();
            let label = language.say("act-words");
            let arguments = [("bound", Argument::Words(&most)), ("name", Argument::Words(&label))];
            ("words".to_owned(), language.say_with("form-too-long", &arguments))
        }
        "score" => ("score".to_owned(), language.say("rating-missing")),
        _ => (String::new(), language.say_with("act-cannot", &[("why", Argument::Words(&mistake.problem))])),
    };
    match done {
        Ok(_) => Ok(Wrong::new()),
        Err(Refusal::Invalid(mistakes)) => Ok(mistakes.into_iter().map(said).collect()),
        Err(Refusal::Conflict(_)) => Ok(vec![(String::new(), language.say("act-too-late"))]),
        Err(refusal) => Err(refusal),
    }
}

/// The officer who ended the work on a case, or the one who has it.
fn whose_work(tx: &mut Tx<'_>, act: &office::Act, case: &Case) -> Verb<Option<OfficerCode>> {
    let events = records::events::of_case(tx, &act.scope(), case.id)?;
    let decided = events.iter().rfind(|event| matches!(event.what, Happening::Resolved { .. }));
    let decided = decided.and_then(|event| match &event.actor {
        Actor::Officer(officer) => Some(officer.clone()),
        _ => None,
    });
    Ok(decided.filter(|_| case.state.closure.is_some()).or_else(|| case.state.assignee.clone()))
}

/// Begins a complaint or an appeal about what happened to a case. It is about whoever worked on it or decided it, and
/// never goes to them.
async fn begin(app: &App, posted: &Posted, (_, case): (Reference, CaseId), kind: CaseKind) -> Response {
    let guest = &posted.guest;
    let Some(service) = app.office.city.service_of(kind).map(|service| service.code.clone()) else {
        return refuse(app, &guest.visitor, &Problem::not_found("service"));
    };
    let (session, act) = (guest.session(), guest.act_on(app, case));
    let begun = app
        .office
        .write(act, move |tx, act| {
            let known = records::cases::by_id(tx, &act.scope(), case)?.ok_or(Refusal::NotFound("case"))?;
            if kind == CaseKind::Appeal && !was_decided(&known.state) {
                return Err(Refusal::NotFound("page"));
            }
            let about = About {
                agency: Some(known.state.agency.clone()),
                officer: whose_work(tx, act, &known)?,
                case: Some(known.id),
                office: None,
            };
            let mut draft = Draft { about, ..Draft::default() };
            draft.done.insert("about".to_owned());
            intake::begin(tx, act, &session, (&service, &draft))
        })
        .await;
    match begun {
        Ok(writing) => guest.private(Redirect::to(&format!("/asking/{}", writing.asking.id)).into_response()),
        Err(refusal) => refuse(app, &guest.visitor, &refusal.into()),
    }
}
