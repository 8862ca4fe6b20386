//! What a visitor brings to the counter: photos and papers, by the same rules as at the portal.

use crate::browser::{Browser, Page, Sent};
use crate::desk_behalf::{CALL, LIGHT, begins, opens};
use crate::desk_case::{doors, signed_in};
use crate::portal_files::samples;
use crate::portal_files::{removable, shown};
use terms::Reference;
use testkit::both_engines;

const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";

/// Sends the form with what was typed, a button and files.
fn brings(officer: &Browser<'_>, page: &Page, button: (&str, &str), files: &[Sent<'_>]) -> Page {
    officer.upload(&form_of(page), &[&CALL[..], &[button]].concat(), files)
}

/// A page from its own form on, without those that every page of the desk has.
fn form_of(page: &Page) -> Page {
    let own = page.text.find("<form action=\"/desk/new/").unwrap();
    Page { at: page.at.clone(), status: page.status, text: page.text[own..].to_owned() }
}

#[test]
fn what_a_visitor_brings_goes_with_the_case_and_is_read_back() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let photo = samples::photo(64, 48, 1);
        let letter = samples::pdf("", &[]);
        let form = begins(&dora, LIGHT);
        let files = [
            ("files", "lamp.jpg", "image/jpeg", &*photo),
            ("files", "letter.pdf", "application/pdf", &letter),
        ];
        let form = brings(&dora, &form, ("do", "look"), &files).is(200);
        assert_eq!((removable(&form).len(), shown(&form).len()), (2, 1), "both are kept, the photo is shown");
        assert!(form.text.contains("It has been dark for a week."), "and what was typed");
        assert_eq!(dora.raw(&shown(&form)[0]).status, 200);
        // One goes, and comes again when it is read back.
        let letter_is = form.text.split("<bdi>letter.pdf</bdi>").nth(1).unwrap();
        let gone = letter_is.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let form = brings(&dora, &form, ("remove", &gone), &[]).is(200);
        assert_eq!(removable(&form).len(), 1);
        let check = brings(&dora, &form, ("do", "read"), &files[1..]).is(200);
        assert!(check.at.contains("/check"), "{}", check.at);
        for part in ["Photos and papers", "lamp.jpg", "letter.pdf"] {
            assert!(check.text.contains(part), "{part}: {}", check.text);
        }
        let done = opens(&dora, &check, "yes").is(200);
        let reference: Reference = done.by_id("reference").parse().unwrap();
        let case = signed_in(&doors, "lee").get(&format!("/desk/cases/{reference}")).is(200);
        assert!(case.text.contains("lamp.jpg") && case.text.contains("letter.pdf"), "{}", case.text);
        // Nobody else ever sees what is only being written.
        assert_eq!(signed_in(&doors, "sam").raw(&shown(&form)[0]).status, 404);
        assert!(signed_in(&doors, "lee").raw(&shown(&form)[0]).status == 404, "nor a colleague");
    });
}

#[test]
fn what_cannot_be_taken_is_said_in_words_and_nothing_typed_is_lost() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        let large = vec![b'a'; uploads::MOST_BYTES + 1];
        let script = samples::pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", &[]);
        let html = b"<html><script>alert(1)</script></html>".as_slice();
        for (name, kind, bytes, words) in [
            ("large.txt", "text/plain", &*large, "large.txt is larger than"),
            (
                "run.exe",
                "application/octet-stream",
                b"MZ\x90\0\x03\0\0\0".as_slice(),
                "Send a photo, a PDF or plain text",
            ),
            ("dark.jpg", "image/jpeg", html, "dark.jpg is not what its name says"),
            ("script.pdf", "application/pdf", &script, "can do something by itself"),
            ("nothing.png", "image/png", b"", "nothing.png is empty"),
            ("\u{202e}<b>.exe", "", b"MZ\x90\0".as_slice(), "Send a photo, a PDF or plain text"),
        ] {
            for button in ["look", "read"] {
                let again = brings(&dora, &form, ("do", button), &[("files", name, kind, bytes)]).is(422);
                assert!(
                    again.wrong().iter().any(|said| said.contains(words)),
                    "{words}: {:?}",
                    again.wrong()
                );
                assert!(again.text.contains("<a href=\"#files\">"), "the summary leads to the field");
                assert!(
                    again.text.contains("It has been dark for a week.") && again.text.contains("Mae Lee")
                );
                assert!(removable(&again).is_empty() && !again.text.contains('\u{202e}'));
            }
        }
        let photo = samples::photo(64, 48, 1);
        let good = ("files", "lamp.jpg", "image/jpeg", &*photo);
        let seven = brings(&dora, &form, ("do", "look"), &[good; 7]).is(422);
        assert_eq!(removable(&seven).len(), 5);
        assert!(seven.wrong().iter().any(|said| said.contains("at most 5 files")), "{:?}", seven.wrong());
        // A field that nobody asks for keeps nothing.
        let other = begins(&dora, LIGHT);
        let stray =
            brings(&dora, &other, ("do", "look"), &[("wrong", "lamp.jpg", "image/jpeg", &photo)]).is(200);
        assert!(removable(&stray).is_empty());
    });
}

#[test]
fn a_double_press_brings_each_file_once() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, LIGHT);
        let once = form.text.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let photo = samples::photo(64, 48, 1);
        let files = [("files", "lamp.jpg", "image/jpeg", &*photo)];
        let first = brings(&dora, &form, ("once", once), &files).is(200);
        let second = brings(&dora, &form, ("once", once), &files).is(200);
        assert_eq!((removable(&first).len(), removable(&second).len()), (1, 1));
        let later = brings(&dora, &second, ("once", "another"), &files).is(200);
        assert_eq!(removable(&later).len(), 2, "the same photo may be brought again on purpose");
    });
}

#[test]
fn a_field_of_a_form_that_asks_for_files_takes_them_at_the_desk() {
    both_engines(|office| {
        let doors = doors(office);
        let dora = signed_in(&doors, "dora");
        let form = begins(&dora, PICKUP);
        let field = form.text.split("type=\"file\"").next().unwrap().rsplit("name=\"").next().unwrap();
        let field = field.split('"').next().unwrap().to_owned();
        let photo = samples::photo(64, 48, 1);
        let typed = [("description", "A sofa."), ("do", "look")];
        let kept =
            dora.upload(&form_of(&form), &typed, &[(&field, "sofa.jpg", "image/jpeg", &photo)]).is(200);
        assert_eq!(removable(&kept).len(), 1);
        // What is typed after it does not take it away.
        let later = dora
            .upload(&form_of(&kept), &[("description", "A sofa and a bed."), ("do", "look")], &[])
            .is(200);
        assert_eq!(removable(&later), removable(&kept));
        assert!(later.text.contains("sofa.jpg") && later.text.contains("A sofa and a bed."));
    });
}
