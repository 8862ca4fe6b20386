//! A log of calls played again, instant by instant: what each rule would have said, and how far off it was.

use super::{Forecast, Predictor, Range, Sight, Ticket, seconds};

/// One call of a log. Instants are seconds since any one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    pub ticket: Ticket,
    /// When it joined the line; none where it was taken at once.
    pub joined: Option<i64>,
    /// When it left the line, or was taken at once.
    pub left: i64,
    pub end: End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Served {
        server: Option<u32>,
        until: i64,
    },
    GaveUp,
    /// No customer: a test, or a fault of the machine. It stood in the line like any other.
    Void,
}

/// What was said of one call that waited and was served, before anything of its wait was known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// Its place in the log.
    pub call: usize,
    pub waited_s: f64,
    /// The mean and the range of our own prediction, unless we can't say.
    pub said: Option<(f64, Range)>,
    /// What each published rule says, in the order in which the report names them.
    pub rules: [f64; RULES.len()],
}

const RULES: [&str; 8] = [
    "queue_length",
    "abandonment_aware",
    "last_to_enter_service",
    "head_of_line",
    "salesforce",
    "salesforce_ten_minutes",
    "last_ten",
    "google",
];
const LAST_TEN: usize = 6;

/// How well waits were foretold.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Calls that waited and were served.
    pub served: usize,
    pub mean_wait_s: f64,
    /// By rule, ours first: the root of the mean squared error, by the mean wait. All are measured on the same calls.
    pub rmse_over_mean: Vec<(&'static str, f64)>,
    /// Which share of waits, where something was said, were over within the p50 and the p90.
    pub coverage: Range,
    /// Calls of which we can't say anything. Their mean is taken to be that of the last ten waits.
    pub cannot_say: usize,
}

/// What happens at one instant, in this order: what is foretold at an instant knows only what was before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Ask,
    Join,
    LeaveLine,
    Finish,
}

/// Plays the log. Calls may stand in it in any order.
pub fn predictions(calls: &[Call]) -> Vec<Prediction> {
    let mut steps = Vec::with_capacity(calls.len() * 4);
    for (place, call) in (0_u64..).zip(calls) {
        let left = call.left.max(call.joined.unwrap_or(call.left));
        if let Some(joined) = call.joined {
            steps.extend([(joined, Step::Ask, place), (joined, Step::Join, place)]);
        }
        steps.push((left, Step::LeaveLine, place));
        if let End::Served { until, .. } = call.end {
            steps.push((until.max(left), Step::Finish, place));
        }
    }
    steps.sort_unstable();
    let mut predictor = Predictor::default();
    let mut asked: Vec<Option<Forecast>> = vec![None; calls.len()];
    let mut said = Vec::new();
    for (now, step, who) in steps {
        let place = usize::try_from(who).unwrap_or(usize::MAX);
        let Some(call) = calls.get(place) else { continue };
        match step {
            Step::Ask => {
                let forecast = predictor.predict(call.ticket, now);
                said.extend(prediction(&predictor, place, call, &forecast));
                asked[place] = Some(forecast);
            }
            Step::Join => {
                if let Some(forecast) = asked[place].take() {
                    predictor.join(who, call.ticket, now, forecast);
                }
            }
            Step::LeaveLine => match call.end {
                End::Served { server, .. } => predictor.start(who, server, now),
                End::GaveUp => predictor.leave(who, now, true),
                End::Void => predictor.leave(who, now, false),
            },
            Step::Finish => predictor.finish(who, now),
        }
    }
    said
}

/// What everybody says of this call, if it is one of those that are measured.
fn prediction(predictor: &Predictor, place: usize, call: &Call, forecast: &Forecast) -> Option<Prediction> {
    let joined = call.joined?;
    if !matches!(call.end, End::Served { .. }) || call.left <= joined {
        return None;
    }
    let said = forecast.wait.as_ref().map(|wait| (wait.mean_s(), wait.range()));
    let sight = predictor.line().look(call.ticket, joined);
    Some(Prediction {
        call: place,
        waited_s: seconds(joined, call.left),
        said,
        rules: rules(predictor, &sight, joined),
    })
}

/// In the order of [`RULES`]. A rule that has nothing to go on yet says 0.
fn rules(predictor: &Predictor, sight: &Sight, now: i64) -> [f64; RULES.len()] {
    let waits = predictor.line().waits();
    let by_length = |patience_s| sight.drain(sight.servers, patience_s).map(|line| line.mean(sight.ahead));
    let weighted = waits.weighted();
    [
        by_length(None),
        by_length(Some(sight.patience_s)),
        waits.last().map(|(_, waited)| waited),
        Some(sight.head_of_line_s),
        weighted,
        waits.weighted_lately(now).or(weighted),
        waits.mean(),
        Some(sight.google().wait_s()),
    ]
    .map(Option::unwrap_or_default)
}

