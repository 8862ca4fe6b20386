//! What a phone needs to keep the house on its home screen: a manifest in the reader's language, and a worker.

use super::{Visitor, assets};
use crate::App;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use wording::{Argument, Language};

const WORKER: &assets::Asset = assets::named("sw.js");
/// Icons: the file, its size, and what for. A maskable one may be cut to a shape.
const ICONS: [(&str, &str, &str, &str); 4] = [
    (assets::path("mark.svg"), "any", "image/svg+xml", "any"),
    (assets::path("icon-192.png"), "192x192", "image/png", "any"),
    (assets::path("icon-512.png"), "512x512", "image/png", "any"),
    (assets::path("icon-maskable.png"), "512x512", "image/png", "maskable"),
];
/// What a long press on the icon offers.
const SHORTCUTS: [(&str, &str); 3] =
    [("/services", "around-services"), ("/follow", "around-follow"), ("/reports", "around-reports")];
const PRIMARY: &str = "#0f4c5c";

/// The manifest, as the W3C's Web Application Manifest has it.
#[derive(Serialize)]
struct Manifest {
    id: &'static str,
    name: String,
    short_name: String,
    description: String,
    lang: &'static str,
    dir: &'static str,
    start_url: String,
    scope: &'static str,
    display: &'static str,
    theme_color: &'static str,
    background_color: &'static str,
    icons: Vec<Icon>,
    shortcuts: Vec<Shortcut>,
}

#[derive(Serialize)]
struct Icon {
    src: &'static str,
    sizes: &'static str,
    r#type: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Shortcut {
    name: String,
    url: String,
}

/// `GET /manifest.webmanifest`
pub(crate) async fn manifest(State(app): State<App>, visitor: Visitor) -> Response {
    let city = &app.office.city;
    let language = visitor.language(city);
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "accept-language"),
    ];
    (headers, axum::Json(manifest_of(city.name.text(language.tag()), language))).into_response()
}

/// `GET /sw.js`. It must stand at the root to serve every page, and be looked at again each time.
pub(crate) async fn worker() -> Response {
    let headers = [(header::CONTENT_TYPE, WORKER.kind()), (header::CACHE_CONTROL, "no-cache")];
    (headers, WORKER.bytes()).into_response()
}

fn manifest_of(city: &str, language: Language) -> Manifest {
    let tag = language.tag();
    let icon = |&(src, sizes, kind, purpose)| Icon { src, sizes, r#type: kind, purpose };
    let shortcut =
        |&(at, key): &(&str, &str)| Shortcut { name: language.say(key), url: format!("{at}?lang={tag}") };
    Manifest {
        id: "/",
        name: city.to_owned(),
        short_name: city.to_owned(),
        description: language.say_with("start-lead", &[("city", Argument::Words(city))]),
        lang: tag,
        dir: language.direction(),
        start_url: format!("/?lang={tag}"),
        scope: "/",
        display: "standalone",
        theme_color: PRIMARY,
        background_color: "#ffffff",
        icons: ICONS.iter().map(icon).collect(),
        shortcuts: SHORTCUTS.iter().map(shortcut).collect(),
    }
}
