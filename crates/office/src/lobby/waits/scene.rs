//! An office at an instant, as `routing::wait` plays it forward: lines with their pace, open counters, and who waits.

use jiff::SignedDuration;
use records::waits::{Gone, Stander};
use routing::wait::{Drain, Live, Server, Stream as Pace, forward};
use terms::{Chance, Priority};

/// What is reckoned: as likely as not, and nine times out of ten.
type Reckoned = (SignedDuration, SignedDuration);

/// Beyond so many a line is long enough for the exact law of one line, and futures take too long.
const MOST_PLAYED: usize = 120;
const FUTURES: u32 = 200;
/// Nobody is told of more.
const LONGEST: SignedDuration = SignedDuration::from_hours(8);
/// How many visits the city's own minutes count for.
const PRIOR: f64 = 10.0;
/// People stay for two hours, until the line has shown how patient they are.
const USUAL_PATIENCE_S: f64 = 7_200.0;
/// A visit of more is one that nobody finished in the list.
const LONGEST_VISIT_S: f64 = 7_200.0;
/// Fewer than so many seconds say nothing about how fast people come.
const SHORTEST_LOOK_S: f64 = 900.0;
/// How far priority brings somebody forward: further than any age.
const RAISED_S: i64 = 86_400;
/// The same futures for everybody at an instant, so that two who ask hear the same.
const SEED: [u8; 32] = [0x57; 32];

/// What people wait for, and what is known of its pace.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stream {
    pub(super) service_s: f64,
    pub(super) patience_s: f64,
    pub(super) arrivals_per_s: f64,
    pub(super) target_s: f64,
}

/// A counter at which somebody sits.
#[derive(Debug, Clone)]
pub(super) struct Desk {
    /// The lines that it serves.
    pub(super) serves: Vec<usize>,
    /// Whether somebody is there.
    pub(super) busy: Busy,
}

/// Whether a counter serves somebody.
#[derive(Debug, Clone, Copy)]
pub(super) enum Busy {
    /// Nobody.
    Free,
    /// Somebody, for this line.
    With(usize),
    /// Somebody, for what its own lines take on average.
    WithSomebody,
}

/// For whom somebody waits.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whose {
    /// Whoever is next for a line.
    Next { line: usize },
    /// Whoever sits at one counter.
    Desk { line: usize, desk: usize },
}

/// An office at an instant.
pub(super) struct Scene {
    live: Live,
    streams: Vec<Stream>,
    /// The share of a target that is used up when it is one's turn, as those show who wait.
    used: f64,
    standers: Vec<(usize, i64, f64)>,
    /// Those who wait behind all that were looked at.
    unread: u32,
}

impl Stream {
    /// What the last visits and tickets say; until there are many, what the city's data say.
    pub(super) fn learnt(
        (usual, target): (SignedDuration, SignedDuration),
        gone: &[Gone],
        came: Option<(u32, SignedDuration)>,
    ) -> Self {
        let took: Vec<f64> = gone.iter().filter_map(took_s).collect();
        let sum: f64 = took.iter().sum();
        let (waited, left) = gone.iter().fold((0.0, 0.0), |(waited, left), gone| {
            let until = gone.called_at.unwrap_or(gone.ended_at);
            let span = until.duration_since(gone.joined_at).as_secs_f64();
            (waited + span.clamp(0.0, LONGEST_VISIT_S), left + f64::from(u8::from(gone.called_at.is_none())))
        });
        Self {
            service_s: ((PRIOR * usual.as_secs_f64() + sum) / (PRIOR + count(took.len()))).max(1.0),
            patience_s: (PRIOR * USUAL_PATIENCE_S + waited) / (PRIOR + left),
            arrivals_per_s: came.map_or(0.0, |(many, span)| {
                (f64::from(many) / span.as_secs_f64().max(SHORTEST_LOOK_S)).min(1.0)
            }),
            target_s: target.as_secs_f64(),
        }
    }
}

