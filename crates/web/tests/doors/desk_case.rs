//! The page of a case at the desk: no word is lost, nothing is done twice, and what came too late is said.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use jiff::SignedDuration;
use office::desk::SENDING_SECONDS;
use terms::{AgencyCode, EventKind, TaskAnswer};
use testkit::{CaseHandle, TestOffice, both_engines};
use web::Settings;

const LIGHT: &str = "street-light-outages";

/// The doors of a demonstration, where one click signs in.
fn doors(office: &TestOffice) -> Doors<'_> {
    Doors::with(office, Settings { demo: true, ..Settings::default() })
}

/// An officer who has signed in.
fn signed_in<'d>(doors: &'d Doors<'d>, officer: &str) -> Browser<'d> {
    let browser = Browser::of(doors, "en");
    let page = browser.get("/desk/sign-in").is(200);
    browser.post(&page, "/desk/sign-in", &[("officer", officer)]).is(200);
    browser
}

fn case_of(office: &TestOffice) -> CaseHandle {
    let case = office.resident("Mae Lee").reports(LIGHT, "The lamp is dark.");
    office.settle();
    case
}

fn path(case: &CaseHandle) -> String {
    format!("/desk/cases/{}", case.reference)
}

/// The value of a hidden field of the composer.
#[track_caller]
fn hidden(page: &Page, name: &str) -> String {
    let form = page.text.split("class=\"desk-write\"").nth(1).unwrap_or_else(|| panic!("{}", page.text));
    let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1);
    value.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no {name}")).to_owned()
}

/// A page from where its composer begins.
fn composer(page: &Page) -> Page {
    let before = page.text.split("class=\"desk-write\"").next().unwrap();
    let text = page.text[before.rfind("<form action=").unwrap()..].to_owned();
    Page { at: page.at.clone(), status: page.status, text }
}

/// What stands in the composer.
#[track_caller]
fn words(page: &Page) -> String {
    let area = page.text.split("<textarea class=\"govuk-textarea\" id=\"words\"").nth(1);
    let area = area.unwrap_or_else(|| panic!("no composer: {}", page.text));
    area.split_once(">\n").unwrap().1.split("</textarea>").next().unwrap().to_owned()
}

/// Sends the composer of a page to a step of it.
fn compose(browser: &Browser<'_>, page: &Page, step: &str, fields: &[(&str, &str)]) -> Page {
    let known: Vec<(&str, String)> =
        ["once", "revision", "base", "kind"].iter().map(|name| (*name, hidden(page, name))).collect();
    let known = known.iter().map(|(name, value)| (*name, value.as_str()));
    // What the test says stands for what the page had.
    let fields: Vec<(&str, &str)> = known
        .filter(|(name, _)| !fields.iter().any(|(own, _)| own == name))
        .chain(fields.iter().copied())
        .collect();
    let action = page.text.split("<form action=\"").find(|form| form.contains("class=\"desk-write\""));
    let action = action.unwrap().split('?').next().unwrap();
    browser.post(page, &format!("{action}{step}"), &fields)
}

fn after_a_moment(office: &TestOffice) {
    office.clock.advance(SignedDuration::from_secs(SENDING_SECONDS + 1));
    office.settle();
}

fn replies(office: &TestOffice, case: &CaseHandle) -> usize {
    let seen = office.house().sees(case);
    seen.events.iter().filter(|event| event.what.kind() == EventKind::Replied).count()
}

both_engines!(zammad_5953_draft_survives_change_of_owner, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let long = "A crew comes on Tuesday.\n\n  It brings a lamp. ".repeat(300);
    compose(&lee, &page, "", &[("words", &long)]).is(200);
    office.officer("ruth").gives(&case, "dora");
    let page = lee.get(&path(&case)).is(200);
    assert_eq!(words(&page), long, "not one character is lost");
    assert!(page.text.contains("id=\"news\"") && page.text.contains("Dora Quill took the case"));
    assert!(page.text.contains(">Send all the same<"));
    // Another browser of the same officer, and the same one after a restart of the house.
    let other = signed_in(&doors, "lee");
    assert_eq!(words(&other.get(&path(&case))), long);
    compose(&lee, &page, "/sending", &[("words", &long)]).is(200);
    after_a_moment(office);
    assert_eq!(replies(office, &case), 1);
    assert_eq!(words(&lee.get(&path(&case))), "", "what was sent is no draft any more");
    office.check();
});

