//! Cases: found by reference, by place in a queue, by what is due; saved only at the revision that was read.

mod casework;
mod hand;
mod near;
mod query;
mod words;
mod worklist;

use crate::{Broke, Row, Tx, Value, many, params};
use jiff::Timestamp;
use policy::Scope;
use query::{Query, listing};

pub use casework::{
    about_to_be_unanswered, about_to_break, asleep, children_of, correct, late, merged_into, open_children,
    open_part, some_children, unanswered, warn,
};
pub use hand::{Load, in_hand, loads};
pub use near::{Area, Spot, near, within};
use std::collections::BTreeSet;
use terms::{
    About, Case, CaseId, Clocks, Closure, CustomerId, DistrictCode, Place, Position, QueueCode, Reference,
    ServiceCode, State, Status, Told,
};
pub use words::{
    Hit, Sought, Term, add_words, beginning, find, forget_words, names_of, set_words, words_of, written_about,
};
pub(crate) use words::{Indexed, POSTGRES, SQLITE, index, index_rows};
pub use worklist::{Mark, Order, Whose, Worklist, all_by_ids, all_by_references, count, mark, worklist};

/// The columns of a case, in the order in which [`case`] takes them.
const COLUMNS: &str = "id, reference, revision, counted, kind, service, public, district, channel, customer_id, opened_at, \
    promised_at, first_reply_due_at, flags, description, answers, address, address_id, zipcode, lat, long, \
    media_url, secret_hash, agency, queue, updated_at, status, due_at, waiting_since, completion_missed, \
    first_reply_missed, assignee, first_replied_at, closed_at, outcome, transfer_to, open_tasks, duplicate_of, \
    reopened, feedback_invited, ratings, status_notes, about_agency, about_office, about_officer, about_case, \
    language, merged_into, parent, children, snoozed_until, original_due_at";

/// More cases than this are never read at once.
pub const LARGEST_PAGE: u32 = 1_000;

/// Which cases, and which part of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Of any of these services; of all when empty.
    pub services: Vec<ServiceCode>,
    /// In any of these states; in all when empty.
    pub statuses: Vec<Status>,
    /// In this district.
    pub district: Option<DistrictCode>,
    /// In this queue.
    pub queue: Option<QueueCode>,
    /// Of this customer.
    pub customer: Option<CustomerId>,
    /// Opened at or after.
    pub from: Option<Timestamp>,
    /// Opened before or at.
    pub to: Option<Timestamp>,
    /// After this case, in the order of the list.
    pub after: Option<(Timestamp, CaseId)>,
    /// Leave out so many of the first.
    pub skip: u32,
    /// Read no more than so many.
    pub limit: u32,
}

/// What is public of a case: no names, and words and place only where the service is public.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicCase {
    /// Its id.
    pub id: CaseId,
    /// Its name.
    pub reference: Reference,
    /// Its state; whose it is is left out.
    pub state: State,
    /// What was told, empty unless the service is public; never an answer or a secret.
    pub told: Told,
}

/// Saves new cases; which of them. A case whose reference is another's is not saved.
pub fn insert(tx: &mut Tx<'_>, cases: &[&Case]) -> Result<BTreeSet<CaseId>, Broke> {
    let mut saved = BTreeSet::new();
    for cases in many::in_sizes(cases) {
        let rows: Vec<Vec<Value<'_>>> = cases.iter().map(|case| values(case)).collect();
        let (mut sql, params) = many::insertion(&format!("cases ({COLUMNS})"), &rows);
        sql.push_str(" on conflict (reference) do nothing returning id");
        saved.extend(tx.all(&sql, &params, |row| row.parse::<CaseId>())?);
    }
    Ok(saved)
}

/// What is saved of a new case, in the order of the columns.
fn values(case: &Case) -> Vec<Value<'_>> {
    let (state, told) = (&case.state, &case.told);
    vec![
        case.id.into(),
        (&case.reference).into(),
        case.revision.into(),
        case.counted.into(),
        state.kind.into(),
        (&state.service).into(),
        state.public.into(),
        state.district.as_ref().into(),
        state.channel.into(),
        state.customer.into(),
        state.opened_at.into(),
        state.clocks.promised_at.into(),
        state.clocks.first_reply_due_at.into(),
        list(&state.flags),
        (&told.description).into(),
        list(&told.answers),
        told.place.address.as_ref().into(),
        told.place.address_id.as_ref().into(),
        told.place.zipcode.as_ref().into(),
        told.place.position.map(|position| position.lat).into(),
        told.place.position.map(|position| position.long).into(),
        told.media_url.as_ref().into(),
        told.secret_hash.as_ref().into(),
        (&state.agency).into(),
        (&state.queue).into(),
        state.updated_at.into(),
        state.status.into(),
        state.clocks.due_at.into(),
        state.clocks.waiting_since.into(),
        state.clocks.completion_missed.into(),
        state.clocks.first_reply_missed.into(),
        state.assignee.as_ref().into(),
        state.first_replied_at.into(),
        state.closure.as_ref().map(|closure| closure.at).into(),
        state.closure.as_ref().map(|closure| &closure.outcome).into(),
        state.transfer_to.as_ref().into(),
        list(&state.open_tasks),
        state.duplicate_of.into(),
        state.reopened.into(),
        state.feedback_invited.into(),
        Value::from(json(&state.ratings)),
        told.status_notes.as_ref().into(),
        state.about.agency.as_ref().into(),
        state.about.office.as_ref().into(),
        state.about.officer.as_ref().into(),
        state.about.case.into(),
        told.language.as_ref().into(),
        state.merged_into.into(),
        state.parent.into(),
        state.children.into(),
        state.snoozed_until.into(),
        state.clocks.original_due_at.into(),
    ]
}

