//! What is done to a case less often: what may be offered to its customer, what was understood wrongly, and how it
//! belongs with other cases.

use super::offers::{Field, Look, Offering};
use crate::portal::say::moment;
use office::authority::{Offerable, Superior};
use office::city::{City, Remedy, Unit};
use policy::Action;
use terms::{Happening, OfficerCode, Status};
use wording::{Argument, Language};

/// What the officer may offer, alone or after asking, and what was offered before.
pub(super) fn remedies(offering: &mut Offering<'_>) {
    let state = &offering.found.whole.case.state;
    if state.merged_into.is_some() || !offering.may(Action::Offer) {
        return;
    }
    let city = &offering.app.office.city;
    for one in &offering.found.offerable {
        let Some(remedy) = city.authority.remedies.get(&one.remedy) else { continue };
        let over = remedy.unit == Unit::WorkingDays && state.status == Status::Closed;
        if !over && (one.up_to.is_some() || one.superior.is_some()) {
            remedy_of(offering, one, remedy);
        }
    }
    outcome_approval(offering);
    let says = offered(offering);
    offering.group("desk-acts-offer", says);
}

fn remedy_of(offering: &mut Offering<'_>, one: &Offerable, remedy: &Remedy) {
    let (city, language) = (&offering.app.office.city, offering.desk.language);
    let mut fields = Vec::new();
    if remedy.unit != Unit::None {
        let unit = unit_in_words(city, language, remedy.unit);
        let label = language.say_with("desk-act-amount", &[("unit", Argument::Words(&unit))]);
        fields.push(Field { name: "amount", label, values: Vec::new(), look: Look::Number });
    }
    fields.push(offering.field("message", "desk-act-message", Look::Long));
    let mut buttons = Vec::new();
    if one.up_to.is_some() {
        fields.extend(ending(offering));
        buttons.push(("give", offering.say("desk-act-offer-button")));
    }
    if let Some(superior) = &one.superior {
        fields.push(offering.words("desk-act-superior-why"));
        buttons.push(("ask", ask(offering, superior)));
    }
    let mut says = vec![limit(city, language, remedy, one.up_to)];
    says.push(remedy.instructions.text(language.tag()).to_owned());
    says.extend(one.superior.as_ref().and_then(|superior| answered_by(offering, superior)));
    let offer = offering.add_with("offer", vec![("remedy", remedy.code.to_string())], fields);
    remedy.name.text(language.tag()).clone_into(&mut offer.title);
    (offer.says, offer.buttons) = (says, buttons);
}

/// How the work can end with what is offered.
fn ending(offering: &Offering<'_>) -> Option<Field> {
    let case = &offering.found.whole.case;
    let service = offering.app.office.city.services.get(&case.state.service)?;
    let open = case.state.status != Status::Closed;
    (open && !service.second_person && offering.may(Action::Resolve)).then(|| {
        let mut choices = vec![(String::new(), offering.say("desk-act-stays-open"))];
        choices.extend(outcomes(offering));
        offering.field("outcome", "desk-act-then", Look::One(choices))
    })
}

fn outcomes(offering: &Offering<'_>) -> Vec<(String, String)> {
    let (city, tag) = (&offering.app.office.city, offering.desk.language.tag());
    let service = city.services.get(&offering.found.whole.case.state.service);
    let codes = service.map_or(&[] as &[_], |service| &service.outcomes);
    let name = |code: &terms::OutcomeCode| {
        city.outcomes.get(code).map_or_else(|| code.to_string(), |one| one.name.text(tag).to_owned())
    };
    codes.iter().map(|code| (code.to_string(), name(code))).collect()
}

/// Asking a superior to approve how the work ends, where the service wants a second person.
fn outcome_approval(offering: &mut Offering<'_>) {
    let case = &offering.found.whole.case;
    let service = offering.app.office.city.services.get(&case.state.service);
    let needed = service.is_some_and(|service| service.second_person) && case.state.status != Status::Closed;
    let Some(superior) = offering.found.decides_outcome.as_ref().filter(|_| needed) else { return };
    let fields = vec![
        offering.field("outcome", "desk-case-outcome", Look::One(outcomes(offering))),
        offering.field("message", "desk-act-message", Look::Long),
        offering.words("desk-act-superior-why"),
    ];
    let (button, says) = (ask(offering, superior), answered_by(offering, superior));
    let offer = offering.add("outcome-approval", fields);
    offer.says = says.into_iter().collect();
    offer.buttons = vec![("", button)];
}

fn ask(offering: &Offering<'_>, superior: &Superior) -> String {
    let name = name_of(&offering.app.office.city, &superior.officer);
    offering.desk.language.say_with("desk-act-ask", &[("name", Argument::Words(name))])
}

/// By when the superior answers.
fn answered_by(offering: &Offering<'_>, superior: &Superior) -> Option<String> {
    let (city, language) = (&offering.app.office.city, offering.desk.language);
    let date = moment(city, language, superior.due_at?);
    let name = name_of(city, &superior.officer);
    let arguments = [("name", Argument::Words(name)), ("date", Argument::Words(&date))];
    Some(language.say_with("desk-act-answered-by", &arguments))
}

