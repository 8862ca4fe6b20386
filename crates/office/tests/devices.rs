//! Screens and kiosks of an office: set up by those who may, known by their tokens, and switched off at once.

use office::devices::{self, Device, NewDevice};
use office::{Refusal, Verb};
use terms::{DeviceId, DeviceKind, OfficeCode};
use testkit::{Desk, TestOffice, both_engines};

fn new(kind: DeviceKind, name: &str) -> NewDevice {
    NewDevice { kind, office: OfficeCode::new("city-hall"), name: name.to_owned() }
}

fn adds(who: &Desk<'_>, new: NewDevice) -> Verb<(Device, String)> {
    who.tries(move |tx, act| devices::add(tx, act, &new))
}

fn revokes(who: &Desk<'_>, id: DeviceId) -> Verb<()> {
    who.tries(move |tx, act| devices::revoke(tx, act, id))
}

fn known(office: &TestOffice, text: &str) -> Option<Device> {
    let text = text.to_owned();
    office.house().tries(move |tx, act| devices::device(tx, act, &text)).unwrap()
}

#[test]
fn a_screen_is_known_by_its_token_until_it_is_switched_off() {
    both_engines(|office| {
        let root = office.officer("root");
        let (board, text) = adds(&root, new(DeviceKind::Board, " Hall, left wall ")).unwrap();
        assert_eq!((board.name.as_str(), board.kiosk_number), ("Hall, left wall", None));
        assert!(text.starts_with("rdv_") && text.len() == 52 && !board.hash.contains(&text[4..]));
        assert_eq!(known(office, &text).map(|device| device.id), Some(board.id));
        assert_eq!(known(office, "rdv_nothing"), None);
        assert_eq!(known(office, ""), None);
        revokes(&root, board.id).unwrap();
        assert_eq!(known(office, &text), None, "at once");
        assert!(matches!(revokes(&root, board.id), Err(Refusal::Conflict(_))));
        let missing: DeviceId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
        assert_eq!(revokes(&root, missing), Err(Refusal::NotFound("device")));
    });
}

#[test]
fn kiosks_of_an_office_are_numbered_and_no_number_is_given_twice() {
    both_engines(|office| {
        let root = office.officer("root");
        let number = |name: &str| {
            let (kiosk, _) = adds(&root, new(DeviceKind::Kiosk, name)).unwrap();
            (kiosk.kiosk_number, kiosk.id)
        };
        assert_eq!(number("Entrance").0, Some(1));
        let (second, id) = number("Stairs");
        assert_eq!(second, Some(2));
        revokes(&root, id).unwrap();
        assert_eq!(number("Stairs again").0, Some(3), "the old one may come back with tickets of its own");
        let all = root.tries(devices::list).unwrap();
        assert_eq!(
            all.iter().map(|device| device.kiosk_number).collect::<Vec<_>>(),
            [Some(3), Some(2), Some(1)]
        );
    });
}

#[test]
fn only_those_who_look_after_an_office_set_its_devices_up() {
    both_engines(|office| {
        let board = || new(DeviceKind::Board, "Hall");
        for who in ["lee", "dora", "ruth", "sam", "noor"] {
            assert!(matches!(adds(&office.officer(who), board()), Err(Refusal::Forbidden(_))), "{who}");
        }
        adds(&office.officer("joan"), board()).unwrap();
        assert_eq!(office.officer("joan").tries(devices::list).unwrap().len(), 1);
        let (device, _) = adds(&office.officer("root"), board()).unwrap();
        assert!(matches!(revokes(&office.officer("ruth"), device.id), Err(Refusal::Forbidden(_))));
        assert_eq!(office.officer("ruth").tries(devices::list).unwrap(), []);
        let elsewhere = NewDevice { office: OfficeCode::new("nowhere"), ..board() };
        assert_eq!(adds(&office.officer("root"), elsewhere), Err(Refusal::NotFound("office")));
        for name in ["", "  ", &"x".repeat(201)] {
            let refused = adds(&office.officer("root"), new(DeviceKind::Board, name));
            assert!(matches!(refused, Err(Refusal::Invalid(_))), "{name:?}");
        }
    });
}