both_engines!(zammad_3088_a_stale_send_keeps_its_words_and_says_what_changed, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    office.officer("ruth").notes(&case, "I called the company.");
    let late = compose(&lee, &page, "/sending", &[("words", "We come tomorrow.")]).is(409);
    assert_eq!(words(&late), "We come tomorrow.");
    assert!(late.text.contains("id=\"news\"") && late.text.contains("An officer wrote a note: Ruth Amsel"));
    after_a_moment(office);
    assert_eq!(replies(office, &case), 0, "nothing was sent");
    compose(&lee, &late, "/sending", &[("words", "We come tomorrow.")]).is(200);
    after_a_moment(office);
    assert_eq!(replies(office, &case), 1, "one button sends it all the same");
    office.check();
});

both_engines!(zammad_2786_two_windows_of_one_officer_lose_nothing, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let (first, second) = (lee.get(&path(&case)), lee.get(&path(&case)));
    compose(&lee, &first, "", &[("words", "From the first window.")]).is(200);
    let refused = compose(&lee, &second, "", &[("words", "From the second window.")]).is(409);
    assert_eq!(words(&refused), "From the second window.");
    assert!(refused.text.contains("id=\"elsewhere\"") && refused.text.contains("From the first window."));
    assert_eq!(words(&lee.get(&path(&case))), "From the first window.", "what was kept stands");
    let kept = doors.call("GET", "/drafts", &doors.officer("lee"), &serde_json::Value::Null).is(200);
    assert!(kept.text.contains("From the second window."), "{}", kept.text);
    compose(&lee, &refused, "", &[("words", "Both windows.")]).is(200);
    assert_eq!(words(&lee.get(&path(&case))), "Both windows.");
});

both_engines!(zammad_1643_what_a_script_saved_is_there_when_the_window_was_closed_at_once, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let quick = |revision: &str, words: &str| {
        compose(&lee, &page, "", &[("by", "script"), ("revision", revision), ("words", words)])
    };
    quick("0", "We ").is(204);
    quick("1", "We come").is(204);
    // The answer got lost, and the script sends the same again.
    quick("1", "We come").is(204);
    quick("1", "Something else").is(409);
    assert_eq!(words(&lee.get(&path(&case))), "We come");
});

