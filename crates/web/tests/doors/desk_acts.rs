//! Every act by the forms of the case page: done once, refused in words, and nothing lost that was written.

use crate::browser::{Browser, Page};
use crate::desk_case::{after_a_moment, case_of, compose, doors, path, replies, signed_in};
use office::desk::{Asked, asked_of_me};
use terms::{Answer, EventKind, State, Status};
use testkit::{CaseHandle, TestOffice, both_engines, both_engines_changed};

const LIGHT: &str = "street-light-outages";
const EVIL: &str = "</textarea><script>alert(1)</script>\"'";

/// Presses the button of an act.
pub(crate) fn press(
    browser: &Browser<'_>,
    page: &Page,
    (case, act): (&CaseHandle, &str),
    fields: &[(&str, &str)],
) -> Page {
    let field = |name: &str| {
        let value = page.text.split(&format!("name=\"{name}\" value=\"")).nth(1);
        value.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let shown = page.text.split("data-revision=\"").nth(1).and_then(|rest| rest.split('"').next());
    let (revision, once) = (shown.map_or_else(|| field("revision"), ToOwned::to_owned), field("once"));
    let known = [("revision", revision.as_str()), ("once", once.as_str())];
    let known = known.into_iter().filter(|(name, _)| !fields.iter().any(|(own, _)| own == name));
    let fields: Vec<(&str, &str)> = known.chain(fields.iter().copied()).collect();
    browser.post(page, &format!("{}/{act}", path(case)), &fields)
}

fn state(office: &TestOffice, case: &CaseHandle) -> State {
    office.house().sees(case).case.state
}

fn count(office: &TestOffice, case: &CaseHandle, kind: EventKind) -> usize {
    office.house().sees(case).events.iter().filter(|event| event.what.kind() == kind).count()
}

/// The id of the question that waits for an officer.
fn question(office: &TestOffice, officer: &str) -> String {
    let asked = office.officer(officer).tries(asked_of_me).unwrap();
    let found = asked.into_iter().find_map(|one| match one.what {
        Asked::Approval(approval) => Some(approval.id.to_string()),
        Asked::Pressing(_) => None,
    });
    found.unwrap_or_else(|| panic!("nothing is asked of {officer}"))
}

#[test]
fn chatwoot_5414_two_cases_are_seen_side_by_side_merged_once_and_taken_apart() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let mae = office.resident("Mae Lee");
        let (first, second) = (mae.reports(LIGHT, "Dark at 12."), mae.reports(LIGHT, "Dark at 12 again."));
        office.settle();
        let page = lee.get(&path(&second)).is(200);
        assert!(page.text.contains("/merge?"), "{}", page.text);
        let at = format!("{}/merge?into={}", path(&second), first.reference);
        let both = lee.get(&at).is(200);
        assert!(both.text.contains("Dark at 12.") && both.text.contains("Dark at 12 again."));
        assert_eq!(both.text.matches("Let both go on as").count(), 2, "either may go on");
        let revision = office.officer("lee").revision(&second).to_string();
        let into = first.reference.to_string();
        let fields = [("into", into.as_str()), ("revision", revision.as_str())];
        let merged = press(&lee, &both, (&second, "merge"), &fields).is(200);
        press(&lee, &both, (&second, "merge"), &fields).is(200);
        assert_eq!(count(office, &second, EventKind::Merged), 1, "a second press does nothing");
        assert!(merged.text.contains("It goes on as:") && merged.text.contains(&into));
        assert!(lee.get(&path(&first)).text.contains("This case goes on for:"));
        let apart = press(&lee, &merged, (&second, "unmerge"), &[]).is(200);
        assert_eq!(state(office, &second).status, Status::Open);
        assert!(!apart.text.contains("It goes on as:"));
    });
}

