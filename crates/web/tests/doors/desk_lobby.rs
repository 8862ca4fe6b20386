//! The lobby through the desk: its figures, what can be set for everybody, and who may.

use crate::browser::{Browser, Page};
use crate::desk_case::{doors, signed_in};
use crate::lobby_board::{comes, heard};
use office::lobby::{self, NewVisit};
use terms::{Channel, Entry, LineCode, OfficeCode, Principal, Purpose};
use testkit::both_engines;

fn does(browser: &Browser<'_>, page: &Page, deed: &str, fields: &[(&str, &str)]) -> Page {
    let fields = [&[("office", "city-hall")], fields].concat();
    browser.post(page, &format!("/desk/lobby/{deed}"), &fields)
}

#[test]
fn whoever_leads_a_lobby_sees_six_figures_and_changes_it_without_a_script() {
    both_engines(|office| {
        let doors = doors(office);
        let joan = signed_in(&doors, "joan");
        let page = joan.get("/desk/lobby").is(200);
        assert_eq!(page.text.matches("desk-lobby__number").count(), 6, "{}", page.text);
        assert!(page.text.contains("No one sits at a counter."), "{}", page.text);
        assert!(!page.text.contains("http-equiv=\"refresh\""), "nothing moves unless it was asked to");
        let live = joan.get("/desk/lobby?office=city-hall&live=yes").is(200);
        assert!(live.text.contains("http-equiv=\"refresh\"") && live.text.contains("Stop refreshing"));
        let closed = does(&joan, &page, "closures", &[("what", "permits")]).is(200);
        assert!(closed.text.contains("Closed for today"), "{}", closed.text);
        let told = does(&joan, &closed, "announcements", &[("what", "delay"), ("minutes", "30")]).is(200);
        assert!(told.text.contains("Everyone is told until"), "{}", told.text);
        let silent = does(&joan, &told, "silences", &[]).is(200);
        assert!(!silent.text.contains("Everyone is told until"));
        let unsure = does(&joan, &silent, "emergencies", &[]).is(422);
        assert!(unsure.text.contains("desk-wrong"), "{}", unsure.text);
        let all_out = does(&joan, &unsure, "emergencies", &[("sure", "yes")]).is(200);
        assert!(all_out.text.contains("The office has been closed since"), "{}", all_out.text);
        let again = does(&joan, &all_out, "reopenings", &[]).is(200);
        assert!(!again.text.contains("The office has been closed since"));
        does(&joan, &again, "openings", &[("what", "permits")]).is(200);
    });
}

#[test]
fn what_is_refused_is_said_beside_the_office_that_it_was_meant_for() {
    both_engines(|office| {
        let doors = doors(office);
        let joan = signed_in(&doors, "joan");
        let page = joan.get("/desk/lobby?office=roslindale").is(200);
        let unsure = joan.post(&page, "/desk/lobby/emergencies", &[("office", "roslindale")]).is(422);
        assert!(
            unsure.text.contains("<h1 class=\"govuk-heading-l\">Waiting room: Roslindale"),
            "{}",
            unsure.text
        );
        assert!(
            !unsure.text.contains("name=\"office\" value=\"city-hall\""),
            "nothing there is pressed by mistake"
        );
    });
}

#[test]
fn those_who_serve_at_an_office_or_lead_it_hear_what_happens_there() {
    both_engines(|office| {
        let doors = doors(office);
        comes(office, "permits", "en");
        for officer in ["lee", "joan"] {
            let browser = signed_in(&doors, officer);
            let one_more = async || {
                let new = NewVisit::new(LineCode::new("permits"), Entry::Kiosk, "en");
                let house = &doors.office.office;
                let act = house.act(Principal::public(), Channel::Counter, Purpose::Service);
                let hall = OfficeCode::new("city-hall");
                house.write(act, move |tx, act| lobby::join(tx, act, &hall, &new)).await.unwrap();
            };
            let text = heard(&doors, (&browser, "/desk/lobby/live/city-hall", ""), 500, one_more);
            assert_eq!(text.matches("event: lobby").count(), 2, "as it was, and as it is: {text}");
        }
        assert_eq!(signed_in(&doors, "noor").raw("/desk/lobby/live/city-hall").status.as_u16(), 404);
        assert_eq!(signed_in(&doors, "lee").raw("/desk/lobby/live/nowhere").status.as_u16(), 404);
        let stranger = Browser::of(&doors, "en").raw("/desk/lobby/live/city-hall");
        assert_eq!(stranger.status.as_u16(), 303, "nobody hears it here without signing in");
    });
}

#[test]
fn what_cannot_be_is_said_in_words_and_only_a_supervisor_leads() {
    both_engines(|office| {
        let doors = doors(office);
        let joan = signed_in(&doors, "joan");
        let page = joan.get("/desk/lobby").is(200);
        for (deed, fields, status) in [
            ("announcements", [("what", "nonsense"), ("minutes", "30")], 422),
            ("announcements", [("what", "delay"), ("minutes", "-1")], 422),
            ("closures", [("what", "no-such-line"), ("minutes", "")], 422),
            ("releases", [("what", "9"), ("minutes", "")], 404),
            ("parties", [("what", ""), ("minutes", "")], 404),
        ] {
            does(&joan, &page, deed, &fields).is(status);
        }
        let dora = signed_in(&doors, "dora");
        dora.get("/desk/lobby").is(403);
        let own = dora.get("/desk/counter").is(200);
        assert!(!own.text.contains("/desk/lobby"), "nobody is shown a way that is closed");
        does(&dora, &own, "closures", &[("what", "permits")]).is(403);
    });
}

#[test]
fn whoever_leads_a_lobby_sees_which_printer_is_gone_since_when_and_what_to_do() {
    both_engines(|office| {
        let doors = doors(office);
        let joan = signed_in(&doors, "joan");
        assert!(!joan.get("/desk/lobby").is(200).text.contains("Printers of the kiosks"));
        let hall = terms::OfficeCode::new("city-hall");
        let prints = |again: bool| {
            let hall = hall.clone();
            let done = office.house().tries(move |tx, act| {
                if again {
                    Ok(records::kiosks::prints(tx, (&hall, 1), act.at)?)
                } else {
                    Ok(records::kiosks::fails(tx, (&hall, 1), act.at, "no route")?)
                }
            });
            done.unwrap();
        };
        prints(true);
        office.hours(1);
        prints(false);
        let gone = joan.get("/desk/lobby").is(200).text.replace(['\u{2068}', '\u{2069}'], "");
        assert!(gone.contains("It has not printed since Mon 2 March 2015, 10:00."), "{gone}");
        assert!(gone.contains("Last ticket: Mon 2 March 2015, 09:00") && gone.contains("Look at its paper"));
        prints(true);
        let fine = joan.get("/desk/lobby").is(200).text;
        assert!(fine.contains("It prints.") && !fine.contains("Look at its paper"), "{fine}");
    });
}
