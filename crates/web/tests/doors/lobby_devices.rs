//! A screen of an office through the doors: an address that is opened once, a cookie, and the end of it.

use crate::browser::Browser;
use crate::common::Doors;
use axum::http::header;
use office::devices::{self, NewDevice};
use terms::{DeviceId, DeviceKind, OfficeCode};
use testkit::{TestOffice, both_engines};

/// Sets a device up at the city hall: its id, and the address that its browser opens.
pub(crate) fn set_up(office: &TestOffice, kind: DeviceKind) -> (DeviceId, String) {
    let new = NewDevice { kind, office: OfficeCode::new("city-hall"), name: "Hall".to_owned() };
    let added = office.officer("root").tries(move |tx, act| devices::add(tx, act, &new));
    let (device, text) = added.unwrap();
    (device.id, format!("/{kind}/{text}"))
}

pub(crate) fn switch_off(office: &TestOffice, id: DeviceId) {
    office.officer("root").tries(move |tx, act| devices::revoke(tx, act, id)).unwrap();
}

#[test]
fn a_token_becomes_a_cookie_and_leaves_the_address() {
    both_engines(|office| {
        let doors = Doors::of(office);
        for (kind, to) in [(DeviceKind::Board, "/board"), (DeviceKind::Kiosk, "/kiosk")] {
            let (id, address) = set_up(office, kind);
            let browser = Browser::of(&doors, "en");
            let answer = browser.raw(&address);
            assert_eq!((answer.status.as_u16(), answer.header(header::LOCATION)), (303, to));
            assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
            assert!(browser.cookies()["__Host-device"].starts_with("rdv_"));
            let seen = office.officer("root").tries(devices::list).unwrap();
            assert!(seen.iter().find(|device| device.id == id).unwrap().seen_at.is_some());
            switch_off(office, id);
            let off = browser.raw(&address);
            assert_eq!(off.status.as_u16(), 403);
            assert!(off.text.contains("This screen is not set up") && off.text.contains("a new address"));
        }
    });
}

#[test]
fn no_token_of_another_kind_opens_a_screen() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let token = doors.officer("root");
        for text in [token.as_str(), "x", "rdv_", "rdv_%00", &"r".repeat(5_000), "%F0%9F%92%A9"] {
            let answer = Browser::of(&doors, "en").raw(&format!("/board/{text}"));
            assert!([400, 403].contains(&answer.status.as_u16()), "{text}: {}", answer.status);
            assert!(answer.headers.get(header::SET_COOKIE).is_none());
        }
        let arabic = Browser::of(&doors, "ar").raw("/kiosk/rdv_x");
        assert!(
            arabic.text.contains("dir=\"rtl\"") && arabic.text.contains("عنوانا جديدا"),
            "{}",
            arabic.text
        );
    });
}
