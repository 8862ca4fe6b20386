//! A kiosk without a network: the page that it keeps, the numbers that it may give out, and what it tells afterwards.

use super::super::device::Device;
use super::frame::{Frame, Kiosk, Tile, languages};
use crate::App;
use crate::pages::named;
use crate::portal::posted::is_from_here;
use crate::problem::Problem;
use askama::Template;
use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use office::Refusal;
use office::lobby::kiosk::{Late, hand_numbers, join_offline};
use serde::Deserialize;
use serde_json::json;
use terms::LineCode;
use wording::Language;

const WORKER: &crate::pages::Asset = named("kiosk-sw.js");

/// The kiosk's pages in one language, as they are kept.
struct Spoken {
    language: Language,
    name: String,
    tiles: Vec<Tile>,
}

/// The page that is kept for when there is no network: all languages in one, and nothing about anybody.
#[derive(Template)]
#[template(path = "lobby/kiosk/alone.html")]
struct Alone {
    frame: Frame,
    spoken: Vec<Spoken>,
}

/// `GET /kiosk/alone`
pub(super) async fn page(State(app): State<App>, kiosk: Kiosk) -> Response {
    let Some(office) = kiosk.device.office(&app) else { return kiosk.off() };
    let spoken = languages(&app.office.city).map(|language| Spoken {
        language,
        name: language.say("language-name"),
        tiles: office.lines.iter().map(|line| Tile::of(line, language)).collect(),
    });
    let frame = kiosk.frame(&app, "kiosk-languages", "/kiosk");
    kiosk.show(&Alone { frame, spoken: spoken.collect() })
}

/// `GET /kiosk-sw.js`
pub(super) async fn worker() -> Response {
    let headers = [(header::CONTENT_TYPE, WORKER.kind()), (header::CACHE_CONTROL, "no-cache")];
    (headers, WORKER.bytes()).into_response()
}

/// The kiosk's own script, which proves that it is on a page of this house.
pub(super) struct Script(Kiosk);

impl FromRequestParts<App> for Script {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let kiosk = Kiosk::from_request_parts(parts, app).await?;
        let token = parts.headers.get("kiosk-token").and_then(|token| token.to_str().ok());
        if is_from_here(&parts.headers) && token == Some(kiosk.device.token().as_str()) {
            return Ok(Self(kiosk));
        }
        Err(Problem::unauthorized("send the token that stands on the kiosk's page").into_response())
    }
}

/// `POST /kiosk/numbers`: what the kiosk may give out by itself today; nothing where it may not.
pub(super) async fn numbers(State(app): State<App>, Script(kiosk): Script) -> Response {
    let (code, number) = (kiosk.device.device.office.clone(), kiosk.number);
    let give = move |tx: &mut records::Tx<'_>, act: &office::Act| hand_numbers(tx, act, &code, number);
    match app.office.write(Device::act(&app), give).await {
        Ok(numbers) => {
            let numbers = numbers.map(|numbers| {
                json!({
                    "day": numbers.day.to_string(),
                    "first": numbers.first,
                    "last": numbers.last,
                    "from": numbers.from.as_millisecond(),
                    "until": numbers.until.as_millisecond(),
                    "now": app.office.now().as_millisecond(),
                })
            });
            private(json!({ "numbers": numbers }))
        }
        Err(refusal) => Problem::from(refusal).into_response(),
    }
}

/// What the kiosk tells of a ticket, besides its name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Told {
    language: String,
    /// When it was given out, in milliseconds by the kiosk's clock.
    given_at: i64,
    /// What that clock says now.
    now: i64,
}

/// `PUT /kiosk/tickets/{day}/{line}/{number}`: a ticket that was given out without a network. Its address is what tells it
/// from others, so that it may be told as often as need be.
pub(super) async fn tell(
    State(app): State<App>,
    Path((day, line, number)): Path<(String, String, u32)>,
    Script(kiosk): Script,
    _: HeaderMap,
    Json(told): Json<Told>,
) -> Response {
    let late = match late((&day, line, number), told) {
        Ok(late) => late,
        Err(refusal) => return Problem::from(refusal).into_response(),
    };
    let (code, kiosk_number) = (kiosk.device.device.office.clone(), kiosk.number);
    let join = move |tx: &mut records::Tx<'_>, act: &office::Act| {
        join_offline(tx, act, (&code, kiosk_number), &late)
    };
    match app.office.write(Device::act(&app), join).await {
        Ok(answer) => private(json!({ "answer": answer.as_str() })),
        Err(refusal) => Problem::from(refusal).into_response(),
    }
}

fn late((day, line, number): (&str, String, u32), told: Told) -> Result<Late, Refusal> {
    let instant = |ms: i64| Timestamp::from_millisecond(ms).ok();
    let bad = |what: &'static str| Refusal::invalid(what, "write it as the kiosk's own page does");
    Ok(Late {
        day: day.parse::<Date>().map_err(|_| bad("day"))?,
        number,
        line: LineCode::new(line),
        language: told.language,
        given_at: instant(told.given_at).ok_or_else(|| bad("given_at"))?,
        now: instant(told.now).ok_or_else(|| bad("now"))?,
    })
}

fn private(answer: serde_json::Value) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}
