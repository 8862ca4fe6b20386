//! Serving: a city with a fault does not open, a token is good for as long as it should be, a stop loses nothing.

use crate::program::{Program, checkout};
use crate::server::{Server, key};
use records::Address;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;
use testkit::TestDatabase;
use walkdir::WalkDir;

#[test]
fn a_city_with_a_fault_does_not_open_and_the_fault_says_how_to_mend_it() {
    let program = Program::on(&TestDatabase::sqlite().address);
    let town = checkout("city/qamar");
    for entry in WalkDir::new(&town) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(&town).unwrap().to_str().unwrap();
            program.write(&format!("town/{name}"), &fs::read_to_string(entry.path()).unwrap());
        }
    }
    let city = program.read("town/city.toml").replace("Africa/Cairo", "Africa/Atlantis");
    program.write("town/city.toml", &city);
    let said = program.run(&["serve", "--city", "town", "--listen", "127.0.0.1:0"]).ill(1);
    let line = city.lines().position(|line| line.contains("Atlantis")).unwrap() + 1;
    assert!(said.err.contains(&format!("city.toml:{line}")), "{}", said.err);
    assert!(said.err.contains("zone") && said.err.contains("Africa/Atlantis"), "{}", said.err);
    assert!(!program.folder.path().join("rotunda.db").exists(), "nothing is half configured");
}

#[test]
fn a_token_is_good_until_it_is_over_or_withdrawn() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        let (good, over) = (key(&program, &["--days", "30"]), key(&program, &[]));
        let listed = program.run(&["token", "list"]).well().out;
        let id = listed.lines().find(|line| !line.contains("until")).unwrap().split(' ').next().unwrap();
        program.run(&["token", "revoke", id]).well();
        let server = Server::start(&program);
        assert!(server.report(&good).starts_with("HTTP/1.1 201"), "{}", server.report(&good));
        assert!(server.report(&over).starts_with("HTTP/1.1 403"), "{}", server.report(&over));
        let listed = program.run(&["token", "list"]).well().out;
        assert!(!listed.contains(&good) && !listed.contains(&over), "a key is shown once: {listed}");
    }
}

#[test]
fn a_screen_is_set_up_listed_and_switched_off() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        let hall = ["device", "add", "--kind", "kiosk", "--office", "city-hall", "--name", "Entrance"];
        let path = program.run(&hall).well().out.lines().last().unwrap().to_owned();
        assert!(path.starts_with("/kiosk/rdv_"), "{path}");
        let listed = program.run(&["device", "list"]).well().out;
        assert!(listed.contains("  kiosk 1  city-hall  Entrance  never seen"), "{listed}");
        assert!(!listed.contains("rdv_"), "a path is shown once: {listed}");
        let id = listed.split(' ').next().unwrap();
        let server = Server::start(&program);
        assert!(server.get(&path).starts_with("HTTP/1.1 303"), "{}", server.get(&path));
        program.run(&["device", "revoke", id]).well();
        assert!(server.get(&path).starts_with("HTTP/1.1 403"), "{}", server.get(&path));
        assert!(program.run(&["device", "list"]).well().out.contains("switched off"));
        assert!(program.run(&["device", "revoke", id]).ill(1).err.contains("already"));
        let nowhere = ["device", "add", "--kind", "board", "--office", "nowhere", "--name", "Wall"];
        assert!(program.run(&nowhere).ill(1).err.contains("no such office"));
        drop(server);
        let silent = program.run(&["doctor"]).out;
        assert!(silent.contains("no program speaks calls; screens ring for them"), "{silent}");
        let missing = program.run(&["doctor", "--speech", "/nowhere/speaks"]).ill(2).out;
        assert!(missing.contains("MEND  /nowhere/speaks speaks no calls"), "{missing}");
    }
}

#[test]
fn a_database_that_is_not_there_is_made_by_serving_and_by_nothing_that_only_looks() {
    for database in TestDatabase::each() {
        let missing = match &database.address {
            Address::Sqlite(path) => Address::Sqlite(path.with_file_name("new.db")),
            Address::Postgres(url) => Address::Postgres(format!("{url}_new")),
        };
        let program = Program::on(&missing);
        assert!(program.run(&["verify"]).ill(1).err.contains("no database"));
        assert!(!missing.is_there().unwrap());
        let server = Server::start(&program);
        assert!(server.get("/open311/v2/services.json").starts_with("HTTP/1.1 200"));
        drop(server);
        assert!(program.run(&["doctor"]).out.contains("cases: none"));
        database.drop_also(&missing);
    }
}

#[test]
fn a_stop_finishes_what_was_begun_and_then_ends() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        let key = key(&program, &[]);
        let mut server = Server::start(&program);
        // A request of which only a part has arrived when the server is asked to stop.
        let body = format!("api_key={key}&service_code=street-light-outages&lat=42.32&long=-71.08");
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let (first, rest) = body.split_at(20);
        let head = format!(
            "POST /open311/v2/requests.json HTTP/1.1\r\nhost: x\r\ncontent-type: \
             application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{first}",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        sleep(Duration::from_millis(300));
        server.terminate();
        sleep(Duration::from_millis(300));
        stream.write_all(rest.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
        let ended = (0..400).find_map(|_| {
            sleep(Duration::from_millis(50));
            server.child.try_wait().unwrap()
        });
        assert!(ended.expect("it ends by itself").success());
        assert!(program.run(&["verify"]).well().out.starts_with("1 cases"), "what was answered is there");
    }
}
