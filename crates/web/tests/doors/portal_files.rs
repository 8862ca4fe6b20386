//! Files at the portal: what is refused, in which words, what is kept meanwhile, and who gets what was taken.

use crate::browser::{Browser, Page, Sent};
use crate::common::{Answer, Doors};
use crate::portal::{go_on, go_to};
use axum::body::Body;
use axum::http::{Request, header};
use testkit::{both_engines, both_engines_changed};
use web::Settings;

#[path = "../../../uploads/tests/uploads/samples.rs"]
#[expect(dead_code, reason = "the samples of the crate that checks files; not all of them come by here")]
pub(crate) mod samples;

const LIGHT: &str = "street-light-outages";
const PICKUP: &str = "schedule-a-bulk-item-pickup-ss";

/// Where a page shows its files.
pub(crate) fn shown(page: &Page) -> Vec<String> {
    let hrefs = page.text.split("<img src=\"").skip(1);
    hrefs.filter_map(|part| Some(part.split('"').next()?.to_owned())).collect()
}

/// The ids of the files that can be taken away.
pub(crate) fn removable(page: &Page) -> Vec<String> {
    let ids = page.text.split("name=\"remove\" value=\"").skip(1);
    ids.filter_map(|part| Some(part.split('"').next()?.to_owned())).collect()
}

/// What is refused stands in the summary, which leads to the field, and at the field.
#[track_caller]
fn is_said_twice(page: &Page, field: &str, words: &str) {
    let wrong = page.wrong();
    assert!(wrong.iter().any(|text| text.contains(words)), "{words}: {wrong:?}");
    assert!(page.text.contains(&format!("<a href=\"#{field}\">")), "the summary leads to {field}");
    let at_the_field = page.text.split(&format!("id=\"{field}-error\"")).nth(1).unwrap_or_default();
    assert!(at_the_field.split("</p>").next().unwrap().contains(words), "{words} at {field}");
    assert!(page.text.contains("<title>Error: "), "the title says it first");
}

fn a_zip_of_noughts() -> Vec<u8> {
    [b"PK\x03\x04\x14\0\0\0\x08\0".as_slice(), &samples::deflated(&vec![0; 10 << 20])].concat()
}

/// A PDF whose one stream swells to far more than anybody reads.
fn a_pdf_that_swells() -> Vec<u8> {
    let bomb = samples::deflated(&vec![b' '; 80 << 20]);
    samples::pdf("", &[&samples::stream(9, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &bomb)])
}

#[test]
fn what_cannot_be_taken_is_said_at_the_field_and_in_the_summary_with_how_to_mend_it() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        let html = b"<html><script>alert(1)</script></html>".as_slice();
        let (wide, zip, swelling) =
            (samples::black_png(10_000, 10_000), a_zip_of_noughts(), a_pdf_that_swells());
        let script = samples::pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", &[]);
        let cut = &samples::photo(64, 48, 1)[..600];
        for (name, kind, bytes, words) in [
            ("dark.jpg", "image/jpeg", html, "dark.jpg is not what its name says. Save it again"),
            ("photo.png", "application/pdf", samples::PROGRESSIVE_JPEG, "not what its name says"),
            ("wide.png", "image/png", &wide, "million points. Save it smaller"),
            ("bomb.zip", "application/zip", &zip, "Send a photo, a PDF or plain text"),
            ("swells.pdf", "application/pdf", &swelling, "Print it into a new PDF"),
            ("script.pdf", "application/pdf", &script, "can do something by itself"),
            (
                "run.exe",
                "application/octet-stream",
                b"MZ\x90\0\x03\0\0\0",
                "Send a photo, a PDF or plain text",
            ),
            ("nothing.png", "image/png", b"", "nothing.png is empty. Choose it again"),
            ("cut.jpg", "image/jpeg", cut, "is damaged. Save it again"),
            ("moving.gif", "image/gif", samples::MOVING_PNG, "Send a still picture"),
            ("moving.png", "image/png", samples::MOVING_PNG, "Send a still picture"),
            ("latin.txt", "text/plain", b"Stra\xdfe", "Save it as UTF-8"),
            ("page\u{202e}gpj.html", "image/jpeg", html, "pagegpj.html is not what its name says"),
        ] {
            let again = browser.upload(&page, &[], &[("files", name, kind, bytes)]).is(422);
            is_said_twice(&again, "files", words);
            assert!(removable(&again).is_empty(), "{name} is not kept");
            assert!(!again.text.contains('\u{202e}'));
        }
    });
}

