//! What a customer sends as a file: checked by its content, never by its name, and made safe to keep and to show.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod claim;
mod content;
mod name;
mod pdf;
mod picture;
mod unfit;

pub use content::Content;
pub use name::LONGEST_NAME;
pub use pdf::{HIGHEST_PDF_RATIO, MOST_INFLATED_BYTES};
pub use picture::{
    LONGEST_KEPT_SIDE, LONGEST_SIDE, LONGEST_THUMBNAIL_SIDE, MOST_DECODED_BYTES, MOST_LOSSLESS_WEBP_BYTES,
    MOST_PIXELS, MOST_SCANS,
};
pub use unfit::Unfit;

/// The largest picture as it comes in. A phone's photo of 12 million pixels has 3 to 6 MB, one of 50 million up to 15.
pub const MOST_PICTURE_BYTES: usize = 15 << 20;
/// The largest PDF; it is kept as it is, so it costs its whole size.
pub const MOST_PDF_BYTES: usize = 10 << 20;
/// The largest plain text, some 200,000 words.
pub const MOST_TEXT_BYTES: usize = 1 << 20;
/// The largest file of any kind; a door need not read further.
pub const MOST_BYTES: usize = MOST_PICTURE_BYTES;

/// What the `accept` of a form's file field says. A phone that keeps HEIC turns it into JPEG when it reads this.
pub const ACCEPT: &str = "image/jpeg,image/png,image/webp,image/gif,application/pdf,text/plain";

/// A file that may be kept and given out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What it is now, which need not be what was sent: every picture becomes a JPEG.
    pub kind: Kind,
    /// The file itself. Of a picture nothing is left but its pixels.
    pub bytes: Vec<u8>,
    /// A name to show, at most [`LONGEST_NAME`] characters, with the extension of `kind`. It is never a path.
    pub name: String,
    /// The width of a picture as kept, in pixels.
    pub width: Option<u32>,
    /// The height of a picture as kept, in pixels.
    pub height: Option<u32>,
    /// A JPEG of at most [`LONGEST_THUMBNAIL_SIDE`] pixels a side, if it is a picture.
    pub thumbnail: Option<Vec<u8>>,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A picture, drawn again by us.
    Jpeg,
    /// A PDF without scripts, attachments or a password. Give it out as a download, never inside a page.
    Pdf,
    /// Text in UTF-8. Give it out as a download too.
    Text,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Pdf, Self::Text];

    /// What the `Content-Type` says.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// How its name ends, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Pdf => "pdf",
            Self::Text => "txt",
        }
    }

    /// Whether it can be shown in a page.
    pub fn is_picture(self) -> bool {
        self == Self::Jpeg
    }

    /// The largest that comes in.
    pub fn most_bytes(self) -> usize {
        match self {
            Self::Jpeg => MOST_PICTURE_BYTES,
            Self::Pdf => MOST_PDF_BYTES,
            Self::Text => MOST_TEXT_BYTES,
        }
    }
}

/// Checks a file and makes it safe. `name` and `said`, the media type that the browser told, are claims: they must not
/// contradict the content, and count for nothing else.
///
/// A picture of 12 million pixels takes a core about a quarter of a second, and the worst ones some seconds and half a
/// gigabyte; so a door lets only a few in at a time, outside of its async threads.
pub fn take(name: &str, said: Option<&str>, bytes: &[u8]) -> Result<Taken, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    let shown = name::shown(name);
    let claims = [said.and_then(claim::of_media_type), claim::of_extension(name::extension(&shown))];
    let Some(is) = content::of(bytes) else {
        return Err(unknown(&claims));
    };
    if matches!(is, Content::Heic | Content::Avif) {
        return Err(Unfit::Heic);
    }
    if let Some(said) = claims.into_iter().flatten().find(|claim| !claim.fits(is)) {
        return Err(Unfit::NotWhatItSays { said, is });
    }
    let kind = is.kind().ok_or(Unfit::NotTaken { is })?;
    if bytes.len() > kind.most_bytes() {
        return Err(Unfit::TooLarge { most_bytes: kind.most_bytes() });
    }
    let name = name::of_kind(&shown, kind);
    let kept = |bytes| Taken { kind, bytes, name: name.clone(), width: None, height: None, thumbnail: None };
    match kind {
        Kind::Text => Ok(kept(bytes.to_vec())),
        Kind::Pdf => pdf::judge(bytes).map(|()| kept(bytes.to_vec())),
        Kind::Jpeg => {
            let still = picture::still(is, bytes)?;
            let (width, height) = (Some(still.width), Some(still.height));
            Ok(Taken { width, height, thumbnail: Some(still.thumbnail), ..kept(still.bytes) })
        }
    }
}

/// Why bytes that nothing is known of are refused, to somebody who thinks that they are something.
fn unknown(claims: &[Option<Content>]) -> Unfit {
    let is_claimed = |content| claims.contains(&Some(content));
    let known = claims.iter().flatten().any(|claim| claim.kind().is_some());
    match known {
        true if is_claimed(Content::Text) => Unfit::Encoding,
        true => Unfit::Broken,
        false => Unfit::Unknown,
    }
}
