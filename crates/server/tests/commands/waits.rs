//! How well are waits foretold? Real calls of a bank are the judge.

use crate::program::{Program, checkout};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs::{self, File};
use std::io::Read;
use testkit::TestDatabase;

const DAY: &str = "crates/server/tests/data/calls/1999-01-05.tsv.gz";
const PUBLISHED: [&str; 8] = [
    "queue_length",
    "abandonment_aware",
    "last_to_enter_service",
    "head_of_line",
    "salesforce",
    "salesforce_ten_minutes",
    "last_ten",
    "google",
];

fn plain() -> String {
    let mut text = String::new();
    GzDecoder::new(File::open(checkout(DAY)).unwrap()).read_to_string(&mut text).unwrap();
    text
}

fn replay(program: &Program, file: &str) -> Value {
    let said = program.run(&["wait", "replay", file]).well();
    assert_eq!(said.err, "");
    serde_json::from_str(&said.out).unwrap()
}

fn number(report: &Value, pointer: &str) -> f64 {
    report.pointer(pointer).and_then(Value::as_f64).unwrap_or_else(|| panic!("{pointer} in {report}"))
}

/// The best of the rules that others publish.
fn best_published(report: &Value) -> f64 {
    PUBLISHED
        .iter()
        .map(|rule| number(report, &format!("/rmse_over_mean/{rule}")))
        .fold(f64::INFINITY, f64::min)
}

#[test]
fn a_day_of_real_calls_is_replayed() {
    let program = Program::on(&TestDatabase::sqlite().address);
    let text = plain();
    let waits: Vec<f64> = text
        .lines()
        .map(|row| row.split('\t').collect::<Vec<_>>())
        .filter(|cells| cells[12] == "AGENT" && cells[11] != "0")
        .map(|cells| cells[11].parse().unwrap())
        .collect();
    let served = f64::from(u32::try_from(waits.len()).unwrap());
    let mean = |of: &dyn Fn(f64) -> f64| waits.iter().map(|&wait| of(wait)).sum::<f64>() / served;

    let report = replay(&program, checkout(DAY).to_str().unwrap());
    assert_eq!(report["served"], waits.len());
    assert!((number(&report, "/mean_wait_s") - mean(&|wait| wait)).abs() < 1e-3);
    assert!((30..60).contains(&report["cannot_say"].as_u64().unwrap()), "{report}");
    // Whoever always says the true mean, which nobody knows beforehand, is off by this much.
    let known = mean(&|wait| (wait - mean(&|wait| wait)).powi(2)).sqrt() / mean(&|wait| wait);
    let ours = number(&report, "/rmse_over_mean/rotunda");
    assert!(ours < known && ours < best_published(&report), "{known} {report}");
    assert_eq!(replay(&program, &program.write("plain.tsv", &text)), report, "packed or not");
}

#[test]
fn a_bad_log_is_refused_in_words_with_its_line() {
    let program = Program::on(&TestDatabase::sqlite().address);
    let text = plain();
    let header = text.lines().next().unwrap();
    let torn = {
        let whole = fs::read(checkout(DAY)).unwrap();
        let path = program.folder.path().join("torn.gz");
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let cases = [
        (program.write("a", &text.replacen("\tAGENT\t", "\tROBOT\t", 1)), "outcome \"ROBOT\" is unknown"),
        (
            program.write("b", &text.replacen("\t990105\t", "\t990230\t", 1)),
            "line 2: date \"990230\" is none",
        ),
        (program.write("c", "when\twhat\n"), "line 1 is not the header"),
        (program.write("d", &format!("{header}\n")), "no call of this log waited and was served"),
        (program.write("e", ""), "line 1 is not the header"),
        (torn, "cannot read a row"),
        ("nowhere.tsv".to_owned(), "cannot replay nowhere.tsv"),
    ];
    for (file, why) in cases {
        let said = program.run(&["wait", "replay", &file]).ill(1);
        assert!(said.err.contains(why) && said.out.is_empty(), "{file}: {}", said.err);
    }
}

/// The whole month, where it lies beside the checkout.
#[test]
fn in_january_ours_is_the_best_rule_and_its_ranges_hold() {
    let january = checkout("../shared/data/calls_bank/january_1999.tsv.gz");
    if !january.exists() {
        eprintln!("skipped: {} is not there", january.display());
        return;
    }
    let program = Program::on(&TestDatabase::sqlite().address);
    let report = replay(&program, january.to_str().unwrap());
    assert_eq!(report["served"], 13_585);
    assert!(number(&report, "/rmse_over_mean/rotunda") <= 0.92 * best_published(&report), "{report}");
    assert!((number(&report, "/coverage_p50") - 0.5).abs() <= 0.03, "{report}");
    assert!((number(&report, "/coverage_p90") - 0.9).abs() <= 0.03, "{report}");
    assert!(report["cannot_say"].as_u64().unwrap() < 100, "{report}");
}