#[test]
fn good_files_are_kept_beside_bad_ones_and_more_than_may_be_sent_are_said() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        let photo = samples::photo(64, 48, 1);
        let good: Sent<'_> = ("files", "lamp.jpg", "image/jpeg", &photo);
        let bad: Sent<'_> = ("files", "lamp.exe", "", b"MZ\x90\0");
        let mixed = browser.upload(&page, &[], &[good, bad, good]).is(422);
        assert_eq!((removable(&mixed).len(), mixed.wrong().len()), (2, 1));
        let eight = browser.upload(&page, &[], &[good; 8]).is(422);
        is_said_twice(&eight, "files", "at most 5 files");
        assert_eq!(removable(&eight).len(), 5);
        let once_more = browser.upload(&eight, &[], &[good]).is(422);
        is_said_twice(&once_more, "files", "at most 5 files");
        // One goes, and another has room.
        let id = removable(&once_more)[0].clone();
        let four = browser.upload(&once_more, &[("remove", &id)], &[]).is(200);
        assert_eq!(removable(&four).len(), 4);
        let five = browser.upload(&four, &[], &[good]).is(200);
        assert_eq!(removable(&five).len(), 5);
        // A field that nobody asks for is left alone, and so are files on pages that ask for none.
        for path in [five.at.clone(), five.at.replace("photos", "details")] {
            let stray = browser.upload(
                &browser.get(&path),
                &[("description", "Dark.")],
                &[("other", "a.jpg", "", &photo)],
            );
            assert!(stray.status == 200 && stray.wrong().is_empty());
        }
        assert_eq!(removable(&browser.get(&five.at)).len(), 5);
    });
}

#[test]
fn a_file_that_is_too_large_is_said_at_the_field_and_a_form_beyond_all_bounds_in_the_page_s_language() {
    both_engines(|office| {
        let doors = Doors::with(office, Settings { largest_upload_bytes: 40 << 20, ..Settings::default() });
        let browser = Browser::of(&doors, "en");
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        let film = vec![0x42; 20 << 20];
        let again = browser.upload(&page, &[], &[("files", "film.jpg", "image/jpeg", &film)]).is(422);
        is_said_twice(&again, "files", "film.jpg is larger than 15 MB. Save it smaller");
        let pdf = [samples::pdf("", &[]), vec![b' '; 11 << 20]].concat();
        let again = browser.upload(&page, &[], &[("files", "plan.pdf", "application/pdf", &pdf)]).is(422);
        is_said_twice(&again, "files", "plan.pdf is larger than 10 MB");
        let films: [Sent<'_>; 3] = [("files", "film.jpg", "image/jpeg", &film); 3];
        let beyond = browser.upload(&page, &[], &films).is(413);
        assert!(beyond.text.contains("Send fewer or smaller files"), "{}", beyond.text);
        assert!(!beyond.text.contains("bytes"), "no sentence of the house's own tongue");
        let hindi = Browser::of(&doors, "hi");
        let page = go_to(&hindi, LIGHT, ("photos", &[]));
        assert!(hindi.upload(&page, &[], &films).is(413).text.contains("कम या छोटी फ़ाइलें भेजें"));
    });
}

/// The colour in a corner of a picture: red at the left of the scene, blue at its right.
fn corner(picture: &image::DynamicImage) -> [u8; 3] {
    image::GenericImageView::get_pixel(picture, 2, 2).0[..3].try_into().unwrap()
}

#[test]
fn a_photo_loses_where_it_was_taken_and_stands_upright() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        // A phone that was held on its head says so, and where it was.
        let photo = samples::photo(640, 480, 3);
        let taken =
            browser.upload(&page, &[], &[("files", "\u{202e}gpj.IMG_1.JPG", "image/jpeg", &photo)]).is(200);
        assert!(taken.text.contains("<bdi>gpj.IMG_1.jpg</bdi>"), "{}", taken.text);
        let done = send_from(&browser, &taken);
        let case = browser.get(&format!("/cases/{}", done.by_id("reference")));
        let pictures = shown(&case);
        let [own] = pictures.as_slice() else { panic!("{pictures:?}") };
        let public = shown(&browser.get(&format!("/reports/{}", done.by_id("reference"))));
        let [public] = public.as_slice() else { panic!("{public:?}") };
        for (href, size) in [(own, (640, 480)), (public, (400, 300))] {
            let bytes = browser.raw(href).bytes;
            for secret in [b"Exif".as_slice(), b"PhoneModel", b"42,21.5N", b"Jane Doe", b"Elm Street"] {
                assert!(samples::contains(&photo, secret) && !samples::contains(&bytes, secret));
            }
            let picture = image::load_from_memory(&bytes).unwrap();
            assert!(picture.width() > 0 && picture.width() <= size.0 && picture.width() > picture.height());
            let [red, _, blue] = corner(&picture);
            assert!(blue > 200 && red < 60, "turned upright, the blue side is at the left: {red} {blue}");
        }
    });
}

