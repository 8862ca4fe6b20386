//! Finding a case at the desk: by whatever is known of it, by those who may, and by nobody else.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use office::customers::Person;
use office::desk;
use office::intake::Request;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use terms::{About, Channel, OfficerCode, Place, Principal};
use testkit::{BOSTON, CaseHandle, QAMAR, TestDatabase, TestOffice, both_engines};
use web::Settings;

const LIGHT: &str = "street-light-outages";

fn demo(office: &TestOffice) -> Doors<'_> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// A browser in which an officer is signed in.
fn at_desk<'d>(doors: &'d Doors<'d>, code: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in").is(200);
    browser.post(&page, "/desk/sign-in", &[("officer", code), ("back", "/desk/go")]).is(200);
    browser
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |text, byte| text + &format!("%{byte:02X}"))
}

fn look(browser: &Browser<'_>, words: &str) -> Page {
    browser.get(&format!("/desk/search?q={}", encoded(words))).is(200)
}

#[track_caller]
fn finds(browser: &Browser<'_>, words: &str, case: &CaseHandle) -> Page {
    let page = look(browser, words);
    assert!(page.text.contains(&case.reference.to_string()), "{words:?} finds nothing: {}", page.text);
    let offered = browser.raw(&format!("/desk/suggest?q={}", encoded(words))).is(200);
    assert!(offered.text.contains(&case.reference.to_string()), "{words:?} offers nothing: {}", offered.text);
    page
}

#[track_caller]
fn misses(browser: &Browser<'_>, words: &str, case: &CaseHandle) {
    // What was typed stands in the field again; what was found is a link.
    let link = format!("/desk/cases/{}", case.reference);
    let page = look(browser, words);
    assert!(!page.text.contains(&link), "{words:?} finds it: {}", page.text);
    let offered = browser.raw(&format!("/desk/suggest?q={}", encoded(words))).is(200);
    assert!(!offered.text.contains(&link), "{words:?} offers it: {}", offered.text);
}

/// Somebody with everything by which they can be found.
fn request() -> Request {
    Request {
        service: LIGHT.to_owned(),
        person: Person {
            name: Some("Agnès Delacroix".to_owned()),
            email: Some("agnes.delacroix@example.org".to_owned()),
            phone: Some("+1 (617) 555-0134".to_owned()),
            ..Person::default()
        },
        description: "The lamp flickers beside the playground".to_owned(),
        place: Place { address: Some("12 Hewins Street, Dorchester".to_owned()), ..Place::default() },
        ..Request::default()
    }
}

fn learn(office: &TestOffice) {
    let learnt =
        office.write(&Principal::house(), Channel::House, |tx, act| desk::learn_some(tx, act, 1_000));
    assert!(learnt.unwrap() > 0);
}

#[test]
fn freescout_a_case_is_found_by_whatever_is_known_of_it() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        let lee = office.officer("lee");
        lee.replies(&case, "We ordered a sodium ballast.");
        lee.notes(&case, "Ask the wholesaler.");
        office.resident("x").writes(&case, "Meanwhile it buzzes.");
        let desk = at_desk(&doors, "lee");
        let reference = case.reference.to_string();
        for known in [
            "lamp",
            "LAMP flickers",
            "playground lamp",
            "hewins",
            "12 hewins",
            "delacroix",
            "agnes",
            "Agnès",
            "agnes.delacroix@example.org",
            "+1 617 555 0134",
            "(617) 555-0134",
            "617.555.0134",
            "555-0134",
            "٥٥٥٠١٣٤",
            "ballast",
            "wholesaler",
            "buzzes",
            "bal",
            "flick",
            "lamp delac",
        ] {
            finds(&desk, known, &case);
        }
        for known in [reference.clone(), reference.replace('-', ""), reference.to_lowercase()] {
            finds(&desk, &known, &case);
        }
        finds(&desk, &reference[..7], &case);
        for unknown in ["dragon", "lamp dragon", "0135", "555-0199", "delacroixx y"] {
            misses(&desk, unknown, &case);
        }
    });
}

#[test]
fn a_reference_that_was_misread_is_offered_as_it_may_have_been_meant() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        let desk = at_desk(&doors, "lee");
        let right = case.reference.to_string();
        let last = if right.ends_with('0') { '1' } else { '0' };
        let wrong = format!("{}{last}", &right[..10]);
        let page = finds(&desk, &wrong, &case);
        assert!(page.text.contains("Did you mean"), "{}", page.text);
        assert!(desk.get("/desk/search").is(200).text.contains("Find cases"));
    });
}

