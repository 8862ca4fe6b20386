//! An officer writes down what somebody asks for who calls or stands at the counter.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::desk_case::{doors, signed_in};
use office::cases::Whole;
use office::intake::Request;
use terms::{Actor, Channel, ContactKind, OfficerCode, Reference, Status};
use testkit::{CaseHandle, TestOffice, both_engines};

pub(crate) const LIGHT: &str = "street-light-outages";
const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";

/// What a caller says of a dark lamp, as an officer types it.
pub(crate) const CALL: [(&str, &str); 10] = [
    ("over", "phone"),
    ("name", "Mae Lee"),
    ("phone", "+1 617 555 0134"),
    ("language", "en"),
    ("address", "1 City Hall Square"),
    ("asked", "wrong"),
    ("wrong", "out"),
    ("asked", "pole-number"),
    ("pole-number", "A-12"),
    ("description", "It has been dark for a week."),
];

/// An officer begins to write down a request for a service.
pub(crate) fn begins(officer: &Browser<'_>, service: &str) -> Page {
    let page = officer.get("/desk/new").is(200);
    officer.post(&page, "/desk/new", &[("service", service), ("over", "phone")]).is(200)
}

/// Where a page posts what was typed.
pub(crate) fn path(page: &Page) -> String {
    let path = page.at.split('?').next().unwrap();
    path.trim_end_matches("/check").trim_end_matches("/done").to_owned()
}

/// Types something and presses a button.
pub(crate) fn presses(
    officer: &Browser<'_>,
    page: &Page,
    typed: &[(&str, &str)],
    button: (&str, &str),
) -> Page {
    officer.post(page, &path(page), &[typed, &[button]].concat())
}

/// Types a request and goes on to where it is read aloud.
pub(crate) fn reads_back(officer: &Browser<'_>, service: &str, typed: &[(&str, &str)]) -> Page {
    let page = presses(officer, &begins(officer, service), typed, ("do", "read")).is(200);
    assert!(page.at.contains("/check"), "{}: {:?}", page.at, page.wrong());
    page
}

fn revision(page: &Page) -> String {
    let rest =
        page.text.split("name=\"revision\" value=\"").nth(1).unwrap_or_else(|| panic!("{}", page.text));
    rest.split('"').next().unwrap().to_owned()
}

/// Says what the caller agreed to, and opens the case.
pub(crate) fn opens(officer: &Browser<'_>, page: &Page, consent: &str) -> Page {
    let (at, revision) = (format!("{}/check", path(page)), revision(page));
    officer.post(page, &at, &[("revision", &revision), ("consent", consent)])
}

pub(crate) fn whole(office: &TestOffice, done: &Page) -> Whole {
    let reference: Reference = done.by_id("reference").parse().unwrap();
    office.house().sees(&CaseHandle { reference, secret: String::new() })
}

pub(crate) fn count(doors: &Doors<'_>) -> usize {
    doors.get("/open311/v2/requests.json").is(200).json().as_array().unwrap().len()
}

/// A text with other values of some fields.
pub(crate) fn but<'f>(typed: &[(&'f str, &'f str)], other: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = typed.iter().filter(|(name, _)| !other.iter().any(|(changed, _)| changed == name));
    kept.chain(other).copied().collect()
}

