//! Moving a deployment: backup, restore, copy between the engines, and what they refuse.

use crate::program::{Program, whole};
use records::{Address, Broke, Db, Value, copy};
use testkit::{TestDatabase, TestOffice};

const BOSTON: &str = "boston";

/// A deployment with a bit of everything in it.
fn lived_in(database: &TestDatabase) {
    let office = TestOffice::over(BOSTON, database);
    let mae = office.resident("Mae Łee 李");
    let first = mae.reports("street-light-outages", "Dark since \"Monday\", — and loud.\n\tTwo lines.");
    let second = mae.reports("street-light-outages", "Dark too.");
    let (lee, ruth) = (office.officer("lee"), office.officer("ruth"));
    ruth.gives(&first, "lee");
    lee.notes(&first, "Nothing to see.");
    lee.asks(&first, "Which lamp?");
    mae.writes(&first, "Number 12.");
    ruth.asks_task(&first, "transportation", "Close the lane.");
    lee.joins(&second, &first);
    let third = mae.anonymous().reports("rodent-activity", "A rat.");
    office.officer("ada").resolves(&third, "done", "Gone.");
    mae.rates(&third, 2, "Slow.");
    mae.proves();
    office.hours(30);
    office.settle();
    office.check();
}

#[test]
fn a_deployment_moves_between_the_engines_and_back_without_a_change() {
    for from in TestDatabase::each() {
        lived_in(&from);
        let program = Program::on(&from.address);
        let file = program.folder.path().join("all.db");
        let backup = file.to_str().unwrap();
        program.run(&["backup", "--to", backup]).well();
        assert!(program.run(&["backup", "--to", backup]).ill(1).err.contains("there already"));
        for to in TestDatabase::each() {
            let there = whole(&to.address);
            let copied = program.run(&["copy", "--from", &whole(&from.address), "--to", &there]).well();
            assert!(copied.out.contains("cases: 3 rows"), "{}", copied.out);
            let onto = program.run(&["restore", "--from", backup, "--database", &there]).ill(1);
            assert!(onto.err.contains("not empty"), "{}", onto.err);
            let at = Program::on(&to.address);
            assert!(at.run(&["verify"]).well().out.ends_with("sound\n"));
            // What was moved and moved back is, byte for byte, what it was.
            let twice = TestDatabase::sqlite();
            at.run(&["copy", "--from", &there, "--to", &whole(&twice.address)]).well();
            assert_eq!(dumped(&twice), dumped_file(backup));
        }
    }
}

/// Every cell of every table.
fn dumped(database: &TestDatabase) -> Vec<String> {
    dump(&database.address)
}

fn dumped_file(path: &str) -> Vec<String> {
    dump(&Address::Sqlite(path.into()))
}

fn dump(address: &Address) -> Vec<String> {
    let db = Db::open(address).unwrap();
    let all: Result<Vec<String>, Broke> = db.read_now(|tx| {
        let mut lines = Vec::new();
        for table in copy::tables() {
            copy::read_table(tx, table, 1_000, |rows| {
                lines.extend(rows.iter().map(|row| format!("{table} {row:?}")));
                Ok(())
            })?;
        }
        Ok(lines)
    });
    db.close();
    all.unwrap()
}

#[test]
fn what_is_not_there_is_not_made_by_looking() {
    let program = Program::on(&Address::Sqlite("nowhere.db".into()));
    for command in [&["verify"][..], &["recount"], &["token", "list"]] {
        assert!(program.run(command).ill(1).err.contains("no database"), "{command:?}");
    }
    let doctor = program.run(&["doctor"]).ill(2).out;
    assert!(
        doctor.starts_with("well  the city's data are sound")
            && doctor.contains("MEND  there is no database"),
        "{doctor}"
    );
    assert!(program.run(&["backup", "--to", "b.db"]).ill(1).err.contains("no database"));
    assert!(!program.folder.path().join("nowhere.db").exists());
    assert!(!program.folder.path().join("b.db").exists());
}

#[test]
fn a_doctor_says_what_is_well_and_how_to_mend_what_is_not() {
    for database in TestDatabase::each() {
        lived_in(&database);
        let said = Program::on(&database.address).run(&["doctor"]);
        let lines: Vec<&str> = said.out.lines().collect();
        assert!(lines[0].starts_with("well  the city's data are sound"), "{}", said.out);
        assert!(lines.iter().any(|line| line.contains("cases: ")), "{}", said.out);
        let ill: Vec<&&str> = lines.iter().filter(|line| line.starts_with("MEND")).collect();
        assert!(ill.iter().all(|line| line.contains("; ")), "every finding says how to mend it: {ill:?}");
        assert_eq!(said.status, if ill.is_empty() { 0 } else { 2 });
        assert!(matches!(database.address, Address::Postgres(_)) || ill.is_empty(), "{ill:?}");
    }
}

#[test]
fn what_was_tampered_with_is_found() {
    for database in TestDatabase::each() {
        lived_in(&database);
        let db = Db::open(&database.address).unwrap();
        let tampered: Result<(), Broke> = db.write_now(|tx| {
            let mut forged = Vec::new();
            copy::read_table(tx, "events", 1_000, |rows| {
                let of_a_case = |row: &&Vec<Value<'static>>| row[1] != Value::Null;
                forged = rows.iter().find(of_a_case).cloned().into_iter().collect();
                Ok(())
            })?;
            forged[0][0] = Value::from("00000000-0000-7000-8000-00000000f0f0".to_owned());
            forged[0][2] = Value::Int(99);
            copy::write_rows(tx, "events", &forged)
        });
        tampered.unwrap();
        db.close();
        let said = Program::on(&database.address).run(&["verify"]).ill(2);
        assert!(said.out.contains("FAULT") && !said.out.contains("sound"), "{}", said.out);
    }
}
