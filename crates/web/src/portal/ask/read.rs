//! Reading a page that was posted: what it says, or what is wrong with it.

use super::Place;
use crate::App;
use crate::portal::control::{Values, Wrong, problem};
use crate::portal::guest::Guest;
use crate::portal::posted::Posted;
use forms::{Answers, Field, Kind, Page};
use office::city::{Asked, Service};
use office::customers::Person;
use office::intake::{Draft, LONGEST_DESCRIPTION, Step};
use terms::{
    About, AgencyCode, CaseKind, DistrictCode, OfficeCode, OfficerCode, Place as Spot, Position, Reference,
};
use wording::{Argument, Language};

/// What a page changes.
pub(crate) type Change = Box<dyn Fn(&mut Draft) + Send>;

/// What was typed, and the language in which it is answered.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'t> {
    pub(crate) fields: &'t Values,
    pub(crate) language: Language,
}

impl<'t> Typed<'t> {
    pub(super) fn of(posted: &'t Posted) -> Self {
        Self { fields: &posted.fields, language: posted.guest.language }
    }

    /// The first value of a field, without spaces around it; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &'t str {
        self.fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.trim())
    }

    /// [`text`](Self::text), where there is any.
    pub(crate) fn given(&self, name: &str) -> Option<String> {
        Some(self.text(name).to_owned()).filter(|text| !text.is_empty())
    }
}

/// A page that was read.
pub(crate) struct Read {
    pub(crate) change: Change,
    /// The page to stay on, where it asks for one more.
    pub(super) stay: Option<String>,
}

impl Read {
    fn of(change: impl Fn(&mut Draft) + Send + 'static) -> Self {
        Self { change: Box::new(change), stay: None }
    }
}

/// Reads a page.
pub(super) fn page(app: &App, posted: &Posted, place: &Place<'_>, step: &Step) -> Result<Read, Wrong> {
    let done = step.name();
    let sent: Vec<&str> = posted.files.iter().map(|file| file.field.as_str()).collect();
    let mut read = step_of(app, (Typed::of(posted), &sent), place, step)?;
    if *step == Step::Photos && !posted.files.is_empty() {
        read.stay = Some(done.clone());
    }
    let change = read.change;
    read.change = Box::new(move |draft| {
        change(draft);
        draft.done.insert(done.clone());
    });
    Ok(read)
}