/// None where no call waited and was served.
pub fn report(predictions: &[Prediction]) -> Option<Report> {
    let mean = |of: &dyn Fn(&Prediction) -> f64| {
        Some(predictions.iter().map(of).sum::<f64>() / super::count(predictions.len()))
    };
    let mean_wait_s = mean(&|one| one.waited_s).filter(|mean| *mean > 0.0)?;
    let error = |says: &dyn Fn(&Prediction) -> f64| {
        Some(mean(&|one| (says(one) - one.waited_s).powi(2))?.sqrt() / mean_wait_s)
    };
    let ours = error(&|one| one.said.map_or(one.rules[LAST_TEN], |(mean, _)| mean))?;
    let mut rmse_over_mean = vec![("rotunda", ours)];
    for (place, name) in RULES.into_iter().enumerate() {
        rmse_over_mean.push((name, error(&|one| one.rules[place])?));
    }
    let ranges: Vec<(f64, Range)> =
        predictions.iter().filter_map(|one| Some((one.waited_s, one.said?.1))).collect();
    let covered = |bound: fn(&Range) -> f64| {
        let within = ranges.iter().filter(|(waited, range)| *waited <= bound(range)).count();
        super::count(within) / super::count(ranges.len().max(1))
    };
    Some(Report {
        served: predictions.len(),
        mean_wait_s,
        rmse_over_mean,
        coverage: Range { p50_s: covered(|range| range.p50_s), p90_s: covered(|range| range.p90_s) },
        cannot_say: predictions.len() - ranges.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_call() -> impl Strategy<Value = Call> {
        let caller =
            (0_u32..3, prop::sample::select(vec![0, 0, 90]), 0_i64..20_000, proptest::option::of(0_i64..600));
        (caller, 0_u8..12, 0_u32..4, 0_i64..400).prop_map(
            |((service, head_start_s, at, waits), end, server, takes)| {
                let left = at + waits.unwrap_or_default();
                let end = match end {
                    0 => End::Void,
                    1 | 2 => End::GaveUp,
                    _ => End::Served { server: (server > 0).then_some(server), until: left + takes },
                };
                Call { ticket: Ticket { service, head_start_s }, joined: waits.map(|_| at), left, end }
            },
        )
    }

    /// The same call with another future: what ends after an instant ends later, by another server.
    fn otherwise(call: &Call, after: i64) -> Call {
        let put_off = |at: i64| if at >= after { at + 777 } else { at };
        let left = if call.joined.is_some() { put_off(call.left) } else { call.left };
        let end = match call.end {
            End::Served { until, .. } if call.left >= after => {
                End::Served { server: Some(9), until: until + 777 }
            }
            End::Served { server, until } => End::Served { server, until: put_off(until) },
            other => other,
        };
        Call { left, end, ..*call }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_rule_sees_the_future(mut calls in prop::collection::vec(any_call(), 200..400), cut in 0_i64..20_000) {
            let came = |call: &Call| call.joined.unwrap_or(call.left);
            calls.sort_by_key(came);
            let until_then = |all: Vec<Prediction>| -> Vec<_> {
                let early = all.into_iter().filter(|one| came(&calls[one.call]) <= cut);
                early.map(|one| (one.call, one.said, one.rules)).collect()
            };
            let whole = until_then(predictions(&calls));
            let others: Vec<Call> =
                calls.iter().filter(|call| came(call) <= cut).map(|call| otherwise(call, cut)).collect();
            let early = until_then(predictions(&others));
            // A call that was over at the very instant may have waited only in the other future.
            let both: Vec<_> = early.into_iter().filter(|one| whole.iter().any(|other| other.0 == one.0)).collect();
            prop_assert_eq!(whole, both);
        }
    }

    #[test]
    fn errors_and_coverage_are_as_reckoned_by_hand() {
        let one = |waited_s, said: Option<f64>| Prediction {
            call: 0,
            waited_s,
            said: said.map(|mean| (mean, Range { p50_s: mean, p90_s: 2.0 * mean })),
            rules: [20.0; RULES.len()],
        };
        let report = report(&[one(10.0, Some(13.0)), one(30.0, Some(26.0)), one(20.0, None)]).unwrap();
        assert_eq!((report.served, report.cannot_say), (3, 1));
        assert!((report.mean_wait_s - 20.0).abs() < 1e-12);
        let [("rotunda", ours), ("queue_length", length), ..] = report.rmse_over_mean[..] else {
            panic!("{report:?}")
        };
        assert!((ours - (25.0_f64 / 3.0).sqrt() / 20.0).abs() < 1e-12, "{ours}");
        assert!((length - (200.0_f64 / 3.0).sqrt() / 20.0).abs() < 1e-12, "{length}");
        assert_eq!(report.coverage, Range { p50_s: 0.5, p90_s: 1.0 });
        assert_eq!(super::report(&[]), None);
    }
}