#[test]
fn what_cannot_be_merged_is_said_at_the_preview() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let case = case_of(office);
        let other = office.resident("Jo Park").reports(LIGHT, "Dark.");
        let none = lee.get(&format!("{}/merge?into=nonsense", path(&case))).is(200);
        assert!(none.text.contains("You see no other case with this number."), "{}", none.text);
        let own = lee.get(&format!("{}/merge?into={}", path(&case), case.reference)).is(200);
        assert!(own.by_id("why").contains("no other case"));
        let both = lee.get(&format!("{}/merge?into={}", path(&case), other.reference)).is(200);
        let revision = office.officer("lee").revision(&case).to_string();
        let into = other.reference.to_string();
        let fields = [("into", into.as_str()), ("revision", revision.as_str())];
        let refused = press(&lee, &both, (&case, "merge"), &fields).is(422);
        assert!(refused.by_id("why").contains("another customer"), "{}", refused.by_id("why"));
        assert!(refused.text.contains("Let both go on as"), "both are still there");
        let evil = press(&lee, &both, (&case, "merge"), &[("into", EVIL)]).is(422);
        assert!(!evil.text.contains("<script>alert"));
        // A clerk of another agency sees neither the page nor the case.
        signed_in(&doors, "tomas").get(&format!("{}/merge", path(&case))).is(404);
        assert_eq!(count(office, &case, EventKind::Merged), 0);
    });
}

#[test]
fn messages_are_split_off_into_a_case_of_their_own() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let case = case_of(office);
        assert!(!lee.get(&path(&case)).text.contains("/split?"), "there is nothing to split off");
        office.resident("Mae Lee").writes(&case, "There is paint on the wall, too.");
        assert!(lee.get(&path(&case)).text.contains("/split?"));
        let page = lee.get(&format!("{}/split", path(&case))).is(200);
        assert!(page.text.contains("There is paint on the wall, too."), "{}", page.text);
        let contact = page.text.split("name=\"contact\" value=\"").nth(1).unwrap();
        let contact = contact.split('"').next().unwrap();
        let none = press(&lee, &page, (&case, "split"), &[("contact", contact), ("service", "")]).is(422);
        assert!(none.text.contains("checked"), "what was chosen stays chosen");
        press(&lee, &page, (&case, "split"), &[("service", "pwd-graffiti")]).is(422);
        let fields = [("contact", contact), ("service", "pwd-graffiti")];
        let done = press(&lee, &page, (&case, "split"), &fields).is(200);
        press(&lee, &page, (&case, "split"), &fields).is(200);
        assert_eq!(count(office, &case, EventKind::SplitOff), 1);
        assert!(done.text.contains("Split off from it:"), "{}", done.text);
    });
}

#[test]
fn freescout_1897_children_are_listed_counted_and_answered_once_from_the_page() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let parent = case_of(office);
        let number = parent.reference.to_string();
        let children: Vec<CaseHandle> = (0..3)
            .map(|n| office.resident(&format!("Person {n}")).reports(LIGHT, "Dark here, too."))
            .collect();
        office.settle();
        for child in &children {
            let page = lee.get(&path(child)).is(200);
            press(&lee, &page, (child, "parent"), &[("parent", &number)]).is(200);
        }
        office.officer("lee").resolves(&children[2], "done", "Yours burns.");
        let page = lee.get(&path(&parent)).is(200);
        let told = page.by_id("children");
        assert!(told.contains("3 cases are answered with this one. 2 are open."), "{told}");
        assert!(children.iter().all(|child| page.text.contains(&child.reference.to_string())));
        assert!(page.text.contains("2 more cases get the same words."), "{}", page.text);
        let grandchild = office.resident("Jo Park").reports(LIGHT, "Dark.");
        let page_of = lee.get(&path(&grandchild)).is(200);
        let child = children[0].reference.to_string();
        let refused = press(&lee, &page_of, (&grandchild, "parent"), &[("parent", &child)]).is(422);
        assert!(refused.by_id("why").contains("name the parent"));
        assert!(refused.text.contains(&format!("value=\"{child}\"")), "what was typed is still there");
        compose(&lee, &page, "/sending", &[("words", "A crew digs tonight.")]).is(200);
        after_a_moment(office);
        let said = children.iter().map(|child| replies(office, child)).collect::<Vec<_>>();
        assert_eq!(said, [1, 1, 0], "each open one is answered once");
        let page = lee.get(&path(&children[1])).is(200);
        assert!(page.text.contains("It is answered with:"));
        press(&lee, &page, (&children[1], "leaving"), &[]).is(200);
        assert_eq!(state(office, &parent).children, 2);
    });
}

