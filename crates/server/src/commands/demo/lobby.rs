//! The lobby of the demonstration: people come, two counters call and serve them, some leave before; invented, and by the
//! same verbs that serve real people. The weeks before are lived through in the same way, so that there is a past to learn from.

use super::morning::principal;
use jiff::civil::Time;
use jiff::{SignedDuration, Span, Timestamp};
use office::lobby::{self, NewVisit, Range};
use office::{Act, Office, Verb};
use records::Tx;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use terms::{
    Chance, Channel, CounterCode, Entry, LineCode, OfficeCode, OfficerCode, Principal, Purpose, Secret,
    VisitId, VisitStatus,
};

/// Where it is, and who sits at which counter. The other counters are free for whoever looks at the demonstration.
const OFFICE: &str = "city-hall";
const CLERKS: [(&str, &str); 2] = [("grace", "1"), ("sam", "3")];
/// How many come in an hour, on a usual one, for each line.
const USUAL: [(&str, f64); 4] = [("permits", 2.0), ("payments", 2.8), ("certificates", 1.8), ("else", 2.6)];
/// Of a hundred who come, those who leave before they are called, and those who do not come when they are.
const LEAVE: u64 = 5;
const MISS: u64 = 3;
/// Of a hundred who join from home, those who ask to be called back.
const CALLED_BACK: u64 = 40;
/// How often it looks at the clock.
const LOOK: Duration = Duration::from_millis(200);
/// Days of the past that are lived through.
const PAST_DAYS: i64 = 35;
/// Of the past, so many days are told what they wait: more are not published, and each reckoning takes a while.
const TOLD_DAYS: i64 = 4;
/// The languages that people speak, the usual one most often.
const SPOKEN: [&str; 8] = ["en", "en", "en", "en", "es", "es", "ar", "ta"];

/// What happens next, to whom.
#[derive(Clone)]
enum Next {
    Opens,
    Comes(LineCode),
    Leaves(Secret),
    Looks(usize),
    Begins(usize, VisitId),
    Finishes(usize, VisitId),
}

impl Next {
    fn clerk(&self) -> Option<usize> {
        match self {
            Self::Looks(clerk) | Self::Begins(clerk, _) | Self::Finishes(clerk, _) => Some(*clerk),
            Self::Opens | Self::Comes(_) | Self::Leaves(_) => None,
        }
    }
}

/// The lobby with what is still to happen in it.
#[derive(Clone)]
pub(super) struct Lobby {
    office: Office,
    code: OfficeCode,
    agenda: BTreeMap<(Timestamp, u64), Next>,
    numbered: u64,
    /// From when on those who come are told how long they wait.
    tells_from: Timestamp,
}

impl Lobby {
    /// A lobby before its first day.
    pub(super) fn new(office: Office) -> Self {
        let code = OfficeCode::new(OFFICE);
        let before = SignedDuration::from_hours(24 * TOLD_DAYS);
        let tells_from = office.now().checked_sub(before).unwrap_or(Timestamp::MIN);
        Self { office, code, agenda: BTreeMap::new(), numbered: 0, tells_from }
    }

    /// Lives through the weeks before now; nothing but the figures and the history of waits is left of them.
    pub(super) fn live_past(mut self) -> Verb<Self> {
        let now = self.office.now();
        let before = now.checked_sub(SignedDuration::from_hours(24 * PAST_DAYS)).unwrap_or(now);
        self.plan(before, Next::Opens);
        self.office.db.clone().write_now(move |tx| {
            let mut lobby = self.clone();
            lobby.live_until(tx, now)?;
            Ok(lobby)
        })
    }

