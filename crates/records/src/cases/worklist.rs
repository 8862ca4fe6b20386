//! What officers work on: cases that fit a view, found through the indexes of what is open, however many are closed.

use super::query::Query;
use super::{COLUMNS, LARGEST_PAGE, case};
use crate::{Broke, Tx, Value};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{
    AgencyCode, Case, CaseId, CaseKind, Channel, CustomerId, DistrictCode, OfficerCode, QueueCode, Reference,
    ServiceCode, Status,
};

/// Which cases somebody works on; what is left out does not matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Worklist {
    /// Of any of these services.
    pub services: Vec<ServiceCode>,
    /// In any of these states.
    pub statuses: Vec<Status>,
    /// Who has them.
    pub assignee: Option<Whose>,
    /// Held by this agency.
    pub agency: Option<AgencyCode>,
    /// This agency is asked to take them over, or does a part.
    pub asked: Option<AgencyCode>,
    /// In this queue.
    pub queue: Option<QueueCode>,
    /// In this district.
    pub district: Option<DistrictCode>,
    /// Come in over this channel.
    pub channel: Option<Channel>,
    /// Asked in this language.
    pub language: Option<String>,
    /// Of this kind.
    pub kind: Option<CaseKind>,
    /// Due at or after.
    pub due_from: Option<Timestamp>,
    /// Due before.
    pub due_before: Option<Timestamp>,
    /// Opened at or after.
    pub opened_since: Option<Timestamp>,
    /// Closed at or after.
    pub closed_since: Option<Timestamp>,
}

/// Who has a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Nobody took it yet.
    Nobody,
    /// An officer.
    Officer(OfficerCode),
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// What is due first; what nothing was promised for comes last.
    Due,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
    /// The last closed first.
    Closed,
}

/// Where a case stands in an order: the next page begins after the last one's mark, whatever moved meanwhile.
pub type Mark = (i64, CaseId);

/// What comes after everything that is due.
const NEVER: i64 = 9_007_199_254_740_991;

impl Order {
    /// What the cases are ordered by, as the indexes say it.
    const fn by(self) -> &'static str {
        match self {
            Self::Due => "coalesce(due_at, 9007199254740991)",
            Self::Newest | Self::Oldest => "opened_at",
            Self::Closed => "closed_at",
        }
    }

    const fn way(self) -> &'static str {
        match self {
            Self::Due | Self::Oldest => "",
            Self::Newest | Self::Closed => " desc",
        }
    }
}

/// Where a case stands in an order.
pub fn mark(case: &Case, order: Order) -> Mark {
    let state = &case.state;
    let at = match order {
        Order::Due => state.clocks.due_at,
        Order::Newest | Order::Oldest => Some(state.opened_at),
        Order::Closed => state.closure.as_ref().map(|closure| closure.at),
    };
    (at.map_or(NEVER, Timestamp::as_millisecond), case.id)
}