/// Saves what changed of a case, if nobody else has changed it since revision `read`.
pub fn update(tx: &mut Tx<'_>, case: &Case, read: i64) -> Result<(), Broke> {
    let (state, clocks) = (&case.state, &case.state.clocks);
    let touched = tx.execute(
        "update cases set revision = $3, agency = $4, queue = $5, updated_at = $6, status = $7, due_at = $8, \
         waiting_since = $9, completion_missed = $10, first_reply_missed = $11, assignee = $12, \
         first_replied_at = $13, closed_at = $14, outcome = $15, transfer_to = $16, open_tasks = $17, \
         duplicate_of = $18, reopened = $19, feedback_invited = $20, ratings = $21, status_notes = $22, \
         customer_id = $23, language = $24, merged_into = $25, parent = $26, children = $27, \
         snoozed_until = $28, original_due_at = $29, warned = (warned and due_at is not distinct from $8) \
         where id = $1 and revision = $2",
        params![
            case.id,
            read,
            case.revision,
            &state.agency,
            &state.queue,
            state.updated_at,
            state.status,
            clocks.due_at,
            clocks.waiting_since,
            clocks.completion_missed,
            clocks.first_reply_missed,
            state.assignee.as_ref(),
            state.first_replied_at,
            state.closure.as_ref().map(|closure| closure.at),
            state.closure.as_ref().map(|closure| &closure.outcome),
            state.transfer_to.as_ref(),
            list(&state.open_tasks),
            state.duplicate_of,
            state.reopened,
            state.feedback_invited,
            json(&state.ratings),
            case.told.status_notes.as_ref(),
            state.customer,
            case.told.language.as_ref(),
            state.merged_into,
            state.parent,
            state.children,
            state.snoozed_until,
            clocks.original_due_at,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// The case with a reference, if the scope reaches it.
pub fn by_reference(tx: &mut Tx<'_>, scope: &Scope, reference: &Reference) -> Result<Option<Case>, Broke> {
    one(tx, scope, "reference = $1", reference.into())
}

/// The case with an id, if the scope reaches it.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: CaseId) -> Result<Option<Case>, Broke> {
    one(tx, scope, "id = $1", id.into())
}

fn one(tx: &mut Tx<'_>, scope: &Scope, which: &str, value: Value<'_>) -> Result<Option<Case>, Broke> {
    let mut query = Query { text: format!("select {COLUMNS} from cases where {which}"), params: vec![value] };
    query.within(scope);
    tx.first(&query.text, &query.params, case)
}

/// The cases that fit a filter, the newest first; those of a queue by when they are due.
pub fn list_cases(tx: &mut Tx<'_>, scope: &Scope, filter: &Filter) -> Result<Vec<Case>, Broke> {
    let query = listing(scope, filter);
    tx.all(&query.text, &query.params, case)
}

/// What is public of the cases that fit a filter, the newest first.
pub fn list_public(tx: &mut Tx<'_>, scope: &Scope, filter: &Filter) -> Result<Vec<PublicCase>, Broke> {
    let mut query = listing(scope, filter);
    query.text = query.text.replacen(" where ", " where public = true and ", 1);
    tx.all(&query.text, &query.params, |row| Ok(public(case(row)?)))
}

/// What is public of the case with a reference.
pub fn public_by_reference(
    tx: &mut Tx<'_>,
    scope: &Scope,
    reference: &Reference,
) -> Result<Option<PublicCase>, Broke> {
    Ok(by_reference(tx, scope, reference)?.map(public))
}

/// Cases to which something happened that the daily facts do not know: id, revision, and the one known.
pub fn uncounted(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<(CaseId, i64, i64)>, Broke> {
    tx.all(
        "select id, revision, counted from cases where counted < revision order by id limit $1",
        params![limit],
        |row| Ok((row.parse()?, row.take()?, row.take()?)),
    )
}

/// Notes that the daily facts know a case up to a revision, if they knew it up to `from`.
pub fn mark_counted(tx: &mut Tx<'_>, id: CaseId, from: i64, to: i64) -> Result<(), Broke> {
    let touched =
        tx.execute("update cases set counted = $3 where id = $1 and counted = $2", params![id, from, to])?;
    if touched == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// Notes that the daily facts know nothing.
pub fn mark_all_uncounted(tx: &mut Tx<'_>) -> Result<(), Broke> {
    tx.execute("update cases set counted = 0", &[]).map(drop)
}

/// How many cases there are in each state.
pub fn count_by_status(tx: &mut Tx<'_>) -> Result<Vec<(Status, i64)>, Broke> {
    tx.all("select status, count(*) from cases group by status order by status", &[], |row| {
        Ok((row.parse()?, row.take()?))
    })
}

/// How many cases were opened, and how many closed, at or after an instant.
pub fn count_since(tx: &mut Tx<'_>, since: Timestamp) -> Result<(i64, i64), Broke> {
    let opened = tx.count("select count(*) from cases where opened_at >= $1", params![since])?;
    let closed = tx.count("select count(*) from cases where closed_at >= $1", params![since])?;
    Ok((opened, closed))
}

/// Every case in the order of their ids, a page at a time, for whole-house checks.
pub fn page_by_id(
    tx: &mut Tx<'_>,
    scope: &Scope,
    after: Option<CaseId>,
    limit: u32,
) -> Result<Vec<Case>, Broke> {
    let mut query = Query { text: format!("select {COLUMNS} from cases where true"), params: Vec::new() };
    query.within(scope);
    query.and("id >", after.map(Value::from));
    let limit = query.param(limit.into());
    query.text.push_str(&format!(" order by id limit {limit}"));
    tx.all(&query.text, &query.params, case)
}

fn public(case: Case) -> PublicCase {
    let Case { id, reference, mut state, told, .. } = case;
    state.customer = None;
    state.assignee = None;
    state.about = About::default();
    let told = if state.public {
        Told { answers: Vec::new(), secret_hash: None, language: None, ..told }
    } else {
        Told::default()
    };
    PublicCase { id, reference, state, told }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A list as JSON, without the cost of a serializer for the empty ones, which most are.
fn list<T: serde::Serialize>(values: &[T]) -> Value<'static> {
    if values.is_empty() { Value::from("[]") } else { Value::from(json(&values)) }
}

/// Reads a case from [`COLUMNS`].
fn case(row: &mut Row<'_>) -> Result<Case, Broke> {
    let (id, reference, revision, counted) = (row.parse()?, row.parse()?, row.take()?, row.take()?);
    let (kind, service, public, district, channel) =
        (row.parse()?, row.take()?, row.take()?, row.take()?, row.parse()?);
    let (customer, opened_at) = (row.parse_opt()?, row.take()?);
    let (promised_at, first_reply_due_at, flags) = (row.take()?, row.take()?, row.json()?);
    let mut told = told(row)?;
    let (agency, queue, updated_at, status) = (row.take()?, row.take()?, row.take()?, row.parse()?);
    let clocks = Clocks {
        promised_at,
        due_at: row.take()?,
        original_due_at: None,
        first_reply_due_at,
        waiting_since: row.take()?,
        completion_missed: row.take()?,
        first_reply_missed: row.take()?,
    };
    let (assignee, first_replied_at) = (row.take()?, row.take()?);
    let (closed_at, outcome): (Option<Timestamp>, _) = (row.take()?, row.take()?);
    let closure = closed_at.zip(outcome).map(|(at, outcome)| Closure { at, outcome });
    let mut state = State {
        kind,
        service,
        public,
        agency,
        queue,
        district,
        channel,
        customer,
        opened_at,
        updated_at,
        status,
        clocks,
        assignee,
        first_replied_at,
        closure,
        transfer_to: row.take()?,
        open_tasks: row.json()?,
        duplicate_of: row.parse_opt()?,
        merged_into: None,
        parent: None,
        children: 0,
        snoozed_until: None,
        reopened: row.take()?,
        feedback_invited: row.take()?,
        ratings: row.json()?,
        flags,
        about: About::default(),
    };
    told.status_notes = row.take()?;
    state.about =
        About { agency: row.take()?, office: row.take()?, officer: row.take()?, case: row.parse_opt()? };
    told.language = row.take()?;
    (state.merged_into, state.parent) = (row.parse_opt()?, row.parse_opt()?);
    (state.children, state.snoozed_until) = (row.take()?, row.take()?);
    state.clocks.original_due_at = row.take()?;
    Ok(Case { id, reference, revision, counted, told, state })
}

fn told(row: &mut Row<'_>) -> Result<Told, Broke> {
    let (description, answers) = (row.take()?, row.json()?);
    let (address, address_id, zipcode) = (row.take()?, row.take()?, row.take()?);
    let (lat, long): (Option<f64>, Option<f64>) = (row.take()?, row.take()?);
    let position = lat.zip(long).map(|(lat, long)| Position { lat, long });
    let place = Place { address, address_id, zipcode, position };
    Ok(Told {
        description,
        answers,
        place,
        media_url: row.take()?,
        status_notes: None,
        secret_hash: row.take()?,
        language: None,
    })
}