pub(super) fn name_of<'c>(city: &'c City, code: &'c OfficerCode) -> &'c str {
    city.officers.get(code).map_or(code.as_str(), |officer| officer.name.as_str())
}

/// How much of a remedy an officer may give alone.
fn limit(city: &City, language: Language, remedy: &Remedy, up_to: Option<i64>) -> String {
    match (remedy.unit, up_to) {
        (_, None) => language.say("desk-act-limit-none"),
        (Unit::None, Some(_)) => language.say("desk-act-limit-alone"),
        (Unit::Money | Unit::WorkingDays, Some(most)) => {
            let amount = amount_in_words(city, language, remedy.unit, Some(most));
            language.say_with("desk-act-limit", &[("amount", Argument::Words(&amount))])
        }
    }
}

fn unit_in_words(city: &City, language: Language, unit: Unit) -> String {
    match unit {
        Unit::None => String::new(),
        Unit::Money => city.authority.currency.clone(),
        Unit::WorkingDays => language.say("desk-act-unit-days"),
    }
}

/// How much something is, in its unit.
pub(super) fn amount_in_words(city: &City, language: Language, unit: Unit, amount: Option<i64>) -> String {
    let Some(amount) = amount else { return String::new() };
    match unit {
        Unit::None => String::new(),
        Unit::Money => {
            let count = language.count(amount.unsigned_abs());
            format!("{count} {}", city.authority.currency)
        }
        Unit::WorkingDays => {
            language.say_with("desk-case-working-days", &[("count", Argument::Count(amount))])
        }
    }
}

/// A remedy by its name, with how much of it.
pub(super) fn remedy_in_words(
    city: &City,
    language: Language,
    (code, amount): (&terms::RemedyCode, Option<i64>),
) -> String {
    let Some(remedy) = city.authority.remedies.get(code) else { return code.to_string() };
    let name = remedy.name.text(language.tag());
    let much = amount_in_words(city, language, remedy.unit, amount);
    if much.is_empty() { name.to_owned() } else { format!("{name}: {much}") }
}

/// What was offered before.
fn offered(offering: &Offering<'_>) -> Vec<String> {
    let (city, language) = (&offering.app.office.city, offering.desk.language);
    let events = offering.found.whole.events.iter();
    let given = events.filter_map(|event| match &event.what {
        Happening::Offered { remedy, amount, .. } => Some((event, remedy, *amount)),
        _ => None,
    });
    given
        .map(|(event, remedy, amount)| {
            let what = remedy_in_words(city, language, (remedy, amount));
            let date = moment(city, language, event.at);
            let arguments = [("what", Argument::Words(&what)), ("date", Argument::Words(&date))];
            language.say_with("desk-act-offered", &arguments)
        })
        .collect()
}

/// What was understood wrongly.
pub(super) fn put_right(offering: &mut Offering<'_>) {
    let case = &offering.found.whole.case;
    if case.state.status == Status::Closed || !offering.may(Action::Correct) {
        return;
    }
    let (city, tag) = (&offering.app.office.city, offering.desk.language.tag());
    let service = city.services.get(&case.state.service);
    if service.is_some_and(|service| !service.form.fields().is_empty()) {
        offering.add_way("answers");
    }
    offering.add_way("place");
    let others = city.services.values().filter(|one| one.agency == case.state.agency);
    let others = others.filter(|one| one.code != case.state.service);
    let mut choices: Vec<(String, String)> =
        others.map(|one| (one.code.to_string(), one.name.text(tag).to_owned())).collect();
    choices.sort_by(|one, two| one.1.cmp(&two.1));
    if !choices.is_empty() && case.state.status == Status::Open {
        let fields = vec![
            offering.field("service", "desk-act-service-is", Look::One(choices)),
            offering.words("desk-act-why"),
        ];
        offering.add("service", fields);
    }
    offering.group("desk-acts-right", Vec::new());
}

/// How it belongs with other cases.
pub(super) fn put_together(offering: &mut Offering<'_>) {
    let state = &offering.found.whole.case.state;
    let (open, merged) = (state.status != Status::Closed, state.merged_into.is_some());
    if offering.may(Action::Arrange) {
        if merged {
            offering.add("unmerge", Vec::new());
        }
        if open && state.customer.is_some() {
            offering.add_way("merge");
        }
        if !merged && offering.found.has_messages() {
            offering.add_way("split");
        }
        if state.parent.is_some() {
            offering.add("leaving", Vec::new());
        } else if open && state.children == 0 {
            let fields = vec![offering.field("parent", "desk-act-parent-of", Look::Line)];
            offering.add("parent", fields).says = vec![offering.say("desk-act-parent-says")];
        }
    }
    if open && offering.may(Action::MarkDuplicate) {
        let fields = vec![offering.field("of", "desk-act-of", Look::Line)];
        offering.add("duplicate", fields);
    }
    offering.group("desk-acts-together", Vec::new());
}
