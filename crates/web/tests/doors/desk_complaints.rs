//! What officers complain of elsewhere, told as it was told there, and not to be found here.

use crate::browser::Browser;
use crate::desk_acts::press;
use crate::desk_behalf::{begins, path as begun_at, presses};
use crate::desk_case::{
    after_a_moment, case_of, compose, composer, doors, hidden, path, replies, signed_in, words,
};
use crate::desk_inbox::listed;
use crate::desk_live::heard;
use axum::body::Body;
use axum::http::{Request, header};
use terms::{OfficerCode, Principal};
use testkit::{both_engines, both_engines_changed};

#[test]
fn zammad_3088_a_draft_survives_a_change_of_language_and_of_ones_own_settings() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        compose(&lee, &page, "", &[("kind", "note"), ("words", "Bulb E27, third pole.")]).is(200);
        let keys = lee.get("/desk/keys").is(200);
        lee.post(&keys, "/desk/keys", &[("shortcuts", "off")]).is(200);
        let shift = lee.get("/desk/shift").is(200);
        let fields = [("status", "break"), ("channel", "web"), ("language", "es")];
        lee.post(&shift, "/desk/shift", &fields);
        let inbox = lee.get("/desk").is(200);
        lee.post(&inbox, "/desk/columns", &[("column", "reference"), ("column", "due")]);
        for tag in ["es", "ar", "en"] {
            let page = lee.get(&format!("{}?lang={tag}", path(&case))).is(200);
            assert_eq!(words(&page), "Bulb E27, third pole.", "{tag}");
        }
        let again = signed_in(&doors, "lee").get(&path(&case)).is(200);
        assert_eq!(
            (words(&again).as_str(), hidden(&again, "kind").as_str()),
            ("Bulb E27, third pole.", "note")
        );
    });
}

#[test]
fn zammad_2786_several_requests_begun_at_once_are_all_kept_through_reload_and_signing_out() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let (light, pickup) = ("street-light-outages", "schedule-a-bulk-item-pickup-ss");
        // Three windows are opened first, two of them for the same service, and then each is written in.
        let windows = [light, light, pickup].map(|service| begins(&dora, service));
        let said = ["The first caller <b>", "The second caller", "The third caller, longer. \u{1f4a1}"];
        for (window, words) in windows.iter().zip(said) {
            presses(&dora, window, &[("description", words), ("name", words)], ("do", "look")).is(200);
        }
        let drafts = ["One case.", "Another case."].map(|words| {
            let case = case_of(office);
            compose(&dora, &dora.get(&path(&case)).is(200), "", &[("words", words)]).is(200);
            (case, words)
        });
        let page = dora.get("/desk/new").is(200);
        dora.post(&page, "/desk/sign-out", &[]).is(200);
        drop(dora);
        let again = signed_in(&doors, "dora");
        let list = again.get("/desk/new").is(200);
        for (window, words) in windows.iter().zip(said) {
            let at = begun_at(window);
            assert!(list.text.contains(&at), "{at}: {}", list.text);
            let shown = words.replace('<', "&#60;").replace('>', "&#62;");
            assert_eq!(again.get(&at).is(200).text.matches(&shown).count(), 2, "{words}");
        }
        for (case, words) in &drafts {
            assert_eq!(crate::desk_case::words(&again.get(&path(case))), *words);
        }
        // Throwing one away leaves the others.
        again.post(&list, &format!("{}/removal", begun_at(&windows[0])), &[]).is(200);
        let left = again.get("/desk/new").is(200);
        assert!(!left.text.contains(&begun_at(&windows[0])));
        assert!(windows[1..].iter().all(|window| left.text.contains(&begun_at(window))));
        assert!(!signed_in(&doors, "lee").get("/desk/new").text.contains(&begun_at(&windows[1])));
    });
}

#[test]
fn zammad_1643_what_was_sent_leaves_though_the_window_is_closed_at_once() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = lee.get(&path(&case)).is(200);
        let known =
            ["once", "revision", "base", "kind"].map(|name| format!("{name}={}", hidden(&page, name)));
        let token = composer(&page).token();
        let body = format!("{}&token={token}&words=We+come+tomorrow.", known.join("&"));
        let request = Request::post(format!("{}/composition/sending", path(&case)))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        // The window is gone before any page comes back, and nobody opens the case again.
        let answer = lee.send(request, Body::from(body));
        assert_eq!(answer.status.as_u16(), 303);
        drop(lee);
        after_a_moment(office);
        assert_eq!(replies(office, &case), 1);
    });
}

#[test]
fn zammad_5260_an_open_overview_hears_of_every_update() {
    both_engines(|office| {
        let doors = doors(office);
        let case = case_of(office);
        let dora = signed_in(&doors, "dora");
        let lee: Principal = office.officer("lee").who;
        let reference = case.reference;
        let update = |kind: u8| {
            let act = office.office.act(lee.clone(), terms::Channel::Web, terms::Purpose::Service);
            office.office.write(act, move |tx, act| {
                let revision = office::cases::whole(tx, act, &reference)?.case.revision;
                match kind {
                    0 => office::cases::assign(tx, act, &reference, revision, Some(&OfficerCode::new("lee"))),
                    1 => office::cases::ask_customer(tx, act, &reference, revision, "Which lamp?"),
                    2 => office::cases::go_on(tx, act, &reference, revision),
                    _ => {
                        let done = terms::OutcomeCode::new("done");
                        office::resolution::resolve(tx, act, &reference, revision, (&done, Some("Done.")))
                    }
                }
            })
        };
        for kind in 0..4 {
            let told = heard(&doors, &dora, ("", 1_000), async || drop(update(kind).await.unwrap()));
            assert!(told.contains("event: case") && told.contains(&reference.to_string()), "{kind}: {told}");
        }
        assert_eq!(listed(&dora.get("/desk?view=open")), [], "and the list says so too");
    });
}