#[test]
fn zammad_words_that_are_misspelt_still_find() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        learn(office);
        let desk = at_desk(&doors, "lee");
        for typed in ["flikers", "plyaground", "delacriox", "hewinss lamp", "lamp playgruond"] {
            let page = finds(&desk, typed, &case);
            assert!(
                page.text.contains("No case holds"),
                "{typed}: it says what it looked for: {}",
                page.text
            );
        }
        // What fits as it is is not replaced, and a number is not misspelt.
        assert!(!finds(&desk, "flickers", &case).text.contains("No case holds"));
        misses(&desk, "13 hewins", &case);
    });
}

#[test]
fn chatwoot_10221_search_shows_nothing_of_another_agency() {
    both_engines(|office| {
        let doors = demo(office);
        let case = office.resident("x").sends(request()).unwrap();
        let reference = case.reference.to_string();
        let (lee, tomas) = (at_desk(&doors, "lee"), at_desk(&doors, "tomas"));
        let wrong = format!("{}{}", &reference[..10], if reference.ends_with('0') { '1' } else { '0' });
        for known in
            ["lamp", "delacroix", "555-0134", "hewins", reference.as_str(), wrong.as_str(), &reference[..7]]
        {
            finds(&lee, known, &case);
            misses(&tomas, known, &case);
        }
        // Who is asked to take it over sees it, and who gave it away does not any more.
        office.officer("lee").transfers(&case, "transportation", "A signal of yours.");
        finds(&tomas, "delacroix", &case);
        office.officer("ines").accepts(&case);
        finds(&tomas, "lamp", &case);
        misses(&lee, "lamp", &case);
        // A part of it done by others is found by them as long as they do it.
        office.officer("tomas").asks_task(&case, "parks", "Cut the branches.");
        finds(&at_desk(&doors, "sam"), "lamp", &case);
        misses(&at_desk(&doors, "ada"), "lamp", &case);
    });
}

#[test]
fn a_complaint_is_not_found_by_whom_it_is_about() {
    both_engines(|office| {
        let doors = demo(office);
        let about = About { officer: Some(OfficerCode::new("grace")), ..About::default() };
        let asked = Request {
            service: "undefined-noise-disturbance".to_owned(),
            description: "Unfriendly, twice.".to_owned(),
            about,
            ..request()
        };
        let case = office.resident("x").sends(asked).unwrap();
        let reference = case.reference.to_string();
        for known in ["unfriendly", "delacroix", "555-0134", reference.as_str()] {
            misses(&at_desk(&doors, "grace"), known, &case);
            finds(&at_desk(&doors, "joan"), known, &case);
        }
    });
}

#[test]
fn words_are_found_in_every_script_however_they_are_typed() {
    for database in TestDatabase::each() {
        let office = TestOffice::over(QAMAR, &database);
        let doors = demo(&office);
        let service = office.office.city.services.keys().find(|code| {
            let service = &office.office.city.services[*code];
            service.open_to(Channel::Web) && service.form.fields().is_empty()
        });
        let service = service.unwrap().to_string();
        let sent = |words: &str| {
            let asked =
                Request { service: service.clone(), description: words.to_owned(), ..Request::default() };
            office.resident("x").sends(asked).unwrap()
        };
        let arabic = sent("إنارةُ الشارعِ مُعطَّلة قرب المستشفى رقم ١٢");
        let tamil = sent("தெரு விளக்கு எரியவில்லை");
        let hindi = sent("सड़क की बत्ती क्\u{200d}षतिग्रस्त है");
        let holder = office.office.city.services[service.as_str()].agency.clone();
        let officers = &office.office.city.officers;
        let officer = officers.iter().find(|(_, officer)| {
            officer.agency.as_ref() == Some(&holder) && !officer.roles.contains(&terms::Role::Administrator)
        });
        let desk = at_desk(&doors, officer.unwrap().0.as_str());
        for typed in ["اناره", "انارة", "إنـــارة الشارع", "معطله", "المستشفي", "المستش", "12"]
        {
            finds(&desk, typed, &arabic);
        }
        for typed in ["விளக்கு", "விளக்", "தெரு விளக்கு"] {
            finds(&desk, typed, &tamil);
        }
        for typed in ["बत्ती", "क्षतिग्रस्त", "सड़क", "बत्"] {
            finds(&desk, typed, &hindi);
        }
        misses(&desk, "انارة", &tamil);
    }
}

