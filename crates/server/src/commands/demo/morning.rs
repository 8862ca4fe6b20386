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
pub(super) fn lay_out(office: &Office) -> Verb<()> {
    let officers = || office.city.officers.values();
    for officer in officers().filter(|officer| officer.agency.is_some()) {
        let gives = |one: &&Officer| one.agency == officer.agency && !one.roles.contains(&Role::Clerk);
        let Some(giver) = officers().find(gives) else { continue };
        let (act, code) = (act_of(office, giver), officer.code.clone());
        office.db.write_now(move |tx| hand_out(tx, &act, &code))?;
    }
    for officer in officers().filter(|officer| officer.agency.is_some() && officer.superior.is_some()) {
        if officer.roles.contains(&Role::Specialist) {
            let act = act_of(office, officer);
            office.db.write_now(move |tx| ask(tx, &act))?;
        }
    }
    Ok(())
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

fn act_of(office: &Office, officer: &Officer) -> Act {
    office.act(principal(officer), Channel::Staff, Purpose::Service)
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
