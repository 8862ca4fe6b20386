//! What several pages say in the same way: texts with their language, offices and whether they are open, promises.

use crate::App;
use jiff::{SignedDuration, Timestamp};
use office::city::{City, Localized, Service};
use office::lobby::Range;
use office::services::promise_in_words;
use wording::{Argument, Language};

/// A text of the city's data; with its language where that is not the page's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    pub(crate) text: String,
    /// Its BCP 47 tag, to be told to screen readers.
    pub(crate) tag: Option<String>,
    pub(crate) direction: &'static str,
}

impl Text {
    /// A text of the city's data.
    pub(crate) fn of(city: &City, text: &Localized, language: Language) -> Self {
        let found = text.exactly(language.tag());
        let own = city.language();
        let foreign = found.is_none() && own != language.tag() && !text.is_empty();
        let direction = Language::of(own).map_or("ltr", Language::direction);
        Self {
            text: text.text(language.tag()).to_owned(),
            tag: foreign.then(|| own.to_owned()),
            direction: if foreign { direction } else { "" },
        }
    }

    /// A text that is in a language, on a page that may be in another.
    pub(crate) fn in_language(text: &str, tag: &str, page: Language) -> Self {
        let foreign = tag != page.tag();
        let direction = Language::of(tag).map_or("ltr", Language::direction);
        Self {
            text: text.to_owned(),
            tag: foreign.then(|| tag.to_owned()),
            direction: if foreign { direction } else { "" },
        }
    }

    /// A message of the house.
    pub(crate) fn said(language: Language, key: &str) -> Self {
        Self { text: language.say(key), tag: None, direction: "" }
    }

    /// A language's own name.
    pub(crate) fn name_of(spoken: Language) -> Self {
        Self {
            text: spoken.say("language-name"),
            tag: Some(spoken.tag().to_owned()),
            direction: spoken.direction(),
        }
    }

    /// Words in the page's own language.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tag: None, direction: "" }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What an element around it says of its language, beginning with a space.
    pub(crate) fn lang(&self) -> String {
        self.tag
            .as_ref()
            .map_or_else(String::new, |tag| format!(" lang=\"{tag}\" dir=\"{}\"", self.direction))
    }
}

/// An office where people are received.
pub(crate) struct OfficeView {
    pub(crate) name: Text,
    pub(crate) address: String,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) open: bool,
    /// Until when it is open, or when it opens next.
    pub(crate) hours: String,
}

impl OfficeView {
    /// The same after everybody had to leave it: nobody knows yet when it opens again.
    pub(crate) fn shut(self) -> Self {
        Self { open: false, hours: String::new(), ..self }
    }
}

/// The offices with their opening times now.
pub(crate) fn offices(app: &App, language: Language) -> Vec<OfficeView> {
    let city = &app.office.city;
    let now = app.office.now();
    city.offices
        .values()
        .map(|office| {
            let calendar = &office.calendar;
            let open = calendar.is_open(now);
            let next = if open { calendar.next_close(now) } else { calendar.next_open(now) };
            let key = if open { "office-open-until" } else { "office-opens" };
            let hours = next.map(|next| {
                let local = calendar.local(next);
                let same_day = calendar.day(next) == calendar.day(now);
                let when = if same_day { language.time(local.time()) } else { language.date_time(local) };
                language.say_with(key, &[("when", Argument::Words(&when))])
            });
            OfficeView {
                name: Text::of(city, &office.name, language),
                address: office.address.clone(),
                phone: office.phone.clone(),
                email: office.email.clone(),
                open,
                hours: hours.unwrap_or_default(),
            }
        })
        .collect()
}

/// An instant as people in the city read it.
pub(crate) fn moment(city: &City, language: Language, at: Timestamp) -> String {
    language.date_time(city.calendar.local(at))
}

/// How long a wait is, in plain words: as likely as not, and nine times out of ten.
pub(crate) fn wait(language: Language, range: Option<Range>) -> String {
    let Some(range) = range else { return language.say("wait-unknown") };
    let (half, most) = (rounded(range.half), rounded(range.most));
    if most <= 1 {
        return language.say("wait-none");
    }
    let minutes = |count: i64| language.say_with("desk-minutes", &[("count", Argument::Count(count))]);
    let (half, most) = (minutes(half.max(1)), minutes(most));
    language.say_with("wait-range", &[("half", Argument::Words(&half)), ("most", Argument::Words(&most))])
}

/// Whole minutes, and from ten on whole fives: never less than was reckoned, and no finer than it can be known.
fn rounded(time: SignedDuration) -> i64 {
    let minutes = (time.as_secs() + 59) / 60;
    if minutes <= 10 { minutes } else { (minutes + 4) / 5 * 5 }
}

/// What a service promises, in a sentence or two.
pub(crate) fn promise(app: &App, service: &Service, language: Language) -> Vec<String> {
    let (reply, end) = promise_in_words(&app.office.city, service, app.office.now(), language);
    let sentence = |key: &str, time: Option<String>| {
        time.map(|time| language.say_with(key, &[("time", Argument::Words(&time))]))
    };
    [sentence("service-promise-reply", reply), sentence("service-promise-end", end)]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::rounded;
    use jiff::SignedDuration;

    #[test]
    fn waits_are_told_in_minutes_and_then_in_fives_and_never_too_short() {
        for (seconds, told) in [(0, 0), (1, 1), (60, 1), (61, 2), (600, 10), (601, 15), (899, 15), (901, 20)]
        {
            assert_eq!(rounded(SignedDuration::from_secs(seconds)), told, "{seconds}");
        }
    }
}
