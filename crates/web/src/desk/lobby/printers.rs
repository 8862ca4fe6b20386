//! The printers of an office's kiosks, as whoever leads its lobby sees them: what printed when, and what to look at.

use jiff::Timestamp;
use office::city::Office;
use records::kiosks::Printer;
use wording::{Argument, Language};

/// A printer in two sentences.
pub(super) struct PrinterView {
    pub(super) name: String,
    /// How its state is drawn.
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) printed: String,
    /// What to do, where it does not print.
    pub(super) mend: Option<String>,
}

pub(super) fn printer_view((language, office): (Language, &Office), printer: &Printer) -> PrinterView {
    let moment = |at: Timestamp| language.date_time(office.calendar.local(at));
    let said = |key: &str, at: Timestamp| language.say_with(key, &[("time", Argument::Words(&moment(at)))]);
    let fine = || language.say("lobby-printer-fine");
    PrinterView {
        name: language.say_with("lobby-printer", &[("number", Argument::Words(&printer.kiosk.to_string()))]),
        look: if printer.failing_since.is_some() { "over" } else { "fine" },
        state: printer.failing_since.map_or_else(fine, |at| said("lobby-printer-gone", at)),
        printed: printer
            .printed_at
            .map_or_else(|| language.say("lobby-printer-never"), |at| said("lobby-printer-last", at)),
        mend: printer.failing_since.map(|_| language.say("lobby-printer-mend")),
    }
}
