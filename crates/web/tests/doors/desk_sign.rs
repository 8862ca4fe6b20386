//! Officers sign in, are slowed down when they guess, end their sessions, and begin and end their shift.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use axum::body::Body;
use axum::http::{HeaderName, Request, header};
use jiff::SignedDuration;
use office::desk::passwords::Password;
use terms::{Channel, EventKind, OfficerCode, Principal};
use testkit::{TestOffice, both_engines};
use web::Settings;

const WORDS: &str = "  a lamp, a bench, a tree";
const OTHER: &str = "four boats in the harbour";

/// Gives an officer a password, as those do who run the house.
fn give(office: &TestOffice, code: &str, password: &str, temporary: bool) {
    let officer = OfficerCode::new(code);
    let hash = Password::of(password).hash(&office.office.house_act().chance).unwrap();
    let set = office.write(&Principal::house(), Channel::House, move |tx, act| {
        office::desk::set_password(tx, act, &officer, (&hash, temporary))
    });
    set.unwrap();
}

fn sign_in(browser: &Browser<'_>, code: &str, password: &str) -> Page {
    let page = browser.get("/desk/sign-in?back=/desk/sessions").is(200);
    browser.post(
        &page,
        "/desk/sign-in",
        &[("code", code), ("password", password), ("back", "/desk/sessions")],
    )
}

/// What happened to the house, in order.
fn events(office: &TestOffice) -> Vec<EventKind> {
    let read = |tx: &mut records::Tx<'_>, _: &office::Act| {
        Ok(tx.all("select kind from events where case_id is null order by at, id", &[], |row| row.parse())?)
    };
    office.read(&Principal::house(), read).unwrap()
}

fn seconds(office: &TestOffice, seconds: i64) {
    office.clock.advance(SignedDuration::from_secs(seconds));
}

#[test]
fn an_officer_signs_in_with_a_password_and_out_again() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        seconds(office, 1);
        let lee = Browser::of(&doors, "en");
        let asked = lee.get("/desk/sessions").is(200);
        assert!(asked.at.starts_with("/desk/sign-in?back=%2Fdesk%2Fsessions"), "{}", asked.at);
        for said in ["autocomplete=\"username\"", "autocomplete=\"current-password\"", "type=\"password\""] {
            assert!(asked.text.contains(said), "{said}: {}", asked.text);
        }
        assert!(!asked.text.contains("name=\"officer\""), "one click is for demonstrations");
        let inside = sign_in(&lee, " LEE ", WORDS).is(200);
        assert_eq!(inside.at, "/desk/sessions");
        assert!(
            inside.text.contains("Signed in as Lee Santos") && inside.text.contains("This one"),
            "{}",
            inside.text
        );
        seconds(office, 1);
        let out = lee.post(&inside, "/desk/sign-out", &[]).is(200);
        assert_eq!(out.at, "/desk/sign-in");
        assert!(lee.get("/desk").is(200).at.starts_with("/desk/sign-in"));
        let kinds = [EventKind::PasswordSet, EventKind::SignedIn, EventKind::SignedOut];
        assert_eq!(events(office), kinds);
    });
}

#[test]
fn nobody_learns_which_codes_there_are() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        let guest = Browser::of(&doors, "en");
        let mut said = Vec::new();
        // A wrong password, an officer without one, nobody, and what nobody types.
        for code in ["lee", "ruth", "nobody", "", "lee\0", "officer:lee", "' or 1=1 --"] {
            let page = sign_in(&guest, code, "not the right words").is(422);
            assert_eq!(page.wrong().len(), 1, "{code}");
            said.push(page.wrong());
            let field = page.wrong().concat();
            assert!(field.contains(&page.wrong()[0]), "{field}");
            assert!(!page.text.contains("not the right words"), "a password is never shown");
        }
        assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{said:?}");
        assert!(events(office).iter().filter(|kind| **kind == EventKind::SignInFailed).count() == 7);
    });
}