/// What a browser must know of a file that others sent.
#[track_caller]
fn is_harmless(file: &Answer, kind: &str, disposition: &str) {
    assert_eq!(file.status, 200);
    assert_eq!(file.header(header::CONTENT_TYPE), kind);
    assert_eq!(file.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(file.header(header::CONTENT_SECURITY_POLICY), "default-src 'none'; sandbox");
    assert_eq!(file.header(header::CONTENT_DISPOSITION), disposition);
    assert_eq!(file.headers["cross-origin-resource-policy"], "same-origin");
}

#[test]
fn files_are_given_to_whoever_holds_the_case_in_a_sandbox_and_to_nobody_else() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (browser, stranger) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        let photo = samples::photo(64, 48, 1);
        let page = browser.upload(&page, &[], &[("files", "lamp.jpg", "image/jpeg", &photo)]).is(200);
        let page = browser.upload(&page, &[], &[("files", "Plan 1.txt", "text/plain", b"The plan.")]).is(200);
        let before = shown(&page)[0].clone();
        is_harmless(&browser.raw(&before), "image/jpeg", "inline; filename*=UTF-8''lamp.jpg");
        stranger.get(&before).is(404);
        let asking = page.at.rsplit_once('/').unwrap().0.to_owned();
        let done = send_from(&browser, &page);
        let (reference, secret) = (done.by_id("reference"), done.by_id("secret"));
        let case = browser.get(&format!("/cases/{reference}")).is(200);
        let files: Vec<&str> = case.text.split("href=\"").filter(|part| part.contains("/files/")).collect();
        let hrefs: Vec<&str> = files
            .iter()
            .filter_map(|part| part.split('"').next())
            .filter(|href| href.contains("/files/"))
            .collect();
        let [picture, text] = hrefs.as_slice() else { panic!("{hrefs:?}") };
        is_harmless(&browser.raw(picture), "image/jpeg", "inline; filename*=UTF-8''lamp.jpg");
        let plain = "text/plain; charset=utf-8";
        is_harmless(&browser.raw(text), plain, "attachment; filename*=UTF-8''Plan%201.txt");
        for href in [picture, text] {
            assert_eq!(
                browser.raw(href).header(header::CACHE_CONTROL),
                if href == picture { "public, max-age=86400, immutable" } else { "no-store" }
            );
            // Whoever does not hold the case is asked for its secret, and gets no byte of a file.
            let closed = stranger.raw(href);
            assert_eq!(closed.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
            assert!(closed.text.contains("name=\"secret\""));
            // Another case's address does not help, nor does the address under which it was sent.
            let own = send_from(&stranger, &go_to(&stranger, LIGHT, ("photos", &[])));
            let id = href.rsplit('/').next().unwrap();
            stranger.get(&format!("/cases/{}/files/{id}", own.by_id("reference"))).is(404);
            stranger.get(&format!("{asking}/files/{id}")).is(404);
        }
        // Of a public case, pictures are public, and nothing else is.
        let id = |href: &str| href.rsplit('/').next().unwrap().to_owned();
        let public = |href: &str| stranger.raw(&format!("/reports/{reference}/pictures/{}", id(href)));
        is_harmless(&public(picture), "image/jpeg", "inline; filename*=UTF-8''lamp.jpg");
        assert_eq!(public(text).status, 404);
        // With the secret, another browser gets them too.
        let follow = stranger.get("/follow");
        stranger.post(&follow, "/follow", &[("reference", &reference), ("secret", &secret)]).is(200);
        is_harmless(&stranger.raw(text), plain, "attachment; filename*=UTF-8''Plan%201.txt");
    });
}

