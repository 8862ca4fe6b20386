//! How many officers does it take? The figures are those of the tables, and what cannot be is refused in words.

use crate::program::Program;
use serde_json::Value;
use testkit::TestDatabase;

const TEN_ERLANGS: [&str; 6] = ["--calls", "100", "--interval", "30m", "--handling", "180s"];

fn ask(model: &str, more: &[&str]) -> crate::program::Said {
    let arguments = [&["staff", model], &TEN_ERLANGS[..], more].concat();
    Program::on(&TestDatabase::sqlite().address).run(&arguments)
}

fn first(said: &str) -> Value {
    serde_json::from_str::<Value>(said).unwrap()["plan"][0].clone()
}

#[test]
fn a_hundred_calls_in_half_an_hour_take_fourteen_officers_and_twenty_on_the_roster() {
    let said = ask("erlang-c", &["--target", "80%/20s", "--shrinkage", "30%"]).well();
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(
        lines,
        [
            "interval  calls  erlangs  officers  rostered  in time  have to wait  mean wait  leave    busy",
            "       1    100    10.00        14        20   88.8 %        17.4 %      7.8 s  0.0 %  71.4 %",
        ]
    );
    let said = ask("erlang-c", &["--shrinkage", "30%", "--json"]).well();
    let row = first(&said.out);
    assert_eq!(
        (&row["officers"], &row["rostered"], &row["meets_target"]),
        (&14.into(), &20.into(), &true.into())
    );
    assert!((row["service_level"].as_f64().unwrap() - 0.888_350_019_179).abs() < 1e-12, "{row}");
}

#[test]
fn patience_of_five_minutes_takes_fewer_and_those_who_leave_are_told() {
    let row = first(&ask("erlang-a", &["--patience", "5m", "--json"]).well().out);
    assert_eq!(row["officers"], 13);
    let row = first(&ask("erlang-a", &["--patience", "5m", "--agents", "12", "--json"]).well().out);
    assert!((row["abandons"].as_f64().unwrap() - 0.042_711_105_698_6).abs() < 1e-12, "{row}");
    assert_eq!(row["meets_target"], false);
}

#[test]
fn every_interval_has_its_row_and_one_without_calls_takes_nobody() {
    let program = Program::on(&TestDatabase::sqlite().address);
    let said =
        program.run(&["staff", "erlang-c", "--calls", "100,0,7.5", "--handling", "3m", "--json"]).well();
    let plan = serde_json::from_str::<Value>(&said.out).unwrap()["plan"].clone();
    let officers: Vec<u64> =
        plan.as_array().unwrap().iter().map(|row| row["officers"].as_u64().unwrap()).collect();
    assert_eq!(officers, [14, 0, 2]);
    // Too few for ever: the line has no end, which JSON says as nothing.
    let said = ask("erlang-c", &["--officers", "9"]).well();
    assert!(said.out.contains("without end"), "{}", said.out);
    assert!(first(&ask("erlang-c", &["--officers", "9", "--json"]).well().out)["mean_wait_s"].is_null());
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    for (arguments, words) in [
        (["--officers", "0"], "give a number from 1 to 200000"),
        (["--agents", "-3"], "give a number from 1 to 200000"),
        (["--target", "100%/20s"], "aim at a share in between"),
        (["--target", "0%/20s"], "aim at a share in between"),
        (["--target", "soon"], "write it like 80%/20s"),
        (["--target", "80%/-5s"], "write it like 180s, 30m or 1h"),
        (["--shrinkage", "100%"], "less than 100%"),
        (["--shrinkage", "-1%"], "less than 100%"),
        (["--shrinkage", "NaN%"], "less than 100%"),
    ] {
        let said = ask("erlang-c", &arguments).ill(2);
        assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
    }
    let program = Program::on(&TestDatabase::sqlite().address);
    for (calls, handling, words) in [
        ("NaN", "180s", "give a number from 0 up"),
        ("-1", "180s", "give a number from 0 up"),
        ("inf", "180s", "give a number from 0 up"),
        ("100", "0s", "write it like 180s, 30m or 1h"),
        ("100", "-180s", "write it like 180s, 30m or 1h"),
        ("100", "long", "write it like 180s, 30m or 1h"),
    ] {
        let said = program.run(&["staff", "erlang-c", "--calls", calls, "--handling", handling]).ill(2);
        assert!(said.err.contains(words), "{calls} {handling}: {}", said.err);
    }
    let said = program.run(&["staff", "erlang-c", "--calls", "1e18", "--handling", "3m"]).ill(1);
    assert!(said.err.contains("more work than 100,000 officers do"), "{}", said.err);
    program.run(&["staff", "erlang-a", "--calls", "100", "--handling", "3m"]).ill(2);
}