#[test]
fn what_is_typed_is_never_read_as_a_query_or_as_html() {
    both_engines(|office| {
        let doors = demo(office);
        let evil = "<script>alert(1)</script> \"lamp\" & <b>bold</b>";
        let asked = Request { description: evil.to_owned(), ..request() };
        let case = office.resident("x").sends(asked).unwrap();
        let desk = at_desk(&doors, "lee");
        let page = finds(&desk, "alert", &case);
        assert!(!page.text.contains("<script>alert") && !page.text.contains("<b>bold"), "{}", page.text);
        assert!(page.text.contains("<mark>alert</mark>"), "{}", page.text);
        let long = "lamp ".repeat(2_000);
        for typed in [
            "\"",
            "*",
            "%",
            "'",
            "\\",
            "(",
            ")",
            ":",
            "^",
            "-",
            "AND",
            "OR NOT NEAR(",
            "lamp*",
            "\"lamp",
            "lamp' OR '1'='1",
            "lamp & | !",
            "lamp:*",
            "words:lamp",
            "<->",
            "\u{202e}lamp",
            "\u{e000}hpublic-works",
            "\u{10ffff}",
            "😀",
            "-- lamp",
            "; drop table cases",
            long.as_str(),
        ] {
            let page = look(&desk, typed);
            assert!(!page.text.contains("<script>alert"), "{typed:?}");
            desk.raw(&format!("/desk/suggest?q={}", encoded(typed))).is(200);
        }
        finds(&desk, "lamp\" OR", &case);
        desk.get("/desk/search?q=lamp%00").is(400);
        for query in [
            "status=none",
            "from=yesterday",
            "to=9999-12-31",
            "from=-9999-01-01",
            "before=x",
            "before=9223372036854775807",
            "before=-9223372036854775808",
            "service='",
            "channel=pigeon",
            "q=lamp&before=1",
        ] {
            desk.get(&format!("/desk/search?{query}")).is(200);
        }
    });
}

#[test]
fn filters_and_pages_leave_out_what_does_not_fit_and_nothing_else() {
    both_engines(|office| {
        let doors = demo(office);
        let resident = office.resident("Mae Lee");
        let cases: Vec<CaseHandle> =
            (0..45).map(|n| resident.reports(LIGHT, &format!("dark corner {n}"))).collect();
        office.officer("ruth").resolves(&cases[0], "done", "A new bulb.");
        let desk = at_desk(&doors, "lee");
        let seen = |mut at: String| {
            let mut seen = Vec::new();
            loop {
                let page = desk.get(&at).is(200);
                let hits = page.text.split("class=\"desk-hit__head\"").skip(1);
                seen.extend(hits.map(|hit| hit.split("<bdi>").nth(1).unwrap()[..11].to_owned()));
                let Some(next) = page.text.split("rel=\"next\" href=\"").nth(1) else { break seen };
                at = next.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
            }
        };
        let mut all = seen("/desk/search?q=dark+corner".to_owned());
        assert_eq!(all.len(), 45);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 45, "each is shown once");
        let of = |query: &str| seen(format!("/desk/search?{query}")).len();
        assert_eq!(
            (of("q=corner&status=closed"), of("q=corner&status=open"), of("status=closed")),
            (1, 44, 1)
        );
        assert_eq!((of("q=corner&channel=web"), of("q=corner&channel=phone")), (45, 0));
        assert_eq!((of("q=corner&service=street-light-outages"), of("service=checkin&q=corner")), (45, 0));
        assert_eq!((of("q=corner&agency=public-works"), of("q=corner&agency=parks")), (45, 0));
        assert_eq!((of("q=corner&from=2015-03-02&to=2015-03-02"), of("q=corner&to=2015-03-01")), (45, 0));
    });
}