both_engines!(chatwoot_11062_two_officers_write_at_once_and_see_each_other, |office| {
    let doors = doors(office);
    let (lee, dora, case) = (signed_in(&doors, "lee"), signed_in(&doors, "dora"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    compose(&lee, &page, "", &[("words", "I ask the company.")]).is(200);
    let seen = dora.get(&path(&case)).is(200);
    assert!(seen.text.contains("Lee Santos is writing") && seen.text.contains("I ask the company."));
    assert_eq!(words(&seen), "", "Dora has a draft of her own");
    compose(&dora, &seen, "", &[("words", "I write to her.")]).is(200);
    assert_eq!(words(&lee.get(&path(&case))), "I ask the company.");
    assert_eq!(words(&dora.get(&path(&case))), "I write to her.");
    office.hours(1);
    let later = signed_in(&doors, "dora").get(&path(&case)).is(200);
    assert!(later.text.contains("Lee Santos began to write on"), "nobody is said to write who does not");
});

both_engines!(a_double_submit_sends_and_acts_once, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let send = || compose(&lee, &page, "/sending", &[("words", "A crew comes.")]);
    send().is(200);
    send().is(200);
    after_a_moment(office);
    send().is(200);
    after_a_moment(office);
    assert_eq!(replies(office, &case), 1);
    assert_eq!(words(&lee.get(&path(&case))), "", "the third tap began nothing new");
    let page = lee.get(&path(&case));
    let (once, revision) = (hidden(&page, "once"), hidden(&page, "base"));
    let claim = [("officer", "lee"), ("once", once.as_str()), ("revision", revision.as_str())];
    lee.post(&page, &format!("{}/claim", path(&case)), &claim).is(200);
    lee.post(&page, &format!("{}/claim", path(&case)), &claim).is(200);
    let seen = office.house().sees(&case);
    let taken = seen.events.iter().filter(|event| event.what.kind() == EventKind::Assigned).count();
    assert_eq!(taken, 1);
    office.check();
});

both_engines!(what_is_sent_can_be_undone_for_a_moment_and_what_is_thrown_away_for_minutes, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    assert!(page.text.contains("Send to Mae Lee") && page.text.contains("Mae Lee reads English."));
    assert!(page.text.contains("A mail to m•••@example.org says that it is there."));
    let sending = compose(&lee, &page, "/sending", &[("words", "Too soon.")]).is(200);
    assert!(sending.text.contains("Sending in 10 seconds."), "{}", sending.text);
    let undo = format!("{}/composition/undo", path(&case));
    let back = lee.post(&sending, &undo, &[]).is(200);
    assert_eq!(words(&back), "Too soon.");
    after_a_moment(office);
    assert_eq!(replies(office, &case), 0);
    let thrown = compose(&lee, &back, "/thrown", &[("words", "Too soon, too short.")]).is(200);
    assert_eq!(words(&thrown), "");
    assert_eq!(words(&lee.post(&thrown, &undo, &[]).is(200)), "Too soon, too short.");
    // Later, at a time.
    let page = lee.get(&path(&case));
    let fields = [("words", "At nine."), ("send_at", "2015-03-03T09:00")];
    let later = compose(&lee, &page, "/later", &fields).is(200);
    assert!(later.text.contains("To be sent on Tue 3 March 2015, 09:00"), "{}", later.text);
    after_a_moment(office);
    assert_eq!(replies(office, &case), 0);
    office.hours(24);
    office.settle();
    assert_eq!(replies(office, &case), 1);
    office.check();
});

both_engines!(what_cannot_leave_any_more_is_back_with_the_reason, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    compose(&lee, &page, "/sending", &[("kind", "question"), ("words", "Which lamp?")]).is(200);
    office.officer("ruth").resolves(&case, "done", "New bulb.");
    after_a_moment(office);
    let back = lee.get(&path(&case)).is(200);
    assert_eq!(words(&back), "Which lamp?");
    assert!(back.text.contains("id=\"came-back\"") && back.text.contains("the case is closed"));
    let refused = compose(&lee, &back, "/sending", &[("words", "Which lamp, please?")]).is(409);
    assert_eq!(words(&refused), "Which lamp, please?");
    assert!(refused.by_id("why").contains("the case is closed"));
    office.check();
});

both_engines!(words_about_a_case_that_vanished_are_still_here, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    compose(&lee, &page, "", &[("words", "Half a sentence")]).is(200);
    let page = lee.get(&path(&case));
    office.officer("ruth").transfers(&case, "transportation", "A signal.");
    office.officer("tomas").accepts(&case);
    let gone = compose(&lee, &page, "/sending", &[("words", "Half a sentence, and the rest.")]).is(404);
    assert!(gone.text.contains("Half a sentence, and the rest."), "{}", gone.text);
    let unsent = lee.get("/desk/compositions").is(200);
    assert!(unsent.text.contains("Half a sentence, and the rest."), "{}", unsent.text);
    let stranger = lee.post(&page, "/desk/cases/nonsense/composition", &[("words", "Lost?")]).is(404);
    assert!(stranger.text.contains("Lost?"));
    assert_eq!(replies(office, &case), 0);
});

both_engines!(five_megabytes_are_refused_in_words_and_kept_up_to_the_limit, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let much = "é".repeat(5 << 19);
    let known: Vec<(&str, String)> =
        ["once", "revision", "base", "kind"].iter().map(|name| (*name, hidden(&page, name))).collect();
    let known = known.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<(&str, &str)> = known.chain([("words", much.as_str())]).collect();
    let refused = lee.upload(&composer(&page), &fields, &[]).is(422);
    assert!(refused.by_id("why").contains("first 20,000 characters"), "{}", refused.by_id("why"));
    assert_eq!(words(&refused).chars().count(), 20_000);
    assert_eq!(words(&lee.get(&path(&case))).chars().count(), 20_000);
});

