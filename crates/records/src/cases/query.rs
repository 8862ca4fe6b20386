//! Queries for cases, which grow with what is asked and with what the policy decided.

use super::{COLUMNS, Filter, LARGEST_PAGE};
use crate::Value;
use policy::{Reach, Scope};
use terms::{OfficeCode, OfficerCode, Status};

/// What a filter asks for, as far as the scope reaches.
pub(super) fn listing<'f>(scope: &Scope, filter: &'f Filter) -> Query<'f> {
    let mut query = Query { text: format!("select {COLUMNS} from cases where true"), params: Vec::new() };
    query.within(scope);
    query.any("service", filter.services.iter().map(Value::from));
    query.any("status", filter.statuses.iter().map(|status| Value::from(*status)));
    if !filter.statuses.is_empty() && !filter.statuses.contains(&Status::Closed) {
        // It follows, and says that the indexes of what is open will do.
        query.text.push_str(" and status <> 'closed'");
    }
    query.and("district =", filter.district.as_ref().map(Value::from));
    query.and("queue =", filter.queue.as_ref().map(Value::from));
    query.and("customer_id =", filter.customer.map(Value::from));
    query.and("opened_at >=", filter.from.map(Value::from));
    query.and("opened_at <=", filter.to.map(Value::from));
    if let Some((opened_at, id)) = filter.after {
        let (opened_at, id) = (query.param(opened_at.into()), query.param(id.into()));
        query.text.push_str(&format!(" and (opened_at, id) < ({opened_at}, {id})"));
    }
    query.text.push_str(match filter.queue {
        // The index's own expression: what nothing was promised for comes last.
        Some(_) => " and status <> 'closed' order by coalesce(due_at, 9007199254740991), id",
        None => " order by opened_at desc, id desc",
    });
    let limit = query.param(i64::from(filter.limit.clamp(1, LARGEST_PAGE)).into());
    let skip = query.param(i64::from(filter.skip).into());
    query.text.push_str(&format!(" limit {limit} offset {skip}"));
    query
}

/// A query that grows.
pub(super) struct Query<'q> {
    pub(super) text: String,
    pub(super) params: Vec<Value<'q>>,
}

impl<'q> Query<'q> {
    pub(super) fn param(&mut self, value: Value<'q>) -> String {
        self.params.push(value);
        format!("${}", self.params.len())
    }

    pub(super) fn and(&mut self, condition: &str, value: Option<Value<'q>>) {
        if let Some(value) = value {
            let param = self.param(value);
            self.text.push_str(&format!(" and {condition} {param}"));
        }
    }

    pub(super) fn any(&mut self, column: &str, values: impl Iterator<Item = Value<'q>>) {
        let params: Vec<String> = values.map(|value| self.param(value)).collect();
        if !params.is_empty() {
            self.text.push_str(&format!(" and {column} in ({})", params.join(", ")));
        }
    }

    /// Adds what the policy decided.
    pub(super) fn within(&mut self, scope: &Scope) {
        let condition = match scope.reach() {
            Reach::Everything | Reach::Public => return,
            Reach::Nothing => "false".to_owned(),
            Reach::Some { agencies, partner, customer, case, not_about, not_at } => {
                let mut ways = vec!["false".to_owned()];
                for agency in agencies {
                    let agency = self.param(Value::from(agency.as_str().to_owned()));
                    ways.push(format!("agency = {agency}"));
                }
                if let Some(partner) = partner {
                    let partner = self.param(Value::from(partner.as_str().to_owned()));
                    ways.push(format!("transfer_to = {partner}"));
                    ways.push(format!(
                        "exists (select 1 from tasks where tasks.case_id = cases.id and tasks.agency = {partner} \
                         and tasks.state in ('asked', 'accepted'))"
                    ));
                }
                let customer = customer.map(|customer| self.param(customer.into()));
                ways.extend(customer.map(|customer| format!("customer_id = {customer}")));
                let case = case.map(|case| self.param(case.into()));
                ways.extend(case.map(|case| format!("id = {case}")));
                self.text.push_str(&format!(" and ({})", ways.join(" or ")));
                return self.not_about(not_about.as_ref(), not_at.as_ref());
            }
        };
        self.text.push_str(&format!(" and ({condition})"));
    }

    /// Leaves out what is about an officer, or about an office.
    pub(super) fn not_about(&mut self, officer: Option<&OfficerCode>, office: Option<&OfficeCode>) {
        let about = [
            ("about_officer", officer.map(|officer| officer.as_str().to_owned())),
            ("about_office", office.map(|office| office.as_str().to_owned())),
        ];
        for (column, code) in about {
            if let Some(code) = code {
                let code = self.param(Value::from(code));
                self.text.push_str(&format!(" and ({column} is null or {column} <> {code})"));
            }
        }
    }
}
