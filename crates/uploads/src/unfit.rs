//! Why a file is not taken, and what its sender can do about it.

use crate::Content;
use crate::picture::{LONGEST_SIDE, MOST_PIXELS};

/// Why a file is not taken. The English says what is wrong, then how to mend it; [`Unfit::key`] names the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Nothing in it.
    #[error("the file is empty; choose it again")]
    Empty,
    /// More bytes than its kind may have.
    #[error("the file is larger than {} MB; save it smaller, or send it in parts", .most_bytes >> 20)]
    TooLarge {
        /// How many it may have.
        most_bytes: usize,
    },
    /// A picture that would take too much memory, however small its file is.
    #[error(
        "the picture has more than {} million pixels, or a side of more than {LONGEST_SIDE}; save it smaller", .most / 1_000_000
    )]
    TooManyPixels {
        /// How many it may have.
        most: u64,
    },
    /// The name or the browser says one thing and the content another.
    #[error("the file says that it is {said}, but it is {is}; save it again in the program that made it")]
    NotWhatItSays {
        /// What the name or the browser said.
        said: Content,
        /// What the content is.
        is: Content,
    },
    /// Something that we know and do not take.
    #[error("{is} is not taken; {}", .is.mend())]
    NotTaken {
        /// What the content is.
        is: Content,
    },
    /// What many phones make; its decoders are large and not ours to keep safe.
    #[error(
        "a HEIC or AVIF picture cannot be read here; share it as JPEG: on an iPhone choose Settings, Camera, Formats, \
         Most Compatible, or send a screenshot of it"
    )]
    Heic,
    /// An animated PNG or WebP; its first frame need not be what everybody sees.
    #[error("the picture moves; send a still one, such as a screenshot of it")]
    Animated,
    /// Nothing that we know.
    #[error("it is not known what this file is; send a JPEG, PNG, WebP or GIF picture, a PDF, or plain text")]
    Unknown,
    /// Said to be text, and is not UTF-8 or holds control characters.
    #[error("the text is not in UTF-8, or holds control characters; save it as UTF-8, or as a PDF")]
    Encoding,
    /// Damaged, or cut short on its way.
    #[error("the file is damaged or not whole; open it where it comes from, save it again, and send that")]
    Broken,
    /// A PDF with a password or with restrictions.
    #[error("the PDF is protected; save it without a password and without restrictions")]
    Encrypted,
    /// A PDF that can do something by itself or holds other files.
    #[error(
        "the PDF holds a script, an action or another file (/{name}); print it into a new PDF and send that"
    )]
    Active {
        /// The name in the PDF that says so.
        name: &'static str,
    },
    /// A PDF that cannot be judged to its end.
    #[error("the PDF cannot be checked to its end; print it into a new PDF and send that")]
    Unchecked,
}

impl Unfit {
    /// The keys of all messages.
    pub const KEYS: [&str; 13] = [
        "upload-empty",
        "upload-too-large",
        "upload-too-many-pixels",
        "upload-not-what-it-says",
        "upload-not-taken",
        "upload-heic",
        "upload-animated",
        "upload-unknown",
        "upload-encoding",
        "upload-broken",
        "upload-encrypted",
        "upload-active",
        "upload-unchecked",
    ];

    /// The key of the message that tells a customer in their own language.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "upload-empty",
            Self::TooLarge { .. } => "upload-too-large",
            Self::TooManyPixels { .. } => "upload-too-many-pixels",
            Self::NotWhatItSays { .. } => "upload-not-what-it-says",
            Self::NotTaken { .. } => "upload-not-taken",
            Self::Heic => "upload-heic",
            Self::Animated => "upload-animated",
            Self::Unknown => "upload-unknown",
            Self::Encoding => "upload-encoding",
            Self::Broken => "upload-broken",
            Self::Encrypted => "upload-encrypted",
            Self::Active { .. } => "upload-active",
            Self::Unchecked => "upload-unchecked",
        }
    }

    /// A picture with more pixels than are taken.
    pub(crate) fn too_many_pixels() -> Self {
        Self::TooManyPixels { most: MOST_PIXELS }
    }
}
