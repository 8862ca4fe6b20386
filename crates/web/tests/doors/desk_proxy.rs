//! A proxy in front says which officer has signed in, and nobody else can.

use crate::browser::Browser;
use crate::common::Doors;
use crate::desk_sign::{WORDS, give};
use axum::body::Body;
use axum::http::{HeaderName, Request, header};
use testkit::both_engines;
use web::Settings;

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
