//! Which rule explains the deadlines of a type?

use calendars::{Calendar, Rule};
use channels::bulk::SourceRow;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use office::city::City;
use std::collections::BTreeMap;

/// A deadline is explained when the rule gives it within this time.
pub(super) const TOLERANCE: SignedDuration = SignedDuration::from_mins(10);
/// A rule must explain this share of its rows to become a promise.
const SHARE_TO_PROMISE: f64 = 0.75;
/// Fewer rows than this prove nothing.
const FEWEST_ROWS: usize = 3;
/// A second rule must explain at least this share more of the rows than the first alone.
const SHARE_TO_SPLIT: f64 = 0.02;

/// Rules with the day from which each holds; none for always.
type Rules = Vec<(Option<Date>, Rule)>;

/// What was found for one type.
#[derive(Debug, Clone)]
pub(super) struct Derived {
    /// The type, as the source calls it.
    pub name: String,
    /// The department, as the source calls it.
    pub agency: String,
    /// The heading.
    pub group: String,
    /// All rows, and those among them with a deadline.
    pub rows: usize,
    /// Rows with a deadline.
    pub targets: usize,
    /// The rules found; empty when nothing explains the type.
    pub rules: Rules,
    /// How many deadlines the rules explain.
    pub explained: usize,
    /// The source's channels, to know who may ask.
    pub channels: Vec<terms::Channel>,
}

/// A row with the rules that would explain it.
struct Candidate {
    day: Date,
    rules: Vec<Rule>,
}

/// Derives the promises of every type, the most frequent first.
pub(super) fn derive(city: &City, rows: &[SourceRow]) -> Vec<Derived> {
    let mut types: BTreeMap<&str, Vec<&SourceRow>> = BTreeMap::new();
    for row in rows {
        types.entry(&row.service).or_default().push(row);
    }
    let mut derived: Vec<Derived> =
        types.into_iter().map(|(name, rows)| derive_type(city, name, &rows)).collect();
    derived.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.name.cmp(&b.name)));
    derived
}

fn derive_type(city: &City, name: &str, rows: &[&SourceRow]) -> Derived {
    let most_common = |value: fn(&SourceRow) -> Option<&String>| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for text in rows.iter().filter_map(|row| value(row)) {
            *counts.entry(text).or_default() += 1;
        }
        counts
            .into_iter()
            .max_by_key(|(_, count)| *count)
            .map(|(text, _)| text.to_owned())
            .unwrap_or_default()
    };
    let mut channels: Vec<_> = rows.iter().filter_map(|row| row.channel).collect();
    channels.sort();
    channels.dedup();
    let calendar = city.calendar.as_ref();
    let mut candidates: Vec<Candidate> = rows
        .iter()
        .filter_map(|row| Some((row.opened_at, row.due_at?)))
        .map(|(opened, due)| Candidate {
            day: calendar.day(opened),
            rules: explanations(calendar, opened, due),
        })
        .collect();
    candidates.sort_by_key(|candidate| candidate.day);
    let rules = rules(&candidates);
    Derived {
        name: name.to_owned(),
        agency: most_common(|row| row.agency.as_ref()),
        group: most_common(|row| row.group.as_ref()),
        rows: rows.len(),
        targets: candidates.len(),
        explained: candidates.iter().filter(|candidate| explains(&rules, candidate)).count(),
        rules,
        channels,
    }
}

/// The rules that lead from an opening to a deadline: so many business days, so many calendar days, or both.
fn explanations(calendar: &Calendar, opened: Timestamp, due: Timestamp) -> Vec<Rule> {
    let fits = |rule: Rule| {
        rule.due(calendar, opened).is_some_and(|found| found.promised.duration_since(due).abs() <= TOLERANCE)
    };
    let wall = calendar.day(opened).until(calendar.day(due)).map_or(0, |span| span.get_days());
    let day_length = SignedDuration::from_mins(510);
    let worked = calendar.worked(opened, due).as_secs() / day_length.as_secs();
    let around = |days: i64| {
        (days - 1..=days + 1).filter_map(|days| u32::try_from(days).ok()).filter(|days| *days > 0)
    };
    around(worked)
        .map(Rule::BusinessDays)
        .chain(around(i64::from(wall)).map(Rule::CalendarDays))
        .filter(|rule| fits(*rule))
        .collect()
}

fn rules(candidates: &[Candidate]) -> Rules {
    let single = best(candidates);
    let split = best_split(candidates);
    let enough =
        |explained: usize, rows: usize| rows >= FEWEST_ROWS && ratio(explained, rows) >= SHARE_TO_PROMISE;
    match (single, split) {
        (Some((_, alone)), Some((both, rules)))
            if ratio(both, candidates.len()) >= ratio(alone, candidates.len()) + SHARE_TO_SPLIT
                && enough(both, candidates.len()) =>
        {
            rules
        }
        (Some((rule, explained)), _) if enough(explained, candidates.len()) => vec![(None, rule)],
        _ => Vec::new(),
    }
}

/// The rule that explains most, and how many. Of equals, the one in business days, then the shorter.
fn best(candidates: &[Candidate]) -> Option<(Rule, usize)> {
    let mut counts: Vec<(Rule, usize)> = Vec::new();
    for rule in candidates.iter().flat_map(|candidate| &candidate.rules) {
        match counts.iter_mut().find(|(known, _)| known == rule) {
            Some((_, count)) => *count += 1,
            None => counts.push((*rule, 1)),
        }
    }
    let preference = |rule: &Rule| match rule {
        Rule::BusinessDays(days) => (0, *days),
        Rule::CalendarDays(days) => (1, *days),
        Rule::WorkingTime(_) | Rule::SameDayOr24Hours(_) => (2, 0),
    };
    counts.into_iter().max_by(|(a, m), (b, n)| m.cmp(n).then_with(|| preference(b).cmp(&preference(a))))
}

/// The best pair of rules with a day between them.
fn best_split(candidates: &[Candidate]) -> Option<(usize, Rules)> {
    let starts = (1..candidates.len()).filter(|place| candidates[*place].day != candidates[place - 1].day);
    starts
        .filter_map(|place| {
            let (before, after) = candidates.split_at(place);
            let ((first, m), (second, n)) = (best(before)?, best(after)?);
            let sound = before.len() >= FEWEST_ROWS && after.len() >= FEWEST_ROWS && first != second;
            sound.then(|| (m + n, vec![(None, first), (Some(after[0].day), second)]))
        })
        .max_by_key(|(explained, _)| *explained)
}

fn explains(rules: &[(Option<Date>, Rule)], candidate: &Candidate) -> bool {
    let in_force = rules.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= candidate.day));
    in_force.is_some_and(|(_, rule)| candidate.rules.contains(rule))
}

/// A share; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "counts of rows are far below 2^52")]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