/// Reads what a step asks, from what was typed and the names of the fields that files were sent for.
pub(crate) fn step_of(
    app: &App,
    (typed, sent): (Typed<'_>, &[&str]),
    place: &Place<'_>,
    step: &Step,
) -> Result<Read, Wrong> {
    match step {
        Step::Form(code) => form(app, (typed, sent), place, code),
        Step::Where => spot(app, typed, place),
        Step::Similar => Ok(similar(typed)),
        Step::Details => details(typed, place),
        Step::Photos | Step::Check => Ok(Read::of(|_| {})),
        Step::Contact => contact(typed, place),
        Step::About => about(app, typed),
    }
}

fn form(
    app: &App,
    (typed, sent): (Typed<'_>, &[&str]),
    place: &Place<'_>,
    code: &str,
) -> Result<Read, Wrong> {
    let Some(page) = place.draft.form_page(place.service, &place.today, code) else {
        return Ok(Read::of(|_| {}));
    };
    let form = &place.service.form;
    let (answers, mut mistakes) = form.read_page(page, typed.fields);
    let mut whole = place.draft.typed(place.service);
    for code in &page.ask {
        // Files are kept as they come, and named by what is kept already.
        if !is_upload(form.field(code)) {
            whole.remove(code);
        }
    }
    whole.extend(answers);
    if mistakes.is_empty() {
        let uploaded = |path: &str| is_upload(form.field(path)) && sent.contains(&path);
        mistakes = form.check_page(page, &whole, &place.today);
        mistakes.retain(|mistake| !uploaded(&mistake.path));
    }
    if !mistakes.is_empty() {
        return Err(wrong(app, typed.language, place, mistakes));
    }
    let answers = form.flatten(&whole);
    Ok(Read::of(move |draft| draft.answers.clone_from(&answers)))
}

/// What is typed on a page, without the item of a group that is to be taken away; those after it move up.
pub(crate) fn rearranged(typed: Typed<'_>) -> Values {
    let removed = typed.text("remove").split_once('.');
    let removed = removed.and_then(|(group, at)| Some((group, at.parse::<usize>().ok()?)));
    let Some((group, gone)) = removed.filter(|(_, gone)| *gone > 0) else { return typed.fields.clone() };
    let moved = |(name, value): &(String, String)| {
        let item = name.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')?.split_once('.'));
        let item = item.and_then(|(at, field)| Some((at.parse::<usize>().ok()?, field)));
        match item {
            Some((at, _)) if at == gone => None,
            Some((at, field)) if at > gone => Some((format!("{group}.{}.{field}", at - 1), value.clone())),
            _ => Some((name.clone(), value.clone())),
        }
    };
    typed.fields.iter().filter_map(moved).collect()
}

pub(crate) fn is_upload(field: Option<&Field>) -> bool {
    field.is_some_and(|field| matches!(field.kind, Kind::Upload(..)))
}

/// Mistakes in the customer's language, by the name of the control.
pub(super) fn wrong(
    app: &App,
    language: Language,
    place: &Place<'_>,
    mistakes: Vec<forms::Mistake>,
) -> Wrong {
    let city = &app.office.city;
    let tag = language.tag();
    mistakes
        .into_iter()
        .map(|mistake| {
            let field = place.service.form.field(&mistake.path);
            let name = field.map_or("", |field| field.title.text(tag));
            let text = problem(city, language, &mistake.problem, name);
            (mistake.path, text)
        })
        .collect()
}

fn spot(app: &App, typed: Typed<'_>, place: &Place<'_>) -> Result<Read, Wrong> {
    let (city, language) = (&app.office.city, typed.language);
    let wrong_at = |field: &str, key: &str| vec![(field.to_owned(), language.say(key))];
    let number = |name: &str| {
        let text: String = typed.text(name).replace(',', ".").chars().map(terms::ascii_digit).collect();
        (!text.is_empty()).then(|| text.parse::<f64>())
    };
    let position = match (number("lat"), number("long")) {
        (None, None) => None,
        (Some(Ok(lat)), Some(Ok(long))) => {
            Some(Position::new(lat, long).ok_or_else(|| wrong_at("lat", "ask-where-no-position"))?)
        }
        _ => return Err(wrong_at("lat", "ask-where-no-position")),
    };
    let address = typed.given("address");
    if address.as_ref().is_some_and(|address| address.chars().count() > 500) {
        return Err(wrong_at("address", "ask-where-too-long"));
    }
    let district = typed.given("district").filter(|code| city.districts.contains_key(code.as_str()));
    let district = district.map(DistrictCode::new);
    let spot = Spot { address, position, ..Spot::default() };
    if position.is_some() && city.has_areas() && city.district_of(&spot).is_none() {
        let name = city.name.text(language.tag());
        let text = language.say_with("ask-where-outside", &[("city", Argument::Words(name))]);
        return Err(vec![("address".to_owned(), text)]);
    }
    if place.service.page.place == Asked::Required && spot.is_unknown() {
        return Err(wrong_at("address", "ask-where-missing"));
    }
    Ok(Read::of(move |draft| {
        if draft.place.position != spot.position {
            draft.done.remove("similar");
            draft.same_as = None;
        }
        draft.place = spot.clone();
        draft.district.clone_from(&district);
    }))
}

fn similar(typed: Typed<'_>) -> Read {
    let same = typed.text("same").parse::<Reference>().ok();
    Read::of(move |draft| draft.same_as = same)
}

fn details(typed: Typed<'_>, place: &Place<'_>) -> Result<Read, Wrong> {
    let language = typed.language;
    let words = typed.text("description").replace("\r\n", "\n");
    let count = words.chars().count();
    let problem = |text| Err(vec![("description".to_owned(), text)]);
    if words.is_empty()
        && place.service.kind != CaseKind::Application
        && place.service.kind != CaseKind::Booking
    {
        return problem(language.say("ask-details-missing"));
    }
    if count > LONGEST_DESCRIPTION {
        let (most, count) = (LONGEST_DESCRIPTION.to_string(), count.to_string());
        let arguments = [("most", Argument::Words(&most)), ("count", Argument::Words(&count))];
        return problem(language.say_with("ask-details-too-long", &arguments));
    }
    Ok(Read::of(move |draft| draft.description.clone_from(&words)))
}

/// Whether a service can only be given to somebody who can be reached.
pub(crate) const fn must_reach(service: &Service) -> bool {
    matches!(
        service.kind,
        CaseKind::Application | CaseKind::Booking | CaseKind::RecordsRequest | CaseKind::Appeal
    )
}

fn contact(typed: Typed<'_>, place: &Place<'_>) -> Result<Read, Wrong> {
    let person = person_of(typed);
    let mut wrong = check_person(&person, typed.language);
    if must_reach(place.service) && person.email.is_none() && person.phone.is_none() && wrong.is_empty() {
        wrong.push(("email".to_owned(), typed.language.say("ask-contact-missing")));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(Read::of(move |draft| draft.person.clone_from(&person)))
}

/// Who asks, as a page with name, e-mail, phone and language tells it.
pub(crate) fn person(posted: &Posted) -> Person {
    person_of(Typed::of(posted))
}

/// [`person`], from what was typed.
pub(crate) fn person_of(typed: Typed<'_>) -> Person {
    Person {
        name: typed.given("name"),
        email: typed.given("email"),
        phone: typed.given("phone"),
        language: typed.given("language").or_else(|| Some(typed.language.tag().to_owned())),
        business: typed.text("business") == "yes",
    }
}

/// What is wrong with how somebody says that they are reached.
pub(crate) fn check_person(person: &Person, language: Language) -> Wrong {
    let mistakes = person.mistakes().into_iter();
    mistakes.map(|field| (field.clone(), language.say(&format!("ask-contact-bad-{field}")))).collect()
}

fn about(app: &App, typed: Typed<'_>) -> Result<Read, Wrong> {
    let city = &app.office.city;
    let chosen = typed.text("about");
    let about = match chosen.split_once(':') {
        Some(("agency", code)) if city.agencies.contains_key(code) => {
            About { agency: Some(AgencyCode::new(code)), ..About::default() }
        }
        Some(("office", code)) if city.offices.contains_key(code) => {
            About { office: Some(OfficeCode::new(code)), ..About::default() }
        }
        Some(("officer", code))
            if city.officers.get(code).is_some_and(|officer| officer.public_name.is_some()) =>
        {
            About { officer: Some(OfficerCode::new(code)), ..About::default() }
        }
        _ if chosen == "city" => About::default(),
        _ => return Err(vec![("about".to_owned(), typed.language.say("ask-about-missing"))]),
    };
    Ok(Read::of(move |draft| draft.about = About { case: draft.about.case, ..about.clone() }))
}

/// What the controls of a page show at first.
pub(super) fn values(app: &App, place: &Place<'_>, step: &Step) -> Values {
    let draft = &place.draft;
    let pair = |name: &str, value: Option<String>| value.map(|value| (name.to_owned(), value));
    match step {
        Step::Form(code) => {
            let page = draft.form_page(place.service, &place.today, code);
            page.map_or_else(Values::new, |page| typed_values(place, page))
        }
        Step::Where => [
            pair("address", draft.place.address.clone()),
            pair("district", draft.district.as_ref().map(ToString::to_string)),
            pair("lat", draft.place.position.map(|at| at.lat.to_string())),
            pair("long", draft.place.position.map(|at| at.long.to_string())),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Step::Details => vec![("description".to_owned(), draft.description.clone())],
        Step::Contact => [
            pair("name", draft.person.name.clone()),
            pair("email", draft.person.email.clone()),
            pair("phone", draft.person.phone.clone()),
            pair("language", draft.person.language.clone()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Step::About => about_value(app, &draft.about).into_iter().collect(),
        Step::Similar | Step::Photos | Step::Check => Values::new(),
    }
}

fn about_value(_: &App, about: &About) -> Option<(String, String)> {
    let value = if let Some(officer) = &about.officer {
        format!("officer:{officer}")
    } else if let Some(office) = &about.office {
        format!("office:{office}")
    } else {
        format!("agency:{}", about.agency.as_ref()?)
    };
    Some(("about".to_owned(), value))
}

/// The answers of a page as the controls show them: days in their three parts.
fn typed_values(place: &Place<'_>, page: &Page) -> Values {
    let mut values = Values::new();
    for answer in &place.draft.answers {
        let top = answer.code.split('.').next().unwrap_or_default();
        if !page.ask.iter().any(|asked| asked == top) {
            continue;
        }
        let is_date =
            place.service.form.field(&answer.code).is_some_and(|field| matches!(field.kind, Kind::Date));
        for value in &answer.values {
            if let Some([year, month, day]) = is_date.then(|| parts(value)).flatten() {
                for (part, text) in [("year", year), ("month", month), ("day", day)] {
                    values.push((format!("{}-{part}", answer.code), text.to_owned()));
                }
            } else {
                let shown = shown(place, &answer.code, value);
                values.push((answer.code.clone(), shown));
            }
        }
    }
    values
}

/// Yes and no are kept as true and false.
fn shown(place: &Place<'_>, code: &str, value: &str) -> String {
    let yes_no = place.service.form.field(code).is_some_and(|field| matches!(field.kind, Kind::YesNo));
    match value {
        "true" if yes_no => "yes".to_owned(),
        "false" if yes_no => "no".to_owned(),
        other => other.to_owned(),
    }
}

fn parts(day: &str) -> Option<[&str; 3]> {
    let mut parts = day.splitn(3, '-');
    Some([parts.next()?, parts.next()?.trim_start_matches('0'), parts.next()?.trim_start_matches('0')])
}

/// What is wrong with the whole request before it is sent: pages that were never filled in, answers that do not fit
/// the form as it is now.
pub(super) fn whole(app: &App, guest: &Guest, place: &Place<'_>) -> Wrong {
    let language = guest.language;
    let steps = place.draft.steps(place.service, &place.today);
    let missing = steps.iter().find(|step| **step != Step::Check && !place.draft.done.contains(&step.name()));
    if let Some(step) = missing {
        return vec![(step.name(), language.say("ask-check-missing"))];
    }
    let (answers, mut mistakes) = place.service.form.unflatten(&place.draft.answers);
    // What the form has stopped asking for is not sent, and nobody can mend it.
    mistakes.retain(|mistake| mistake.problem != forms::Problem::Unknown);
    let answers: Answers = place.service.form.keep_relevant(answers, &place.today);
    mistakes.extend(place.service.form.check(&answers, &place.today));
    wrong(app, language, place, mistakes)
}
