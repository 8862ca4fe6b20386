//! The public scorecard as CSV.

use crate::csv;
use office::insight::{Figures, Scorecard};

/// The sheet as CSV: the total, the comparison and the trend, one row each.
pub(super) fn sheet(card: &Scorecard) -> String {
    let mut text = String::from(
        "part,name,from,to,requests,closed,withdrawn,on_time,late,overdue,kept,first_reply_median_seconds,\
         first_reply_p90_seconds,completion_median_seconds,completion_p90_seconds,open,reopened,rating_1,rating_2,\
         rating_3,rating_4,rating_5\r\n",
    );
    let (from, to) = (card.cut.from.as_str(), card.cut.to.as_str());
    text.push_str(&line(["total", "", from, to], &card.total));
    for group in &card.groups {
        text.push_str(&line(["group", &group.code, from, to], &group.figures));
    }
    for point in &card.trend {
        text.push_str(&line(["trend", "", &point.from.to_string(), &point.to.to_string()], &point.figures));
    }
    text
}

fn line(head: [&str; 4], figures: &Figures) -> String {
    let seconds = |time: Option<f64>| time.map(|time| format!("{time:.0}")).unwrap_or_default();
    let mut cells: Vec<String> = head.iter().map(|cell| csv::quote(cell)).collect();
    cells.extend(
        [figures.requests, figures.closed, figures.withdrawn, figures.on_time, figures.late, figures.overdue]
            .map(|count| count.to_string()),
    );
    cells.push(figures.kept.ratio().map(|share| format!("{share:.4}")).unwrap_or_default());
    cells.extend([
        seconds(figures.first_reply.median),
        seconds(figures.first_reply.p90),
        seconds(figures.completion.median),
        seconds(figures.completion.p90),
    ]);
    cells.extend([figures.open, figures.reopened].map(|count| count.to_string()));
    cells.extend(figures.ratings.map(|count| count.to_string()));
    cells.join(",") + "\r\n"
}