#[test]
fn answers_are_put_right_by_the_forms_own_fields_and_the_old_ones_stay_known() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let mae = office.resident("Mae Lee");
        let mut request = mae.request(LIGHT, "The lamp is dark.");
        request.answers = vec![Answer { code: "wrong".into(), values: vec!["out".into()] }];
        let case = mae.sends(request).unwrap();
        office.settle();
        let page = lee.get(&format!("{}/answers", path(&case))).is(200);
        assert!(page.text.contains("What is wrong with the light?") && page.text.contains("checked"));
        let bad = [("form.wrong", "purple"), ("form.pole-number", "12"), ("words", "She rang.")];
        let refused = press(&lee, &page, (&case, "answers"), &bad).is(422);
        assert!(refused.text.contains("govuk-error-message"), "{}", refused.text);
        assert!(refused.text.contains("She rang.") && refused.text.contains("value=\"12\""));
        let long = "1".repeat(30);
        let bad = [("form.wrong", "out"), ("form.pole-number", long.as_str()), ("words", "She rang.")];
        press(&lee, &page, (&case, "answers"), &bad).is(422);
        let no_why = [("form.wrong", "flickers"), ("words", " ")];
        press(&lee, &page, (&case, "answers"), &no_why).is(422);
        assert_eq!(office.house().sees(&case).corrections.len(), 0, "nothing changed");
        let good = [("form.wrong", "flickers"), ("form.pole-number", "12"), ("words", EVIL)];
        let done = press(&lee, &page, (&case, "answers"), &good).is(200);
        press(&lee, &page, (&case, "answers"), &good).is(200);
        assert_eq!(office.house().sees(&case).corrections.len(), 1);
        let changes = done.text.split("aria-labelledby=\"changes\"").nth(1).unwrap();
        assert!(changes.contains("It is out") && changes.contains("It goes on and off"), "{changes}");
        assert!(changes.contains("Lee Santos,") && changes.contains("&#60;script&#62;alert"));
        assert!(!done.text.contains("<script>alert"));
        let stale = press(&lee, &page, (&case, "answers"), &[("form.wrong", "by-day"), ("words", "No.")]);
        assert_eq!(stale.status, 409);
        assert!(stale.text.contains("No."), "what was written is kept");
    });
}

#[test]
fn place_and_service_are_put_right_and_their_history_stands_beside_the_case() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let bad = [("address", "12 Elm St"), ("lat", "north"), ("long", "1"), ("words", "Misheard.")];
        let refused = press(&lee, &page, (&case, "place"), &bad).is(422);
        assert!(refused.text.contains("value=\"12 Elm St\"") && refused.text.contains("Misheard."));
        let good = [("address", "12 Elm St"), ("words", "Misheard.")];
        let page = press(&lee, &page, (&case, "place"), &good).is(200);
        assert!(page.text.contains("12 Elm St") && page.text.contains("What was put right"));
        press(&lee, &page, (&case, "service"), &[("service", "nonsense"), ("words", "Paint.")]).is(422);
        let page =
            press(&lee, &page, (&case, "service"), &[("service", "pwd-graffiti"), ("words", "Paint.")])
                .is(200);
        assert_eq!(state(office, &case).service.as_str(), "pwd-graffiti");
        assert!(page.text.contains("Paint."));
    });
}

