//! Files on their way out: in a sandbox, never as a page, and never kept by others unless everybody may see them.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use records::files::{File, Part};

/// A file as an answer. A picture is shown, anything else is saved.
pub(crate) fn serve(file: &File, bytes: Vec<u8>, part: Part) -> Response {
    let small = part == Part::Thumbnail && file.kind.starts_with("image/");
    let kind = if small { "image/jpeg" } else { file.kind.as_str() };
    let how = if file.kind.starts_with("image/") { "inline" } else { "attachment" };
    let disposition = format!("{how}; filename*=UTF-8''{}", percent(&file.name));
    let keep = if file.public { "public, max-age=86400, immutable" } else { "no-store" };
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, text(kind)),
        (header::CONTENT_DISPOSITION, text(&disposition)),
        (header::CACHE_CONTROL, text(keep)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    (headers, bytes).into_response()
}

fn text(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"))
}

/// RFC 8187: everything but letters and digits is escaped.
fn percent(name: &str) -> String {
    name.bytes().fold(String::new(), |escaped, byte| {
        if byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-' {
            escaped + char::from(byte).encode_utf8(&mut [0; 4])
        } else {
            escaped + &format!("%{byte:02X}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(percent("a b\r\n\"'.pdf"), "a%20b%0D%0A%22%27.pdf");
        assert_eq!(percent("صورة"), "%D8%B5%D9%88%D8%B1%D8%A9");
    }
}
