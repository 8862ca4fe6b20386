//! Every case has a name of its own, even when chance draws one twice.

use office::intake::{self, PastRequest, Request};
use office::{Act, Verb};
use records::Tx;
use terms::{Chance, Channel, Place, Reference};
use testkit::{TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";

/// Does something with the same luck each time.
fn with_the_same_luck<T: Send + 'static>(
    office: &TestOffice,
    verb: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
) -> T {
    office.hours(1);
    let mut act = office.office.house_act();
    act.chance = Chance::from_seed([9; 32]);
    office.block_on(office.office.write(act, verb)).unwrap()
}

fn opens(office: &TestOffice) -> Reference {
    let request = Request { service: LIGHT.to_owned(), ..Request::default() };
    with_the_same_luck(office, move |tx, act| intake::report(tx, act, &request)).reference
}

#[test]
fn a_request_whose_name_is_drawn_again_gets_another() {
    both_engines(|office| {
        let (first, second) = (opens(office), opens(office));
        assert_ne!(first, second);
    });
}

#[test]
fn past_requests_whose_names_are_drawn_again_get_others() {
    both_engines(|office| {
        for batch in ["a", "b", "c"] {
            let taken = with_the_same_luck(office, move |tx, act| {
                let past: Vec<PastRequest> =
                    (0..3).map(|number| past(&format!("{batch}{number}"), act)).collect();
                intake::take_over(tx, act, "old", &past)
            });
            assert_eq!((taken.taken, taken.rejected), (3, Vec::new()));
        }
    });
}

fn past(id: &str, act: &Act) -> PastRequest {
    PastRequest {
        id: id.to_owned(),
        service: LIGHT.to_owned(),
        opened_at: act.at,
        closed_at: None,
        closing: None,
        channel: Channel::Phone,
        district: None,
        place: Place::default(),
        description: "Dark.".to_owned(),
        media_url: None,
    }
}