/// Why a scope reaches a case. Each way has an index of its own, so each is asked apart.
enum Way<'s> {
    Everything,
    Public,
    Agency(&'s AgencyCode),
    Transfer(&'s AgencyCode),
    Task(&'s AgencyCode),
    Customer(CustomerId),
    Case(CaseId),
}

fn ways<'s>(scope: &'s Scope, wanted: &'s Worklist) -> Vec<Way<'s>> {
    let (agencies, partner, customer, case) = match (scope.reach(), &wanted.asked) {
        (Reach::Nothing, _) => return Vec::new(),
        (Reach::Everything, None) => return vec![Way::Everything],
        (Reach::Everything, Some(asked)) => return vec![Way::Transfer(asked), Way::Task(asked)],
        (Reach::Public, _) => return vec![Way::Public],
        (Reach::Some { agencies, partner, customer, case, .. }, _) => (agencies, partner, customer, case),
    };
    let partner = || partner.iter().flat_map(|partner| [Way::Transfer(partner), Way::Task(partner)]);
    if let Some(asked) = &wanted.asked {
        return partner()
            .filter(|way| matches!(way, Way::Transfer(a) | Way::Task(a) if *a == asked))
            .collect();
    }
    let held = agencies.iter().filter(|agency| wanted.agency.as_ref().is_none_or(|only| only == *agency));
    let mut ways: Vec<Way<'_>> = held.map(Way::Agency).collect();
    if wanted.agency.is_none() || ways.is_empty() {
        ways.extend(partner());
        ways.extend(customer.map(Way::Customer));
        ways.extend(case.map(Way::Case));
    }
    ways
}

/// The cases that fit, in an order, after a mark.
pub fn worklist(
    tx: &mut Tx<'_>,
    scope: &Scope,
    wanted: &Worklist,
    order: Order,
    (after, limit): (Option<Mark>, u32),
) -> Result<Vec<Case>, Broke> {
    let limit = limit.clamp(1, LARGEST_PAGE);
    let (by, way) = (order.by(), order.way());
    let mut query = Query {
        text: format!("select {COLUMNS} from cases where id in (select id from ("),
        params: Vec::new(),
    };
    if !parts(&mut query, (scope, wanted), Some((order, after)), limit) {
        return Ok(Vec::new());
    }
    query.text.push_str(&format!(
        ") as found order by place{way}, id{way} limit {limit}) order by {by}{way}, id{way}"
    ));
    tx.all(&query.text, &query.params, case)
}

/// How many cases fit, counted up to `most`.
pub fn count(tx: &mut Tx<'_>, scope: &Scope, wanted: &Worklist, most: u32) -> Result<u32, Broke> {
    let mut query = Query { text: "select count(*) from (".to_owned(), params: Vec::new() };
    if !parts(&mut query, (scope, wanted), None, most) {
        return Ok(0);
    }
    query.text.push_str(") as found");
    let found = tx.count(&query.text, &query.params)?;
    Ok(u32::try_from(found).unwrap_or(u32::MAX).min(most))
}

/// Adds a part for each way and state: the first of all are among the first of each. Whether there is any.
fn parts<'q>(
    query: &mut Query<'q>,
    (scope, wanted): (&'q Scope, &'q Worklist),
    order: Option<(Order, Option<Mark>)>,
    limit: u32,
) -> bool {
    let statuses = if wanted.statuses.is_empty() { Status::ALL } else { &wanted.statuses };
    let ways = ways(scope, wanted);
    let mut number = 0;
    for way in &ways {
        for status in statuses {
            number += 1;
            query.text.push_str(if number > 1 { " union select * from (" } else { "select * from (" });
            part(query, (scope, way), wanted, *status, order);
            query.text.push_str(&format!(" limit {limit}) as part{number}"));
        }
    }
    number > 0
}

fn part<'q>(
    query: &mut Query<'q>,
    (scope, way): (&Scope, &Way<'q>),
    wanted: &'q Worklist,
    status: Status,
    order: Option<(Order, Option<Mark>)>,
) {
    let place = order.map_or_else(String::new, |(order, _)| format!(", {} as place", order.by()));
    // The state is one of our own words; written out, it says which index will do.
    query.text.push_str(&format!("select id{place} from cases where status = '{status}'"));
    query.text.push_str(match status {
        Status::Open | Status::Waiting => " and status <> 'closed'",
        Status::Closed => " and closed_at is not null",
    });
    reached(query, scope, way);
    fitting(query, wanted);
    let Some((order, after)) = order else { return };
    let (by, way) = (order.by(), order.way());
    if let Some((at, id)) = after {
        let (at, id) = (query.param(at.into()), query.param(id.into()));
        let beyond = if way.is_empty() { ">" } else { "<" };
        query
            .text
            .push_str(&format!(" and {by} {beyond}= {at} and ({by} {beyond} {at} or id {beyond} {id})"));
    }
    query.text.push_str(&format!(" order by {by}{way}, id{way}"));
}

fn reached<'q>(query: &mut Query<'q>, scope: &Scope, way: &Way<'q>) {
    match way {
        Way::Everything => {}
        Way::Public => query.text.push_str(" and public = true"),
        Way::Agency(agency) => query.and("agency =", Some((*agency).into())),
        Way::Transfer(agency) => query.and("transfer_to =", Some((*agency).into())),
        Way::Task(agency) => {
            let agency = query.param((*agency).into());
            query.text.push_str(&format!(
                " and id in (select case_id from tasks where tasks.agency = {agency} \
                 and tasks.state in ('asked', 'accepted'))"
            ));
        }
        Way::Customer(customer) => query.and("customer_id =", Some((*customer).into())),
        Way::Case(case) => query.and("id =", Some((*case).into())),
    }
    if let Reach::Some { not_about, not_at, .. } = scope.reach() {
        query.not_about(not_about.as_ref(), not_at.as_ref());
    }
}

fn fitting<'q>(query: &mut Query<'q>, wanted: &'q Worklist) {
    let due = Order::Due.by();
    query.any("service", wanted.services.iter().map(Value::from));
    match &wanted.assignee {
        Some(Whose::Nobody) => query.text.push_str(" and assignee is null"),
        Some(Whose::Officer(officer)) => query.and("assignee =", Some(officer.into())),
        None => {}
    }
    query.and("agency =", wanted.agency.as_ref().map(Value::from));
    query.and("queue =", wanted.queue.as_ref().map(Value::from));
    query.and("district =", wanted.district.as_ref().map(Value::from));
    query.and("channel =", wanted.channel.map(Value::from));
    query.and("language =", wanted.language.as_ref().map(Value::from));
    query.and("kind =", wanted.kind.map(Value::from));
    query.and(&format!("{due} >="), wanted.due_from.map(Value::from));
    query.and(&format!("{due} <"), wanted.due_before.map(Value::from));
    query.and("opened_at >=", wanted.opened_since.map(Value::from));
    query.and("closed_at >=", wanted.closed_since.map(Value::from));
}

/// The cases of a list of references, as far as the scope reaches.
pub fn all_by_references(
    tx: &mut Tx<'_>,
    scope: &Scope,
    references: &[Reference],
) -> Result<Vec<Case>, Broke> {
    all(tx, scope, "reference", references.iter().map(Value::from).collect())
}

/// The cases of a list of ids, as far as the scope reaches.
pub fn all_by_ids(tx: &mut Tx<'_>, scope: &Scope, ids: &[CaseId]) -> Result<Vec<Case>, Broke> {
    all(tx, scope, "id", ids.iter().map(|id| (*id).into()).collect())
}

fn all(tx: &mut Tx<'_>, scope: &Scope, column: &str, values: Vec<Value<'_>>) -> Result<Vec<Case>, Broke> {
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query { text: format!("select {COLUMNS} from cases where true"), params: Vec::new() };
    query.any(column, values.into_iter());
    query.within(scope);
    tx.all(&query.text, &query.params, case)
}