#[test]
fn a_caller_hears_everything_read_back_and_follows_with_what_is_read_out() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let found = dora.get("/desk/new?q=lamp+is+dark").is(200);
        assert!(found.text.contains(&format!("value=\"{LIGHT}\"")));
        let form = begins(&dora, LIGHT);
        for part in ["value=\"phone\" selected", "What is wrong with the light?", "Say this", "We promise"] {
            assert!(form.text.contains(part), "{part}: {}", form.text);
        }
        let check = reads_back(&dora, LIGHT, &CALL);
        for part in ["Broken street light", "1 City Hall Square", "It is out", "A-12", "It has been dark"] {
            assert!(check.text.contains(part), "{part}: {}", check.text);
        }
        assert!(check.text.contains("It gets a new record."));
        let unsaid = opens(&dora, &check, "").is(422);
        assert_eq!(unsaid.wrong(), ["Ask them, and choose what they say."]);
        assert_eq!(count(&doors), 0, "nobody asked them");
        let done = opens(&dora, &check, "yes").is(200);
        assert!(done.text.contains("We promise to be done by"));

        let opened = whole(office, &done);
        let (state, told) = (&opened.case.state, &opened.case.told);
        assert_eq!((state.channel, state.status), (Channel::Phone, Status::Open));
        assert_eq!(told.place.address.as_deref(), Some("1 City Hall Square"));
        let answer = |code: &str| told.answers.iter().find(|answer| answer.code == code).unwrap();
        assert_eq!(answer("wrong").values, ["out"]);
        assert_eq!(answer("pole-number").values, ["A-12"]);
        assert!(state.customer.is_some());
        let first = &opened.events[0];
        assert_eq!(first.actor, Actor::Officer(OfficerCode::new("dora")));
        assert_eq!(first.channel, Channel::Phone);
        let notes = opened.contacts.iter().filter(|contact| contact.kind == ContactKind::Note);
        let notes: Vec<&str> = notes.map(|contact| contact.body.as_str()).collect();
        assert_eq!(notes, ["Read back to the customer. They agree that we write to them or call them."]);

        let (reference, secret) = (done.by_id("reference"), done.by_id("secret"));
        let mae = Browser::of(&doors, "en");
        let follow = mae.get("/follow");
        let fields = [("reference", &*reference), ("secret", &*secret)];
        let case = mae.post(&follow, "/follow", &fields).is(200);
        assert!(case.text.contains("It has been dark for a week.") && !case.text.contains("Read back"));
        assert!(!dora.get("/follow").text.contains(&reference), "the officer is not the customer");

        // Meanwhile the customer was told, which changed the case.
        office.settle();
        assert!(whole(office, &done).case.revision > opened.case.revision);
        let taken = dora.post(&done, &format!("{}/taking", path(&done)), &[]).is(200);
        assert!(taken.at.contains(&format!("/desk/cases/{reference}")), "{}", taken.at);
        assert_eq!(whole(office, &done).case.state.assignee, Some(OfficerCode::new("dora")));
        dora.post(&done, &format!("{}/taking", path(&done)), &[]).is(200);
        let lee = signed_in(&doors, "lee");
        lee.post(&lee.get("/desk/new"), &format!("{}/taking", path(&done)), &[]).is(404);
    });
}

#[test]
fn a_double_press_makes_one_case() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let check = reads_back(&dora, LIGHT, &CALL);
        let (token, revision) = (check.token(), revision(&check));
        let body = format!("token={token}&revision={revision}&consent=yes");
        let press = || {
            let request = axum::http::Request::post(format!("{}/check", path(&check)))
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            dora.request(request, body.clone().into())
        };
        let answers = doors.send_all((0..4).map(|_| press()).collect());
        assert!(answers.iter().all(|answer| answer.status == 303), "{:?}", answers[0].text);
        let once = opens(&dora, &check, "yes").is(200);
        let again = dora.get(&once.at).is(200);
        assert_eq!(once.by_id("secret"), again.by_id("secret"));
        assert_eq!(count(&doors), 1);
        let notes = whole(office, &once).contacts;
        assert_eq!(notes.iter().filter(|contact| contact.kind == ContactKind::Note).count(), 1);
        assert!(!dora.get("/desk/new").text.contains("Begun and not sent"));
    });
}

