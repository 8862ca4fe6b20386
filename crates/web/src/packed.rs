//! Pages travel packed, but for those that hold a secret.

use axum::http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};

/// Packs answers for those who can unpack them.
///
/// What nobody may keep holds a secret, such as a form's token, often beside words that somebody else chose. Packed, its
/// length would tell how much of the secret those words guess (BREACH; Gluck, Harris and Prado, 2013).
pub(crate) fn layer() -> CompressionLayer<impl Predicate> {
    let holds_none = |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
        headers.get(header::CACHE_CONTROL).is_none_or(|keep| keep != "no-store")
    };
    CompressionLayer::new().compress_when(DefaultPredicate::new().and(holds_none))
}
