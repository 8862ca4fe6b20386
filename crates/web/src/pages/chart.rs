//! A trend as a drawing: columns of what was promised, the kept part full, the missed part hatched.

use office::insight::Point;
use wording::Language;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 220.0;
/// Wide enough for the figures of the axis in the size that a phone needs.
const LEFT: f64 = 68.0;
const BOTTOM: f64 = 24.0;
const TOP: f64 = 14.0;
const GAP: f64 = 0.18;

/// A drawing, ready for its template.
pub(crate) struct Chart {
    pub(crate) columns: Vec<Column>,
    pub(crate) lines: Vec<Line>,
    pub(crate) labels: Vec<Label>,
    pub(crate) baseline: String,
    pub(crate) left: String,
    pub(crate) right: String,
}

/// A column: where it stands, and how high its two parts are.
pub(crate) struct Column {
    pub(crate) x: String,
    pub(crate) width: String,
    pub(crate) kept_y: String,
    pub(crate) kept_height: String,
    pub(crate) missed_y: String,
    pub(crate) missed_height: String,
}

/// A line at a round number.
pub(crate) struct Line {
    pub(crate) y: String,
    pub(crate) text_x: String,
    pub(crate) text: String,
    pub(crate) anchor: &'static str,
}

/// A day below the columns.
pub(crate) struct Label {
    pub(crate) x: String,
    pub(crate) text: String,
    pub(crate) anchor: &'static str,
}

impl Chart {
    /// Draws points; nothing when no promise of theirs was due. Time runs in the direction of reading.
    pub(crate) fn of(points: &[Point], language: Language) -> Option<Self> {
        let most = points.iter().map(|point| point.figures.kept.whole).max().filter(|most| *most > 0)?;
        let top = round_up(most);
        let mirrored = language.direction() == "rtl";
        let (from, to) = if mirrored { (0.0, WIDTH - LEFT) } else { (LEFT, WIDTH) };
        let floor = HEIGHT - BOTTOM;
        let height = |count: u64| number(count) / number(top) * (floor - TOP);
        let step = (to - from) / number(points.len() as u64);
        let place = |index: usize| {
            let index = if mirrored { points.len() - 1 - index } else { index };
            from + step * number(index as u64)
        };
        let column = |(index, point): (usize, &Point)| {
            let (kept, missed) =
                (point.figures.kept.part, point.figures.kept.whole - point.figures.kept.part);
            let (kept, missed) = (height(kept), height(missed));
            Column {
                x: written(place(index) + step * GAP / 2.0),
                width: written(step * (1.0 - GAP)),
                kept_y: written(floor - kept),
                kept_height: written(kept),
                missed_y: written(floor - kept - missed),
                missed_height: written(missed),
            }
        };
        let line = |count: u64| Line {
            y: written(floor - height(count)),
            text_x: written(if mirrored { WIDTH - LEFT + 6.0 } else { LEFT - 6.0 }),
            text: language.count(count),
            anchor: if mirrored { "start" } else { "end" },
        };
        Some(Self {
            columns: points.iter().enumerate().map(column).collect(),
            lines: [0, top / 2, top].into_iter().map(line).collect(),
            labels: labels(points, language, |index| {
                let ends = (place(index), place(index) + step);
                if mirrored { (ends.1, ends.0) } else { ends }
            }),
            baseline: written(floor),
            left: written(from),
            right: written(to),
        })
    }
}

/// The first day, the last, and one in the middle. `ends` are where a column begins and ends in the direction of
/// reading; the outer labels stay within the drawing.
fn labels(points: &[Point], language: Language, ends: impl Fn(usize) -> (f64, f64)) -> Vec<Label> {
    let last = points.len() - 1;
    let mut shown = vec![0, last / 2, last];
    shown.dedup();
    let label = |index: usize| {
        let day = points[index].from;
        let (begin, end) = ends(index);
        let (x, anchor) = match index {
            0 => (begin, "start"),
            _ if index == last => (end, "end"),
            _ => (f64::midpoint(begin, end), "middle"),
        };
        Label { x: written(x), text: format!("{} {}", day.day(), language.month(day)), anchor }
    };
    shown.into_iter().map(label).collect()
}

/// The next even number with one or two digits and zeros.
fn round_up(count: u64) -> u64 {
    let mut unit = 2;
    while unit * 10 < count {
        unit *= 10;
    }
    count.div_ceil(unit) * unit
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn number(count: u64) -> f64 {
    count as f64
}

fn written(length: f64) -> String {
    format!("{length:.1}")
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn axes_end_at_round_numbers() {
        for (count, top) in [(1, 2), (7, 8), (19, 20), (21, 40), (130, 140), (999, 1_000), (1_001, 1_200)] {
            assert_eq!(round_up(count), top, "{count}");
        }
    }
}