/// How long a counter was taken: from the call on, or from their coming where they were called more than once.
fn took_s(gone: &Gone) -> Option<f64> {
    let from = if gone.calls > 1 { gone.served_at } else { gone.called_at };
    let took = gone.ended_at.duration_since(from?).as_secs_f64();
    (1.0..=LONGEST_VISIT_S).contains(&took).then_some(took)
}

fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}

impl Scene {
    pub(super) fn new(now: i64, streams: Vec<Stream>, unread: u32) -> Self {
        let services = streams.iter().map(|stream| pace(stream, 0)).collect();
        let live = Live { now, services, servers: Vec::new(), waiting: Vec::new() };
        Self { live, streams, used: 0.0, standers: Vec::new(), unread }
    }

    /// A counter with a stream of its own, for those who are kept for it.
    pub(super) fn open(&mut self, desk: Desk) {
        let own = self.live.services.len();
        let means =
            desk.serves.iter().filter_map(|line| self.streams.get(*line)).map(|stream| stream.service_s);
        let (sum, many) = means.fold((0.0, 0.0), |(sum, many), mean| (sum + mean, many + 1.0));
        let service_s = if many > 0.0 { sum / many } else { 60.0 };
        self.live.services.push(Pace { service_s, patience_s: None, arrivals_per_s: 0.0, head_start_s: 0 });
        let busy_with = match desk.busy {
            Busy::Free => None,
            Busy::With(line) => Some(line),
            Busy::WithSomebody => Some(own),
        };
        let skills = desk.serves.into_iter().chain([own]).collect();
        self.live.servers.push(Server { skills, busy_with });
    }

    /// Somebody who waits; their place in the scene.
    pub(super) fn join(&mut self, whose: Whose, stander: &Stander) -> usize {
        let (line, stream) = match whose {
            Whose::Next { line } => (line, line),
            Whose::Desk { line, desk } => (line, self.streams.len() + desk),
        };
        let since =
            stander.state.place_at.as_second().saturating_sub(brought_forward(stander.state.priority));
        let target = self.streams.get(line).map_or(1.0, |stream| stream.target_s.max(1.0));
        if stander.state.priority == Priority::Ordinary {
            let age = seconds(stander.state.place_at.as_second(), self.live.now);
            self.used = self.used.max((age / target).clamp(0.0, 4.0));
        }
        self.standers.push((stream, since, target));
        self.standers.len() - 1
    }

    /// How long somebody still waits who waits already.
    pub(super) fn waiting(&self, place: usize) -> Option<Reckoned> {
        self.reckon(&self.standers, place)
    }

    /// How long somebody waits who joins a line now.
    pub(super) fn newcomer(&self, line: usize, now: i64) -> Option<Reckoned> {
        let target = self.streams.get(line)?.target_s.max(1.0);
        let mut standers = self.standers.clone();
        standers.push((line, now, target));
        self.reckon(&standers, standers.len() - 1)
    }

    fn reckon(&self, standers: &[(usize, i64, f64)], place: usize) -> Option<Reckoned> {
        if standers.len() > MOST_PLAYED || self.unread > 0 {
            return self.drained(standers, place);
        }
        let live = Live {
            waiting: standers
                .iter()
                .map(|&(stream, since, target)| (stream, self.turn(since, target)))
                .collect(),
            services: self.paces(),
            ..self.live.clone()
        };
        let range = forward(&live, place, FUTURES, &Chance::from_seed(SEED))?.range();
        Some((whole(range.p50_s)?, whole(range.p90_s)?))
    }

    /// The instant by which whose turn it is can be told: whoever is promised a shorter wait goes first by as much as the
    /// line has used up of its targets. That is the one rule's share of a target, told in time.
    fn turn(&self, since: i64, target_s: f64) -> i64 {
        since.saturating_sub(self.head_start(target_s))
    }