#[test]
fn chatwoot_7988_a_draft_begun_on_one_device_goes_on_on_another_and_no_colleague_owns_it() {
    both_engines(|office| {
        let doors = doors(office);
        let (phone, desktop, case) = (signed_in(&doors, "lee"), signed_in(&doors, "lee"), case_of(office));
        let page = phone.get(&path(&case)).is(200);
        compose(&phone, &page, "", &[("words", "We come ")]).is(200);
        let page = desktop.get(&path(&case)).is(200);
        assert_eq!(words(&page), "We come ", "without a browser's own store");
        compose(&desktop, &page, "", &[("words", "We come tomorrow.")]).is(200);
        assert_eq!(words(&phone.get(&path(&case))), "We come tomorrow.");
        assert!(phone.get("/desk/compositions").is(200).text.contains("We come tomorrow."));
        assert_eq!(words(&signed_in(&doors, "dora").get(&path(&case))), "", "it is nobody else's draft");
        // Over the API a draft is theirs as well.
        let kept = doors.call("GET", "/drafts", &doors.officer("dora"), &serde_json::Value::Null).is(200);
        assert!(!kept.text.contains("We come tomorrow."));
    });
}

#[test]
fn chatwoot_11062_the_list_says_who_reads_a_case_before_anybody_replies() {
    both_engines(|office| {
        let doors = doors(office);
        let case = case_of(office);
        let (lee, dora) = (signed_in(&doors, "lee"), signed_in(&doors, "dora"));
        let page = lee.get(&path(&case)).is(200);
        let present = format!("{}/presence", path(&case));
        lee.post(&page, &present, &[("doing", "viewing")]).is(204);
        let list = dora.get("/desk?view=open").is(200);
        assert_eq!(listed(&list), [case.reference]);
        assert!(list.text.contains("Lee Santos looks at it"), "{}", list.text);
        assert!(dora.get(&path(&case)).text.contains("Lee Santos looks at it"), "and so does the case");
        let stranger: Browser<'_> = signed_in(&doors, "sam");
        assert!(!stranger.get("/desk?view=open").text.contains("Lee Santos looks at it"));
    });
}

#[test]
fn zammad_702_a_draft_survives_the_merging_of_its_case() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let mae = office.resident("Mae Lee");
        let (first, second) = (
            mae.reports("street-light-outages", "Dark."),
            mae.reports("street-light-outages", "Dark again."),
        );
        office.settle();
        let page = lee.get(&path(&second)).is(200);
        let page = compose(&lee, &page, "", &[("words", "A crew comes on Tuesday.")]).is(200);
        let into = first.reference.to_string();
        let revision = office.officer("lee").revision(&second).to_string();
        let fields = [("into", into.as_str()), ("revision", revision.as_str())];
        press(&lee, &page, (&second, "merge"), &fields).is(200);
        assert!(lee.get("/desk/compositions").is(200).text.contains("A crew comes on Tuesday."));
        assert_eq!(words(&lee.get(&path(&second))), "A crew comes on Tuesday.");
    });
}

#[test]
fn chatwoot_12079_nobody_answers_over_the_colleague_who_took_the_case() {
    both_engines_changed(
        |files| {
            let file = files.iter_mut().find(|file| file.path == "authority.toml").unwrap();
            file.text = format!("only_assignee_answers = true\n{}", file.text);
        },
        |_| {},
        |office, ()| {
            let doors = doors(office);
            let (lee, dora, case) = (signed_in(&doors, "lee"), signed_in(&doors, "dora"), case_of(office));
            office.officer("dora").takes(&case);
            let page = lee.get(&path(&case)).is(200);
            for kind in ["reply", "question"] {
                let page = lee.get(&path(&case)).is(200);
                let fields = [("kind", kind), ("words", "I answer over her.")];
                let refused = compose(&lee, &page, "/sending", &fields).is(409);
                assert!(refused.by_id("why").contains("Dora Quill has taken the case"), "{kind}");
                assert_eq!(words(&refused), "I answer over her.", "the words are kept");
            }
            let offer = [("remedy", "apology"), ("message", "Sorry."), ("answer", "give")];
            press(&lee, &page, (&case, "offer"), &offer).is(409);
            let token = doors.officer("lee");
            let revision = office.officer("lee").revision(&case);
            let body = serde_json::json!({"revision": revision, "words": "By the API."});
            doors.call("POST", &format!("/cases/{}/replies", case.reference), &token, &body).is(409);
            after_a_moment(office);
            assert_eq!(replies(office, &case), 0);
            // A note is for colleagues; whoever takes the case answers it.
            let page = lee.get(&path(&case)).is(200);
            compose(&lee, &page, "/sending", &[("kind", "note"), ("words", "I know the lamp.")]).is(200);
            let page = dora.get(&path(&case)).is(200);
            compose(&dora, &page, "/sending", &[("words", "We come tomorrow.")]).is(200);
            after_a_moment(office);
            assert_eq!(replies(office, &case), 1);
            let ruth = signed_in(&doors, "ruth");
            let page = ruth.get(&path(&case)).is(200);
            compose(&ruth, &page, "/sending", &[("words", "Dora is ill; I take over.")]).is(200);
            after_a_moment(office);
            assert_eq!(replies(office, &case), 2, "a supervisor may always");
        },
    );
}
