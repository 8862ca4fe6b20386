//! What a file's name and a browser claim that it is.

use crate::Content::{
    self, Archive, Avif, Gif, Heic, Html, Jpeg, Office, OtherPicture, Pdf, Png, Program, Recording, Svg,
    Text, WebP, Xml,
};

/// What a file name's extension claims. An extension that we do not know claims nothing.
pub(crate) fn of_extension(extension: &str) -> Option<Content> {
    Some(match extension.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" | "jpe" | "jfif" => Jpeg,
        "png" | "apng" => Png,
        "webp" => WebP,
        "gif" => Gif,
        "heic" | "heif" | "hif" => Heic,
        "avif" => Avif,
        "tif" | "tiff" | "bmp" | "ico" | "jxl" | "jp2" | "psd" | "dng" | "raw" => OtherPicture,
        "pdf" => Pdf,
        "txt" | "text" | "md" | "csv" | "tsv" | "log" | "json" | "ics" | "vcf" | "eml" => Text,
        "htm" | "html" | "xhtml" | "mht" | "mhtml" => Html,
        "svg" | "svgz" => Svg,
        "xml" | "xsl" | "gpx" | "kml" => Xml,
        "doc" | "docx" | "docm" | "dot" | "dotx" | "xls" | "xlsx" | "xlsm" | "ppt" | "pptx" | "pptm"
        | "odt" | "ods" | "odp" | "rtf" | "pages" | "numbers" | "key" | "msg" | "ps" | "eps" => Office,
        "zip" | "rar" | "7z" | "gz" | "tgz" | "tar" | "bz2" | "xz" | "zst" | "cab" | "iso" => Archive,
        "exe" | "dll" | "com" | "scr" | "msi" | "bat" | "cmd" | "ps1" | "vbs" | "js" | "mjs" | "jar"
        | "apk" | "app" | "sh" | "py" | "php" | "pl" | "lnk" | "hta" | "wasm" => Program,
        "mp4" | "mov" | "m4v" | "avi" | "mkv" | "webm" | "3gp" | "mp3" | "m4a" | "wav" | "ogg" | "flac" => {
            Recording
        }
        _ => return None,
    })
}

/// What a media type claims; one that we do not know claims nothing.
pub(crate) fn of_media_type(said: &str) -> Option<Content> {
    let said = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (class, name) = said.split_once('/')?;
    Some(match (class, name) {
        ("image", "jpeg" | "jpg" | "pjpeg") => Jpeg,
        ("image", "png" | "x-png" | "apng") => Png,
        ("image", "webp") => WebP,
        ("image", "gif") => Gif,
        ("image", "heic" | "heif" | "heic-sequence" | "heif-sequence") => Heic,
        ("image", "avif") => Avif,
        ("image", "svg+xml") => Svg,
        ("image", _) => OtherPicture,
        ("application", "pdf" | "x-pdf") => Pdf,
        ("text", "html") | ("application", "xhtml+xml") => Html,
        ("text" | "application", "xml") => Xml,
        ("text" | "application", "javascript" | "x-javascript" | "ecmascript" | "x-sh" | "x-php")
        | ("application", "x-msdownload" | "x-msdos-program" | "java-archive" | "wasm") => Program,
        ("text" | "application", "rtf") | ("application", "msword" | "postscript") => Office,
        ("text", _) | ("application", "json") => Text,
        ("application", "zip" | "x-zip-compressed" | "gzip" | "x-tar" | "x-7z-compressed" | "vnd.rar") => {
            Archive
        }
        ("application", name) if name.starts_with("vnd.ms-") => Office,
        ("application", name) if name.starts_with("vnd.openxmlformats") || name.starts_with("vnd.oasis") => {
            Office
        }
        ("audio" | "video", _) => Recording,
        _ => return None,
    })
}
