//! What officers write: no word is lost, nothing is sent twice, and what came too late is said.

use crate::desk_case::{
    after_a_moment, case_of, compose, composer, doors, hidden, path, replies, signed_in, words,
};
use terms::EventKind;
use testkit::both_engines;

#[test]
fn zammad_5953_draft_survives_change_of_owner() {
    both_engines(|office| {
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
    });
}

#[test]
fn a_stale_send_keeps_its_words_and_says_what_changed() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        office.officer("ruth").notes(&case, "I called the company.");
        let late = compose(&lee, &page, "/sending", &[("words", "We come tomorrow.")]).is(409);
        assert_eq!(words(&late), "We come tomorrow.");
        assert!(
            late.text.contains("id=\"news\"") && late.text.contains("An officer wrote a note: Ruth Amsel")
        );
        after_a_moment(office);
        assert_eq!(replies(office, &case), 0, "nothing was sent");
        compose(&lee, &late, "/sending", &[("words", "We come tomorrow.")]).is(200);
        after_a_moment(office);
        assert_eq!(replies(office, &case), 1, "one button sends it all the same");
    });
}

#[test]
fn a_late_double_submit_touches_nothing_that_was_begun_since() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        for step in ["/sending", "/thrown"] {
            let page = lee.get(&path(&case)).is(200);
            let sent = || compose(&lee, &page, step, &[("kind", "note"), ("words", "I rang.")]);
            sent().is(200);
            let next = lee.get(&path(&case)).is(200);
            compose(&lee, &next, "", &[("kind", "note"), ("words", "Half a sent")]).is(200);
            // The second tap comes when something else has been begun, under the same revision.
            sent().is(200);
            let left = lee.get(&path(&case)).is(200);
            assert_eq!(words(&left), "Half a sent", "{step}");
            compose(&lee, &left, "/thrown", &[("words", "Half a sent")]).is(200);
        }
        let seen = office.house().sees(&case);
        let notes = seen.events.iter().filter(|event| event.what.kind() == EventKind::Noted).count();
        assert_eq!(notes, 1);
    });
}

#[test]
fn two_windows_of_one_officer_lose_nothing() {
    both_engines(|office| {
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
}

#[test]
fn zammad_1643_what_a_script_saved_is_there_when_the_window_was_closed_at_once() {
    both_engines(|office| {
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
}

#[test]
fn chatwoot_11062_two_officers_write_at_once_and_see_each_other() {
    both_engines(|office| {
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
}

#[test]
fn a_double_submit_sends_and_acts_once() {
    both_engines(|office| {
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
    });
}

#[test]
fn what_is_sent_can_be_undone_for_a_moment_and_what_is_thrown_away_for_minutes() {
    both_engines(|office| {
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
    });
}

#[test]
fn what_cannot_leave_any_more_is_back_with_the_reason() {
    both_engines(|office| {
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
        assert!(
            refused.text.contains(&format!("<title>Error: {} – ", case.reference)),
            "the tab says so too"
        );
    });
}

#[test]
fn words_about_a_case_that_vanished_are_still_here() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        compose(&lee, &page, "", &[("words", "Half a sentence")]).is(200);
        let page = lee.get(&path(&case));
        office.officer("ruth").transfers(&case, "transportation", "A signal.");
        office.officer("tomas").accepts(&case);
        let gone = compose(&lee, &page, "/sending", &[("words", "Half a sentence, and the rest.")]).is(404);
        assert!(gone.text.contains("Half a sentence, and the rest."), "{}", gone.text);
        assert!(gone.text.contains("<title>Error: This case is not here – "), "{}", gone.text);
        let unsent = lee.get("/desk/compositions").is(200);
        assert!(unsent.text.contains("Half a sentence, and the rest."), "{}", unsent.text);
        let stranger = lee.post(&page, "/desk/cases/nonsense/composition", &[("words", "Lost?")]).is(404);
        assert!(stranger.text.contains("Lost?"));
        assert_eq!(replies(office, &case), 0);
    });
}

#[test]
fn five_megabytes_are_refused_in_words_and_kept_up_to_the_limit() {
    both_engines(|office| {
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
}

#[test]
fn files_go_with_a_reply_and_never_with_a_note() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let fields = [("kind", "reply"), ("words", "See the plan."), ("base", "2")];
        let with =
            lee.upload(&composer(&page), &fields, &[("files", "plan.txt", "text/plain", b"A plan.")]).is(200);
        assert!(with.text.contains("plan.txt"), "{}", with.text);
        assert!(
            office.resident("Mae Lee").follows(&case).contacts.iter().all(|one| !one.body.contains("plan"))
        );
        let note = compose(&lee, &with, "/sending", &[("kind", "note"), ("words", "See the plan.")]).is(409);
        assert!(note.by_id("why").contains("a note takes no files"));
        compose(&lee, &note, "/sending", &[("kind", "reply"), ("words", "See the plan.")]).is(200);
        after_a_moment(office);
        let sent = lee.get(&path(&case)).is(200);
        assert!(sent.text.contains("desk-said--out") && sent.text.contains("plan.txt"));
        let href = sent.text.split("href=\"").find(|part| part.contains("/files/")).unwrap();
        let file = lee.raw(href.split('"').next().unwrap());
        assert_eq!(file.text, "A plan.");
    });
}
