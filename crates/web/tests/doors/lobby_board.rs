//! A waiting room through the doors: what stands on its wall, what is told as it happens, and what is spoken.

use crate::browser::Browser;
use crate::common::Doors;
use crate::lobby_devices::{set_up, switch_off};
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use office::lobby::{self, NewVisit};
use office::{Act, Office, Verb};
use records::{Address, Tx};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use terms::{
    Announcement, Channel, CounterCode, DeviceKind, Entry, LineCode, OfficeCode, Principal, Purpose,
};
use testkit::{BOSTON, TestDatabase, TestOffice, both_engines, city_files};
use tower::ServiceExt;
use web::{Settings, Speech};

fn hall() -> OfficeCode {
    OfficeCode::new("city-hall")
}

pub(crate) fn comes(office: &TestOffice, line: &str, language: &str) {
    let new = NewVisit::new(LineCode::new(line), Entry::Kiosk, language);
    office.stranger().tries(move |tx, act| lobby::join(tx, act, &hall(), &new)).unwrap();
    office.clock.advance(jiff::SignedDuration::from_secs(1));
}

fn sits(office: &TestOffice, officer: &str, counter: &str) {
    let counter = CounterCode::new(counter);
    office.officer(officer).tries(move |tx, act| lobby::open_counter(tx, act, &hall(), &counter)).unwrap();
}

/// Whoever is at the counter is finished with, and the next is called.
fn next(tx: &mut Tx<'_>, act: &Act) -> Verb<()> {
    let here = lobby::my_seat(tx, act)?.visit.map(|visit| visit.id);
    lobby::next(tx, act, here).map(drop)
}

fn calls(office: &TestOffice, officer: &str) {
    office.officer(officer).tries(next).unwrap();
}

async fn calls_in(office: &Office, who: &Principal) {
    let act = office.act(who.clone(), Channel::Counter, Purpose::Service);
    office.write(act, next).await.unwrap();
}

fn board<'d>(doors: &'d Doors<'d>) -> Browser<'d> {
    let (_, address) = set_up(doors.office, DeviceKind::Board);
    let browser = Browser::of(doors, "en");
    browser.get(&address).is(200);
    browser
}

/// Opens a stream; what is told within so many milliseconds after `meanwhile`.
pub(crate) fn heard(
    doors: &Doors<'_>,
    (browser, path, last): (&Browser<'_>, &str, &str),
    ms: u64,
    meanwhile: impl AsyncFnOnce(),
) -> String {
    let mut request = Request::get(path);
    if !last.is_empty() {
        request = request.header("last-event-id", last);
    }
    let request = browser.request(request, Body::empty());
    doors.office.block_on(async {
        let response = web::router(&doors.app).oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert!(response.headers().get(header::CONTENT_ENCODING).is_none());
        let (mut body, mut text) = (response.into_body(), String::new());
        let mut meanwhile = Box::pin(async {
            tokio::time::sleep(Duration::from_millis(400)).await;
            meanwhile().await;
            tokio::time::sleep(Duration::from_millis(ms)).await;
        });
        loop {
            tokio::select! {
                frame = body.frame() => {
                    let Some(Ok(frame)) = frame else {
                        meanwhile.await;
                        return text + "[end]";
                    };
                    text += &String::from_utf8_lossy(frame.data_ref().unwrap());
                },
                () = &mut meanwhile => return text,
            }
        }
    })
}

/// The last state that was told, with its id.
fn told(text: &str) -> (String, String) {
    let last = text.rsplit("id: ").next().unwrap();
    let id = last.lines().next().unwrap().to_owned();
    (id, last.split("data: ").nth(1).unwrap().lines().next().unwrap().to_owned())
}

#[test]
fn a_call_stands_on_the_wall_also_in_the_language_of_whoever_is_called() {
    both_engines(|office| {
        let doors = Doors::of(office);
        assert_eq!(Browser::of(&doors, "en").raw("/board").status.as_u16(), 403, "without a token");
        let wall = board(&doors);
        let empty = wall.get("/board?lang=en").is(200).text;
        assert!(
            empty.contains("Nobody is called at the moment.") && empty.contains("Nobody waits."),
            "{empty}"
        );
        for language in ["ta", "en", "es"] {
            comes(office, "permits", language);
        }
        let unsaid = wall.get("/board?lang=en").is(200).text;
        assert!(unsaid.contains("3 people wait"), "no counter is open, so nobody can say how long: {unsaid}");
        sits(office, "dora", "2");
        calls(office, "dora");
        let page = wall.get("/board?lang=en").is(200).text;
        assert!(page.contains("<bdi>A01</bdi>") && page.contains(">Counter 2<"), "{page}");
        assert!(page.contains("lang=\"ta\"") && page.contains("சீட்டு A01, சாளரம் 2 செல்லவும்."), "{page}");
        assert!(
            page.contains(" min</dd>") && page.contains("Last updated <time data-updated>09:00"),
            "{page}"
        );
        assert!(!page.contains("Dora") && page.contains("http-equiv=\"refresh\""), "nobody is named");
        let arabic = wall.get("/board?lang=ar").is(200).text;
        assert!(
            arabic.contains("dir=\"rtl\"") && arabic.contains("الشباك 2") && !arabic.contains(" min</dd>")
        );
        // One who came at once still stands large for half a minute, and is called before after that.
        calls(office, "dora");
        let page = wall.get("/board?lang=en").is(200).text;
        assert!(page.find("A02").unwrap() < page.find("A01").unwrap() && !page.contains("Called before"));
        office.clock.advance(jiff::SignedDuration::from_secs(31));
        let page = wall.get("/board?lang=en").is(200).text;
        assert!(page.split("Called before").nth(1).unwrap().contains("A01"), "{page}");
        office.hours(9);
        calls(office, "dora");
        calls(office, "dora");
        office.clock.advance(jiff::SignedDuration::from_secs(31));
        let closed = wall.get("/board?lang=en").is(200).text;
        assert!(closed.contains("This office is closed. It opens again:"), "{closed}");
    });
}

#[test]
fn each_language_of_the_city_has_its_turn_on_the_wall() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let wall = board(&doors);
        let spoken = |_| {
            let page = wall.get("/board").is(200).text;
            office.clock.advance(jiff::SignedDuration::from_secs(15));
            page.split("<html lang=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        let mut all: Vec<String> = (0..office.office.city.languages.len()).map(spoken).collect();
        all.sort();
        let mut known = office.office.city.languages.clone();
        known.sort();
        assert_eq!(all, known);
    });
}

