//! The pages for people, and what every door has in common.

use crate::common::Doors;
use axum::body::Body;
use axum::http::{HeaderName, Request, header};
use serde_json::json;
use testkit::{QAMAR, both_engines, both_engines_of};
use web::Settings;
use wording::Language;

fn in_language(doors: &Doors<'_>, path: &str, language: &str) -> crate::common::Answer {
    doors.send(Request::get(path).header(header::ACCEPT_LANGUAGE, language).body(Body::empty()).unwrap())
}

#[test]
fn the_scorecard_says_in_words_how_promises_are_kept() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let empty = doors.get("/scorecard").is(200).text;
        assert!(empty.contains("No requests in this period"), "{empty}");
        let (mae, lee) = (office.resident("Mae Lee"), office.officer("lee"));
        let (quick, slow) =
            (mae.reports("street-light-outages", "One."), mae.reports("street-light-outages", "Two."));
        office.hours(24);
        lee.resolves(&quick, "done", "Done.");
        mae.rates(&quick, 4, "");
        office.hours(24 * 30);
        lee.resolves(&slow, "done", "Done at last.");
        office.settle();
        let card = doors.get("/scorecard").is(200).text;
        assert!(card.contains("1 of 2 promises were kept: 50.0 % of the requests that were due."), "{card}");
        assert!(card.contains("From one rating") && card.contains("Public Works Department"));
        let scripts: Vec<&str> = card.split("<script").skip(1).collect();
        assert!(scripts.iter().all(|tag| tag.starts_with(" type=\"module\" src=\"/assets/")), "{scripts:?}");
        let csv = doors.get("/scorecard.csv?agency=public-works").is(200);
        assert!(csv.text.contains("\r\ntotal,,") && csv.text.contains("group,street-light-outages,"));
        assert_eq!(doors.get("/scorecard.json").is(200).json()["total"]["late"], json!(1));
        for by in ["agency", "service", "district", "channel"] {
            doors.get(&format!("/scorecard?by={by}")).is(200);
        }
    });
}

#[test]
fn the_scorecard_says_in_words_how_long_people_waited_at_the_offices() {
    both_engines(|office| {
        let doors = Doors::of(office);
        assert!(doors.get("/scorecard").is(200).text.contains("Nobody waited at an office in this period"));
        for _ in 0..2 {
            joins(office, "permits");
        }
        office.hours(24);
        office.settle();
        let card = doors.get("/scorecard?from=2015-03-01&to=2015-03-31").is(200).text;
        assert!(
            card.contains("0 of 2 people were called within the time that they were promised: 0.0 %"),
            "{card}"
        );
        assert!(
            card.contains("Licences and permits") && card.contains("promised within 15 minutes"),
            "{card}"
        );
        let csv = doors.get("/scorecard/offices.csv?from=2015-03-01&to=2015-03-31").is(200);
        assert!(
            csv.text.contains("\r\ncity-hall,permits,2015-03-01,2015-03-31,2,0,2,0.0000,"),
            "{}",
            csv.text
        );
        let json = doors.get("/scorecard.json?from=2015-03-01&to=2015-03-31").is(200).json();
        assert_eq!(json["at_offices"]["offices"][0]["lines"][0]["waits"]["unserved"], json!(2));
        // A visit is of no service: nothing is said where one is asked for.
        let service = "from=2015-03-01&to=2015-03-31&service=graffiti-removal";
        assert!(!doors.get(&format!("/scorecard?{service}")).is(200).text.contains("Waiting at the offices"));
        assert_eq!(doors.get(&format!("/scorecard/offices.csv?{service}")).is(200).text.lines().count(), 2);
    });
}

fn joins(office: &testkit::TestOffice, line: &str) {
    let new = office::lobby::NewVisit::new(terms::LineCode::new(line), terms::Entry::Kiosk, "en");
    let hall = terms::OfficeCode::new("city-hall");
    office.stranger().tries(move |tx, act| office::lobby::join(tx, act, &hall, &new)).unwrap();
}

#[test]
fn what_cannot_be_asked_is_answered_with_a_page_that_helps() {
    both_engines(|office| {
        let doors = Doors::of(office);
        // What cannot be read is 400; what can be read and makes no sense is 422.
        for (status, query) in [
            (400, "from=yesterday"),
            (422, "from=2015-05-01&to=2015-04-01"),
            (400, "by=colour"),
            (400, "channel=pigeon"),
            (422, "from=0001-01-01&to=9999-12-31"),
            (400, "from=%ff"),
        ] {
            let page = doors.get(&format!("/scorecard?{query}")).is(status).text;
            assert!(page.contains("<h1>This did not work</h1>"), "{query}: {page}");
        }
        assert!(
            doors
                .get("/scorecard?from=&to=&agency=unknown")
                .is(200)
                .text
                .contains("No requests in this period")
        );
        let missing = in_language(&doors, "/nowhere", "ar").is(404).text;
        assert!(missing.contains("dir=\"rtl\"") && missing.contains("لم ينجح هذا"));
    });
}

