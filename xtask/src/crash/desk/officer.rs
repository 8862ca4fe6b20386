//! An officer at work on a case on which others work too: writes, sends, takes it, presses twice, and is told so or not.

use super::super::door::Answer;
use super::ledger::{Fate, Ledger};
use super::page::{Browser, Page, Said, token, why};
use crate::house::clock::Stopwatch;
use anyhow::{Context, Result, bail};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use terms::Chance;

/// The pause before something is sent again.
const PAUSE: Duration = Duration::from_millis(5);
/// The longest that an officer tries to be answered.
const PATIENCE: Duration = Duration::from_mins(1);
/// The longest that what is on its way takes to leave.
const LEAVING: Duration = Duration::from_secs(40);
/// One broken answer in so many is given up.
const GIVES_UP: u64 = 4;
/// What signs a page must not trip over, and letters of more than a byte.
const SIGNS: &str = "<b>\"Lamp\" & pole's</b>\n  &#60; é 灯 قمر 💡 ";

/// An officer at work.
pub(super) struct Officer {
    code: String,
    browser: Browser,
    /// The page of the case that all work on.
    case: String,
    chance: Chance,
    written: usize,
    pub(super) ledger: Ledger,
}

/// What became of a form.
enum Sent {
    Answered(u16, Said),
    GivenUp,
}

impl Officer {
    pub(super) fn new(port: u16, (number, code): (usize, &str), reference: &str, chance: Chance) -> Self {
        let browser = Browser::new(port, code, number);
        let case = format!("/desk/cases/{reference}");
        Self { code: code.to_owned(), browser, case, chance, written: 0, ledger: Ledger::default() }
    }

    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// Works until it is enough.
    pub(super) fn work(mut self, stop: &AtomicBool) -> Result<Self> {
        self.sign_in()?;
        while !stop.load(Ordering::SeqCst) {
            match self.chance.below(32) {
                0 => self.sign_in()?,
                1..4 => self.write_in_an_old_window()?,
                4..9 => self.take()?,
                9..15 => self.note()?,
                15..18 => self.reply_and_take_it_back()?,
                _ => self.write()?,
            }
        }
        Ok(self)
    }

    /// Sends a reply, and stays until it has left.
    pub(super) fn reply_to_the_end(mut self) -> Result<Self> {
        self.sign_in()?;
        let page = self.look()?;
        let words = self.words("reply");
        let Sent::Answered(status, said) =
            self.insist("/composition/sending", &form(&page, "reply", &words))?
        else {
            bail!("what is insisted on is not given up")
        };
        if status != 303 {
            bail!("the reply is refused ({status}): {:?}", body(&said).and_then(why));
        }
        let waited = Stopwatch::start();
        while self.page()?.sending {
            if waited.elapsed() > LEAVING {
                bail!("the reply has not left within {} s", LEAVING.as_secs());
            }
            thread::sleep(PAUSE * 20);
        }
        self.ledger.counts.messages += 1;
        self.ledger.said.insert(words, Fate::Done);
        Ok(self)
    }

    fn sign_in(&mut self) -> Result<()> {
        let page = self.until("/desk/sign-in")?;
        self.browser.remember(&page);
        let token = token(body(&page).unwrap_or_default())?;
        let waited = Stopwatch::start();
        loop {
            let said = self.browser.post("/desk/sign-in", &[("token", &token)]);
            if matches!(said.answer, Answer::Whole { status: 303, .. }) {
                self.browser.remember(&said);
                return Ok(());
            }
            self.wait(waited, &said.answer)?;
        }
    }

