//! Cells of CSV (RFC 4180) that a spreadsheet will not run.

/// A cell, quoted where it must be; one that a spreadsheet would take for a formula is made harmless.
pub(crate) fn quote(cell: &str) -> String {
    let harmless = match cell.chars().next() {
        Some('=' | '+' | '@' | '\t' | '\r') => format!("'{cell}"),
        Some('-') if cell.parse::<f64>().is_err() => format!("'{cell}"),
        _ => cell.to_owned(),
    };
    if harmless.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn cells_are_quoted_and_formulas_are_harmless() {
        assert_eq!(quote("7th & Main, \"corner\""), "\"7th & Main, \"\"corner\"\"\"");
        assert_eq!(quote("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!((quote("-71.06"), quote("-x")), ("-71.06".into(), "'-x".into()));
    }
}