    fn head_start(&self, target_s: f64) -> i64 {
        let longest = self.streams.iter().map(|stream| stream.target_s).fold(0.0, f64::max);
        rounded(self.used * (longest - target_s))
    }

    fn paces(&self) -> Vec<Pace> {
        let mut paces = self.live.services.clone();
        for (place, stream) in paces.iter_mut().zip(&self.streams) {
            *place = pace(stream, self.head_start(stream.target_s));
        }
        paces
    }

    /// By the law of one line: all counters that share lines, however indirectly, as one, with all who stand before.
    fn drained(&self, standers: &[(usize, i64, f64)], place: usize) -> Option<Reckoned> {
        let &(own, since, target) = standers.get(place)?;
        let (lines, servers) = self.shared(own);
        let turn = self.turn(since, target);
        let ahead: Vec<usize> = standers
            .iter()
            .enumerate()
            .filter(|&(other, &(stream, since, target))| {
                other != place && lines.contains(&stream) && self.turn(since, target) <= turn
            })
            .map(|(_, &(stream, ..))| stream)
            .collect();
        let unread = if place + 1 == standers.len() { self.unread } else { 0 };
        let people = u32::try_from(ahead.len()).ok()?.saturating_add(unread);
        let mean = |which: &dyn Fn(&Pace) -> f64| {
            let paces = ahead.iter().filter_map(|stream| self.live.services.get(*stream));
            paces.map(which).sum::<f64>() / count(ahead.len().max(1))
        };
        let patience = mean(&|pace| pace.patience_s.unwrap_or(USUAL_PATIENCE_S).recip()).recip();
        let drain = Drain::new(count(servers), mean(&|pace| pace.service_s).max(1.0), Some(patience))?;
        if drain.mean(people) > LONGEST.as_secs_f64() {
            return None;
        }
        Some((whole(drain.quantile(people, 0.5))?, whole(drain.quantile(people, 0.9))?))
    }

