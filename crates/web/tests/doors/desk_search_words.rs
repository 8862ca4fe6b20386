//! Words in every script, words that look like a query, and everything that the index has to agree with.

use crate::browser::Browser;
use crate::common::Doors;
use crate::desk_search::{at_desk, demo, encoded, finds, look, misses, request};
use office::desk;
use office::intake::Request;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use terms::{Channel, Principal};
use testkit::{BOSTON, CaseHandle, QAMAR, TestDatabase, TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";

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
