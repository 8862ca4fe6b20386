//! A request as it is posted: form fields, `attribute[code]` among them.

use super::Fault;
use terms::{Answer, Place, Position};

/// More fields than any form has.
const MOST_FIELDS: usize = 200;

/// A request as posted, checked as far as the standard alone can.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Submission {
    /// The key of whoever sends it.
    pub api_key: Option<String>,
    /// The city, where one server serves several.
    pub jurisdiction_id: Option<String>,
    /// The service.
    pub service_code: String,
    /// Where it is.
    pub place: Place,
    /// Answers to the service's form.
    pub answers: Vec<Answer>,
    /// In the customer's words.
    pub description: String,
    /// A picture.
    pub media_url: Option<String>,
    /// The customer's address for mail.
    pub email: Option<String>,
    /// The customer's number.
    pub phone: Option<String>,
    /// The customer's first name.
    pub first_name: Option<String>,
    /// The customer's last name.
    pub last_name: Option<String>,
}

impl Submission {
    /// The customer's name as one.
    pub fn name(&self) -> Option<String> {
        let parts: Vec<&str> =
            [&self.first_name, &self.last_name].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// Reads the fields of a form. An empty field is as good as none. All that is wrong is told at once.
pub fn submission(fields: &[(String, String)]) -> Result<Submission, Vec<Fault>> {
    if fields.len() > MOST_FIELDS {
        return Err(vec![Fault::bad(format!("send at most {MOST_FIELDS} fields"))]);
    }
    let given = |name: &str| {
        let mut values = fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
        values.find(|value| !value.is_empty()).map(ToOwned::to_owned)
    };
    let mut faults = Vec::new();
    let service_code = given("service_code").unwrap_or_default();
    if service_code.is_empty() {
        faults.push(Fault::bad("service_code was not provided; name one of GET services"));
    }
    let place = place(&given).unwrap_or_else(|fault| {
        faults.push(fault);
        Place::default()
    });
    if faults.is_empty() && place.is_unknown() {
        faults.push(Fault::bad("no place was provided; send lat and long, address_string or address_id"));
    }
    let answers = answers(fields).unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Submission {
        api_key: given("api_key"),
        jurisdiction_id: given("jurisdiction_id"),
        service_code,
        place,
        answers,
        description: given("description").unwrap_or_default(),
        media_url: given("media_url"),
        email: given("email"),
        phone: given("phone"),
        first_name: given("first_name"),
        last_name: given("last_name"),
    })
}

fn place(given: &impl Fn(&str) -> Option<String>) -> Result<Place, Fault> {
    let position = match (given("lat"), given("long")) {
        (None, None) => None,
        (Some(lat), Some(long)) => {
            let position =
                lat.parse().ok().zip(long.parse().ok()).and_then(|(lat, long)| Position::new(lat, long));
            let fault = || {
                let shown = |text: &str| text.chars().take(40).collect::<String>();
                let (lat, long) = (shown(&lat), shown(&long));
                Fault::bad(format!(
                    "lat {lat:?} and long {long:?} are no place; send degrees in WGS 84 such as 42.36 and -71.06"
                ))
            };
            Some(position.ok_or_else(fault)?)
        }
        _ => return Err(Fault::bad("lat and long belong together; send both or neither")),
    };
    Ok(Place {
        address: given("address_string"),
        address_id: given("address_id"),
        zipcode: given("zipcode"),
        position,
    })
}

/// `attribute[code]=value`, and `attribute[code][]=value` as often as there are values.
fn answers(fields: &[(String, String)]) -> Result<Vec<Answer>, Fault> {
    let mut answers: Vec<Answer> = Vec::new();
    for (key, value) in fields {
        let Some(rest) = key.strip_prefix("attribute[") else { continue };
        let Some((code, end)) = rest.split_once(']').filter(|(_, end)| end.is_empty() || *end == "[]") else {
            let shown: String = key.chars().take(60).collect();
            return Err(Fault::bad(format!(
                "{shown:?} is no attribute; write attribute[CODE] or attribute[CODE][]"
            )));
        };
        if value.trim().is_empty() {
            continue;
        }
        match answers.iter_mut().find(|answer| answer.code == code) {
            Some(answer) if !end.is_empty() => answer.values.push(value.clone()),
            Some(_) => {
                return Err(Fault::bad(format!(
                    "attribute[{code}] is sent twice; for several values write attribute[{code}][]"
                )));
            }
            None => answers.push(Answer { code: code.to_owned(), values: vec![value.clone()] }),
        }
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_is_read() {
        let read = submission(&fields(&[
            ("api_key", "k"),
            ("jurisdiction_id", ""),
            ("service_code", "abandoned-vehicles"),
            ("lat", "42.36"),
            ("long", "-71.06"),
            ("attribute[signs][]", "no-plates"),
            ("attribute[signs][]", "wrecked"),
            ("attribute[plate]", "X1"),
            ("attribute[empty]", " "),
            ("first_name", "Mae"),
            ("last_name", "Lee"),
            ("device_id", "ignored"),
        ]))
        .unwrap();
        assert_eq!(read.answers.len(), 2);
        assert_eq!(read.answers[0].values, ["no-plates", "wrecked"]);
        assert_eq!((read.name().as_deref(), read.jurisdiction_id), (Some("Mae Lee"), None));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let wrong = |pairs: &[(&str, &str)]| submission(&fields(pairs)).unwrap_err();
        assert_eq!(wrong(&[("lat", "1")]).len(), 2);
        assert!(wrong(&[("service_code", "x")])[0].description.contains("no place"));
        for (lat, long) in [("91", "0"), ("north", "0"), ("NaN", "0"), ("1e400", "0")] {
            let faults = wrong(&[("service_code", "x"), ("lat", lat), ("long", long)]);
            assert!(faults[0].description.contains("are no place"), "{faults:?}");
        }
        let twice = wrong(&[
            ("service_code", "x"),
            ("address_string", "y"),
            ("attribute[a]", "1"),
            ("attribute[a]", "2"),
        ]);
        assert!(twice[0].description.contains("attribute[a][]"));
        assert!(
            wrong(&[("service_code", "x"), ("address_string", "y"), ("attribute[a", "1")])[0]
                .description
                .contains("no attribute")
        );
    }

    proptest! {
        #[test]
        fn no_form_makes_the_reader_panic(pairs in prop::collection::vec((".{0,20}", ".{0,20}"), 0..12)) {
            let _ = submission(&pairs);
            let nested: Vec<_> = pairs.iter().map(|(key, value)| (format!("attribute[{key}"), value.clone())).collect();
            let _ = submission(&nested);
        }
    }
}
