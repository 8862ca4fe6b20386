//! Reading a log of calls in the format of the call-centre data of Guedj and Mandelbaum (Technion, 2000).

use anyhow::{Context, Result, bail, ensure};
use csv::{ByteRecord, ReaderBuilder};
use flate2::bufread::MultiGzDecoder;
use jiff::civil::{Date, Time};
use routing::wait::{Call, End, Ticket};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A year of the bank's calls is 45 MB; what is larger is another thing, or meant to fill the memory.
const LARGEST_BYTES: u64 = 512 << 20;
const MOST_CALLS: usize = 5_000_000;
const LONGEST_CELL: usize = 100;
/// Services and servers that are told apart.
const MOST_NAMES: usize = 10_000;
/// Priority callers count as if they had come so much earlier.
const HEAD_START_S: i64 = 90;
const HALF_A_DAY_S: i64 = 43_200;

const COLUMNS: [&str; 17] = [
    "vru+line",
    "call_id",
    "customer_id",
    "priority",
    "type",
    "date",
    "vru_entry",
    "vru_exit",
    "vru_time",
    "q_start",
    "q_exit",
    "q_time",
    "outcome",
    "ser_start",
    "ser_exit",
    "ser_time",
    "server",
];

/// All calls of a file that joined the line or were served.
pub(super) fn read(file: &Path) -> Result<Vec<Call>> {
    let mut plain = BufReader::new(File::open(file)?);
    // What every gzip file begins with (RFC 1952).
    if plain.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        calls(MultiGzDecoder::new(plain))
    } else {
        calls(plain)
    }
}

fn calls(text: impl Read) -> Result<Vec<Call>> {
    let mut limited = text.take(LARGEST_BYTES);
    let mut rows =
        ReaderBuilder::new().delimiter(b'\t').quoting(false).flexible(true).from_reader(&mut limited);
    let header = rows.byte_headers().context("cannot read the header")?;
    ensure!(
        header.iter().map(<[u8]>::trim_ascii).eq(COLUMNS.map(str::as_bytes)),
        "line 1 is not the header of such a log; it should be these, with tabs between them: {}",
        COLUMNS.join(" ")
    );
    let (mut calls, mut names, mut row) = (Vec::new(), Names::default(), ByteRecord::new());
    while rows.read_byte_record(&mut row).context("cannot read a row")? {
        let line = row.position().map_or(0, csv::Position::line);
        calls.extend(names.call(&row).with_context(|| format!("line {line}"))?);
        ensure!(calls.len() <= MOST_CALLS, "line {line}: more than {MOST_CALLS} calls; divide the log");
    }
    ensure!(limited.limit() > 0, "the log is larger than {} MiB; divide it", LARGEST_BYTES >> 20);
    Ok(calls)
}

/// Services and servers by name, each with a number.
#[derive(Default)]
struct Names {
    services: BTreeMap<String, u32>,
    servers: BTreeMap<String, u32>,
}

/// One row, asked for its cells by column.
struct Row<'a>(&'a ByteRecord);

impl Names {
    /// None of what neither joined the line nor was served.
    fn call(&mut self, row: &ByteRecord) -> Result<Option<Call>> {
        ensure!(row.len() == COLUMNS.len(), "{} cells; there should be {}", row.len(), COLUMNS.len());
        let row = Row(row);
        let head_start_s = match row.cell("priority")? {
            "0" | "1" => 0,
            "2" => HEAD_START_S,
            other => bail!("priority {other:?} is unknown; it is 0, 1 or 2"),
        };
        let entered = row.entered()?;
        let (q_start, q_time) = (row.time("q_start")?, row.seconds("q_time")?);
        // Midnight is written where somebody never stood in line.
        let joined = (q_start > 0 || q_time > 0).then(|| from(entered, q_start));
        let served = from(entered, row.time("ser_start")?);
        let left = match joined {
            Some(joined) => from(entered, row.time("q_exit")?).max(joined),
            None => served,
        };
        let end = match row.cell("outcome")? {
            "AGENT" => {
                let server = match row.cell("server")? {
                    "NO_SERVER" => None,
                    name => Some(number(&mut self.servers, name)?),
                };
                // It is written a second before the wait's own end now and then.
                End::Served { server, until: served.max(left - 1) + row.seconds("ser_time")? }
            }
            "HANG" => End::GaveUp,
            "PHANTOM" => End::Void,
            other => bail!("outcome {other:?} is unknown; it is AGENT, HANG or PHANTOM"),
        };
        if joined.is_none() && !matches!(end, End::Served { .. }) {
            return Ok(None);
        }
        let ticket = Ticket { service: number(&mut self.services, row.cell("type")?)?, head_start_s };
        Ok(Some(Call { ticket, joined, left, end }))
    }
}

