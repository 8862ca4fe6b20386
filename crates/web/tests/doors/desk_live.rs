//! What others do, as it happens: who is where, and what is new, told to those who may see it.

use crate::browser::Browser;
use crate::common::Doors;
use crate::desk_inbox::{demo, desk, lights};
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use std::time::Duration;
use testkit::both_engines;
use tower::ServiceExt;
use web::Settings;

#[test]
fn colleagues_see_who_looks_and_who_writes_until_they_leave() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        let (lee, dora) = (desk(&doors, "lee"), desk(&doors, "dora"));
        let at = format!("/desk/cases/{}/presence", case.reference);
        let (of_lee, open) = (lee.get("/desk/keys"), "/desk?view=open");
        lee.post(&of_lee, &at, &[("doing", "viewing")]).is(204);
        assert!(dora.get(open).text.contains("Lee Santos looks at it"));
        assert!(!lee.get(open).text.contains("Lee Santos looks at it"), "nobody is told of themselves");
        lee.post(&of_lee, &at, &[("doing", "typing")]).is(204);
        assert!(dora.get(open).text.contains("Lee Santos writes"));
        lee.post(&of_lee, &at, &[("doing", "gone")]).is(204);
        assert!(!dora.get(open).text.contains("Lee Santos writes"));
        lee.post(&of_lee, &at, &[("doing", "typing")]).is(204);
        office.clock.advance(jiff::SignedDuration::from_secs(31));
        assert!(!dora.get(open).text.contains("Lee Santos writes"), "whoever closed the lid has left");
    });
}

#[test]
fn the_keys_can_be_switched_off_and_stay_off() {
    both_engines(|office| {
        let doors = demo(office);
        let lee = desk(&doors, "lee");
        assert!(lee.get("/desk").text.contains("data-shortcuts=\"true\""));
        let page = lee.get("/desk/keys").is(200);
        let off = lee.post(&page, "/desk/keys", &[("shortcuts", "off")]).is(200);
        assert!(off.text.contains("The keys are off."));
        assert!(
            desk(&doors, "lee").get("/desk").text.contains("data-shortcuts=\"false\""),
            "on another day too"
        );
        assert!(desk(&doors, "dora").get("/desk").text.contains("data-shortcuts=\"true\""));
    });
}

/// Opens a stream; what comes within so many milliseconds after `meanwhile`.
pub(crate) fn heard(
    doors: &Doors<'_>,
    browser: &Browser<'_>,
    (last, ms): (&str, u64),
    meanwhile: impl AsyncFnOnce(),
) -> String {
    let mut request = Request::get("/desk/live");
    if !last.is_empty() {
        request = request.header("last-event-id", last);
    }
    let request = browser.request(request, Body::empty());
    doors.office.block_on(async {
        let response = web::router(&doors.app).oneshot(request).await.unwrap();
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert!(response.headers().get(header::CONTENT_ENCODING).is_none());
        let mut body = response.into_body();
        let mut text = String::new();
        tokio::time::sleep(Duration::from_millis(400)).await;
        meanwhile().await;
        let end = tokio::time::sleep(Duration::from_millis(ms));
        tokio::pin!(end);
        loop {
            tokio::select! {
                frame = body.frame() => match frame {
                    Some(Ok(frame)) => text += &String::from_utf8_lossy(frame.data_ref().unwrap()),
                    _ => return text + "[end]",
                },
                () = &mut end => return text,
            }
        }
    })
}

#[test]
fn what_others_do_is_told_as_it_happens_and_only_to_those_who_may_see_it() {
    both_engines(|office| {
        // One turn for readers: a stream must not keep it.
        let doors = Doors::with(office, Settings { demo: true, reads_at_once: 1, ..Settings::default() });
        let case = lights(office, 1).remove(0);
        let (dora, sam) = (desk(&doors, "dora"), desk(&doors, "sam"));
        let lee = office.officer("lee").who;
        let reference = case.reference;
        let act = || {
            let act = office.office.act(lee.clone(), terms::Channel::Web, terms::Purpose::Service);
            office.office.write(act, move |tx, act| {
                office::desk::present(tx, act, &reference, Some(office::desk::Doing::Typing))?;
                office::cases::note(tx, act, &reference, "I look at it.")
            })
        };
        let told = heard(&doors, &dora, ("", 1_200), async || {
            act().await.unwrap();
            let page = dora.request(Request::get("/desk?view=open"), Body::empty());
            assert_eq!(web::router(&doors.app).oneshot(page).await.unwrap().status().as_u16(), 200);
        });
        assert!(told.contains("event: case") && told.contains(&reference.to_string()), "{told}");
        assert!(told.contains("Lee Santos writes"), "{told}");
        assert!(!told.contains("I look at it."), "no words travel with it");
        let id = told.split("id: ").nth(1).unwrap().lines().next().unwrap().to_owned();
        let told = heard(&doors, &sam, ("", 1_200), async || drop(act().await.unwrap()));
        assert!(!told.contains(&reference.to_string()), "{told}");
        // Whoever comes back is told what they missed.
        let told = heard(&doors, &dora, (&id, 600), async || {});
        assert!(told.contains(&format!("\"reference\":\"{reference}\"")), "{told}");
    });
}

#[test]
fn a_stream_ends_with_its_session_and_there_are_only_so_many() {
    both_engines(|office| {
        let doors = Doors::with(office, Settings { demo: true, listeners_at_once: 0, ..Settings::default() });
        let lee = desk(&doors, "lee");
        let busy = lee.raw("/desk/live");
        assert_eq!((busy.status.as_u16(), busy.header(header::RETRY_AFTER)), (503, "30"));

        let doors = demo(office);
        let lee = desk(&doors, "lee");
        let told = heard(&doors, &lee, ("", 1_500), async || doors.app.stop());
        assert!(told.ends_with("[end]"), "it ends when the house closes: {told}");
        let stranger = Browser::of(&doors, "en").raw("/desk/live");
        assert_eq!(stranger.status.as_u16(), 303);
    });
}