#[test]
fn a_case_rests_until_a_date_and_wakes() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let past = [("until", "2001-01-01T09:00"), ("words", "The part comes later.")];
        let refused = press(&lee, &page, (&case, "rest"), &past).is(422);
        assert!(refused.text.contains("The part comes later.") && refused.text.contains("2001-01-01T09:00"));
        for bad in ["", "tomorrow", "2015-02-30T09:00"] {
            press(&lee, &page, (&case, "rest"), &[("until", bad), ("words", "Later.")]).is(422);
        }
        let rests = [("until", "2015-03-09T09:00"), ("words", "The part comes then.")];
        let page = press(&lee, &page, (&case, "rest"), &rests).is(200);
        assert!(page.by_id("rests").contains("9 March 2015"), "{}", page.by_id("rests"));
        let page = press(&lee, &page, (&case, "waking"), &[]).is(200);
        assert!(!page.text.contains("id=\"rests\""));
        press(&lee, &page, (&case, "waking"), &[]).is(409);
        press(&lee, &page, (&case, "rest"), &rests).is(200);
        office.hours(24 * 9);
        office.settle();
        assert_eq!(state(office, &case).snoozed_until, None, "it wakes by itself");
    });
}

#[test]
fn what_may_be_offered_is_said_with_its_limit_and_more_is_asked_of_the_superior() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        for part in ["What you may offer", "Alone you may go up to 50 USD.", "Ask Ruth Amsel", "Name the fee"]
        {
            assert!(page.text.contains(part), "{part}");
        }
        let fee = |amount: &'static str, answer: &'static str| {
            [
                ("remedy", "waive-fee"),
                ("amount", amount),
                ("message", "We do not charge it."),
                ("words", "She waited for a month."),
                ("answer", answer),
            ]
        };
        for bad in ["", "0", "-5", "lots", "99999999999999999999"] {
            let refused = press(&lee, &page, (&case, "offer"), &fee(bad, "give"));
            assert_eq!(refused.status, 422, "{bad}");
            assert!(refused.text.contains("We do not charge it."), "the words are kept");
        }
        let refused = press(&lee, &page, (&case, "offer"), &fee("51", "give")).is(403);
        assert!(refused.by_id("why").contains("up to 50") && refused.text.contains("value=\"51\""));
        let page = press(&lee, &page, (&case, "offer"), &fee("50", "give")).is(200);
        assert!(page.text.contains("Offered on") && page.text.contains("50 USD"), "{}", page.text);
        let asked = press(&lee, &page, (&case, "offer"), &fee("200", "ask")).is(200);
        press(&lee, &page, (&case, "offer"), &fee("200", "ask")).is(200);
        assert!(asked.text.contains("Lee Santos asks for: A fee that is not charged: 200 USD"));
        assert!(!asked.text.contains("/decision?"), "nobody approves what they ask for");
        let ruth = signed_in(&doors, "ruth");
        assert!(ruth.get("/desk").text.contains("To decide (1)"), "asked once");
        let list = ruth.get("/desk/approvals").is(200);
        assert!(list.text.contains(&case.reference.to_string()) && list.text.contains("200 USD"));
        assert!(list.text.contains("Ruth Amsel has until"), "{}", list.text);
        let seen = ruth.get(&path(&case)).is(200);
        assert!(seen.text.contains("She waited for a month.") && seen.text.contains("/decision?"));
        let id = question(office, "ruth");
        let empty = [("approval", id.as_str()), ("answer", "approved"), ("words", "")];
        press(&ruth, &seen, (&case, "decision"), &empty).is(422);
        let odd = [("approval", id.as_str()), ("answer", "perhaps"), ("words", "Hm.")];
        let odd = press(&ruth, &seen, (&case, "decision"), &odd).is(422);
        assert!(odd.text.contains("Hm."), "what was written is kept");
        let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "It is fair.")];
        let done = press(&ruth, &seen, (&case, "decision"), &yes).is(200);
        press(&ruth, &seen, (&case, "decision"), &yes).is(200);
        assert_eq!(count(office, &case, EventKind::Offered), 2, "a second press gives nothing more");
        assert!(done.text.contains("It is fair.") && !done.text.contains("/decision?"));
        assert!(!ruth.get("/desk").text.contains("To decide (1)"));
        assert!(ruth.get("/desk/approvals").text.contains("Nothing waits for you."));
        let clerk = signed_in(&doors, "dora").get(&path(&case)).is(200);
        assert!(!clerk.text.contains("/decision?"));
    });
}

