//! Taking over an earlier system: once, again, cut off in the middle, and with rows that nobody should believe.

use crate::program::{Program, checkout};
use flate2::read::GzDecoder;
use records::{Address, Broke, Db, cases};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::thread::sleep;
use std::time::Duration;
use testkit::TestDatabase;

const HEADER: &str = "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,CLOSURE_REASON,CASE_TITLE,SUBJECT,REASON,TYPE,\
SubmittedPhoto,Location,neighborhood,LOCATION_ZIPCODE,Source,LATITUDE,LONGITUDE";

/// Rows enough to be cut off among.
const ROWS: usize = 16_000;

/// The first lines of the sample.
fn sample(rows: usize) -> String {
    let file = File::open(checkout("city/boston/import/sample.csv.gz")).unwrap();
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    lines.take(rows + 1).map(|line| line.unwrap() + "\n").collect()
}

fn row(id: &str, opened: &str, closed: &str, service: &str) -> String {
    format!(
        "{id},{opened},,{closed},,Title,PWDx,Street Lights,{service},,1 Main St,Roxbury,02119,Self Service,42.32,-71.08\n"
    )
}

fn cases_in(address: &Address) -> i64 {
    let db = Db::open(address).unwrap();
    let counted = counted(&db);
    db.close();
    counted
}

fn counted(db: &Db) -> i64 {
    let counted: Result<i64, Broke> =
        db.read_now(|tx| Ok(cases::count_by_status(tx)?.into_iter().map(|(_, n)| n).sum()));
    counted.unwrap()
}

fn import(program: &Program, csv: &str, more: &[&str]) -> String {
    let mapping = checkout("city/boston/import/requests.toml");
    let arguments = ["import", "requests", "--mapping", mapping.to_str().unwrap(), csv];
    program.run(&[&arguments, more].concat()).well().out
}

#[test]
fn an_import_that_is_done_again_changes_nothing() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        let csv = program.write("past.csv", &sample(400));
        let dry = import(&program, &csv, &["--dry-run"]);
        assert!(dry.starts_with("400 rows: 400 would be taken, 0 known already"), "{dry}");
        assert_eq!(cases_in(&database.address), 0, "a dry run changes nothing");
        let first = import(&program, &csv, &[]);
        assert_eq!(first, dry.replace("would be taken", "taken"), "a dry run says what will be");
        // The same rows in another file: each is known by its own number.
        let longer = program.write("more.csv", &sample(450));
        let again = import(&program, &longer, &[]);
        assert!(again.starts_with("450 rows: 50 taken, 400 known already"), "{again}");
        assert_eq!(import(&program, &csv, &[]), first, "a file that is done is not read again");
        assert_eq!(cases_in(&database.address), 450);
        assert!(program.run(&["verify"]).well().out.ends_with("sound\n"));
    }
}

#[test]
fn an_import_that_is_cut_off_goes_on_where_it_was() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        let csv = program.write("past.csv", &sample(ROWS));
        let mapping = checkout("city/boston/import/requests.toml");
        let db = Db::open(&database.address).unwrap();
        let mut cut = program.start(&["import", "requests", "--mapping", mapping.to_str().unwrap(), &csv]);
        let seen = (0..20_000).map(|_| counted(&db)).find(|seen| {
            sleep(Duration::from_millis(2));
            *seen > 0 || cut.try_wait().unwrap().is_some()
        });
        cut.kill().unwrap();
        cut.wait().unwrap();
        let seen = seen.unwrap_or_default();
        assert!((1..16_000).contains(&seen), "cut off in the middle, at {seen}");
        let rest = import(&program, &csv, &[]);
        assert!(rest.starts_with("16000 rows: 16000 taken, 0 known already"), "{rest}");
        assert_eq!(counted(&db), 16_000);
        db.close();
        assert!(program.run(&["verify"]).well().out.ends_with("sound\n"));
    }
}

#[test]
fn rows_that_cannot_be_taken_are_told_with_the_reason_and_odd_ones_are_flagged() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        let (march, may) = ("03/02/2015 09:00:00 AM", "05/02/2015 09:00:00 AM");
        let csv = [
            format!("{HEADER}\n"),
            row("1", may, march, "Street Light Outages"),
            row("2", march, "", "Unicorns"),
            row("3", "32/32/2015 09:00:00 AM", "", "Street Light Outages"),
            row("", march, "", "Street Light Outages"),
            row("5", march, "", "Street Light Outages").replace("42.32", "942.32"),
            row("6", march, "", "Street Light Outages"),
        ]
        .concat();
        let csv = program.write("odd.csv", &csv);
        let said = import(&program, &csv, &["--rejects", "no.csv"]);
        assert!(said.starts_with("6 rows: 2 taken, 0 known already, 1 flagged, 4 rejected"), "{said}");
        let rejects = program.read("no.csv");
        let mut reader = csv::Reader::from_reader(rejects.as_bytes());
        let told: Vec<(String, String)> = reader
            .records()
            .map(|row| row.unwrap())
            .map(|row| (row[0].to_owned(), row[1].to_owned()))
            .collect();
        let said_of = |line: &str| told.iter().find(|(at, _)| at == line).map_or("", |(_, why)| why.as_str());
        assert!(said_of("3").contains("Unicorns"), "{rejects}");
        assert!(said_of("4").contains("32/32/2015"), "{rejects}");
        assert!(said_of("5").contains("CASE_ENQUIRY_ID") || said_of("5").contains("id"), "{rejects}");
        assert!(said_of("6").contains("942.32") || said_of("6").contains("lat"), "{rejects}");
    }
}

#[test]
fn hostile_files_are_refused_before_anything_changes() {
    let database = TestDatabase::sqlite();
    let program = Program::on(&database.address);
    let mapping = checkout("city/boston/import/requests.toml");
    let mapping = mapping.to_str().unwrap();
    let refused = |csv: &str, mapping: &str| {
        let said = program.run(&["import", "requests", "--mapping", mapping, csv]).ill(1);
        assert!(!said.err.contains("panicked"), "{}", said.err);
        said.err
    };
    let header = program.write("header.csv", "a,b\n1,2\n");
    assert!(refused(&header, mapping).contains("CASE_ENQUIRY_ID"));
    assert!(refused("nowhere.csv", mapping).contains("nowhere.csv"));
    let torn = program.write("torn.csv.gz", "not gzip at all");
    assert!(!refused(&torn, mapping).is_empty());
    let odd = program.write("odd.toml", "[source]\nname = 3\n");
    assert!(refused(&header, &odd).contains("odd.toml"));
    assert_eq!(cases_in(&database.address), 0);
}