both_engines!(markup_in_any_field_is_only_words, |office| {
    let doors = doors(office);
    let evil = "</textarea><script>alert(1)</script><b>\"'";
    let case = office.resident("Mae <b>Lee</b>").reports(LIGHT, evil);
    office.settle();
    let lee = signed_in(&doors, "lee");
    let page = lee.get(&path(&case)).is(200);
    let page = compose(&lee, &page, "", &[("words", evil)]).is(200);
    office.officer("ruth").notes(&case, evil);
    office.officer("ruth").asks_task(&case, "transportation", evil);
    let revision = hidden(&page, "base");
    let fields = [("to", "transportation"), ("words", evil), ("revision", revision.as_str()), ("of", evil)];
    let stale = lee.post(&page, &format!("{}/transfer", path(&case)), &fields).is(409);
    for seen in [&lee.get(&path(&case)), &stale, &signed_in(&doors, "dora").get(&path(&case))] {
        assert!(!seen.text.contains("<script>alert") && !seen.text.contains("<b>Lee"), "{}", seen.text);
        assert!(seen.text.contains("&#60;script&#62;alert"), "{}", seen.text);
    }
    assert!(stale.text.matches("&#60;script&#62;alert").count() > 3, "the reason that was filled in is kept");
    lee.post(&page, &format!("{}/duplicate", path(&case)), &[("of", evil), ("revision", "1")]).is(422);
});

both_engines!(fixmystreet_3168_each_partners_answer_is_seen, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let ask = |page: &Page, agency: &str| {
        let revision = hidden(page, "base");
        let fields = [("agency", agency), ("words", "Close the lane."), ("revision", revision.as_str())];
        lee.post(page, &format!("{}/task", path(&case)), &fields).is(200)
    };
    let page = ask(&page, "transportation");
    assert!(page.text.contains("was asked, no answer yet"), "{}", page.text);
    let tomas = signed_in(&doors, "tomas");
    let seen = tomas.get(&path(&case)).is(200);
    let task = office.house().sees(&case).tasks[0].id.to_string();
    assert!(seen.text.contains(&task), "the partner can answer");
    assert!(!page.text.contains(&task), "who asked cannot answer");
    let answer = |answer: &str| {
        let fields = [("task", task.as_str()), ("answer", answer), ("words", "On Monday.")];
        tomas.post(&seen, &format!("{}/task-answer", path(&case)), &fields)
    };
    answer("accepted").is(200);
    assert!(lee.get(&path(&case)).text.contains("said yes on"));
    answer("perhaps").is(422);
    // Whoever has done their part has nothing more to do with the case.
    assert_eq!(answer("done").status, 404);
    let done = lee.get(&path(&case));
    assert!(done.text.contains("did it on") && done.text.contains("On Monday."), "{}", done.text);
    office.check();
});

both_engines!(only_what_is_allowed_is_offered_and_the_record_is_looked_at_on_purpose, |office| {
    let doors = doors(office);
    let case = case_of(office);
    let lee = signed_in(&doors, "lee");
    let page = lee.get(&path(&case)).is(200);
    assert!(page.text.contains("m•••@example.org") && !page.text.contains("mae.lee@example.org"));
    let looks = || {
        let id = office.house().sees(&case).case.state.customer.unwrap();
        let record = office.officer("ruth").tries(move |tx, act| office::customers::look(tx, act, id, None));
        record.unwrap().looks.len()
    };
    let before = looks();
    let shown = lee.post(&page, &format!("{}/customer", path(&case)), &[]).is(200);
    assert!(shown.text.contains("mae.lee@example.org"));
    assert_eq!(looks(), before + 2, "Lee's look and the one that counts");
    let clerk = signed_in(&doors, "dora").get(&path(&case)).is(200);
    assert!(!clerk.text.contains("value=\"resolve\"") && page.text.contains("value=\"resolve\""));
    assert!(!page.text.contains("/assignment?") && !clerk.text.contains("/reopening?"));
    signed_in(&doors, "tomas").get(&path(&case)).is(404);
    let boss = signed_in(&doors, "ruth").get(&path(&case)).is(200);
    assert!(boss.text.contains("/assignment?"));
    assert_eq!(office.house().sees(&case).case.state.agency, AgencyCode::new("public-works"));
});