#[test]
fn work_ends_with_a_remedy_in_one_press() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let both = [
            ("remedy", "apology"),
            ("message", "We are sorry that it took so long."),
            ("outcome", "nonsense"),
            ("answer", "give"),
        ];
        press(&lee, &page, (&case, "offer"), &both).is(422);
        assert_eq!(count(office, &case, EventKind::Offered), 0, "neither is done without the other");
        let both = [both[0], both[1], ("outcome", "done"), both[3]];
        press(&lee, &page, (&case, "offer"), &both).is(200);
        assert_eq!(state(office, &case).closure.unwrap().outcome.as_str(), "done");
        assert_eq!(count(office, &case, EventKind::Offered), 1);
    });
}

#[test]
fn an_end_that_needs_a_second_person_is_asked_for_and_approved_on_the_page() {
    both_engines(|office| {
        let doors = doors(office);
        let mae = office.resident("Mae Lee");
        let mut request = mae.request("appeal", "Look at it again, please.");
        request.place = terms::Place::default();
        let case = mae.sends(request).unwrap();
        office.settle();
        let (grace, joan) = (signed_in(&doors, "grace"), signed_in(&doors, "joan"));
        let page = grace.get(&path(&case)).is(200);
        assert!(page.text.contains("Close it with a second person") && page.text.contains("Ask Joan Petit"));
        let ask = [
            ("outcome", "decision-changed"),
            ("message", "You were right."),
            ("words", "The notice was late."),
        ];
        press(&grace, &page, (&case, "outcome-approval"), &ask).is(200);
        assert_eq!(state(office, &case).status, Status::Open);
        let seen = joan.get(&path(&case)).is(200);
        let id = question(office, "joan");
        let no = [("approval", id.as_str()), ("answer", "refused"), ("words", "Ask for the letter first.")];
        press(&joan, &seen, (&case, "decision"), &no).is(200);
        let page = grace.get(&path(&case)).is(200);
        assert!(page.text.contains("Ask for the letter first.") && page.text.contains("No, on"));
        press(&grace, &page, (&case, "outcome-approval"), &ask).is(200);
        let (seen, id) = (joan.get(&path(&case)), question(office, "joan"));
        let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "Yes.")];
        press(&joan, &seen, (&case, "decision"), &yes).is(200);
        assert_eq!(state(office, &case).closure.unwrap().outcome.as_str(), "decision-changed");
    });
}

#[test]
fn a_question_goes_up_the_line_and_is_answered_by_whoever_is_above() {
    both_engines(|office| {
        let doors = doors(office);
        let (mira, case) = (signed_in(&doors, "mira"), case_of(office));
        let page = mira.get(&path(&case)).is(200);
        let ask = [
            ("remedy", "refund"),
            ("amount", "20"),
            ("message", "Paid back."),
            ("words", "Paid twice."),
            ("answer", "ask"),
        ];
        press(&mira, &page, (&case, "offer"), &ask).is(200);
        office.hours(24 * 4);
        office.settle();
        let joan = signed_in(&doors, "joan");
        let list = joan.get("/desk/approvals").is(200);
        assert!(list.text.contains("20 USD") && list.text.contains("Nobody is above them."), "{}", list.text);
        // Somebody who is above nobody here may not answer, whatever they send.
        let id = question(office, "joan");
        let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "Yes.")];
        let lee = signed_in(&doors, "lee");
        let seen = lee.get(&path(&case)).is(200);
        press(&lee, &seen, (&case, "decision"), &yes).is(403);
        let seen = joan.get(&path(&case)).is(200);
        press(&joan, &seen, (&case, "decision"), &yes).is(200);
        assert_eq!(count(office, &case, EventKind::Offered), 1);
    });
}

