//! Calls that are spoken: a program of the installation renders them, and what it rendered is kept for a while.

use super::board;
use super::device::Device;
use crate::App;
use crate::pages::{escaped, refuse};
use crate::portal::guest::Asked;
use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::lobby::Call;
use serde::Deserialize;
use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use wording::Language;

/// What was spoken lately: a few seconds of sound each, some 130 KB.
const MOST_KEPT: usize = 64;
/// Sounds that are rendered at the same time.
const AT_ONCE: usize = 2;
/// The longest that one may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// Larger than any sentence of ours.
const LARGEST: usize = 4 << 20;

/// A sound on its way: WAV, or nothing where the program could not render it.
pub type Speaking = Pin<Box<dyn Future<Output = Option<Vec<u8>>> + Send>>;

/// Who speaks: a language's tag and a sentence become a sound.
#[derive(Clone)]
pub struct Speech(pub Arc<dyn Fn(&'static str, String) -> Speaking + Send + Sync>);

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Speech")
    }
}

/// Sounds that were rendered, the latest last.
pub(crate) struct Sounds {
    kept: Mutex<VecDeque<(String, Bytes)>>,
    turns: Semaphore,
}

impl Default for Sounds {
    fn default() -> Self {
        Self { kept: Mutex::default(), turns: Semaphore::new(AT_ONCE) }
    }
}

impl Sounds {
    fn kept(&self, key: &str) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == key).map(|(_, sound)| sound.clone())
    }

    fn keep(&self, key: String, sound: Bytes) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_KEPT {
            kept.pop_front();
        }
        kept.push_back((key, sound));
    }

    /// The sound of a sentence, rendered once.
    async fn of(&self, speech: &Speech, language: Language, words: String) -> Option<Bytes> {
        let key = format!("{} {words}", language.tag());
        if let Some(sound) = self.kept(&key) {
            return Some(sound);
        }
        let _turn = tokio::time::timeout(PATIENCE, self.turns.acquire()).await.ok()?.ok()?;
        // Another screen may have asked for it meanwhile.
        if let Some(sound) = self.kept(&key) {
            return Some(sound);
        }
        let sound = tokio::time::timeout(PATIENCE, (speech.0)(language.tag(), words)).await.ok()??;
        let sound = Some(sound).filter(|sound| !sound.is_empty() && sound.len() <= LARGEST)?;
        let sound = Bytes::from(sound);
        self.keep(key, sound.clone());
        Some(sound)
    }
}

/// Where a call is spoken in each of its languages; nowhere where nobody speaks.
pub(super) fn addresses(app: &App, holder: Language, call: &Call) -> Vec<String> {
    if app.settings.speech.is_none() {
        return Vec::new();
    }
    let (ticket, counter) = (escaped(&call.ticket), escaped(call.counter.as_str()));
    let address = |language: Language| {
        format!("/board/speech?language={}&ticket={ticket}&counter={counter}", language.tag())
    };
    board::spoken(&app.office.city, holder).into_iter().map(address).collect()
}

/// Which call is to be spoken.
#[derive(Default, Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    language: String,
    #[serde(default)]
    ticket: String,
    #[serde(default)]
    counter: String,
}

/// `GET /board/speech`
pub(super) async fn speak(State(app): State<App>, device: Device, Asked(said): Asked<Said>) -> Response {
    let refused = || refuse(&app, &device.visitor, &Problem::not_found("sound"));
    let (Some(speech), Some((language, words))) = (&app.settings.speech, sentence(&app, &device, &said))
    else {
        return refused();
    };
    match app.sounds.of(speech, language, words).await {
        Some(sound) => device.private(([(header::CONTENT_TYPE, "audio/wav")], sound).into_response()),
        None => refused(),
    }
}

/// What is said, made of what the office has and of nothing else that was sent.
fn sentence(app: &App, device: &Device, said: &Said) -> Option<(Language, String)> {
    let city = &app.office.city;
    let language = Language::of(&said.language).filter(|_| city.languages.contains(&said.language))?;
    let office = device.office(app)?;
    let counter = office.counters.iter().find(|known| known.code.as_str() == said.counter)?;
    let line = office.lines.iter().find(|line| said.ticket.starts_with(&line.letter))?;
    let number: u32 =
        said.ticket.strip_prefix(&line.letter)?.parse().ok().filter(|number| *number < 1_000_000)?;
    // A letter and a number are read apart: no A-seventeen becomes a word.
    let ticket = format!("{} {number}", line.letter);
    Some((language, board::come(language, &ticket, counter.name.text(language.tag()))))
}