#[test]
fn every_page_speaks_every_language_of_the_city() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let arabic = in_language(&doors, "/", "fr").is(200).text;
        assert!(arabic.contains("lang=\"ar\" dir=\"rtl\">"), "the city's own where none fits");
        assert!(arabic.contains("واحة القمر"));
        let english = in_language(&doors, "/scorecard", "en-GB").is(200).text;
        assert!(english.contains("lang=\"en\" dir=\"ltr\">") && english.contains("Moon Oasis"));
        let chosen = in_language(&doors, "/scorecard?lang=ar", "en").is(200).text;
        assert!(chosen.contains("dir=\"rtl\""));
        let unspoken = in_language(&doors, "/?lang=es", "en").is(200).text;
        assert!(unspoken.contains("lang=\"en\""), "Spanish is not one of the oasis's languages");
    });
}

#[test]
fn a_city_may_speak_all_the_languages_of_the_house() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for language in Language::all() {
            let (tag, direction) = (language.tag(), language.direction());
            for (path, key) in [("/scorecard", "score-title"), ("/nowhere", "problem-title")] {
                let page = in_language(&doors, path, tag).text;
                assert!(page.contains(&format!("lang=\"{tag}\" dir=\"{direction}\">")), "{tag} {path}");
                assert!(page.contains(&language.say(key)), "{tag} {path}");
            }
        }
    });
}

#[test]
fn every_answer_carries_the_headers_that_keep_readers_safe() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for path in [
            "/",
            "/scorecard",
            "/nowhere",
            "/api/v1/services",
            "/api/v1/nothing",
            "/open311/v2/services.xml",
            "/open311/v2/nothing.json",
        ] {
            let answer = doors.get(path);
            assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
            assert!(
                answer.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"),
                "{path}"
            );
            assert_eq!(answer.header(header::REFERRER_POLICY), "same-origin", "{path}");
            assert_eq!(
                answer.header(HeaderName::from_static("cross-origin-resource-policy")),
                "same-origin",
                "{path}"
            );
        }
        let css = doors.get("/").text.split("href=\"").find_map(|part| {
            part.split('"').next().filter(|href| href.contains(".css")).map(ToOwned::to_owned)
        });
        let css = doors.get(&css.unwrap()).is(200);
        assert!(css.header(header::CACHE_CONTROL).contains("immutable"));
    });
}

#[test]
fn breach_pages_travel_packed_but_for_those_that_hold_a_secret() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let packing = |path: &str, accepted: &str| {
            let request = Request::head(path).header(header::ACCEPT_ENCODING, accepted);
            let answer = doors.send(request.body(Body::empty()).unwrap()).is(200);
            answer.header(header::CONTENT_ENCODING).to_owned()
        };
        for path in ["/", "/services?q=light", "/reports", "/districts.geojson"] {
            assert_eq!(packing(path, "gzip, deflate, br"), "br", "{path}");
            assert_eq!(packing(path, "gzip"), "gzip", "{path}");
            assert_eq!(packing(path, "identity"), "", "{path}");
        }
        for path in ["/ask/street-light-outages", "/follow", "/feedback"] {
            assert_eq!(packing(path, "gzip, deflate, br"), "", "{path}");
        }
    });
}

#[test]
fn those_who_keep_it_running_can_ask() {
    both_engines(|office| {
        let doors = Doors::of(office);
        doors.get("/healthz").is(200);
        doors.get("/readyz").is(200);
        doors.get("/metrics").is(200);
        doors.app.stop();
        doors.get("/readyz").is(503);
        doors.get("/healthz").is(200);
    });
}

#[test]
fn the_house_can_be_kept_on_a_home_screen_in_the_readers_language() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let manifest = in_language(&doors, "/manifest.webmanifest?lang=ar", "en").is(200);
        assert_eq!(manifest.header(header::CONTENT_TYPE), "application/manifest+json");
        let told = manifest.json();
        assert_eq!((&told["lang"], &told["dir"]), (&json!("ar"), &json!("rtl")));
        assert_eq!(told["name"], "بلدية واحة القمر");
        assert_eq!(told["start_url"], "/?lang=ar");
        for icon in told["icons"].as_array().unwrap() {
            let kind = icon["type"].as_str().unwrap();
            assert_eq!(doors.head(icon["src"].as_str().unwrap()).header(header::CONTENT_TYPE), kind);
        }
        let worker = doors.get("/sw.js").is(200);
        assert_eq!(worker.header(header::CONTENT_TYPE), "text/javascript; charset=utf-8");
        assert_eq!(worker.header(header::CACHE_CONTROL), "no-cache");
        let shell: Vec<&str> = worker.text.split('"').filter(|text| text.starts_with("/assets/")).collect();
        assert!(shell.len() >= 4, "{shell:?}");
        for path in shell {
            doors.head(path).is(200);
        }
    });
}

#[test]
fn only_the_operator_lets_pictures_of_maps_come_from_elsewhere() {
    both_engines(|office| {
        let policy = |settings: Settings| {
            let answer = Doors::with(office, settings).get("/").is(200);
            answer.header(header::CONTENT_SECURITY_POLICY).to_owned()
        };
        let own = policy(Settings::default());
        assert!(own.contains("script-src 'self';") && own.contains("img-src 'self' data:;"), "{own}");
        let tiles = Some("https://tiles.example/{z}/{x}/{y}.png".to_owned());
        let told = policy(Settings { tiles, ..Settings::default() });
        assert_eq!(told, own.replace("img-src 'self' data:", "img-src 'self' data: https://tiles.example"));
    });
}
