//! Lanes of an office's line: those who differ in place alone, and whoever is first in each.

use crate::visits::{self, COLUMNS, Today, kept_for, visit};
use crate::waits::{STANDER, Stander, stander};
use crate::{Broke, Tx, Value, params};
use policy::{Reach, Scope};
use terms::{KeptFor, LineCode, Priority, Visit};

/// Of each lane, so many are read where several counters call at once; as many call as there are connections that write.
const AHEAD: usize = 12;

/// Those who differ in place alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// For what they wait; for those who are kept for somebody, whatever it is.
    pub line: Option<LineCode>,
    /// Whether they go before others.
    pub priority: Priority,
    /// For whom they are kept.
    pub kept_for: Option<KeptFor>,
}

/// The first of each lane, where anybody waits in it: as many look-ups as there are lanes, however many wait. Where other
/// counters may be taking the very first at this instant, those behind them too.
pub fn firsts(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (office, day): Today<'_>,
    lanes: &[Lane],
) -> Result<Vec<Stander>, Broke> {
    if *scope.reach() == Reach::Nothing || lanes.is_empty() {
        return Ok(Vec::new());
    }
    let (ahead, mut params) = (ahead(tx), vec![office.into(), day.to_string().into()]);
    let lane = |(number, lane)| {
        let condition = Lane::condition(lane, &mut params);
        let first =
            format!("select {STANDER} from visits where {condition} order by place_at, id limit {ahead}");
        format!("select * from ({first}) as lane_{number}")
    };
    let sql = lanes.iter().enumerate().map(lane).collect::<Vec<_>>().join(" union all ");
    tx.all(&sql, &params, stander)
}

/// Takes the first of those who are next whom nobody else is taking at this instant, so that no two counters call the same
/// one. `in_turn` is who they were when they were read; SQLite has one writer, so the first still is.
pub fn claim(tx: &mut Tx<'_>, scope: &Scope, in_turn: &[&Stander]) -> Result<Option<Visit>, Broke> {
    if *scope.reach() == Reach::Nothing {
        return Ok(None);
    }
    if !tx.is_postgres() {
        return in_turn.first().map_or(Ok(None), |first| visits::by_id(tx, scope, first.id));
    }
    let ids: Vec<String> = in_turn.iter().take(AHEAD).map(|stander| stander.id.to_string()).collect();
    let sql = format!(
        "select {COLUMNS} from visits where id = any(string_to_array($1, ' ')) and status = 'waiting' \
         order by array_position(string_to_array($1, ' '), id) limit 1 for update skip locked"
    );
    let taken = tx.first(&sql, params![ids.join(" ")], visit)?;
    // Whoever was given another place meanwhile may not be the first any more.
    Ok(taken.filter(|taken| in_turn.iter().any(|read| read.id == taken.id && read.stands_as(&taken.state))))
}

/// How many of each lane are read. As many of all of them in turn are those who are next, whatever their lanes are.
fn ahead(tx: &Tx<'_>) -> u32 {
    if tx.is_postgres() { u32::try_from(AHEAD).unwrap_or(1) } else { 1 }
}

impl Lane {
    /// Who stands in it, as the index has them; the first two parameters are the office and its day.
    fn condition<'v>(&'v self, params: &mut Vec<Value<'v>>) -> String {
        let mut next = |value: Value<'v>| {
            params.push(value);
            params.len()
        };
        let kept = next(kept_for(self.kept_for.as_ref()));
        let priority = next(self.priority.into());
        let line = self.line.as_ref().map(|line| format!("and line = ${}", next(line.into())));
        let is_kept = self.kept_for.as_ref().map(|_| "and kept_for <> ''".to_owned());
        format!(
            "office = $1 and day = $2 and status = 'waiting' and kept_for = ${kept} and priority = ${priority} {} {}",
            line.unwrap_or_default(),
            is_kept.unwrap_or_default()
        )
    }
}