#[test]
fn more_time_moves_the_clock_and_both_dates_are_seen() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let first = state(office, &case).clocks.due_at.unwrap();
        let page = lee.get(&path(&case)).is(200);
        let more = |days: &'static str| {
            [("remedy", "extension"), ("amount", days), ("message", "Five days more."), ("answer", "give")]
        };
        press(&lee, &page, (&case, "offer"), &more("501")).is(422);
        press(&lee, &page, (&case, "offer"), &more("11")).is(403);
        let page = press(&lee, &page, (&case, "offer"), &more("5")).is(200);
        let clocks = state(office, &case).clocks;
        assert!(clocks.due_at.unwrap() > first);
        assert_eq!((clocks.original_due_at, clocks.promised_at), (Some(first), Some(first)));
        assert!(page.text.contains("agreed; we first promised"), "{}", page.text);
        assert!(page.text.contains("More time was agreed"), "{}", page.text);
        // Between both dates nobody is told that a promise was broken, and the public still counts it.
        office.clock.advance(first.duration_since(office.office.now()) + jiff::SignedDuration::from_hours(1));
        office.settle();
        let now = state(office, &case);
        assert!(!now.clocks.completion_missed);
        assert_eq!(now.kept_promise(office.office.now()), Some(false));
        office.officer("lee").resolves(&case, "done", "New bulb.");
        let page = signed_in(&doors, "lee").get(&path(&case)).is(200);
        press(&lee, &page, (&case, "offer"), &more("5"));
        assert_eq!(count(office, &case, EventKind::Offered), 1, "what is closed has no more time");
    });
}

#[test]
fn fixmystreet_3168_each_recipients_state_is_seen() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        press(&lee, &page, (&case, "task"), &[("words", "Close the lane.")]).is(422);
        let three = [
            ("agency", "transportation"),
            ("agency", "parks"),
            ("agency", "parks"),
            ("words", "Close the lane."),
        ];
        let page = press(&lee, &page, (&case, "task"), &three).is(200);
        let tasks = office.house().sees(&case).tasks;
        assert_eq!(tasks.len(), 2, "each agency once");
        assert_eq!(page.text.matches("was asked, no answer yet").count(), 2);
        let task = |agency: &str| tasks.iter().find(|task| task.agency.as_str() == agency).unwrap().id;
        office.officer("sam").answers_task(&case, task("parks"), terms::TaskAnswer::Returned);
        let page = lee.get(&path(&case)).is(200);
        assert_eq!(page.text.matches("was asked, no answer yet").count(), 1, "one heard nothing yet");
        assert!(page.text.contains("sent it back on"));
        // The case cannot be said to be done while one of them has not done its part.
        assert_eq!(state(office, &case).open_tasks.len(), 1);
        compose(&lee, &page, "/sending", &[("kind", "resolve"), ("outcome", "done"), ("words", "Done.")]);
        after_a_moment(office);
        assert_eq!(state(office, &case).status, Status::Open);
        office.officer("tomas").answers_task(&case, task("transportation"), terms::TaskAnswer::Done);
        let page = lee.get(&path(&case)).is(200);
        assert!(page.text.contains("did it on") && page.text.contains("sent it back on"));
        let ask = [("to", "transportation"), ("words", "It is a signal.")];
        let page = press(&lee, &page, (&case, "transfer"), &ask).is(200);
        let asked = page.text.split("aria-labelledby=\"transfers\"").nth(1).unwrap();
        assert!(asked.contains("was asked, no answer yet") && asked.contains("It is a signal."));
        office.officer("tomas").returns(&case, "It is a lamp.");
        let page = lee.get(&path(&case)).is(200);
        let asked = page.text.split("aria-labelledby=\"transfers\"").nth(1).unwrap();
        assert!(asked.contains("sent it back on") && asked.contains("It is a lamp."));
    });
}

