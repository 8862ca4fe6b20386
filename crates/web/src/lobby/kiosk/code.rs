//! A QR code as a drawing.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around a code, as ISO/IEC 18004 wants them.
const QUIET: usize = 4;

/// A QR code as one path of squares.
pub(super) struct Code {
    /// Modules on a side, with the quiet ones around.
    pub(super) side: usize,
    /// The dark modules, for `d` of a path.
    pub(super) path: String,
}

impl Code {
    /// The code of an address; none of one that is too long.
    pub(super) fn of(address: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
        let (width, mut path) = (code.width(), String::new());
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let _ = write!(path, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
            }
        }
        Some(Self { side: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn an_address_becomes_squares_with_light_around_them() {
        let code = Code::of("https://desk.example/visits/4XQ2M0ZT8RWAKV6D").unwrap();
        assert!(code.side >= 21 + 8 && code.path.starts_with("M4 4h1v1h-1z"));
        assert!(
            !code.path.contains("M3 ") && code.path.bytes().all(|byte| b"Mhvz -0123456789".contains(&byte))
        );
        assert!(Code::of(&"x".repeat(10_000)).is_none());
    }
}