#[test]
fn what_happens_is_told_as_it_happens_and_whoever_comes_back_hears_what_they_missed() {
    both_engines(|office| {
        // One turn for readers: a stream must not keep it.
        let doors = Doors::with(office, Settings { reads_at_once: 1, ..Settings::default() });
        let anybody = Browser::of(&doors, "en");
        comes(office, "permits", "ta");
        comes(office, "payments", "en");
        sits(office, "dora", "2");
        let dora = office.officer("dora").who;
        let path = "/lobby/live/city-hall";
        let text = heard(&doors, (&anybody, path, ""), 500, async || calls_in(&office.office, &dora).await);
        assert!(text.starts_with("retry: 2000\nid: ") && text.matches("event: lobby").count() == 2, "{text}");
        let (id, state) = told(&text);
        assert!(state.contains("\"awaited\":true") && state.contains("\"counter\":\"2\""), "{state}");
        for private in ["dora", "Dora", "\"ta\"", "visit"] {
            assert!(!state.contains(private), "{private}: {state}");
        }
        // Asked once, it is the same; and nothing new is nothing.
        let once = anybody.raw("/lobby/now/city-hall");
        assert_eq!(
            (once.text.as_str(), once.header(header::ETAG)),
            (state.as_str(), format!("\"{id}\"").as_str())
        );
        let known = Request::get("/lobby/now/city-hall").header(header::IF_NONE_MATCH, format!("\"{id}\""));
        assert_eq!(anybody.send(known, Body::empty()).status.as_u16(), 304);
        let text = heard(&doors, (&anybody, path, &id), 300, async || {});
        assert!(text.contains("event: beat") && !text.contains("event: lobby"), "{text}");
        calls(office, "dora");
        let text = heard(&doors, (&anybody, path, &id), 300, async || {});
        assert!(text.contains("event: lobby") && told(&text).0 != id, "{text}");
        for path in ["/lobby/live/nowhere", "/lobby/now/nowhere", "/lobby/now/%F0%9F%92%A9"] {
            assert_eq!(anybody.raw(path).status.as_u16(), 404, "{path}");
        }
        let text = heard(&doors, (&anybody, path, ""), 700, async || doors.app.stop());
        assert!(text.ends_with("[end]"), "it ends when the house closes: {text}");
        let full = Doors::with(office, Settings { lobby_listeners_at_once: 0, ..Settings::default() });
        assert_eq!(Browser::of(&full, "en").raw(path).status.as_u16(), 503);
    });
}

#[test]
fn a_screen_that_is_switched_off_goes_dark_at_once() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (id, address) = set_up(office, DeviceKind::Board);
        let (wall, other) = (Browser::of(&doors, "en"), board(&doors));
        wall.get(&address).is(200);
        let root = office.officer("root").who;
        let off = async || {
            let act = office.office.act(root.clone(), Channel::Web, Purpose::Operation);
            office.office.write(act, move |tx, act| office::devices::revoke(tx, act, id)).await.unwrap();
        };
        let text = heard(&doors, (&wall, "/board/live", ""), 600, off);
        assert!(text.ends_with("event: over\ndata:\n\n[end]"), "{text}");
        assert!(wall.get("/board").is(403).text.contains("This screen is not set up"));
        assert_eq!(wall.raw("/board/live").status.as_u16(), 403);
        let (later, _) = set_up(office, DeviceKind::Board);
        switch_off(office, later);
        let text = heard(&doors, (&other, "/board/live", ""), 400, async || {});
        assert!(!text.contains("event: over"), "the others stay: {text}");
    });
}

