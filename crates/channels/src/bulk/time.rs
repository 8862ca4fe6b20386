//! Times as people's tables write them: with an offset, or local to a zone.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The ways in which local times are commonly written, tried after the source's own and after RFC 3339, which none of
/// them can be taken for.
const COMMON: [&str; 5] =
    ["%m/%d/%Y %I:%M:%S %p", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];

/// A text that is no time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no time; write it like 2015-03-02T09:30:00-05:00, 2015-03-02 09:30 or 03/02/2015 09:30:00 AM"
)]
pub struct TimeError(pub String);

/// An instant from RFC 3339 or from a local time; a local time that exists twice means the first, one that
/// was skipped moves forward by the gap.
pub fn local_time(text: &str, zone: &TimeZone, own_format: Option<&str>) -> Result<Timestamp, TimeError> {
    let text = text.trim();
    let error = || TimeError(text.chars().take(60).collect());
    let read = |format| DateTime::strptime(format, text).ok();
    let own = own_format.and_then(read);
    if own.is_none()
        && let Ok(instant) = text.parse()
    {
        return Ok(instant);
    }
    let local = own.or_else(|| COMMON.into_iter().find_map(read)).ok_or_else(error)?;
    zone.to_ambiguous_timestamp(local).compatible().map_err(|_| error())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_way_of_writing_means_the_same_instant() {
        let boston = TimeZone::get("America/New_York").unwrap();
        let expected: Timestamp = "2015-03-02T14:30:00Z".parse().unwrap();
        for text in [
            "2015-03-02T09:30:00-05:00",
            "2015-03-02T14:30:00Z",
            "2015-03-02T09:30:00",
            "2015-03-02 09:30:00",
            " 2015-03-02 09:30 ",
            "03/02/2015 09:30:00 AM",
        ] {
            assert_eq!(local_time(text, &boston, None), Ok(expected), "{text}");
        }
        assert_eq!(local_time("02.03.2015 9:30", &boston, Some("%d.%m.%Y %k:%M")), Ok(expected));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let boston = TimeZone::get("America/New_York").unwrap();
        for text in
            ["", "yesterday", "2015-02-30 10:00", "13/01/2015 01:00:00 AM", "2015-03-02", &"9".repeat(500)]
        {
            assert!(local_time(text, &boston, None).is_err(), "{text}");
        }
    }
}