#[test]
fn recents_are_the_last_fifty_and_only_what_may_still_be_read() {
    both_engines(|office| {
        let doors = demo(office);
        let resident = office.resident("Mae Lee");
        let cases: Vec<CaseHandle> = (0..53).map(|n| resident.reports(LIGHT, &format!("dark {n}"))).collect();
        let lee = office.officer("lee");
        let browser = at_desk(&doors, "lee");
        for case in &cases {
            office.clock.advance(jiff::SignedDuration::from_secs(1));
            browser.get(&format!("/desk/cases/{}", case.reference)).is(200);
        }
        let shown = |path: &str| browser.get(path).is(200).text;
        let go = shown("/desk/go");
        assert_eq!(go.matches("/desk/cases/").count(), 50);
        assert!(
            !go.contains(&cases[2].reference.to_string()) && go.contains(&cases[3].reference.to_string())
        );
        let offered: Value = browser.raw("/desk/suggest?q=").is(200).json();
        assert!(
            offered[0]["name"].as_str().unwrap().starts_with(&cases[52].reference.to_string()),
            "{offered}"
        );
        assert!(
            !at_desk(&doors, "dora").get("/desk/go").text.contains("/desk/cases/"),
            "everybody has their own"
        );
        lee.transfers(&cases[52], "transportation", "Yours.");
        office.officer("ines").accepts(&cases[52]);
        assert!(!shown("/desk/go").contains(&cases[52].reference.to_string()));
        let doors = Doors::of(office);
        let nobody = Browser::of(&doors, "en");
        for path in ["/desk/search?q=dark", "/desk/suggest?q=dark", "/desk/go"] {
            assert_eq!(nobody.raw(path).status, 303, "{path} is for officers");
        }
    });
}

/// The index finds what a look at every case finds, whatever happened to the cases and in whatever order.
#[test]
fn the_index_says_the_same_as_a_scan() {
    const WORDS: [&str; 6] = ["amber", "amberly", "bridge", "cobalt", "dune", "ember"];
    let text = || {
        prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..4).prop_map(|words| words.join(" "))
    };
    let story = prop::collection::vec((0..4_usize, 0..6_usize, text()), 1..14);
    for database in TestDatabase::each() {
        let office = TestOffice::over(BOSTON, &database);
        let mut runner = TestRunner::new(Config { cases: 6, failure_persistence: None, ..Config::default() });
        let (lee, resident) = (office.officer("lee"), office.resident("Mae Lee"));
        let mut all: Vec<(CaseHandle, String)> = Vec::new();
        let told = std::cell::RefCell::new(&mut all);
        runner
            .run(&(story.clone(), text()), |(story, typed)| {
                let mut all = told.borrow_mut();
                for (act, which, words) in story {
                    let count = all.len();
                    match act {
                        1 | 2 if count > 0 => {
                            let (case, known) = &mut all[which % count];
                            if act == 1 {
                                lee.notes(case, &words)
                            } else {
                                lee.replies(case, &words)
                            };
                            known.push_str(&format!(" {words}"));
                        }
                        _ => all.push((resident.reports(LIGHT, &words), words)),
                    }
                }
                let search = desk::Search { words: typed.clone(), limit: 100, ..desk::Search::default() };
                let found = office.read(&lee.who, move |tx, act| desk::search(tx, act, &search)).unwrap();
                let mut found: Vec<String> =
                    found.hits.iter().map(|hit| hit.case.reference.to_string()).collect();
                let (begun, whole): (Vec<&str>, Vec<&str>) = {
                    let mut words: Vec<&str> = typed.split(' ').collect();
                    (words.split_off(words.len() - 1), words)
                };
                let fits = |known: &str| {
                    let words: Vec<&str> = known.split(' ').collect();
                    whole.iter().all(|word| words.contains(word))
                        && begun.iter().all(|begun| words.iter().any(|word| word.starts_with(begun)))
                };
                let mut scanned: Vec<String> = all
                    .iter()
                    .filter(|(_, known)| fits(known))
                    .map(|(case, _)| case.reference.to_string())
                    .collect();
                found.sort();
                scanned.sort();
                prop_assert_eq!(found, scanned, "{}", typed);
                Ok(())
            })
            .unwrap();
        office.check();
        // Indexed anew it says the same.
        office
            .write(&Principal::house(), Channel::House, |tx, act| {
                desk::forget_words(tx, act)?;
                let mut after = None;
                while let Some(last) = desk::reindex_some(tx, act, after, 7)? {
                    after = Some(last);
                }
                Ok(())
            })
            .unwrap();
        office.check();
    }
}