impl Row<'_> {
    fn cell(&self, column: &str) -> Result<&str> {
        let place = COLUMNS.iter().position(|name| *name == column);
        let bytes = place.and_then(|place| self.0.get(place)).unwrap_or_default().trim_ascii();
        ensure!(bytes.len() <= LONGEST_CELL, "{column} is longer than {LONGEST_CELL} letters");
        std::str::from_utf8(bytes).with_context(|| format!("{column} is not UTF-8"))
    }

    /// When the call came in, in seconds since 1970 by the clock on the wall.
    fn entered(&self) -> Result<i64> {
        let text = self.cell("date")?;
        let wrong = || format!("date {text:?} is none; write it like 990131");
        ensure!(text.len() == 6 && text.bytes().all(|digit| digit.is_ascii_digit()), wrong());
        let (century, year) = if text >= "700000" { ("19", &text[..2]) } else { ("20", &text[..2]) };
        let date: Date =
            format!("{century}{year}-{}-{}", &text[2..4], &text[4..]).parse().with_context(wrong)?;
        let days = date.duration_since(Date::constant(1970, 1, 1)).as_secs();
        Ok(days + self.time("vru_entry")?)
    }

    /// Seconds since midnight; the log writes hours with one digit or two.
    fn time(&self, column: &str) -> Result<i64> {
        let text = self.cell(column)?;
        let wrong = || format!("{column} {text:?} is no time; write it like 9:05:31");
        let parts: Vec<&str> = text.split(':').collect();
        let [hour, minute, second] = parts[..] else { bail!(wrong()) };
        let part = |part: &str| part.parse::<i8>().with_context(wrong);
        let time = Time::new(part(hour)?, part(minute)?, part(second)?, 0).with_context(wrong)?;
        Ok(time.duration_since(Time::midnight()).as_secs())
    }

    fn seconds(&self, column: &str) -> Result<i64> {
        let text = self.cell(column)?;
        let seconds = text.parse::<u32>().ok().filter(|seconds| *seconds <= 86_400);
        seconds
            .map(i64::from)
            .with_context(|| format!("{column} {text:?} is no number of seconds within a day"))
    }
}

/// The instant at a time of day; the day is the one after that of the call's entry when the call went on past midnight.
fn from(entered: i64, time: i64) -> i64 {
    let at = entered - entered.rem_euclid(86_400) + time;
    if at < entered - HALF_A_DAY_S { at + 86_400 } else { at }
}

fn number(names: &mut BTreeMap<String, u32>, name: &str) -> Result<u32> {
    if let Some(&number) = names.get(name) {
        return Ok(number);
    }
    ensure!(names.len() < MOST_NAMES, "{name:?} is one more than {MOST_NAMES} names");
    let number = u32::try_from(names.len())?;
    names.insert(name.to_owned(), number);
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = "AA0101\t33118\t27997683\t2\tPS\t990101\t6:55:20\t6:55:26\t6\t6:55:26\t6:55:43\t17\tAGENT\t6:55:43\t6:56:37\t54\tMICHAL";

    fn of(rows: &[&str]) -> Result<Vec<Call>> {
        calls(format!("{}\n{}\n", COLUMNS.join("\t"), rows.join("\n")).as_bytes())
    }

    /// The row with other words in one column.
    fn with(column: &str, words: &str) -> String {
        let place = COLUMNS.iter().position(|name| *name == column).unwrap();
        let mut cells: Vec<&str> = ROW.split('\t').collect();
        cells[place] = words;
        cells.join("\t")
    }

    #[test]
    fn a_row_is_a_call() {
        let day = 10_592 * 86_400;
        let at = |hour: i64, minute: i64, second: i64| day + hour * 3_600 + minute * 60 + second;
        let call = Call {
            ticket: Ticket { service: 0, head_start_s: 90 },
            joined: Some(at(6, 55, 26)),
            left: at(6, 55, 43),
            end: End::Served { server: Some(0), until: at(6, 56, 37) },
        };
        assert_eq!(of(&[ROW]).unwrap(), [call]);
    }

    #[test]
    fn a_call_goes_on_past_midnight() {
        let row = "AA0213\t12511\t35796002\t1\tPS\t990127\t23:59:18\t23:59:23\t5\t23:59:28\t0:00:03\t35\tAGENT\t0:00:03\t0:00:55\t52\tANAT";
        let [call] = of(&[row]).unwrap()[..] else { panic!("one call") };
        assert_eq!(call.left - call.joined.unwrap(), 35);
        assert_eq!(call.end, End::Served { server: Some(0), until: call.left + 52 });
    }

    #[test]
    fn what_never_stood_in_line_and_was_not_served_is_no_call() {
        let row = "AA0101\t33117\t0\t0\tPS\t990101\t0:34:12\t0:34:23\t11\t0:00:00\t0:00:00\t0\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER";
        assert_eq!(of(&[row]).unwrap(), []);
    }

    #[test]
    fn a_bad_row_is_refused_in_words_with_its_line() {
        let long = "9".repeat(200);
        let cases = [
            (with("priority", "9"), "priority \"9\" is unknown"),
            (with("outcome", "agent"), "outcome \"agent\" is unknown"),
            (with("q_start", "0:00:00").replace("\t17\tAGENT", "\t0\tROBOT"), "outcome \"ROBOT\" is unknown"),
            (with("date", "990231"), "date \"990231\" is none"),
            (with("date", "99é01"), "date \"99é01\" is none"),
            (with("q_start", "24:00:00"), "q_start \"24:00:00\" is no time"),
            (with("q_exit", "-1:00:00"), "q_exit \"-1:00:00\" is no time"),
            (with("ser_start", "noon"), "ser_start \"noon\" is no time"),
            (with("q_time", "-5"), "q_time \"-5\" is no number"),
            (with("ser_time", "99999999999999999999"), "is no number of seconds within a day"),
            (with("server", &long), "server is longer than 100 letters"),
            ("AA0101\t33118".to_owned(), "2 cells; there should be 17"),
        ];
        for (row, why) in cases {
            let said = format!("{:#}", of(&[ROW, &row]).unwrap_err());
            assert!(said.starts_with("line 3: ") && said.contains(why), "{said}");
        }
        assert!(calls(&b"when\twhat\n"[..]).unwrap_err().to_string().contains("line 1 is not the header"));
        assert!(calls(&b""[..]).is_err());
    }
}