#[test]
fn whoever_guesses_waits_and_a_restart_forgives_nothing() {
    both_engines(|office| {
        let settings = || Settings { trust_proxy: true, ..Settings::default() };
        let doors = Doors::with(office, settings());
        give(office, "lee", WORDS, false);
        let thief = Browser::of(&doors, "en").calling_from("192.0.2.1");
        let slow = (0..20).position(|_| sign_in(&thief, "lee", "a guess of mine").status == 429);
        assert_eq!(slow, Some(6), "five are free, the sixth is the last without waiting");
        let wait = sign_in(&thief, "lee", WORDS).is(429);
        assert!(wait.wrong()[0].starts_with("Too many tries. Wait "), "{:?}", wait.wrong());
        // From elsewhere, and after a restart, it is the same.
        let doors = Doors::with(office, settings());
        let elsewhere = Browser::of(&doors, "en").calling_from("192.0.2.99");
        sign_in(&elsewhere, "lee", WORDS).is(429);
        // Others are not slowed down by it.
        give(office, "ruth", OTHER, false);
        sign_in(&elsewhere, "ruth", OTHER).is(200);
        // It grows, and ends.
        seconds(office, 3);
        sign_in(&elsewhere, "lee", "a guess of mine").is(422);
        seconds(office, 3);
        sign_in(&elsewhere, "lee", WORDS).is(429);
        seconds(office, 900);
        sign_in(&Browser::of(&doors, "en").calling_from("192.0.2.98"), "lee", WORDS).is(200);
    });
}

#[test]
fn nobody_can_lock_an_officer_out() {
    both_engines(|office| {
        let settings = Settings { trust_proxy: true, ..Settings::default() };
        let doors = Doors::with(office, settings);
        give(office, "lee", WORDS, false);
        let own = Browser::of(&doors, "en").calling_from("198.51.100.7");
        let inside = sign_in(&own, "lee", WORDS).is(200);
        own.post(&inside, "/desk/sign-out", &[]);
        let thief = Browser::of(&doors, "en").calling_from("192.0.2.1");
        for _ in 0..12 {
            sign_in(&thief, "lee", "a guess of mine");
            seconds(office, 1);
        }
        // In the browser that Lee uses every day nothing of it is felt.
        sign_in(&own, "lee", WORDS).is(200);
        // In another one they wait; a password for one sign-in lets them in.
        for _ in 0..12 {
            sign_in(&thief, "lee", "a guess of mine");
        }
        let new = Browser::of(&doors, "en").calling_from("198.51.100.8");
        sign_in(&new, "lee", WORDS).is(429);
        give(office, "lee", "K7QF-2MXD-58RW-TT0A", true);
        for _ in 0..12 {
            sign_in(&thief, "lee", "a guess of mine");
        }
        assert_eq!(sign_in(&new, "lee", "K7QF-2MXD-58RW-TT0A").is(200).at, "/desk/password");
    });
}

#[test]
fn one_address_that_guesses_at_everybody_is_slowed_down() {
    both_engines(|office| {
        let settings = Settings { trust_proxy: true, ..Settings::default() };
        let doors = Doors::with(office, settings);
        let thief = Browser::of(&doors, "en").calling_from("2001:db8::1");
        let near = Browser::of(&doors, "en").calling_from("2001:db8::2:1");
        let statuses: Vec<u16> =
            (0..32).map(|n| sign_in(&thief, &format!("somebody-{n}"), "a guess of mine").status).collect();
        assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 31, "{statuses:?}");
        sign_in(&near, "another", "a guess of mine").is(429);
    });
}