#[test]
fn a_call_in_one_process_is_heard_by_whoever_listens_to_another() {
    for database in TestDatabase::each() {
        if !matches!(database.address, Address::Postgres(_)) {
            continue;
        }
        let files = city_files(BOSTON);
        let here = TestOffice::of_files(&files, &database, 0);
        let there = TestOffice::of_files(&files, &database, 1);
        let doors = Doors::of(&here);
        comes(&there, "permits", "en");
        sits(&there, "dora", "2");
        let dora = there.officer("dora").who;
        let anybody = Browser::of(&doors, "en");
        let path = (&anybody, "/lobby/live/city-hall", "");
        let text = heard(&doors, path, 500, async || calls_in(&there.office, &dora).await);
        let (id, state) = told(&text);
        assert!(state.contains("\"ticket\":\"A01\""), "{text}");
        // What it is told under is the same there, so that whoever comes back to another process misses nothing.
        let elsewhere = Doors::of(&there);
        let once = Browser::of(&elsewhere, "en").raw("/lobby/now/city-hall");
        assert_eq!(once.header(header::ETAG), format!("\"{id}\""));
        for office in [&here, &there] {
            office.office.db.close();
        }
    }
}

#[test]
fn a_call_is_spoken_once_for_all_screens_and_nothing_else_is() {
    both_engines(|office| {
        let rendered = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&rendered);
        let speech = Speech(Arc::new(move |tag, words| {
            count.fetch_add(1, Ordering::SeqCst);
            Box::pin(std::future::ready(Some(format!("RIFF {tag} {words}").into_bytes())))
        }));
        let doors = Doors::with(office, Settings { speech: Some(speech), ..Settings::default() });
        comes(office, "permits", "ta");
        sits(office, "dora", "2");
        calls(office, "dora");
        let wall = board(&doors);
        let page = wall.get("/board?lang=en").is(200).text;
        let own = "/board/speech?language=ta&#38;ticket=A01&#38;counter=2";
        assert!(page.contains(own), "{page}");
        for _ in 0..2 {
            let sound = wall.raw("/board/speech?language=ta&ticket=A01&counter=2");
            assert_eq!(sound.header(header::CONTENT_TYPE), "audio/wav");
            assert_eq!(sound.text, "RIFF ta சீட்டு A 1, சாளரம் 2 செல்லவும்.");
        }
        assert_eq!(rendered.load(Ordering::SeqCst), 1);
        for hostile in [
            "",
            "language=ta",
            "language=xx&ticket=A01&counter=2",
            "language=ta&ticket=A01&counter=99",
            "language=ta&ticket=Z01&counter=2",
            "language=ta&ticket=A&counter=2",
            "language=ta&ticket=A9999999&counter=2",
            "language=ta&ticket=A1%20--voice&counter=2",
            "language=-w%20x&ticket=A01&counter=2",
        ] {
            assert_eq!(wall.raw(&format!("/board/speech?{hostile}")).status.as_u16(), 404, "{hostile}");
        }
        let stranger = Browser::of(&doors, "en").raw("/board/speech?language=ta&ticket=A01&counter=2");
        assert_eq!(stranger.status.as_u16(), 403);
        let silent = Doors::of(office);
        assert!(!board(&silent).get("/board?lang=en").text.contains("/board/speech"));
        assert_eq!(board(&silent).raw("/board/speech?language=ta&ticket=A01&counter=2").status.as_u16(), 404);
    });
}

#[test]
fn what_a_supervisor_tells_everybody_reaches_the_wall_and_whoever_listens() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let (wall, anybody) = (board(&doors), Browser::of(&doors, "en"));
        let joan = office.officer("joan").who;
        sits(office, "lee", "1");
        let tells = async || {
            let act = office.office.act(joan.clone(), Channel::Staff, Purpose::Service);
            let what = (Announcement::FewCounters, 30);
            let done =
                office.office.write(act, move |tx, act| lobby::announce(tx, act, &hall(), what).map(drop));
            done.await.unwrap();
        };
        let text = heard(&doors, (&anybody, "/lobby/live/city-hall", ""), 500, tells);
        let (_, state) = told(&text);
        assert!(state.contains("\"announcement\":\"few-counters\""), "{state}");
        assert!(wall.get("/board?lang=es").is(200).text.contains("Hoy hay menos ventanillas abiertas."));
        office.officer("lee").tries(|tx, act| lobby::rest(tx, act, 20)).unwrap();
        assert!(wall.get("/board?lang=en").is(200).text.contains("is back at"));
        comes(office, "permits", "en");
        calls(office, "lee");
        office.officer("joan").tries(|tx, act| lobby::close_at_once(tx, act, &hall())).unwrap();
        let leave = wall.get("/board?lang=en").is(200).text;
        assert!(leave.contains("Please leave by the nearest exit."), "{leave}");
        assert!(!leave.contains("A01"), "nobody is sent to a counter any more");
    });
}