    /// Keeps what is being written, as the script does.
    fn write(&mut self) -> Result<()> {
        let mut page = self.look()?;
        for _ in 0..=self.chance.below(4) {
            let words =
                format!("{}{}", self.words("draft"), "word ".repeat(self.some(300))).trim().to_owned();
            let mut fields = form(&page, "note", &words);
            fields.push(("by", "script".to_owned()));
            match self.send("/composition", &fields)? {
                Sent::Answered(204, said) => {
                    page.revision = said.kept_as.context("a kept draft has no revision")?;
                    self.ledger.counts.drafts += 1;
                    self.ledger.counts.characters += words.chars().count();
                    self.ledger.draft = words;
                    self.ledger.doubt.clear();
                }
                Sent::Answered(status, _) => self.fault(&format!("a draft was not kept: {status}")),
                Sent::GivenUp => {
                    self.ledger.doubt.push(words);
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Writes in a window that another one has overtaken.
    fn write_in_an_old_window(&mut self) -> Result<()> {
        let page = self.look()?;
        if page.revision < 1 {
            return Ok(());
        }
        let words = self.words("old window");
        let old = Page { revision: page.revision - 1, ..page };
        let Sent::Answered(status, said) = self.send("/composition", &form(&old, "note", &words))? else {
            return Ok(());
        };
        self.ledger.counts.old_windows += 1;
        self.must_refuse("an old window", status, &said, &words);
        self.look().map(drop)
    }

    /// Writes for colleagues, and presses twice.
    fn note(&mut self) -> Result<()> {
        let page = self.look()?;
        let words = self.words("note");
        let fields = form(&page, "note", &words);
        match self.send("/composition/sending", &fields)? {
            Sent::Answered(303, _) => {
                self.ledger.counts.messages += 1;
                self.ledger.said.insert(words, Fate::Done);
                self.ledger.draft.clear();
                if self.chance.below(2) == 0 {
                    self.press_again("/composition/sending", &fields)?;
                }
            }
            Sent::Answered(status, _) => self.fault(&format!("a note was refused: {status}")),
            Sent::GivenUp => {
                self.ledger.doubt.extend([String::new(), words.clone()]);
                self.ledger.said.insert(words, Fate::Unanswered);
            }
        }
        Ok(())
    }

    /// Answers the customer on a case that others change meanwhile, and thinks better of it.
    fn reply_and_take_it_back(&mut self) -> Result<()> {
        let page = self.look()?;
        let words = self.words("reply");
        self.ledger.said.insert(words.clone(), Fate::Not);
        let fields = form(&page, "reply", &words);
        let Sent::Answered(status, said) = self.insist("/composition/sending", &fields)? else {
            return Ok(());
        };
        self.ledger.draft.clone_from(&words);
        self.ledger.doubt.clear();
        if status != 303 {
            self.ledger.counts.too_late += 1;
            self.must_refuse("a reply", status, &said, &words);
            return Ok(());
        }
        self.insist("/composition/undo", &[("token", page.token)])?;
        let page = self.page()?;
        match page.words.as_str() {
            back if back == words && !page.sending => self.ledger.counts.undone += 1,
            // The house was away for longer than a reply waits.
            "" => {
                self.ledger.draft.clear();
                self.ledger.counts.messages += 1;
                self.ledger.said.insert(words, Fate::Done);
            }
            other => self.fault(&format!("a reply is neither back nor gone: {other:?}")),
        }
        Ok(())
    }

    /// Takes the case, which others take too.
    fn take(&mut self) -> Result<()> {
        let page = self.look()?;
        let (revision, once) = (page.base.to_string(), page.once);
        let fields =
            [("token", page.token), ("once", once), ("revision", revision), ("officer", self.code.clone())];
        match self.send("/claim", &fields)? {
            Sent::Answered(303, _) => {
                self.ledger.claims += 1;
                self.ledger.counts.claims += 1;
                if self.chance.below(2) == 0 {
                    self.press_again("/claim", &fields)?;
                }
            }
            Sent::Answered(status, said) => {
                self.ledger.counts.too_late += 1;
                self.must_refuse("taking the case", status, &said, "");
            }
            Sent::GivenUp => self.ledger.claims_in_doubt += 1,
        }
        Ok(())
    }

    /// The same form once more: it is answered as before.
    fn press_again(&mut self, act: &str, fields: &[(&str, String)]) -> Result<()> {
        self.ledger.counts.twice += 1;
        match self.insist(act, fields)? {
            Sent::Answered(303, _) | Sent::GivenUp => {}
            Sent::Answered(status, _) => self.fault(&format!("a second press of {act}: {status}")),
        }
        Ok(())
    }

    /// A refusal says why, and what was written is on its page.
    fn must_refuse(&mut self, what: &str, status: u16, said: &Said, words: &str) {
        let text = body(said).unwrap_or_default();
        if status != 409 || why(text).is_none_or(|why| why.trim().is_empty()) {
            self.fault(&format!("{what}: answered {status}, without saying why"));
        }
        let kept = Page::read(text).map(|page| page.words);
        if !words.is_empty() && kept.as_ref().ok().map(String::as_str) != Some(words) {
            self.fault(&format!("LOST on the page that refuses {what}: {words:?}, there stands {kept:?}"));
        }
    }

    /// Opens the case. What stands in the composer is what was kept there, by nobody else.
    fn look(&mut self) -> Result<Page> {
        let page = self.page()?;
        if !self.ledger.may_stand(&page.words) {
            let kept = &self.ledger.draft;
            let fault = format!("LOST: kept {kept:?}, and there stands {:?}", page.words);
            self.fault(&fault);
        }
        self.ledger.draft.clone_from(&page.words);
        self.ledger.doubt.clear();
        Ok(page)
    }

    /// The page of the case as it is.
    pub(super) fn page(&self) -> Result<Page> {
        let said = self.until(&self.case)?;
        Page::read(body(&said).unwrap_or_default()).with_context(|| format!("what {} sees", self.code))
    }

    /// A page, asked for until it comes.
    fn until(&self, path: &str) -> Result<Said> {
        let waited = Stopwatch::start();
        loop {
            let said = self.browser.get(path);
            if matches!(said.answer, Answer::Whole { status: 200, .. }) {
                return Ok(said);
            }
            self.wait(waited, &said.answer)?;
        }
    }

    /// Sends a form until it is answered; or gives it up when the connection breaks, now and then.
    fn send(&mut self, act: &str, fields: &[(&str, String)]) -> Result<Sent> {
        let gives_up = self.chance.below(GIVES_UP) == 0;
        self.ask(act, fields, gives_up)
    }

    /// Sends a form until it is answered.
    fn insist(&mut self, act: &str, fields: &[(&str, String)]) -> Result<Sent> {
        self.ask(act, fields, false)
    }

    fn ask(&mut self, act: &str, fields: &[(&str, String)], gives_up: bool) -> Result<Sent> {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (path, waited) = (format!("{}{act}", self.case), Stopwatch::start());
        loop {
            let said = self.browser.post(&path, &fields);
            match &said.answer {
                Answer::Whole { status, .. } if *status != 503 => return Ok(Sent::Answered(*status, said)),
                Answer::Broken => {
                    self.ledger.counts.broken += 1;
                    if gives_up {
                        self.ledger.counts.given_up += 1;
                        return Ok(Sent::GivenUp);
                    }
                }
                Answer::Whole { .. } | Answer::Unsent => {}
            }
            self.wait(waited, &said.answer)?;
        }
    }

    fn wait(&self, waited: Stopwatch, answer: &Answer) -> Result<()> {
        if waited.elapsed() > PATIENCE {
            bail!("{} got no good answer for {} s: {answer:?}", self.code, PATIENCE.as_secs());
        }
        thread::sleep(PAUSE);
        Ok(())
    }

    fn fault(&mut self, what: &str) {
        self.ledger.faults.push(what.to_owned());
    }

    fn next(&mut self) -> usize {
        self.written += 1;
        self.written
    }

    fn some(&self, limit: u64) -> usize {
        usize::try_from(self.chance.below(limit)).unwrap_or(0)
    }

    /// Words that nobody else writes, nor they themselves again.
    fn words(&mut self, what: &str) -> String {
        let number = self.next();
        format!("{} {number}, a {what}: {SIGNS}end of {number}", self.code)
    }
}

/// The fields of the composer, as a page has them.
fn form(page: &Page, kind: &str, words: &str) -> Vec<(&'static str, String)> {
    vec![
        ("token", page.token.clone()),
        ("once", page.once.clone()),
        ("revision", page.revision.to_string()),
        ("base", page.base.to_string()),
        ("kind", kind.to_owned()),
        ("words", words.to_owned()),
    ]
}

fn body(said: &Said) -> Option<&str> {
    match &said.answer {
        Answer::Whole { body, .. } => Some(body),
        Answer::Unsent | Answer::Broken => None,
    }
}