#[test]
fn a_temporary_password_is_changed_before_anything_else() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", "K7QF-2MXD-58RW-TT0A", true);
        let lee = Browser::of(&doors, "en");
        let page = sign_in(&lee, "lee", "K7QF-2MXD-58RW-TT0A").is(200);
        assert_eq!(page.at, "/desk/password");
        for elsewhere in ["/desk", "/desk/sessions", "/desk/shift"] {
            assert_eq!(lee.get(elsewhere).at, "/desk/password", "{elsewhere}");
        }
        let change = |current: &str, new: &str, again: &str| {
            lee.post(&page, "/desk/password", &[("current", current), ("new", new), ("again", again)])
        };
        let temporary = "K7QF-2MXD-58RW-TT0A";
        for (current, new, again) in [
            (temporary, "", ""),
            (temporary, "too short", "too short"),
            (temporary, "Lee Santos 1", "Lee Santos 1"),
            (temporary, "with a nul\0 in the middle", "with a nul\0 in the middle"),
            (temporary, &"x".repeat(257), &"x".repeat(257)),
            (temporary, OTHER, WORDS),
            (temporary, temporary, temporary),
            ("not the right words", OTHER, OTHER),
        ] {
            let wrong = change(current, new, again).is(422);
            assert_eq!(wrong.wrong().len(), 1, "{new}");
            assert!(!wrong.text.contains("value=\"too short\""), "a password is never shown");
        }
        let before = lee.cookies()["__Host-desk"].clone();
        assert_eq!(change(temporary, OTHER, OTHER).is(200).at, "/desk");
        assert_ne!(lee.cookies()["__Host-desk"], before, "the session is a new one");
        lee.get("/desk/sessions").is(200);
        let again = Browser::of(&doors, "en");
        sign_in(&again, "lee", temporary).is(422);
        assert_eq!(sign_in(&again, "lee", OTHER).is(200).at, "/desk/sessions");
    });
}

#[test]
fn a_new_password_ends_every_other_session() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        let (desk, forgotten) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        sign_in(&forgotten, "lee", WORDS).is(200);
        sign_in(&desk, "lee", WORDS).is(200);
        let page = desk.get("/desk/password").is(200);
        desk.post(&page, "/desk/password", &[("current", WORDS), ("new", OTHER), ("again", OTHER)]).is(200);
        assert!(forgotten.get("/desk/sessions").at.starts_with("/desk/sign-in"));
        assert_eq!(desk.get("/desk/sessions").at, "/desk/sessions");
        give(office, "lee", WORDS, false);
        assert!(desk.get("/desk/sessions").at.starts_with("/desk/sign-in"), "as does one that is given");
    });
}

#[test]
fn a_session_that_somebody_planted_is_not_the_one_that_is_signed_in() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        let planted = "0123456789abcdef0123456789abcdef";
        let cookies = [("__Host-desk".to_owned(), planted.to_owned())].into();
        let lee = Browser::again(&doors, "en", cookies);
        sign_in(&lee, "lee", WORDS).is(200);
        let first = lee.cookies()["__Host-desk"].clone();
        assert_ne!(first, planted);
        let thief = Browser::again(&doors, "en", [("__Host-desk".to_owned(), planted.to_owned())].into());
        assert!(thief.get("/desk/sessions").at.starts_with("/desk/sign-in"));
        // Whoever signs in again leaves no session behind.
        sign_in(&lee, "lee", WORDS).is(200);
        let thief = Browser::again(&doors, "en", [("__Host-desk".to_owned(), first)].into());
        assert!(thief.get("/desk/sessions").at.starts_with("/desk/sign-in"));
    });
}

