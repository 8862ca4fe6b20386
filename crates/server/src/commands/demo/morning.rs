//! What lies on the desks when the doors open: cases in everybody's hands, some of them late, and a question that waits
//! for each superior.

use office::authority::{self, NewApproval, NewOffer, Wanted};
use office::city::Officer;
use office::desk::{self, ViewFilter, Whose};
use office::{Act, Office, Verb, cases};
use records::Tx;
use records::cases::Order;
use terms::{Actor, Channel, OfficerCode, Principal, Purpose, RemedyCode, Role, Status};

/// Cases that everybody has: of those that are due first, and of those that came last.
const DUE: u32 = 3;
const NEW: u32 = 5;
/// Working days that are asked for: more than a specialist may give alone.
const MORE_DAYS: i64 = 15;

/// Gives everybody of an agency something to do, and has specialists ask their superiors.
pub(super) fn lay_out(office: &Office) {
    let officers = || office.city.officers.values();
    for officer in officers().filter(|officer| officer.agency.is_some()) {
        let takes = |one: &Officer| one.code == officer.code && one.roles.contains(&Role::Specialist);
        let leads = |one: &Officer| one.agency == officer.agency && one.roles.contains(&Role::Supervisor);
        let Some(giver) = officers().find(|one| takes(one) || leads(one)) else { continue };
        let code = officer.code.clone();
        happens(office, giver, move |tx, act| hand_out(tx, act, &code));
    }
    for officer in officers().filter(|officer| officer.agency.is_some() && officer.superior.is_some()) {
        if officer.roles.contains(&Role::Specialist) {
            happens(office, officer, ask);
        }
    }
}

/// Does something as an officer. The house opens with or without it.
fn happens(
    office: &Office,
    officer: &Officer,
    verb: impl Fn(&mut Tx<'_>, &Act) -> Verb<()> + Send + 'static,
) {
    let act = office.act(principal(officer), Channel::Staff, Purpose::Service);
    let done: Verb<()> = office.db.write_now(move |tx| verb(tx, &act));
    if let Err(refusal) = done {
        tracing::warn!(%refusal, officer = %officer.code, "a desk of the demonstration has less on it");
    }
}

/// An officer as one who acts.
pub(super) fn principal(officer: &Officer) -> Principal {
    Principal {
        roles: officer.roles.clone(),
        agency: officer.agency.clone(),
        office: officer.office.clone(),
        ..Principal::new(Actor::Officer(officer.code.clone()))
    }
}

fn hand_out(tx: &mut Tx<'_>, act: &Act, officer: &OfficerCode) -> Verb<()> {
    let free = filter(act, Whose::Nobody);
    for (order, most) in [(Order::Due, DUE), (Order::Newest, NEW)] {
        for row in desk::inbox(tx, act, &free, order, (None, most))?.rows {
            cases::assign(tx, act, &row.case.reference, row.case.revision, Some(officer))?;
        }
    }
    Ok(())
}

fn ask(tx: &mut Tx<'_>, act: &Act) -> Verb<()> {
    let mine = desk::inbox(tx, act, &filter(act, Whose::Me), Order::Newest, (None, 1))?;
    let Some(row) = mine.rows.into_iter().next() else { return Ok(()) };
    let offer = NewOffer {
        remedy: RemedyCode::new("extension"),
        amount: Some(MORE_DAYS),
        words: "We need three more weeks for this. We are sorry that you have to wait.".to_owned(),
    };
    let why = "The crew waits for a part. It comes in two weeks.".to_owned();
    let new = NewApproval { wanted: Wanted::Offer(offer), words: why };
    authority::ask_approval(tx, act, &row.case.reference, row.case.revision, &new).map(drop)
}

fn filter(act: &Act, whose: Whose) -> ViewFilter {
    ViewFilter {
        assignee: Some(whose),
        agency: act.who.agency.clone(),
        statuses: vec![Status::Open],
        ..ViewFilter::default()
    }
}
