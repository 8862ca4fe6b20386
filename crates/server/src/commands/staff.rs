//! `rotunda staff`: how many officers does it take? A plan by the Erlang formulas, as a table or as JSON.

use anyhow::Result;
use clap::{Args, Subcommand};
use jiff::SignedDuration;
use routing::staff::{Demand, ErlangA, ErlangC, Figures, Goal, MOST_OFFICERS, Unsound, rostered};
use serde_json::{Value, json};
use std::process::ExitCode;

/// More intervals than a month has minutes.
const MOST_INTERVALS: usize = 50_000;

/// Say how many officers it takes.
#[derive(Args)]
pub(crate) struct Staff {
    #[command(subcommand)]
    model: Model,
}

#[derive(Subcommand)]
enum Model {
    /// Where people leave when their patience ends.
    ErlangA {
        #[command(flatten)]
        question: Question,
        /// How long people wait on average before they leave.
        #[arg(long, value_parser = span, allow_hyphen_values = true)]
        patience: f64,
    },
    /// Where everybody waits as long as it takes.
    ErlangC {
        #[command(flatten)]
        question: Question,
    },
}

#[derive(Args)]
struct Question {
    /// How many come in each interval, separated by commas.
    #[arg(long, value_delimiter = ',', value_parser = arrivals, required = true, allow_hyphen_values = true)]
    calls: Vec<f64>,
    /// How long an interval is: 30m, 1h.
    #[arg(long, value_parser = span, default_value = "30m", allow_hyphen_values = true)]
    interval: f64,
    /// How long an officer takes for each: 180s, 3m.
    #[arg(long, value_parser = span, allow_hyphen_values = true)]
    handling: f64,
    /// Which share of all who come is to be served within how long.
    #[arg(long, value_parser = goal, default_value = "80%/20s", allow_hyphen_values = true)]
    target: Goal,
    /// Which share of their time officers on the roster do not serve: leave, training, breaks.
    #[arg(long, value_parser = shrinkage, default_value = "0%", allow_hyphen_values = true)]
    shrinkage: f64,
    /// How so many officers would fare, instead of the fewest that meet the target.
    #[arg(long, visible_alias = "agents", value_parser = officers, allow_hyphen_values = true)]
    officers: Option<u32>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// What one interval needs.
struct Row {
    calls: f64,
    load: f64,
    officers: u32,
    rostered: u32,
    figures: Figures,
}

impl Staff {
    /// Prints the plan.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let (question, patience) = match self.model {
            Model::ErlangA { question, patience } => (question, Some(patience)),
            Model::ErlangC { question } => (question, None),
        };
        if question.calls.len() > MOST_INTERVALS {
            anyhow::bail!("{} intervals are too many; give at most {MOST_INTERVALS}", question.calls.len());
        }
        let plan =
            question.calls.iter().map(|calls| question.row(*calls, patience)).collect::<Result<Vec<_>>>()?;
        if question.json {
            println!("{:#}", question.as_json(&plan, patience));
        } else {
            print!("{}", table(&plan));
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Question {
    fn row(&self, calls: f64, patience: Option<f64>) -> Result<Row> {
        if calls == 0.0 {
            return self.nobody();
        }
        let (demand, goal) = (Demand::new(calls, self.interval, self.handling)?, self.target);
        let within = goal.within_s();
        let answer = match (patience, self.officers) {
            (Some(patience), None) => {
                ErlangA::fewest(demand, patience, goal)?.map(|line| (line.officers(), line.figures(within)))
            }
            (Some(patience), Some(officers)) => {
                Some((officers, ErlangA::new(demand, patience, officers)?.figures(within)))
            }
            (None, None) => ErlangC::fewest(demand, goal).map(|line| (line.officers(), line.figures(within))),
            (None, Some(officers)) => Some((officers, ErlangC::new(demand, officers).figures(within))),
        };
        let none =
            || anyhow::anyhow!("{MOST_OFFICERS} officers do not meet this target; aim at less, or at longer");
        let (officers, figures) = answer.ok_or_else(none)?;
        Ok(Row {
            calls,
            load: demand.load(),
            officers,
            rostered: rostered(officers, self.shrinkage)?,
            figures,
        })
    }

    /// An interval in which nobody comes.
    fn nobody(&self) -> Result<Row> {
        let officers = self.officers.unwrap_or(0);
        let figures = Figures { service_level: 1.0, ..Figures::default() };
        Ok(Row { calls: 0.0, load: 0.0, officers, rostered: rostered(officers, self.shrinkage)?, figures })
    }

    fn as_json(&self, plan: &[Row], patience: Option<f64>) -> Value {
        let rows = plan.iter().enumerate().map(|(place, row)| {
            let figures = &row.figures;
            json!({
                "interval": place + 1,
                "calls": row.calls,
                "load_erlangs": row.load,
                "officers": row.officers,
                "rostered": row.rostered,
                "service_level": figures.service_level,
                "meets_target": figures.service_level >= self.target.share(),
                "waits": figures.waits,
                "mean_wait_s": figures.mean_wait_s,
                "answered_wait_s": figures.answered_wait_s,
                "abandons": figures.abandons,
                "occupancy": figures.occupancy,
                "mean_queue": figures.queue,
            })
        });
        json!({
            "model": if patience.is_some() { "erlang-a" } else { "erlang-c" },
            "interval_s": self.interval,
            "handling_s": self.handling,
            "patience_s": patience,
            "target": { "share": self.target.share(), "within_s": self.target.within_s() },
            "shrinkage": self.shrinkage,
            "plan": rows.collect::<Value>(),
        })
    }
}

/// The plan with its columns aligned.
fn table(plan: &[Row]) -> String {
    const HEAD: [&str; 10] = [
        "interval",
        "calls",
        "erlangs",
        "officers",
        "rostered",
        "in time",
        "have to wait",
        "mean wait",
        "leave",
        "busy",
    ];
    let head = HEAD.map(ToOwned::to_owned);
    let rows: Vec<_> = [head].into_iter().chain(plan.iter().enumerate().map(cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 10] = std::array::from_fn(width);
    let line = |row: &[String; 10]| {
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell:>width$}")).collect();
        cells.join("  ") + "\n"
    };
    rows.iter().map(line).collect()
}

fn cells((place, row): (usize, &Row)) -> [String; 10] {
    let figures = &row.figures;
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    let wait = match figures.mean_wait_s {
        seconds if seconds.is_infinite() => "without end".to_owned(),
        seconds => format!("{seconds:.1} s"),
    };
    [
        (place + 1).to_string(),
        row.calls.to_string(),
        format!("{:.2}", row.load),
        row.officers.to_string(),
        row.rostered.to_string(),
        percent(figures.service_level),
        percent(figures.waits),
        wait,
        percent(figures.abandons),
        percent(figures.occupancy),
    ]
}

fn arrivals(text: &str) -> Result<f64, String> {
    let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    number.ok_or_else(|| "that many cannot come; give a number from 0 up".to_owned())
}

fn officers(text: &str) -> Result<u32, String> {
    let number = text.parse::<u32>().ok().filter(|number| (1..=MOST_OFFICERS).contains(number));
    number.ok_or_else(|| format!("so many officers cannot serve; give a number from 1 to {MOST_OFFICERS}"))
}

fn span(text: &str) -> Result<f64, String> {
    let seconds = text.parse::<SignedDuration>().map(|span| span.as_secs_f64());
    seconds
        .ok()
        .filter(|seconds| *seconds > 0.0)
        .ok_or_else(|| "that is no span; write it like 180s, 30m or 1h".to_owned())
}

fn percent(text: &str) -> Option<f64> {
    let number = text.trim().strip_suffix('%')?.trim_end().parse::<f64>().ok()?;
    number.is_finite().then_some(number / 100.0)
}

fn goal(text: &str) -> Result<Goal, String> {
    let parts = text.split_once('/').and_then(|(share, within)| Some((percent(share)?, within)));
    let (share, within) = parts.ok_or("that is no target; write it like 80%/20s")?;
    let within = if matches!(within, "0" | "0s") { 0.0 } else { span(within)? };
    Goal::new(share, within).map_err(|error| match error {
        Unsound::Share => "no number of officers serves 0 % or 100 %; aim at a share in between".to_owned(),
        Unsound::Arrivals | Unsound::Span | Unsound::Load => error.to_string(),
    })
}

fn shrinkage(text: &str) -> Result<f64, String> {
    let share = percent(text).filter(|share| (0.0..1.0).contains(share));
    share.ok_or_else(|| "that is no share of their time; give 0% or more, and less than 100%".to_owned())
}