#[test]
fn missing_answers_keep_what_was_typed_and_further_questions_are_asked() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, PICKUP);
        assert!(!form.text.contains("name=\"doors-off\""));
        let typed = [
            ("over", "counter"),
            ("name", "Mae Lee"),
            ("asked", "debris"),
            ("debris", "no"),
            ("asked", "items"),
            ("items.1.what", "fridge"),
            ("items.1.how-many", "many"),
            ("asked", "date"),
            ("asked", "photos"),
            ("date-day", "12"),
            ("description", "Third floor."),
        ];
        let wrong = presses(&dora, &form, &typed, ("do", "read")).is(422);
        let said = wrong.wrong().join("\n");
        assert!(said.contains("e-mail address or a phone number"), "{said}");
        assert!(said.contains("How many?"), "{said}");
        let reload = dora.get(&form.at).is(200);
        for page in [&wrong, &reload] {
            for part in [
                "value=\"Mae Lee\"",
                "value=\"many\"",
                "value=\"12\"",
                "Third floor.",
                "value=\"counter\" selected",
            ] {
                assert!(page.text.contains(part), "{part}: {}", page.text);
            }
        }
        let mended =
            but(&typed, &[("items.1.how-many", "1"), ("phone", "+1 617 555 0134"), ("address", "2 Elm St")]);
        let mended = but(&mended, &[("date-day", "12"), ("date-month", "3"), ("date-year", "2015")]);
        let more = presses(&dora, &form, &mended, ("do", "read")).is(422);
        assert_eq!(more.wrong(), ["Your answers lead to more questions. They stand below."]);
        assert!(more.text.contains("name=\"doors-off\""));
        let all = [&mended[..], &[("asked", "doors-off"), ("doors-off", "yes")]].concat();
        let check = presses(&dora, &form, &all, ("do", "read")).is(200);
        assert!(check.at.contains("/check"), "{:?}", check.wrong());
        assert!(!check.text.contains("value=\"no\""), "a booking needs somebody to reach");
        opens(&dora, &check, "no").is(422);
        let done = opens(&dora, &check, "yes").is(200);
        assert_eq!(whole(office, &done).case.state.channel, Channel::Counter);
        // One more thing to be taken away is asked for on the same page.
        let two = presses(&dora, &begins(&dora, PICKUP), &typed, ("more", "items")).is(200);
        assert!(two.text.contains("name=\"items.2.what\"") && two.text.contains("value=\"many\""));
    });
}

#[test]
fn one_who_reports_the_same_is_added_instead_of_opening_another() {
    both_engines(|office| {
        let doors = doors(office);
        let first = office.resident("Tom Ash").reports(LIGHT, "The lamp is out.");
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        let near = but(&CALL, &[("address", ""), ("lat", "42.322"), ("long", "-71.057")]);
        let looked = presses(&dora, &form, &near, ("do", "look")).is(200);
        let radio = format!("name=\"same\" type=\"radio\" value=\"{}\"", first.reference);
        assert!(looked.text.contains(&radio) && looked.text.contains("It has been dark"), "{}", looked.text);
        let same = first.reference.to_string();
        let joined = but(&near, &[("same", &same), ("description", "")]);
        let check = presses(&dora, &form, &joined, ("do", "read")).is(200);
        assert!(check.text.contains("Others told us already") && check.text.contains(&same));
        let done = opens(&dora, &check, "yes").is(200);
        let case = whole(office, &done);
        assert_eq!(case.speaker, Some(first.reference));
        let reporters = office.house().sees(&first).reporters;
        assert_eq!(reporters.iter().filter(|reporter| reporter.case == case.case.id).count(), 1);
        assert_eq!(office.house().sees(&first).case.state.status, Status::Open);
    });
}

#[test]
fn a_case_at_the_same_address_is_found_where_nobody_knows_the_position() {
    both_engines(|office| {
        let doors = doors(office);
        let place = terms::Place { address: Some("12 Elm Street".into()), ..terms::Place::default() };
        let tom = office.resident("Tom Ash");
        let first = tom.sends(Request { place, ..tom.request(LIGHT, "Out.") }).unwrap();
        let typed = but(&CALL, &[("address", "12 Elm Street")]);
        let sees = |officer: &str| {
            let officer = signed_in(&doors, officer);
            let page = presses(&officer, &begins(&officer, LIGHT), &typed, ("do", "look")).is(200);
            page.text.contains(&format!("value=\"{}\"", first.reference))
        };
        assert!(sees("dora"));
        assert!(!sees("sam"), "another agency reads no case of this one");
        let dora = signed_in(&doors, "dora");
        let same = first.reference.to_string();
        let check = reads_back(&dora, LIGHT, &but(&typed, &[("same", &same), ("description", "")]));
        let done = opens(&dora, &check, "yes").is(200);
        assert_eq!(whole(office, &done).speaker, Some(first.reference));
    });
}