#[test]
fn forms_of_other_sites_change_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        let lee = Browser::of(&doors, "en");
        let page = lee.get("/desk/sign-in");
        let token = page.token();
        let fields = [("code", "lee"), ("password", WORDS)];
        assert_eq!(lee.post_raw("/desk/sign-in", &fields, "same-origin").status, 403, "without its token");
        let with_token = [fields[0], fields[1], ("token", &token)];
        assert_eq!(lee.post_raw("/desk/sign-in", &with_token, "cross-site").status, 403);
        let inside = sign_in(&lee, "lee", WORDS).is(200);
        let token = inside.token();
        let posts: [(&str, &[(&str, &str)]); 5] = [
            ("/desk/sign-out", &[]),
            ("/desk/password", &[("current", WORDS), ("new", OTHER), ("again", OTHER)]),
            ("/desk/sessions", &[]),
            ("/desk/shift", &[("status", "available"), ("channels", "web")]),
            ("/desk/shift/end", &[]),
        ];
        for (path, fields) in posts {
            assert_eq!(lee.post_raw(path, fields, "same-origin").status, 403, "{path} without a token");
            let fields = [fields, &[("token", token.as_str())]].concat();
            assert_eq!(lee.post_raw(path, &fields, "cross-site").status, 403, "{path} from elsewhere");
        }
        assert!(lee.get("/desk/shift").is(200).text.contains("No shift"));
    });
}

#[test]
fn what_is_much_too_large_is_refused_before_it_is_hashed() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        let lee = Browser::of(&doors, "en");
        sign_in(&lee, "lee", &"x".repeat(5_000_000)).is(413);
        sign_in(&lee, "lee", &"x".repeat(80_000)).is(422);
        let inside = sign_in(&lee, "lee", WORDS).is(200);
        let large = "x".repeat(5_000_000);
        lee.post(&inside, "/desk/password", &[("current", WORDS), ("new", &large), ("again", &large)])
            .is(413);
        lee.post(&inside, "/desk/shift", &[("status", "emperor"), ("channels", "web")]).is(422);
        lee.post(&inside, "/desk/shift", &[("status", "break"), ("minutes", "-5"), ("channels", "web")])
            .is(422);
        lee.post(
            &inside,
            "/desk/shift",
            &[("status", "break"), ("minutes", "99999999999"), ("channels", "web")],
        )
        .is(422);
        lee.post(&inside, "/desk/shift", &[("status", "available"), ("channels", "telepathy")]).is(422);
    });
}

#[test]
fn an_officer_ends_their_sessions_and_whoever_leads_those_of_one_who_left() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for code in ["lee", "ruth", "sam", "root", "dora"] {
            give(office, code, WORDS, false);
        }
        let (desk, phone) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        sign_in(&phone, "lee", WORDS).is(200);
        seconds(office, 5);
        let page = sign_in(&desk, "lee", WORDS).is(200);
        assert_eq!(page.text.matches("name=\"session\"").count(), 2);
        assert!(!page.text.contains("name=\"officer\""), "a specialist ends nobody else's");
        // Nobody ends a session by guessing at its name, or a colleague's.
        let dora = Browser::of(&doors, "en");
        let doras = sign_in(&dora, "dora", WORDS).is(200);
        let hash = doras
            .text
            .split("name=\"session\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        desk.post(&page, "/desk/sessions", &[("session", &hash)]).is(404);
        desk.post(&page, "/desk/sessions", &[("officer", "dora")]).is(403);
        desk.post(&page, "/desk/sessions", &[]).is(200);
        assert!(phone.get("/desk/sessions").at.starts_with("/desk/sign-in"));
        desk.get("/desk/sessions").is(200);
        // A supervisor ends those of their own agency; an administrator those of all.
        for (code, ends, status) in
            [("sam", "lee", 403), ("ruth", "sam", 403), ("ruth", "lee", 200), ("root", "dora", 200)]
        {
            let boss = Browser::of(&doors, "en");
            let page = sign_in(&boss, code, WORDS).is(200);
            boss.post(&page, "/desk/sessions", &[("officer", ends)]).is(status);
        }
        for over in [&desk, &dora] {
            assert!(over.get("/desk/sessions").at.starts_with("/desk/sign-in"));
        }
    });
}

fn proxied() -> Settings {
    let header = Some(HeaderName::from_static("x-auth-request-user"));
    Settings { trust_proxy: true, sign_in_header: header, ..Settings::default() }
}

fn named(browser: &Browser<'_>, path: &str, names: &[&str]) -> crate::common::Answer {
    let request =
        names.iter().fold(Request::get(path), |request, name| request.header("x-auth-request-user", *name));
    browser.send(request, Body::empty())
}