/// A city whose street lights are nobody's business but their customers'.
fn keep_private(files: &mut [office::city::CityFile]) {
    let file = files.iter_mut().find(|file| file.path == "services/public-works.toml").unwrap();
    assert!(file.text.find(LIGHT) < file.text.find("public = true"), "the first service");
    file.text = file.text.replacen("public = true", "public = false", 1);
}

#[test]
fn a_private_photo_never_appears_in_public() {
    let story = |office: &testkit::TestOffice, service_is_public: bool| {
        let doors = Doors::of(office);
        let (browser, stranger) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let photo = samples::photo(64, 48, 1);
        let picture: Sent<'_> = ("files", "me.jpg", "image/jpeg", &photo);
        let page = browser.upload(&go_to(&browser, LIGHT, ("photos", &[])), &[], &[picture]).is(200);
        let reference = send_from(&browser, &page).by_id("reference");
        let first = shown(&browser.get(&format!("/cases/{reference}")).is(200))[0].clone();
        // The picture of a message is for those who serve, whatever the service.
        let message = browser.get(&format!("/cases/{reference}/message"));
        let case = browser.upload(&message, &[], &[picture]).is(200);
        let second = shown(&case).into_iter().find(|href| *href != first).unwrap();
        let paths = [
            format!("/reports/{reference}"),
            format!("/reports/{reference}/feed.rss"),
            "/reports".to_owned(),
            "/reports.rss".to_owned(),
            "/open311/v2/requests.json".to_owned(),
            format!("/open311/v2/requests/{reference}.json"),
        ];
        let public: String = paths.iter().map(|path| stranger.get(path).text).collect();
        for (href, is_public) in [(first, service_is_public), (second, false)] {
            let id = href.rsplit('/').next().unwrap();
            assert_eq!(public.contains(id), is_public, "{href}");
            let keep = if is_public { "public, max-age=86400, immutable" } else { "no-store" };
            assert_eq!(browser.raw(&href).header(header::CACHE_CONTROL), keep);
            for who in [&browser, &stranger] {
                let picture = who.raw(&format!("/reports/{reference}/pictures/{id}"));
                assert_eq!(picture.status == 200, is_public, "{href}");
            }
        }
    };
    both_engines(|office| story(office, true));
    both_engines_changed(|files| keep_private(files), |_| (), |office, ()| story(office, false));
}

