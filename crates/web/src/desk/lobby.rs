//! The lobby of an office as whoever leads it sees it: six figures, what can be changed at once, and what it would help.

mod figures;
mod page;
mod printers;

use super::officer::{Desk, Posted};
use crate::App;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use office::lobby;
use office::{Act, Refusal, Verb};
use page::show;
use records::Tx;
use terms::{Announcement, CounterCode, LineCode, OfficeCode};

/// What is done to a lobby, as the address names it.
#[derive(Debug, Clone, Copy)]
enum Deed {
    CloseLine,
    OpenLine,
    Announce,
    Unannounce,
    CloseAtOnce,
    OpenAgain,
    FreeCounter,
}

const DEEDS: [(&str, Deed); 7] = [
    ("closures", Deed::CloseLine),
    ("openings", Deed::OpenLine),
    ("announcements", Deed::Announce),
    ("silences", Deed::Unannounce),
    ("emergencies", Deed::CloseAtOnce),
    ("reopenings", Deed::OpenAgain),
    ("releases", Deed::FreeCounter),
];

/// `GET /desk/lobby`
pub(super) async fn page(State(app): State<App>, desk: Desk) -> Response {
    let asked = desk.visitor.query().find_map(|part| part.strip_prefix("office="));
    show(&app, &desk, asked.unwrap_or_default(), None).await
}

/// `GET /desk/lobby/live/{office}`: what changes there as it happens, for those who serve there or lead it.
pub(super) async fn live(
    State(app): State<App>,
    Path(office): Path<String>,
    desk: Desk,
    headers: HeaderMap,
) -> Response {
    let (act, office) = (desk.act(&app), OfficeCode::new(office));
    let mut own = lobby::offices(&act).into_iter().chain(lobby::led_offices(&act));
    if !own.any(|own| own.code == office) {
        return desk.refuse(&app, &Problem::not_found("office"));
    }
    let begun = crate::lobby::live::in_house(&app, &office, None, &headers).await;
    begun.unwrap_or_else(|problem| desk.refuse(&app, &problem))
}

/// `POST /desk/lobby/{deed}`
pub(super) async fn act(State(app): State<App>, Path(deed): Path<String>, posted: Posted) -> Response {
    let desk = &posted.desk;
    let Some((_, deed)) = DEEDS.iter().find(|(name, _)| *name == deed) else {
        return desk.refuse(&app, &Problem::not_found("act"));
    };
    let (said, deed) = (Said::of(&posted), *deed);
    let at = format!(
        "/desk/lobby?office={}&lang={}",
        crate::pages::escaped(said.office.as_str()),
        desk.language.tag()
    );
    let office = said.office.clone();
    match app.office.write(desk.act(&app), move |tx, act| said.done(tx, act, deed)).await {
        Ok(()) => Redirect::to(&at).into_response(),
        Err(refusal) => show(&app, desk, office.as_str(), Some(&refusal)).await,
    }
}

/// What a form of the page says.
struct Said {
    office: OfficeCode,
    what: String,
    minutes: u32,
    sure: bool,
}

impl Said {
    fn of(posted: &Posted) -> Self {
        Self {
            office: OfficeCode::new(posted.text("office")),
            what: posted.text("what").to_owned(),
            minutes: posted.text("minutes").parse().unwrap_or(0),
            sure: posted.text("sure") == "yes",
        }
    }

    fn done(&self, tx: &mut Tx<'_>, act: &Act, deed: Deed) -> Verb<()> {
        let office = &self.office;
        match deed {
            Deed::CloseLine => lobby::close_line(tx, act, office, &LineCode::new(&self.what)).map(drop),
            Deed::OpenLine => lobby::open_line(tx, act, office, &LineCode::new(&self.what)).map(drop),
            Deed::Announce => {
                let unknown = |_| Refusal::invalid("what", "choose one of the list");
                let announcement: Announcement = self.what.parse().map_err(unknown)?;
                lobby::announce(tx, act, office, (announcement, self.minutes)).map(drop)
            }
            Deed::Unannounce => lobby::unannounce(tx, act, office).map(drop),
            Deed::CloseAtOnce if self.sure => lobby::close_at_once(tx, act, office).map(drop),
            Deed::CloseAtOnce => {
                Err(Refusal::invalid("sure", "tick that everybody is to leave; nothing was changed"))
            }
            Deed::OpenAgain => lobby::open_again(tx, act, office).map(drop),
            Deed::FreeCounter => lobby::free_counter(tx, act, office, &CounterCode::new(&self.what)),
        }
    }
}
