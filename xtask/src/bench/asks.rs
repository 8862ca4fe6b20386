//! What callers send: the same requests over HTTP and to the office, and the acts of whole lifecycles.

use crate::house::binary::Rotunda;
use anyhow::Result;
use office::customers::Person;
use office::intake::Request;
use serde_json::{Value, json};
use terms::{Place, Position};

/// Services of one agency, which answer at once and ask for nothing.
const SERVICES: [&str; 4] =
    ["street-light-outages", "sidewalk-repair-make-safe", "empty-litter-basket", "pwd-graffiti"];
/// An officer of that agency.
const OFFICER: &str = "lee";
/// Before it nobody comes again: requests on their way at the same time must not need one another.
const FIRST_TO_RETURN: u64 = 1_000;
const STREETS: [&str; 5] = ["Washington St", "Hewins St", "Morton St", "Dudley St", "Beacon St"];

/// What opens the doors.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    open311: String,
    api: String,
}

impl Keys {
    pub(super) fn make(rotunda: &Rotunda) -> Result<Self> {
        let scopes = ["--scope", "cases:open,cases:read,cases:work"];
        Ok(Self {
            open311: rotunda.token("bench", &["--open311"])?,
            api: rotunda.token("bench-acts", &scopes)?,
        })
    }
}

/// A request of somebody. Half of them say who they are, and after a while half of those have asked before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask<'r> {
    /// The run that it belongs to; no other run has its keys and its people.
    pub(super) run: &'r str,
    pub(super) number: u64,
}

impl Ask<'_> {
    pub(super) fn key(self) -> String {
        format!("{}-{}", self.run, self.number)
    }

    fn service(self) -> &'static str {
        pick(&SERVICES, self.number)
    }

    fn email(self) -> Option<String> {
        let person = match self.number % 4 {
            2 if self.number >= FIRST_TO_RETURN => self.number / 8 * 4,
            0 | 2 => self.number,
            _ => return None,
        };
        Some(format!("c{person}@{}.example", self.run))
    }

    fn description(self) -> String {
        format!(
            "Number {} has not been seen to for some days, and it is dark on the way to school",
            self.number
        )
    }

    fn address(self) -> String {
        format!("{} {}", self.number % 300 + 1, pick(&STREETS, self.number / 7))
    }

    fn position(self) -> (f64, f64) {
        let step = |number: u64| f64::from(u32::try_from(number % 1_000).unwrap_or(0)) / 10_000.0;
        (42.26 + step(self.number * 7), -71.15 + step(self.number * 13))
    }

    /// As it is posted to Open311.
    pub(super) fn form(self, keys: &Keys) -> Vec<u8> {
        let (lat, long) = self.position();
        let mut fields = vec![
            ("api_key", keys.open311.clone()),
            ("service_code", self.service().to_owned()),
            ("description", self.description()),
            ("address_string", self.address()),
            ("lat", lat.to_string()),
            ("long", long.to_string()),
        ];
        fields.extend(self.email().map(|email| ("email", email)));
        let fields: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let headers =
            format!("content-type: application/x-www-form-urlencoded\r\nidempotency-key: {}\r\n", self.key());
        request("POST", "/open311/v2/requests.json", &headers, &fields.join("&"))
    }

    /// As the door hands it to the office.
    pub(super) fn asked(self) -> Request {
        let (lat, long) = self.position();
        let place =
            Place { address: Some(self.address()), position: Position::new(lat, long), ..Place::default() };
        Request {
            service: self.service().to_owned(),
            person: Person { email: self.email(), ..Person::default() },
            description: self.description(),
            place,
            ..Request::default()
        }
    }

    /// As it is posted to the REST API.
    pub(super) fn case(self, keys: &Keys) -> Vec<u8> {
        let (lat, long) = self.position();
        let body = json!({
            "service": self.service(),
            "description": self.description(),
            "person": { "email": self.email() },
            "place": { "address": self.address(), "lat": lat, "long": long },
        });
        json_request(keys, &self.key(), ("POST", "/api/v1/cases"), &body)
    }

    /// An act on the case that it became, as it was read at a revision.
    pub(super) fn act(self, keys: &Keys, what: Act, reference: &str, revision: i64) -> Vec<u8> {
        let body = match what {
            Act::Assign => json!({ "revision": revision, "officer": OFFICER }),
            Act::Reply => json!({ "revision": revision, "words": "A crew comes by tomorrow morning." }),
            Act::Resolve => json!({ "revision": revision, "outcome": "done", "words": "It is mended." }),
        };
        let (method, resource) = match what {
            Act::Assign => ("PUT", "assignment"),
            Act::Reply => ("POST", "replies"),
            Act::Resolve => ("POST", "resolution"),
        };
        let key = format!("{}-{resource}", self.key());
        json_request(keys, &key, (method, &format!("/api/v1/cases/{reference}/{resource}")), &body)
    }
}

/// The acts of a lifecycle after its opening, in their order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    Assign,
    Reply,
    Resolve,
}

impl Act {
    pub(super) const ALL: [Self; 3] = [Self::Assign, Self::Reply, Self::Resolve];
}

/// Something public that is looked at.
pub(super) fn look(path: &str) -> Vec<u8> {
    request("GET", path, "", "")
}

/// Something that is looked at by those who serve.
pub(super) fn look_as_staff(path: &str, keys: &Keys) -> Vec<u8> {
    request("GET", path, &format!("authorization: Bearer {}\r\n", keys.api), "")
}

fn json_request(keys: &Keys, key: &str, (method, path): (&str, &str), body: &Value) -> Vec<u8> {
    let headers = format!(
        "content-type: application/json\r\nauthorization: Bearer {}\r\nidempotency-key: {key}\r\n",
        keys.api
    );
    request(method, path, &headers, &body.to_string())
}

pub(super) fn request(method: &str, path: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("{method} {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{headers}content-length: {length}\r\n\r\n{body}")
        .into_bytes()
}

fn pick<'a>(from: &[&'a str], number: u64) -> &'a str {
    usize::try_from(number).ok().and_then(|number| from.get(number % from.len())).copied().unwrap_or_default()
}

/// A field's value as a form wants it.
pub(super) fn escaped(value: &str) -> String {
    value.bytes().fold(String::new(), |mut text, byte| {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'.' | b'_' => text.push(char::from(byte)),
            b' ' => text.push('+'),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::{Ask, SERVICES, escaped};
    use crate::bench::bare::city;
    use jiff::civil::date;
    use office::services::check_answers;
    use terms::Channel;

    #[test]
    fn the_services_are_open_to_applications_and_ask_for_nothing() {
        let city = city().unwrap();
        for code in SERVICES {
            let service = city.service(code).unwrap();
            assert!(service.channels.contains(&Channel::App), "{code}");
            assert_eq!(check_answers(service, &[], date(2026, 3, 2)), Ok(vec![]), "{code}");
        }
    }

    #[test]
    fn half_say_who_they_are_and_half_of_those_come_again() {
        let emails: Vec<_> = (2_000..2_008).map(|number| Ask { run: "r", number }.email()).collect();
        let named: Vec<_> = emails.iter().flatten().map(String::as_str).collect();
        assert_eq!(named, ["c2000@r.example", "c1000@r.example", "c2004@r.example", "c1000@r.example"]);
        assert_eq!(escaped("a b@c"), "a+b%40c");
    }
}
