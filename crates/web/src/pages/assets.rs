//! Stylesheets, scripts and icons: part of the program, named after their content so that they may be kept for ever.

use super::Visitor;
use crate::App;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

/// A file that was built with the program.
pub(crate) struct Asset {
    /// Its name in the sources, such as `portal.css`.
    name: &'static str,
    /// Its address, which changes with its content.
    path: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
    /// The same, packed; nothing where packing gains nothing.
    brotli: Option<&'static [u8]>,
}

const ASSETS: &[Asset] = &include!(concat!(env!("OUT_DIR"), "/site/assets.rs"));

/// The address of a file by its name. Ask in a `const`, and a misspelt name does not compile:
/// `const MAP: &str = assets::path("map.css");`
pub(crate) const fn path(name: &str) -> &'static str {
    named(name).path
}

/// A file by its name, to be asked for in a `const` as well.
pub(crate) const fn named(name: &str) -> &'static Asset {
    let mut at = 0;
    while at < ASSETS.len() {
        if same(ASSETS[at].name.as_bytes(), name.as_bytes()) {
            return &ASSETS[at];
        }
        at += 1;
    }
    panic!("no such asset; frontend/build.mjs lists them")
}

impl Asset {
    pub(crate) const fn kind(&self) -> &'static str {
        self.kind
    }

    pub(crate) const fn bytes(&self) -> &'static [u8] {
        self.bytes
    }
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// `GET /assets/{name}`
pub(crate) async fn asset(
    State(app): State<App>,
    Path(file): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    let asked = |asset: &&Asset| asset.path.strip_prefix("/assets/") == Some(file.as_str());
    match ASSETS.iter().find(asked) {
        Some(asset) => send(asset, &headers),
        None => super::refuse(&app, &visitor, &Problem::not_found("file")),
    }
}

/// A file, packed where the caller can unpack it.
fn send(asset: &Asset, headers: &HeaderMap) -> Response {
    let plain = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    match asset.brotli.filter(|_| takes_brotli(headers)) {
        Some(packed) => (plain, [(header::CONTENT_ENCODING, "br")], packed).into_response(),
        None => (plain, asset.bytes).into_response(),
    }
}

/// Whether `br` is among the encodings that are accepted, and not with the weight nought.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let lists = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|part| {
        let mut part = part.split(';').map(str::trim);
        let named = part.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let refused =
            part.filter_map(|weight| weight.strip_prefix("q=")?.parse::<f32>().ok()).any(|q| q <= 0.0);
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::{ASSETS, path, send, takes_brotli};
    use axum::http::{HeaderMap, HeaderValue, header};

    fn accepting(encodings: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(encodings))])
    }

    #[test]
    fn every_file_is_named_after_its_content_and_says_what_it_is() {
        for asset in ASSETS {
            let (stem, ending) = asset.name.split_once('.').unwrap();
            let hash = asset.path.strip_prefix(&format!("/assets/{stem}.")).unwrap();
            let hash = hash.strip_suffix(&format!(".{ending}")).unwrap();
            assert_eq!(hash.len(), 12, "{}", asset.path);
            assert!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", asset.path);
            assert!(!asset.bytes.is_empty(), "{}", asset.name);
            let kind = match ending {
                "css" => "text/css; charset=utf-8",
                "js" => "text/javascript; charset=utf-8",
                "svg" => "image/svg+xml",
                _ => "image/png",
            };
            assert_eq!(asset.kind, kind, "{}", asset.name);
            assert_eq!(path(asset.name), asset.path);
        }
        assert!(ASSETS.iter().any(|asset| asset.name == "portal.css" && asset.brotli.is_some()));
    }

    #[test]
    fn pictures_of_points_are_pictures() {
        for asset in ASSETS.iter().filter(|asset| asset.kind == "image/png") {
            assert!(asset.bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{}", asset.name);
        }
    }

    #[test]
    fn brotli_goes_to_those_who_take_it() {
        for (accepted, takes) in [
            ("br", true),
            ("gzip, deflate, BR;q=0.5", true),
            ("gzip;q=1.0,br", true),
            ("", false),
            ("gzip", false),
            ("br;q=0", false),
            ("br; q=0.0, gzip", false),
            ("brotli", false),
            (";;;,,=", false),
        ] {
            assert_eq!(takes_brotli(&accepting(accepted)), takes, "{accepted}");
        }
        let css = ASSETS.iter().find(|asset| asset.name == "portal.css").unwrap();
        let packed = send(css, &accepting("br"));
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "br");
        assert_eq!(packed.headers()[header::VARY], "accept-encoding");
        assert!(!send(css, &accepting("gzip")).headers().contains_key(header::CONTENT_ENCODING));
    }
}