    /// Lets happen what is due, again and again.
    pub(super) async fn go_on(mut self) {
        loop {
            match self.clone().live_on().await {
                Ok(lobby) => self = lobby,
                Err(refusal) => tracing::debug!(%refusal, "the lobby of the demonstration stands still"),
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn live_on(self) -> Verb<Self> {
        let now = self.office.now();
        if self.agenda.first_key_value().is_none_or(|((at, _), _)| *at > now) {
            return Ok(self);
        }
        let db = self.office.db.clone();
        db.write(move |tx| {
            let mut lobby = self.clone();
            lobby.live_until(tx, now)?;
            Ok(lobby)
        })
        .await
    }

    fn live_until(&mut self, tx: &mut Tx<'_>, until: Timestamp) -> Verb<()> {
        while let Some(entry) = self.agenda.first_entry().filter(|entry| entry.key().0 <= until) {
            let (at, next) = (entry.key().0, entry.remove());
            let clerk = next.clerk();
            let done = tx.attempt(|tx| self.happen(tx, at, next))?;
            if let Err(refusal) = done {
                tracing::debug!(%refusal, "the lobby of the demonstration was refused something");
                // Whoever looks at the demonstration may have taken the counter, or called for it.
                clerk.into_iter().for_each(|clerk| self.plan(later(at, 120.0), Next::Looks(clerk)));
            }
        }
        Ok(())
    }

    fn plan(&mut self, at: Timestamp, next: Next) {
        self.numbered += 1;
        self.agenda.insert((at, self.numbered), next);
    }

    fn happen(&mut self, tx: &mut Tx<'_>, at: Timestamp, next: Next) -> Verb<()> {
        match next {
            Next::Opens => self.opens(tx, at),
            Next::Comes(line) => self.comes(tx, at, line),
            Next::Leaves(secret) => {
                let act = self.act(at, Principal::public());
                lobby::leave(tx, &act, &secret).map(drop)
            }
            Next::Looks(clerk) => self.looks(tx, at, clerk),
            Next::Begins(clerk, visit) => self.begins(tx, at, (clerk, visit)),
            Next::Finishes(clerk, visit) => {
                let act = self.clerk(at, clerk);
                self.plan(later(at, 20.0), Next::Looks(clerk));
                lobby::finish(tx, &act, visit, None).map(drop)
            }
        }
    }

    fn act(&self, at: Timestamp, who: Principal) -> Act {
        let mut act = self.office.act(who, Channel::Counter, Purpose::Service);
        (act.at, act.recorded_at) = (at, at);
        act
    }

    fn clerk(&self, at: Timestamp, clerk: usize) -> Act {
        let code = CLERKS.get(clerk).map_or("", |(officer, _)| officer);
        let officer = self.office.city.officers.get(&OfficerCode::new(code));
        self.act(at, officer.map_or_else(Principal::public, principal))
    }

    /// A day begins: the clerks sit down as it opens, people come until it closes, and another day follows.
    fn opens(&mut self, tx: &mut Tx<'_>, at: Timestamp) -> Verb<()> {
        lobby::close_days(tx, &self.act(at, Principal::house()), 1_000)?;
        let Some(office) = self.office.city.offices.get(&self.code) else { return Ok(()) };
        let calendar = Arc::clone(&office.calendar);
        let local = calendar.local(at);
        let tomorrow = local.date().checked_add(Span::new().days(1)).ok();
        let tomorrow =
            tomorrow.and_then(|day| calendar.zone().to_timestamp(day.to_datetime(Time::midnight())).ok());
        let (opens, closes) = (calendar.next_open(at), calendar.next_close(at));
        if let Some(tomorrow) = tomorrow {
            self.plan(tomorrow, Next::Opens);
        }
        let (Some(opens), Some(closes)) = (opens, closes) else { return Ok(()) };
        if tomorrow.is_some_and(|tomorrow| opens >= tomorrow) {
            return Ok(());
        }
        let chance = self.act(at, Principal::public()).chance;
        for clerk in 0..CLERKS.len() {
            self.plan(opens, Next::Looks(clerk));
        }
        for (line, an_hour) in USUAL {
            let mut comes = later(opens, exponential(&chance, 3_600.0 / an_hour));
            while comes < closes {
                self.plan(comes, Next::Comes(LineCode::new(line)));
                comes = later(
                    comes,
                    exponential(&chance, 3_600.0 / (an_hour * busy(calendar.local(comes).hour()))),
                );
            }
        }
        Ok(())
    }

    fn comes(&mut self, tx: &mut Tx<'_>, at: Timestamp, line: LineCode) -> Verb<()> {
        let act = self.act(at, Principal::public());
        let spoken = SPOKEN[usize::try_from(act.chance.below(SPOKEN.len() as u64)).unwrap_or(0)];
        let home = act.chance.below(100) < 15;
        let said = if at < self.tells_from { None } else { self.said(tx, &act, &line)? };
        let new =
            NewVisit { said, ..NewVisit::new(line, if home { Entry::Home } else { Entry::Kiosk }, spoken) };
        let joined = lobby::join(tx, &act, &self.code, &new)?;
        if home && act.chance.below(100) < CALLED_BACK {
            let phone = format!("+1 617 555 01{:02}", act.chance.below(100));
            lobby::ask_call_back(tx, &act, &joined.secret, &phone)?;
        }
        if act.chance.below(100) < LEAVE {
            self.plan(later(at, exponential(&act.chance, 600.0)), Next::Leaves(joined.secret));
        }
        Ok(())
    }

    /// How long somebody is told that they wait who joins a line now.
    fn said(&self, tx: &mut Tx<'_>, act: &Act, line: &LineCode) -> Verb<Option<Range>> {
        Ok(lobby::waits(tx, act, &self.code)?.remove(line).flatten())
    }

    /// Whoever is free looks whether anybody waits, and calls them.
    fn looks(&mut self, tx: &mut Tx<'_>, at: Timestamp, clerk: usize) -> Verb<()> {
        let act = self.clerk(at, clerk);
        let open = self.office.city.offices.get(&self.code).is_some_and(|office| office.calendar.is_open(at));
        let (_, counter) = CLERKS.get(clerk).copied().unwrap_or_default();
        lobby::open_counter(tx, &act, &self.code, &CounterCode::new(counter))?;
        let before = lobby::my_seat(tx, &act)?.visit.map(|visit| visit.id);
        match lobby::next(tx, &act, before)? {
            Some(visit) => {
                self.plan(later(at, exponential(&act.chance, 40.0)), Next::Begins(clerk, visit.id));
            }
            None if open => self.plan(later(at, 15.0), Next::Looks(clerk)),
            None => lobby::close_counter(tx, &act)?,
        }
        Ok(())
    }

    fn begins(&mut self, tx: &mut Tx<'_>, at: Timestamp, (clerk, id): (usize, VisitId)) -> Verb<()> {
        let act = self.clerk(at, clerk);
        let visit = lobby::my_seat(tx, &act)?.visit.filter(|visit| visit.id == id);
        let Some(visit) = visit.filter(|visit| visit.state.status == VisitStatus::Called) else {
            self.plan(later(at, 15.0), Next::Looks(clerk));
            return Ok(());
        };
        if act.chance.below(100) < MISS {
            self.plan(later(at, 20.0), Next::Looks(clerk));
            return lobby::no_show(tx, &act, id).map(drop);
        }
        let line = self.office.city.offices.get(&self.code);
        let line = line.and_then(|office| office.lines.iter().find(|line| line.code == visit.state.line));
        let usual_s = line.map_or(300.0, |line| line.usual.as_secs_f64());
        self.plan(later(at, 30.0 + exponential(&act.chance, usual_s - 30.0)), Next::Finishes(clerk, id));
        lobby::begin(tx, &act, id).map(drop)
    }
}

/// How busy an hour of the day is, beside a usual one.
fn busy(hour: i8) -> f64 {
    match hour {
        9..=10 | 12..=13 => 1.3,
        15.. => 0.7,
        _ => 1.0,
    }
}

fn later(at: Timestamp, seconds: f64) -> Timestamp {
    let time = SignedDuration::try_from_secs_f64(seconds.clamp(1.0, 36_000.0))
        .unwrap_or(SignedDuration::from_secs(60));
    let later = at.checked_add(time).unwrap_or(at);
    Timestamp::from_millisecond(later.as_millisecond()).unwrap_or(later)
}

/// A span without memory, in seconds.
fn exponential(chance: &Chance, mean_s: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "below two to the thirty-second")]
    let share = (chance.below(1 << 32) as f64 + 0.5) / (1_u64 << 32) as f64;
    -mean_s * share.ln()
}
