//! Which open reports are shown to whoever is about to report the same.

use office::cases::{self, Similar};
use office::intake::Request;
use terms::{Channel, Place, Position, Principal, Purpose};
use testkit::{CaseHandle, TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const LAT: f64 = 42.322;
const LONG: f64 = -71.057;

/// Reports a dark lamp so many degrees to the north.
fn lamp(office: &TestOffice, north: f64) -> CaseHandle {
    let resident = office.resident("Mae Lee");
    let place = Place { position: Position::new(LAT + north, LONG), ..Place::default() };
    resident.sends(Request { place, ..resident.request(LIGHT, "Dark.") }).unwrap()
}

fn alike(office: &TestOffice) -> Vec<Similar> {
    office.block_on(async {
        let act = office.office.act(Principal::public(), Channel::Web, Purpose::Service);
        let read = |tx: &mut records::Tx<'_>, act: &office::Act| {
            cases::similar(tx, act, &act.city().services[LIGHT], Position::new(LAT, LONG).unwrap())
        };
        office.office.read(act, read).await.unwrap()
    })
}

#[test]
fn fms_1677_the_nearest_report_is_shown_however_many_newer_ones_are_around() {
    both_engines(|office| {
        let nearest = lamp(office, 0.0001);
        let fixed = lamp(office, 0.0);
        office.hours(1);
        for number in 0..60 {
            lamp(office, 0.0003 + f64::from(number) * 0.00001);
        }
        let far = lamp(office, 0.0014);
        office.settle();
        office.officer("lee").resolves(&fixed, "done", "A new bulb.");
        let alike = alike(office);
        assert_eq!(alike.len(), 5);
        assert_eq!(alike[0].case.reference, nearest.reference);
        assert!((10.0..13.0).contains(&alike[0].metres), "{}", alike[0].metres);
        assert!(alike.is_sorted_by(|one, next| one.metres <= next.metres));
        let shown = |case: &CaseHandle| alike.iter().any(|one| one.case.reference == case.reference);
        assert!(!shown(&fixed) && !shown(&far));
    });
}