#[test]
fn a_known_caller_is_found_and_whoever_looks_at_the_record_leaves_a_trace() {
    both_engines(|office| {
        let doors = doors(office);
        let mae = office.resident("Mae Lee");
        let case = mae.reports(LIGHT, "The lamp is out.");
        let customer = office.house().sees(&case).case.state.customer.unwrap();
        let looks = || {
            let read = office.write(&office.officer("ruth").who, Channel::Staff, move |tx, act| {
                office::customers::look(tx, act, customer, None)
            });
            read.unwrap().looks.len()
        };
        let before = looks();
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        let id = customer.to_string();
        for typed in [("email", "mae.lee@example.org"), ("name", "Lee")] {
            let alike = presses(&dora, &form, &[typed], ("do", "look")).is(200);
            assert!(alike.text.contains(&format!("name=\"customer\" value=\"{id}\"")), "{typed:?}");
            assert!(
                alike.text.contains("m•••@example.org") && !alike.text.contains(&case.reference.to_string())
            );
        }
        assert_eq!(looks(), before + 1, "only the look that counts them: she was not looked at");
        let chosen = presses(&dora, &form, &[("name", "Lee")], ("customer", &id)).is(200);
        assert!(chosen.text.contains(&case.reference.to_string()));
        assert!(chosen.text.contains("value=\"mae.lee@example.org\""), "{}", chosen.text);
        dora.get(&form.at).is(200);
        assert_eq!(looks(), before + 3, "one look, however often the page is shown");

        let typed = but(&CALL, &[("email", "mae.lee@example.org")]);
        let check = presses(&dora, &form, &typed, ("do", "read")).is(200);
        assert!(
            check.text.contains("It goes to the record of") && check.text.contains("Not added to the record")
        );
        let done = opens(&dora, &check, "yes").is(200);
        assert_eq!(whole(office, &done).case.state.customer, Some(customer));
        // Somebody of another agency sees who it is, and none of her cases.
        let sam = signed_in(&doors, "sam");
        let form = begins(&sam, LIGHT);
        let alike = presses(&sam, &form, &[("name", "Mae Lee")], ("do", "look")).is(200);
        assert!(!alike.text.contains(&id), "by name only within reach");
        let chosen = presses(&sam, &form, &[], ("customer", &id)).is(200);
        assert!(!chosen.text.contains(&case.reference.to_string()));
        assert!(chosen.text.contains("They have no open case that you may see."));
        let let_go = presses(&sam, &form, &[("name", "Mae Lee")], ("nobody", "yes")).is(200);
        assert!(!let_go.text.contains("Their record") && !let_go.text.contains("value=\"Mae Lee\""));
    });
}

#[test]
fn who_does_not_agree_leaves_no_name_and_no_address() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let done = opens(&dora, &reads_back(&dora, LIGHT, &CALL), "no").is(200);
        let case = whole(office, &done);
        assert_eq!(case.case.state.customer, None);
        assert!(case.contacts.iter().any(|contact| contact.body.contains("do not want us to write or call")));
        let nobody = but(&CALL, &[("name", "Mae Lee"), ("phone", "")]);
        let check = reads_back(&dora, LIGHT, &nobody);
        assert!(check.text.contains("The name is not kept"));
        assert!(!check.text.contains("name=\"consent\""), "there is nothing to agree to");
        let case = whole(office, &opens(&dora, &check, "").is(200));
        assert_eq!(case.case.state.customer, None);
        assert!(case.contacts.iter().any(|contact| contact.body.contains("no way to reach them")));
    });
}
