//! What was aimed at, and whether it is reached.

use super::Found;
use super::document::{milliseconds, thousands};
use super::reads::What;
use super::stage::{Intake, Stage};

/// What was aimed at.
const INTAKES_A_SECOND: f64 = 5_000.0;
const SHARE_SQLITE: f64 = 0.35;
const SHARE_POSTGRES: f64 = 0.60;
const LIFECYCLES_A_SECOND: f64 = 500.0;
const READ_MS: f64 = 100.0;
const DEARER: f64 = 1.3;
const IMPORT_SECONDS: f64 = 10.0;
const MEGABYTES: f64 = 150.0;
const START_MS: f64 = 300.0;
const DUES_A_SECOND: f64 = 2_000_000.0;

/// A target with what was measured.
pub(super) struct Target {
    pub(super) what: String,
    pub(super) measured: String,
    pub(super) reached: bool,
}

impl Target {
    fn new(
        what: impl Into<String>,
        values: &[(String, f64)],
        shown: fn(f64) -> String,
        good: impl Fn(f64) -> bool,
    ) -> Option<Self> {
        let measured: Vec<String> =
            values.iter().map(|(name, value)| format!("{name}{}", shown(*value))).collect();
        let reached = values.iter().all(|(_, value)| good(*value));
        (!values.is_empty()).then(|| Self { what: what.into(), measured: measured.join("; "), reached })
    }
}

/// Every target of which something was measured.
pub(super) fn targets(found: &Found) -> Vec<Target> {
    let mut targets = Vec::new();
    for engine in found.engines() {
        targets.extend(of_engine(found, engine));
    }
    let (dues, computed): (Vec<_>, Vec<_>) =
        found.dues.iter().map(|dues| ((String::new(), dues.command), (String::new(), dues.computed))).unzip();
    let enough = |rate| rate >= DUES_A_SECOND;
    let what = "Due dates computed on one core: ≥ 2,000,000 a second";
    targets.extend(Target::new(what, &computed, thousands, enough));
    let what = "… and from CSV to CSV by `rotunda due`";
    targets.extend(Target::new(what, &dues, thousands, enough));
    targets
}

fn of_engine(found: &Found, engine: &str) -> Vec<Target> {
    let stages: Vec<&Stage> = found.stages.iter().filter(|stage| stage.engine == engine).collect();
    let each = |figure: &dyn Fn(&Stage) -> Option<f64>| -> Vec<(String, f64)> {
        let name = |stage: &Stage| format!("{} at {}: ", engine, super::document::count(stage.cases));
        stages.iter().filter_map(|stage| Some((name(stage), figure(stage)?))).collect()
    };
    let busiest = |stage: &Stage, figure: fn(&Intake) -> f64| stage.intakes.last().map(figure);
    let rates = each(&|stage| busiest(stage, |intake| intake.house.rate()));
    let shares = each(&|stage| busiest(stage, Intake::share));
    let least = if engine == "SQLite" { SHARE_SQLITE } else { SHARE_POSTGRES };
    let lifecycles = each(&|stage| Some(stage.lifecycles.load.rate()));
    let last = lifecycles.len().saturating_sub(1);
    let slowest = |stage: &Stage| {
        let reads = stage.reads.iter().filter(|(what, _)| *what != What::Case);
        reads.map(|(_, load)| load.at(990)).reduce(f64::max)
    };
    let starts =
        each(&|stage| stage.starts.get(stage.starts.len() / 2).map(|start| start.as_secs_f64() * 1e3));
    let half_years = found.half_years.iter().filter(|half_year| half_year.engine == engine);
    let (took, memory): (Vec<_>, Vec<_>) = half_years
        .map(|half_year| {
            let name = format!("{engine}: ");
            ((name.clone(), half_year.import.took.as_secs_f64()), (name, half_year.memory))
        })
        .unzip();
    let mut targets = Vec::new();
    if engine == "SQLite" {
        targets.push(Target::new("Intake from 64 callers: ≥ 5,000 a second", &rates, thousands, |rate| {
            rate >= INTAKES_A_SECOND
        }));
    }
    let what = format!("Intake from 64 callers: ≥ {} of the bare engine", percent(least));
    targets.push(Target::new(what, &shares, percent, |share| share >= least));
    targets.push(Target::new(
        "Lifecycles with most cases: ≥ 500 a second",
        &lifecycles[last..],
        thousands,
        |rate| rate >= LIFECYCLES_A_SECOND,
    ));
    targets.push(Target::new(
        "Reads over Open311 under 200 users: p99 < 100 ms",
        &each(&slowest),
        milliseconds,
        |ms| ms < READ_MS,
    ));
    targets.extend(dearer(&stages));
    targets.push(Target::new(
        "A half-year is imported in ≤ 10 s",
        &took,
        |took| format!("{took:.1} s"),
        |took| took <= IMPORT_SECONDS,
    ));
    targets.push(Target::new(
        "… and then served with ≤ 150 MB",
        &memory,
        |mb| format!("{mb:.0} MB"),
        |mb| mb <= MEGABYTES,
    ));
    targets.push(Target::new("Cold start: ≤ 300 ms", &starts, milliseconds, |ms| ms <= START_MS));
    targets.into_iter().flatten().collect()
}

/// What an intake and a lifecycle cost with most cases, against what they cost with fewest.
fn dearer(stages: &[&Stage]) -> Vec<Option<Target>> {
    let (Some(few), Some(many)) = (stages.first(), stages.last()) else { return Vec::new() };
    if few.cases == many.cases {
        return Vec::new();
    }
    let busiest = |stage: &Stage| stage.intakes.last().map_or(f64::NAN, |intake| intake.house.rate());
    let cost = |what: &str, few_rate: f64, many_rate: f64| {
        let name = format!("{}: ", few.engine);
        let shown = |times: f64| format!("{times:.2} ×");
        Target::new(what, &[(name, few_rate / many_rate)], shown, |times| times <= DEARER)
    };
    vec![
        cost("An intake with most cases costs ≤ 1.3 × that with fewest", busiest(few), busiest(many)),
        cost(
            "A lifecycle with most cases costs ≤ 1.3 × that with fewest",
            few.lifecycles.load.rate(),
            many.lifecycles.load.rate(),
        ),
    ]
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
