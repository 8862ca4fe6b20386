//! Which list is asked for: a view, or a filter of one's own, its order, and where the page begins.

use jiff::Timestamp;
use office::desk::{BuiltIn, Impossible, ViewFilter, ViewKey, Whose};
use records::cases::{Mark, Order};
use std::str::FromStr;
use terms::{AgencyCode, DistrictCode, OfficerCode, QueueCode, ServiceCode};

/// What the address of a list says.
pub(crate) struct Asked {
    pub(crate) key: Option<ViewKey>,
    /// A filter of one's own, unless it is that of the view.
    pub(crate) filter: Option<Result<ViewFilter, Impossible>>,
    pub(crate) order: Option<Order>,
    pub(crate) after: Option<Mark>,
}

impl Asked {
    pub(crate) fn of(fields: &[(String, String)]) -> Self {
        let text =
            |name: &str| fields.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.trim());
        let view = text("view");
        Self {
            key: if view.is_empty() { Some(ViewKey::BuiltIn(BuiltIn::Mine)) } else { view.parse().ok() },
            filter: (text("own") == "1").then(|| filter_of(fields)),
            order: order_of(text("order")),
            after: mark_of(text("after")),
        }
    }
}

/// An order by its name in an address.
fn order_of(text: &str) -> Option<Order> {
    match text {
        "due" => Some(Order::Due),
        "newest" => Some(Order::Newest),
        "oldest" => Some(Order::Oldest),
        _ => None,
    }
}

/// The name of an order in an address.
pub(crate) fn order_name(order: Order) -> &'static str {
    match order {
        Order::Due | Order::Closed => "due",
        Order::Newest => "newest",
        Order::Oldest => "oldest",
    }
}

fn mark_of(text: &str) -> Option<Mark> {
    let (at, id) = text.split_once('_')?;
    let at: i64 = at.parse().ok()?;
    // What nothing was promised for stands behind every instant there is.
    let known = Timestamp::from_millisecond(at).is_ok() || at == 9_007_199_254_740_991;
    known.then_some((at, id.parse().ok()?))
}

fn filter_of(fields: &[(String, String)]) -> Result<ViewFilter, Impossible> {
    let all = |name: &'static str| {
        fields
            .iter()
            .filter(move |(found, value)| found == name && !value.trim().is_empty())
            .map(|(_, value)| value.trim())
    };
    let one = |name: &'static str| all(name).next().map(ToOwned::to_owned);
    let mut statuses = all("status").map(read).collect::<Result<Vec<_>, _>>()?;
    statuses.dedup();
    Ok(ViewFilter {
        services: all("service").map(ServiceCode::new).collect(),
        statuses,
        assignee: one("assignee").map(|text| match text.as_str() {
            "me" => Whose::Me,
            "nobody" => Whose::Nobody,
            _ => Whose::Officer(OfficerCode::new(text)),
        }),
        agency: one("agency").map(AgencyCode::new),
        asked: one("asked").is_some(),
        queue: one("queue").map(QueueCode::new),
        district: one("district").map(DistrictCode::new),
        channel: one("channel").map(|text| read(&text)).transpose()?,
        language: one("language"),
        kind: one("kind").map(|text| read(&text)).transpose()?,
        due_within: one("due").map(|text| read(&text)).transpose()?,
        opened_within: one("since").map(|text| read(&text)).transpose()?,
    })
}

fn read<T: FromStr>(text: &str) -> Result<T, Impossible> {
    text.parse().map_err(|_| Impossible::Unreadable)
}

/// A filter as the fields of an address.
pub(crate) fn pairs(filter: &ViewFilter) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("own", "1".to_owned())];
    pairs.extend(filter.services.iter().map(|code| ("service", code.to_string())));
    pairs.extend(filter.statuses.iter().map(|status| ("status", status.to_string())));
    let whose = filter.assignee.as_ref().map(|whose| match whose {
        Whose::Me => "me".to_owned(),
        Whose::Nobody => "nobody".to_owned(),
        Whose::Officer(code) => code.to_string(),
    });
    let others = [
        ("assignee", whose),
        ("agency", filter.agency.as_ref().map(ToString::to_string)),
        ("asked", filter.asked.then(|| "1".to_owned())),
        ("queue", filter.queue.as_ref().map(ToString::to_string)),
        ("district", filter.district.as_ref().map(ToString::to_string)),
        ("channel", filter.channel.map(|channel| channel.to_string())),
        ("language", filter.language.clone()),
        ("kind", filter.kind.map(|kind| kind.to_string())),
        ("due", filter.due_within.map(|minutes| minutes.to_string())),
        ("since", filter.opened_within.map(|days| days.to_string())),
    ];
    pairs.extend(others.into_iter().filter_map(|(name, value)| Some((name, value?))));
    pairs
}

/// Fields as the query of an address.
pub(crate) fn query(pairs: &[(&'static str, String)]) -> String {
    let pair = |(name, value): &(&str, String)| format!("{name}={}", crate::pages::escaped(value));
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_back_from_its_address() {
        let text = "own=1&service=a&service=b&status=open&assignee=me&agency=x&asked=1&queue=q&district=d\
                    &channel=web&language=es&kind=report&due=60&since=7";
        let fields = crate::fields::of_query(Some(text)).unwrap();
        let Some(Ok(filter)) = Asked::of(&fields).filter else { panic!("no filter") };
        assert_eq!(query(&pairs(&filter)), text);
    }

    #[test]
    fn what_cannot_be_read_is_impossible_and_no_page_begins_at_nonsense() {
        for bad in ["status=later", "channel=pigeon", "kind=x", "due=-1", "since=99999999999"] {
            let fields = crate::fields::of_query(Some(&format!("own=1&{bad}"))).unwrap();
            assert_eq!(Asked::of(&fields).filter, Some(Err(Impossible::Unreadable)), "{bad}");
        }
        for bad in ["1", "x_y", "99999999999999999_01900000-0000-7000-8000-000000000000"] {
            assert_eq!(mark_of(bad), None, "{bad}");
        }
        assert!(mark_of("9007199254740991_01900000-0000-7000-8000-000000000000").is_some());
    }
}
