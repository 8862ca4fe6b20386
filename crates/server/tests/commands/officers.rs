//! Officers' passwords from the command line, and the port for single sign-on.

use crate::program::Program;
use crate::server::Server;
use testkit::TestDatabase;

/// Signs in as a browser does; the first line of the answer, and where it leads.
fn signs_in(server: &Server, password: &str) -> (String, String) {
    let page = server.get("/desk/sign-in");
    let cookie = page.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let cookie = cookie.split(';').next().unwrap();
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let body = format!("token={token}&code=lee&password={}", password.replace(' ', "+"));
    let answer = server.send(&format!(
        "POST /desk/sign-in HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    ));
    let to = answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default().to_owned();
    (answer.lines().next().unwrap_or_default().to_owned(), to)
}

#[test]
fn an_officer_gets_a_password_and_signs_in_with_it() {
    for database in TestDatabase::each() {
        let program = Program::on(&database.address);
        for (words, why) in [
            ("", "too short"),
            ("short\n", "too short"),
            ("Lee Santos 12\n", "own name"),
            ("two lines of words\nand more\n", "more than one line"),
            ("with a nul \0 inside", "cannot type"),
        ] {
            let said = program.tell(&["officer", "password", "lee"], words).ill(1);
            assert!(
                said.err.contains(why) || why == "cannot type" && said.err.contains("can type"),
                "{}",
                said.err
            );
        }
        assert!(
            program
                .tell(&["officer", "password", "nobody"], "a lamp and a bench")
                .ill(1)
                .err
                .contains("nobody")
        );
        let said = program.tell(&["officer", "password", "lee"], "a lamp and a bench\r\n").well();
        assert!(said.out.contains("Lee Santos") && !said.out.contains("lamp"), "{}", said.out);
        let server = Server::start(&program);
        let (status, to) = signs_in(&server, "a lamp and a bench");
        assert!(status.contains("303") && to == "/desk", "{status} {to}");
        assert!(signs_in(&server, "a lamp and a bank").0.contains("422"));
        // One for a single sign-in takes the place of the other, while the house is open.
        let said = program.run(&["officer", "password", "lee", "--temporary"]).well();
        let temporary = said.out.lines().last().unwrap();
        assert_eq!(signs_in(&server, temporary).1, "/desk/password");
        assert!(signs_in(&server, "a lamp and a bench").0.contains("422"));
    }
}

#[test]
fn a_header_is_believed_only_together_with_the_proxy() {
    let database = TestDatabase::each().into_iter().next().unwrap();
    let program = Program::on(&database.address);
    let said = program.run(&["serve", "--sign-in-header", "x-user", "--listen", "127.0.0.1:0"]).ill(2);
    assert!(said.err.contains("--trust-proxy"), "{}", said.err);
    let mut command = program.command(&["serve", "--listen", "127.0.0.1:0"]);
    let said =
        command.env("ROTUNDA_SIGN_IN_HEADER", "x-user").env("ROTUNDA_TRUST_PROXY", "false").output().unwrap();
    assert!(!said.status.success() && String::from_utf8_lossy(&said.stderr).contains("--trust-proxy"));
    let server = Server::start_with(&program, &["--trust-proxy", "--sign-in-header", "X-User"]);
    let page =
        server.send("GET /desk/sign-in HTTP/1.1\r\nhost: x\r\nx-user: lee\r\nconnection: close\r\n\r\n");
    assert!(page.contains("Go on as Lee Santos"), "{page}");
}
