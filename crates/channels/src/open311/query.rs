//! Which requests are asked for.

use super::Fault;
use jiff::{SignedDuration, Timestamp};
use terms::{Reference, Status};

/// No answer spans more days than this.
pub const LONGEST_SPAN_DAYS: i64 = 90;
/// No answer holds more requests than this.
pub const MOST_REQUESTS: u32 = 1_000;
const MOST_PAGES: u32 = 100_000;

/// Which requests are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestsQuery {
    /// These and no others, whatever else is asked; ids that no request can have are left out.
    pub ids: Option<Vec<Reference>>,
    /// Of these services; of all when empty.
    pub service_codes: Vec<String>,
    /// In these states; in all when empty.
    pub statuses: Vec<Status>,
    /// Opened from here.
    pub from: Timestamp,
    /// Opened up to here.
    pub to: Timestamp,
    /// Which page, from 1.
    pub page: u32,
    /// How many a page.
    pub page_size: u32,
    /// Whether the extensions are asked for.
    pub extensions: bool,
}

/// Reads a query. Parameters that the standard does not know are ignored, as it says.
pub fn requests_query(fields: &[(String, String)], now: Timestamp) -> Result<RequestsQuery, Fault> {
    let given = |name: &str| {
        let mut values = fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
        values.find(|value| !value.is_empty())
    };
    let list = |name: &str| -> Vec<String> {
        let all = fields.iter().filter(|(key, _)| key == name).flat_map(|(_, value)| value.split(','));
        all.map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
    };
    let ids = list("service_request_id");
    let most = usize::try_from(MOST_REQUESTS).unwrap_or(usize::MAX);
    if ids.len() > most || list("service_code").len() > most {
        return Err(Fault::bad(format!("name at most {MOST_REQUESTS} ids or codes at once")));
    }
    let (from, to) = span(given("start_date"), given("end_date"), now)?;
    let number = |name: &str, default: u32, most: u32| match given(name).map(str::parse::<u32>) {
        None => Ok(default),
        Some(Ok(number)) if (1..=most).contains(&number) => Ok(number),
        Some(_) => Err(Fault::bad(format!("{name} is a whole number from 1 to {most}"))),
    };
    Ok(RequestsQuery {
        ids: (!ids.is_empty()).then(|| ids.iter().filter_map(|id| id.parse().ok()).collect()),
        service_codes: list("service_code"),
        statuses: statuses(&list("status"))?,
        from,
        to,
        page: number("page", 1, MOST_PAGES)?,
        page_size: number("page_size", MOST_REQUESTS, MOST_REQUESTS)?,
        extensions: given("extensions") == Some("true"),
    })
}

/// A span of at most ninety days: the last ones, those after a start, those before an end, or those between.
pub fn span(start: Option<&str>, end: Option<&str>, now: Timestamp) -> Result<(Timestamp, Timestamp), Fault> {
    let longest = SignedDuration::from_hours(24 * LONGEST_SPAN_DAYS);
    let far = || Fault::bad("the dates are out of reach; send a year from 1 to 9999");
    let start = start.map(|text| instant("start_date", text)).transpose()?;
    let end = end.map(|text| instant("end_date", text)).transpose()?;
    let (from, to) = match (start, end) {
        (None, None) => (now.checked_sub(longest).map_err(|_| far())?, now),
        (Some(from), None) => (from, from.checked_add(longest).map_err(|_| far())?),
        (None, Some(to)) => (to.checked_sub(longest).map_err(|_| far())?, to),
        (Some(from), Some(to)) => (from, to),
    };
    if from > to {
        return Err(Fault::bad("start_date is after end_date"));
    }
    // A day more, so that whole days in a zone with daylight saving fit.
    if to.duration_since(from) > longest + SignedDuration::from_hours(24) {
        return Err(Fault::bad(format!(
            "the dates span more than {LONGEST_SPAN_DAYS} days; ask for less at once"
        )));
    }
    Ok((from, to))
}

/// An instant as the standard writes it: 2010-01-01T00:00:00Z, or with an offset.
pub fn instant(name: &str, text: &str) -> Result<Timestamp, Fault> {
    // An unescaped + in a query arrives as a space.
    let text = text.replace(' ', "+");
    text.parse().map_err(|_| {
        let shown: String = text.chars().take(40).collect();
        Fault::bad(format!("{name} {shown:?} is no time; write it like 2010-01-01T00:00:00Z"))
    })
}

fn statuses(names: &[String]) -> Result<Vec<Status>, Fault> {
    let mut statuses = Vec::new();
    for name in names {
        match name.as_str() {
            "open" => statuses.extend([Status::Open, Status::Waiting]),
            "closed" => statuses.push(Status::Closed),
            _ => return Err(Fault::bad("status is open, closed or both")),
        }
    }
    Ok(statuses)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn query(text: &[(&str, &str)]) -> Result<RequestsQuery, Fault> {
        let fields: Vec<_> =
            text.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        requests_query(&fields, "2015-06-30T00:00:00Z".parse().unwrap())
    }

    #[test]
    fn without_dates_the_last_ninety_days_are_meant() {
        let query = query(&[("status", "open"), ("service_code", "a,b"), ("page", "")]).unwrap();
        assert_eq!(query.from.to_string(), "2015-04-01T00:00:00Z");
        assert_eq!((query.service_codes.len(), query.statuses.len(), query.page), (2, 2, 1));
    }

    #[test]
    fn dates_as_the_standard_and_as_careless_clients_write_them() {
        let from = |start| query(&[("start_date", start)]).map(|query| query.from.to_string());
        assert_eq!(from("2015-01-01T00:00:00-05:00").unwrap(), "2015-01-01T05:00:00Z");
        assert_eq!(from("2015-01-01T00:00:00 05:00").unwrap(), "2014-12-31T19:00:00Z");
        for bad in ["2015-01-01", "yesterday", "2015-02-30T00:00:00Z", "-9999-01-01T00:00:00Z"] {
            assert!(from(bad).is_err(), "{bad}");
        }
        assert!(
            query(&[("start_date", "2015-01-01T00:00:00Z"), ("end_date", "2015-06-01T00:00:00Z")]).is_err()
        );
        assert!(
            query(&[("start_date", "2015-06-02T00:00:00Z"), ("end_date", "2015-06-01T00:00:00Z")]).is_err()
        );
    }

    #[test]
    fn impossible_numbers_and_words_are_refused() {
        for (key, value) in
            [("page", "0"), ("page", "x"), ("page_size", "1001"), ("page_size", "-1"), ("status", "ajar")]
        {
            assert_eq!(query(&[(key, value)]).unwrap_err().code, 400, "{key}={value}");
        }
        assert_eq!(query(&[("service_request_id", "junk,K7Q")]).unwrap().ids, Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn no_query_makes_the_reader_panic(
            key in prop::sample::select(vec!["start_date", "end_date", "page", "page_size", "status", "service_request_id"]),
            value in ".{0,30}"
        ) {
            let _ = query(&[(key, &value)]);
        }
    }
}