#[test]
fn acts_on_a_closed_or_vanished_case_change_nothing_and_lose_no_word() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let other = case_of(office);
        let page = lee.get(&path(&case)).is(200);
        let number = other.reference.to_string();
        office.officer("ruth").resolves(&case, "done", "New bulb.");
        let revision = office.officer("lee").revision(&case).to_string();
        let acts: [(&str, Vec<(&str, &str)>); 8] = [
            ("merge", vec![("into", &number)]),
            ("parent", vec![("parent", &number)]),
            ("duplicate", vec![("of", &number)]),
            ("rest", vec![("until", "2015-03-09T09:00"), ("words", "Kept words.")]),
            ("place", vec![("address", "12 Elm St"), ("words", "Kept words.")]),
            ("answers", vec![("form.pole-number", "12"), ("words", "Kept words.")]),
            ("transfer", vec![("to", "parks"), ("words", "Kept words.")]),
            ("task", vec![("agency", "parks"), ("words", "Kept words.")]),
        ];
        let before = office.house().sees(&case).case.revision;
        for (act, fields) in &acts {
            let mut fields = fields.clone();
            fields.push(("revision", &revision));
            let refused = press(&lee, &page, (&case, act), &fields);
            assert_eq!(refused.status, 409, "{act}: {}", refused.text);
        }
        let stale = press(&lee, &page, (&case, "answers"), &[("words", "Kept words."), ("revision", "1")]);
        assert_eq!(stale.status, 409);
        assert!(stale.text.contains("Kept words."));
        assert_eq!(office.house().sees(&case).case.revision, before);
        // It moves to another agency while Lee writes.
        office.officer("ruth").transfers(&other, "transportation", "A signal.");
        office.officer("tomas").accepts(&other);
        for act in ["offer", "rest", "answers", "merge", "decision"] {
            let fields = [
                ("remedy", "apology"),
                ("message", "We are sorry."),
                ("until", "2015-03-09T09:00"),
                ("into", "nothing"),
                ("answer", "give"),
                ("words", "All my words."),
            ];
            let gone = press(&lee, &page, (&other, act), &fields);
            assert!([404, 422].contains(&gone.status), "{act}: {}", gone.status);
            assert!(gone.text.contains("All my words."), "{act}: {}", gone.text);
        }
        let gone = lee.get(&format!("{}/answers", path(&other)));
        assert_eq!(gone.status, 404);
        lee.get(&format!("{}/nonsense", path(&case))).is(404);
    });
}

/// Two more levels above Ruth.
fn longer_line(text: &mut String) {
    let ruth = "code = \"ruth\"";
    assert!(text.contains(ruth));
    *text = text.replace(ruth, "superior = \"vera\"\ncode = \"ruth\"");
    for (code, above) in [("vera", "superior = \"olga\""), ("olga", "")] {
        text.push_str(&format!(
            "\n[[officer]]\ncode = \"{code}\"\nname = \"{code}\"\nagency = \"public-works\"\n\
             roles = [\"supervisor\"]\nlanguages = [\"en\"]\n{above}\n"
        ));
    }
}

#[test]
fn a_question_that_nobody_answers_goes_beyond_the_second_level() {
    both_engines_changed(
        |files| {
            let file = files.iter_mut().find(|file| file.path == "officers.toml").unwrap();
            longer_line(&mut file.text);
        },
        |_| {},
        |office, ()| {
            let doors = doors(office);
            let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
            let page = lee.get(&path(&case)).is(200);
            let ask = [
                ("remedy", "waive-fee"),
                ("amount", "200"),
                ("message", "We do not charge it."),
                ("words", "She waited."),
                ("answer", "ask"),
            ];
            press(&lee, &page, (&case, "offer"), &ask).is(200);
            let waits = |who: &str| {
                let list = signed_in(&doors, who).get("/desk/approvals").is(200);
                list.text.contains("200 USD")
            };
            assert!(waits("ruth") && !waits("vera") && !waits("olga"));
            for (gone, next) in [("ruth", "vera"), ("vera", "olga")] {
                office.hours(24 * 4);
                office.settle();
                assert!(!waits(gone) && waits(next), "from {gone} to {next}");
            }
            let olga = signed_in(&doors, "olga");
            let seen = olga.get(&path(&case)).is(200);
            let id = question(office, "olga");
            // Whoever was asked first is below whoever is asked now, and answers no more.
            let yes = [("approval", id.as_str()), ("answer", "approved"), ("words", "Yes.")];
            let ruth = signed_in(&doors, "ruth");
            let below = ruth.get(&path(&case)).is(200);
            assert!(!below.text.contains("/decision?"));
            press(&ruth, &below, (&case, "decision"), &yes).is(403);
            press(&olga, &seen, (&case, "decision"), &yes).is(200);
            assert_eq!(count(office, &case, EventKind::Offered), 1);
        },
    );
}