#[test]
fn a_field_of_a_form_takes_as_many_files_and_of_the_type_that_it_says_and_what_was_typed_stays() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "en");
        let own = [
            ("debris", "no"),
            ("items.1.what", "sofa"),
            ("items.1.how-many", "1"),
            ("date-day", "10"),
            ("date-month", "3"),
            ("date-year", "2015"),
        ];
        let page = go_to(&browser, PICKUP, ("form-photos", &own));
        let photo = samples::photo(64, 48, 1);
        let picture: Sent<'_> = ("photos", "sofa.jpg", "image/jpeg", &photo);
        let text = browser.upload(&page, &[], &[("photos", "sofa.txt", "text/plain", b"A sofa.")]).is(422);
        is_said_twice(&text, "photos", "sofa.txt is not a picture. Send a photo");
        let four = browser.upload(&page, &[], &[picture; 4]).is(422);
        is_said_twice(&four, "photos", "at most 3");
        assert_eq!(removable(&four).len(), 3);
        let id = removable(&four)[0].clone();
        let two = browser.upload(&four, &[("remove", &id)], &[]).is(200);
        assert_eq!((two.step(), removable(&two).len()), ("form-photos", 2));
        let check = go_on(&browser, browser.upload(&two, &[], &[]).is(200), ("check", &[]));
        let sent = browser.submit(&check, &[]).is(200);
        assert_eq!(sent.step(), "done", "{:?}", sent.wrong());
        // A message keeps its words when its file will not do.
        let message = browser.get(&format!("/cases/{}/message", sent.by_id("reference")));
        let files: [Sent<'_>; 1] = [("files", "run.exe", "", b"MZ\x90\0")];
        let again = browser.upload(&message, &[("words", "See <this>.")], &files).is(422);
        is_said_twice(&again, "files", "Send a photo, a PDF or plain text");
        assert!(again.text.contains("See &#60;this&#62;.</textarea>"), "{}", again.text);
        let six = browser.upload(
            &message,
            &[("words", "Six.")],
            &[("files", "a.txt", "text/plain", b"x".as_slice()); 6],
        );
        is_said_twice(&six.is(422), "files", "at most 5 files");
    });
}

/// Goes on from a page of a request, and sends it.
fn send_from(browser: &Browser<'_>, page: &Page) -> Page {
    let asking = page.at.rsplit_once('/').unwrap().0;
    go_on(browser, browser.get(asking), ("done", &[]))
}

#[test]
fn a_form_that_is_cut_off_or_no_form_at_all_is_refused_and_changes_nothing() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let browser = Browser::of(&doors, "ta");
        let page = go_to(&browser, LIGHT, ("photos", &[]));
        let whole = format!(
            "--xyz\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{}\r\n--xyz\r\n\
             Content-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nabc\r\n--xyz--\r\n",
            page.token()
        );
        let many = whole.replace(
            "--xyz--",
            &format!(
                "{}--xyz--",
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n".repeat(501)
            ),
        );
        let large = whole.replace(
            "--xyz--",
            &format!(
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{}\r\n--xyz--",
                "x".repeat(300 << 10)
            ),
        );
        for (kind, body, status) in [
            ("multipart/form-data; boundary=xyz", &whole[..whole.len() - 20], 400),
            ("multipart/form-data; boundary=other", whole.as_str(), 400),
            ("multipart/form-data", whole.as_str(), 400),
            ("multipart/form-data; boundary=xyz", &many, 400),
            ("multipart/form-data; boundary=xyz", &large, 413),
            ("application/json", "{}", 400),
            ("application/x-www-form-urlencoded", "a=%ff", 400),
            ("application/x-www-form-urlencoded", &"a&".repeat(501), 400),
            ("application/x-www-form-urlencoded", &"a".repeat(300 << 10), 413),
        ] {
            let request = Request::post(page.action())
                .header(header::CONTENT_TYPE, kind)
                .header("sec-fetch-site", "same-origin");
            let refused = browser.send(request, Body::from(body.to_owned()));
            assert_eq!(refused.status, status, "{kind}: {}", refused.text);
            assert!(
                refused.text.contains("<html") && refused.text.contains("lang=\"ta\""),
                "{}",
                refused.text
            );
        }
        assert!(removable(&browser.get(&page.at)).is_empty());
        let request = Request::post(page.action())
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=xyz")
            .header("sec-fetch-site", "same-origin");
        assert_eq!(browser.send(request, Body::from(whole)).status, 303);
    });
}