    /// The streams that share a counter with one, or with one that does; and how many counters those are.
    fn shared(&self, own: usize) -> (Vec<usize>, usize) {
        let mut lines = vec![own];
        loop {
            let meet = |server: &&Server| server.skills.iter().any(|skill| lines.contains(skill));
            let servers = self.live.servers.iter().filter(meet).count();
            let more: Vec<usize> =
                self.live.servers.iter().filter(meet).flat_map(|server| server.skills.clone()).collect();
            let before = lines.len();
            for line in more {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            if lines.len() == before {
                return (lines, servers);
            }
        }
    }
}

fn pace(stream: &Stream, head_start_s: i64) -> Pace {
    Pace {
        service_s: stream.service_s,
        patience_s: Some(stream.patience_s),
        arrivals_per_s: stream.arrivals_per_s,
        head_start_s,
    }
}

fn brought_forward(priority: Priority) -> i64 {
    match priority {
        Priority::Ordinary => 0,
        Priority::Raised => RAISED_S,
        Priority::Urgent => 2 * RAISED_S,
    }
}

fn seconds(from: i64, to: i64) -> f64 {
    f64::from(u32::try_from(to.saturating_sub(from)).unwrap_or(0))
}

/// A span as whole seconds; none where that is no span of a day.
fn whole(seconds: f64) -> Option<SignedDuration> {
    SignedDuration::try_from_secs_f64(seconds.ceil()).ok().filter(|span| *span < LONGEST)
}

fn rounded(seconds: f64) -> i64 {
    SignedDuration::try_from_secs_f64(seconds).map_or(0, |span| span.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use proptest::prelude::*;
    use terms::{LineCode, VisitId, VisitState};

    const NOW: i64 = 1_425_304_800;

    fn stream(minutes: f64, target: f64) -> Stream {
        Stream {
            service_s: minutes * 60.0,
            patience_s: 7_200.0,
            arrivals_per_s: 0.0,
            target_s: target * 60.0,
        }
    }

    fn stander(seconds_ago: i64) -> Stander {
        let at = Timestamp::from_second(NOW - seconds_ago).unwrap();
        let state = VisitState::joined(LineCode::new("permits"), at);
        Stander { id: VisitId::new(at, &Chance::from_seed([1; 32])), joined_at: at, state }
    }

    fn scene(counters: usize, waiting: i64, unread: u32) -> Scene {
        let mut scene = Scene::new(NOW, vec![stream(8.0, 15.0), stream(4.0, 10.0)], unread);
        (0..counters).for_each(|_| scene.open(Desk { serves: vec![0, 1], busy: Busy::With(0) }));
        for place in 0..waiting {
            scene.join(Whose::Next { line: 0 }, &stander(1_000 - place));
        }
        scene
    }

    #[test]
    fn nobody_can_say_where_no_counter_is_open_or_it_takes_for_ever() {
        assert_eq!(scene(0, 3, 0).newcomer(0, NOW), None);
        assert_eq!(scene(0, 300, 0).newcomer(0, NOW), None);
        assert_eq!(scene(2, 300, 9_000).newcomer(0, NOW), None);
        assert_eq!(scene(2, 3, 0).newcomer(9, NOW), None, "no such line");
    }

    #[test]
    fn a_free_counter_means_no_wait_and_the_same_scene_says_the_same() {
        let mut free = scene(0, 0, 0);
        free.open(Desk { serves: vec![0], busy: Busy::Free });
        assert_eq!(free.newcomer(0, NOW), Some((SignedDuration::ZERO, SignedDuration::ZERO)));
        assert_eq!(free.newcomer(1, NOW), None, "it does not serve the other");
        assert_eq!(scene(2, 9, 0).newcomer(0, NOW), scene(2, 9, 0).newcomer(0, NOW));
    }

    #[test]
    fn long_lines_are_told_by_the_law_of_one_line_as_futures_would() {
        let (played, drained) = (scene(20, 119, 0), scene(20, 121, 0));
        let (half, most) = played.newcomer(0, NOW).unwrap();
        let (other_half, other_most) = drained.newcomer(0, NOW).unwrap();
        let near = |one: SignedDuration, other: SignedDuration| {
            let (one, other) = (one.as_secs_f64(), other.as_secs_f64());
            assert!((one - other).abs() < 0.15 * one, "{one} {other}");
        };
        near(half, other_half);
        near(most, other_most);
    }

    #[test]
    fn whoever_is_promised_less_goes_first_by_so_much() {
        let mut late = scene(1, 0, 0);
        for place in 0..12 {
            late.join(Whose::Next { line: 0 }, &stander(720 - 60 * place));
        }
        let (permit, payment) = (late.newcomer(0, NOW).unwrap(), late.newcomer(1, NOW).unwrap());
        assert!(payment.0 < permit.0, "{payment:?} {permit:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn more_people_ahead_never_shorten_what_the_law_of_one_line_says(
            counters in 1_usize..30, waiting in 121_i64..400, more in 1_i64..90,
        ) {
            let (few, many) = (scene(counters, waiting, 0), scene(counters, waiting + more, 0));
            if let (Some(short), Some(long)) = (few.newcomer(0, NOW), many.newcomer(0, NOW)) {
                prop_assert!(short.0 <= long.0 && short.1 <= long.1, "{short:?} {long:?}");
            }
        }

        /// Futures are drawn, so that one more person may seem to make it quicker by what chance does.
        #[test]
        fn a_line_twice_as_long_is_never_told_as_shorter(counters in 1_usize..6, waiting in 4_i64..40) {
            let (few, many) = (scene(counters, waiting, 0), scene(counters, waiting * 2, 0));
            if let (Some(short), Some(long)) = (few.newcomer(0, NOW), many.newcomer(0, NOW)) {
                prop_assert!(short.0 <= long.0 && short.1 <= long.1, "{short:?} {long:?}");
            }
        }
    }
}