#[test]
fn a_proxy_says_who_it_is_and_nobody_else_can() {
    both_engines(|office| {
        let doors = Doors::with(office, proxied());
        give(office, "lee", WORDS, false);
        let lee = Browser::of(&doors, "en");
        let page = named(&lee, "/desk/sign-in", &["lee"]).is(200);
        assert!(page.text.contains("Go on as Lee Santos") && !page.text.contains("type=\"password\""));
        let token =
            page.text.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let post = |names: &[&str]| {
            let request = names.iter().fold(Request::post("/desk/sign-in"), |request, name| {
                request.header("x-auth-request-user", *name)
            });
            let request = request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            lee.send(request, Body::from(format!("token={token}&code=lee&password={WORDS}&officer=lee")))
        };
        // Nobody, somebody unknown, and two at once, as when a proxy adds its own to a caller's.
        for names in [&[][..], &["nobody"], &["lee", "root"], &["lee", "lee"], &["lee,root"], &["\u{1F980}"]]
        {
            assert_eq!(post(names).status.as_u16(), 404, "{names:?}");
        }
        assert_eq!(post(&["lee"]).status.as_u16(), 303);
        named(&lee, "/desk/sessions", &["lee"]).is(200);
        named(&lee, "/desk/password", &["lee"]).is(404);
        // The session is good only for as long as the proxy says the same.
        for names in [&[][..], &["root"], &["lee", "lee"]] {
            let answer = named(&lee, "/desk/sessions", names).is(303);
            assert!(answer.header(header::LOCATION).starts_with("/desk/sign-in"));
        }
    });
}

#[test]
fn without_that_port_the_header_opens_nothing() {
    both_engines(|office| {
        let header = Some(HeaderName::from_static("x-auth-request-user"));
        for settings in [
            Settings::default(),
            Settings { trust_proxy: true, ..Settings::default() },
            Settings { sign_in_header: header.clone(), ..Settings::default() },
        ] {
            let doors = Doors::with(office, settings);
            let thief = Browser::of(&doors, "en");
            let page = named(&thief, "/desk/sign-in", &["root"]).is(200);
            assert!(page.text.contains("type=\"password\"") && !page.text.contains("Go on as"));
            assert_eq!(named(&thief, "/desk", &["root"]).status.as_u16(), 303);
        }
    });
}

#[test]
fn one_click_is_for_demonstrations() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let thief = Browser::of(&doors, "en");
        let page = thief.get("/desk/sign-in");
        thief.post(&page, "/desk/sign-in", &[("officer", "root")]).is(422);
        let doors = Doors::with(office, Settings { demo: true, ..Settings::default() });
        let guest = Browser::of(&doors, "en");
        let page = guest.get("/desk/sign-in");
        assert!(page.text.contains("name=\"officer\""));
        guest.post(&page, "/desk/sign-in", &[("officer", "nobody")]).is(404);
        assert_eq!(guest.post(&page, "/desk/sign-in", &[("officer", "lee")]).is(200).at, "/desk");
    });
}

#[test]
fn a_session_ends_when_it_is_idle_or_the_day_is_long() {
    both_engines(|office| {
        let doors = Doors::of(office);
        give(office, "lee", WORDS, false);
        let lee = Browser::of(&doors, "en");
        sign_in(&lee, "lee", WORDS).is(200);
        for _ in 0..13 {
            seconds(office, 3_300);
            assert_eq!(lee.get("/desk/sessions").at, "/desk/sessions");
        }
        seconds(office, 3_300);
        assert!(lee.get("/desk/sessions").at.starts_with("/desk/sign-in"), "after twelve hours");
        sign_in(&lee, "lee", WORDS).is(200);
        seconds(office, 3_661);
        assert!(lee.get("/desk/sessions").at.starts_with("/desk/sign-in"), "after an hour without use");
    });
}