both_engines!(a_case_is_worked_from_question_to_end_without_a_script, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let asks = compose(&lee, &page, "/kind", &[("to", "question"), ("words", "Which ")]).is(200);
    assert!(asks.text.contains(">Ask Mae Lee<") && words(&asks) == "Which ");
    compose(&lee, &asks, "/sending", &[("words", "Which lamp?")]).is(200);
    after_a_moment(office);
    let waits = lee.get(&path(&case)).is(200);
    assert!(waits.text.contains("Waiting for the customer") || waits.text.contains("the clock stands still"));
    office.resident("Mae Lee").writes(&case, "Number 12.");
    let page = lee.get(&path(&case)).is(200);
    assert!(page.text.contains("Number 12."));
    let note = compose(&lee, &page, "/kind", &[("to", "note")]).is(200);
    assert!(note.text.contains("Only officers see this.") && note.text.contains(">Keep as a note<"));
    assert!(note.text.contains("desk-composer--internal"));
    let noted = compose(&lee, &note, "/sending", &[("words", "Bulb E27.")]).is(200);
    assert!(noted.text.contains("desk-said--internal") && noted.text.contains("Bulb E27."));
    let snippet = [("snippet", "done"), ("insert", "yes"), ("words", "Good day.")];
    let filled = compose(&lee, &noted, "/snippet", &snippet).is(200);
    let expected =
        format!("Good day.\n\nHello Mae Lee,\n\nwhat you told us of in {} is done.", case.reference);
    assert!(words(&filled).starts_with(&expected), "{}", words(&filled));
    let ends = compose(&lee, &filled, "/kind", &[("to", "resolve"), ("words", &words(&filled))]).is(200);
    compose(&lee, &ends, "/sending", &[("words", "New bulb."), ("outcome", "")]).is(422);
    let ends = lee.get(&path(&case));
    compose(&lee, &ends, "/sending", &[("words", "New bulb."), ("outcome", "done"), ("next", "yes")]).is(200);
    after_a_moment(office);
    assert!(lee.get(&path(&case)).text.contains("Closed on"));
    office.check();
});

both_engines!(files_go_with_a_reply_and_never_with_a_note, |office| {
    let doors = doors(office);
    let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
    let page = lee.get(&path(&case)).is(200);
    let fields = [("kind", "reply"), ("words", "See the plan."), ("base", "2")];
    let with =
        lee.upload(&composer(&page), &fields, &[("files", "plan.txt", "text/plain", b"A plan.")]).is(200);
    assert!(with.text.contains("plan.txt"), "{}", with.text);
    assert!(office.resident("Mae Lee").follows(&case).contacts.iter().all(|one| !one.body.contains("plan")));
    let note = compose(&lee, &with, "/sending", &[("kind", "note"), ("words", "See the plan.")]).is(409);
    assert!(note.by_id("why").contains("a note takes no files"));
    compose(&lee, &note, "/sending", &[("kind", "reply"), ("words", "See the plan.")]).is(200);
    after_a_moment(office);
    let sent = lee.get(&path(&case)).is(200);
    assert!(sent.text.contains("desk-said--out") && sent.text.contains("plan.txt"));
    let href = sent.text.split("href=\"").find(|part| part.contains("/files/")).unwrap();
    let file = lee.raw(href.split('"').next().unwrap());
    assert_eq!(file.text, "A plan.");
    office.check();
});

both_engines!(a_returned_task_and_a_partner_who_may_only_write_notes, |office| {
    let doors = doors(office);
    let case = case_of(office);
    let task = office.officer("ruth").asks_task(&case, "transportation", "Close the lane.");
    let tomas = signed_in(&doors, "tomas").get(&path(&case)).is(200);
    assert!(tomas.text.contains("value=\"note\"") && !tomas.text.contains("value=\"reply\""));
    office.officer("tomas").answers_task(&case, task, TaskAnswer::Returned);
    let ruth = signed_in(&doors, "ruth").get(&path(&case)).is(200);
    assert!(ruth.text.contains("sent it back on"));
});
