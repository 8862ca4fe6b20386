//! What happens to a visit, and the state that follows from it.

use crate::{
    CounterCode, Entry, KeptFor, LineCode, OfficerCode, OutcomeCode, Priority, PriorityReason, VisitEnd,
    VisitStatus,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// When a call comes, as somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Not before this, as likely as not.
    pub from: Timestamp,
    /// Until then.
    pub until: Timestamp,
}

/// How it stands with somebody who waits elsewhere and is called by phone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CallBack {
    /// When they were told that the call comes; none where nobody could say.
    pub window: Option<Window>,
    /// How often they were called and did not answer.
    pub unanswered: u32,
    /// When they are tried again.
    pub again_at: Option<Timestamp>,
}

/// What its events made of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitState {
    /// Where it stands.
    pub status: VisitStatus,
    /// What they want.
    pub line: LineCode,
    /// Whether they go before others.
    pub priority: Priority,
    /// Why they do.
    pub reason: Option<PriorityReason>,
    /// For whom they are kept.
    pub kept_for: Option<KeptFor>,
    /// Their place in time: when they joined, or for when they had booked.
    pub place_at: Timestamp,
    /// The counter that called last.
    pub counter: Option<CounterCode>,
    /// The officer who called last.
    pub officer: Option<OfficerCode>,
    /// When they were called first, which ended their wait.
    pub called_at: Option<Timestamp>,
    /// When they were called last.
    pub last_called_at: Option<Timestamp>,
    /// How often they were called.
    pub calls: u32,
    /// Since when they are at the counter.
    pub served_at: Option<Timestamp>,
    /// Since when they are gone.
    pub ended_at: Option<Timestamp>,
    /// How it ended.
    pub end: Option<VisitEnd>,
    /// What came of it, in the service's own words.
    pub outcome: Option<OutcomeCode>,
    /// How it stands with the call, where they are called by phone.
    pub call_back: Option<CallBack>,
}

/// What happened to a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// They joined the line.
    Joined {
        /// For what.
        line: LineCode,
        /// In which place in time.
        place_at: Timestamp,
        /// How.
        entry: Entry,
    },
    /// An officer called them to a counter.
    Called {
        /// Who.
        officer: OfficerCode,
        /// To which.
        counter: CounterCode,
    },
    /// They were called once more.
    CalledAgain {},
    /// They came to the counter.
    Begun {},
    /// The officer set them aside.
    Parked {},
    /// They are in the line again, in the place that they had.
    PutBack {},
    /// They wait for somebody else, in the place that they had.
    PassedOn {
        /// For what.
        line: LineCode,
        /// For whom, where not for whoever is next.
        kept_for: Option<KeptFor>,
    },
    /// They want something else too, and stay at the counter for it.
    ServiceAdded {
        /// What.
        line: LineCode,
    },
    /// They go before others, or no longer.
    Raised {
        /// How far.
        priority: Priority,
        /// Why.
        reason: Option<PriorityReason>,
    },
    /// They said that they come later.
    Delayed {
        /// Their place from now on.
        place_at: Timestamp,
    },
    /// They wait elsewhere, in the place that they had, and are called by phone. The number stands apart.
    ToCallBack {
        /// When they were told that the call comes.
        window: Option<Window>,
    },
    /// They were called by phone and did not answer.
    Unanswered {
        /// When they are tried again.
        again_at: Timestamp,
    },
    /// They are gone.
    Ended {
        /// How.
        end: VisitEnd,
        /// What came of it.
        outcome: Option<OutcomeCode>,
    },
    /// What was just done to them was taken back.
    TakenBack {
        /// Where they stand again.
        status: VisitStatus,
    },
}

impl VisitState {
    /// The state of somebody who joins the line.
    pub fn joined(line: LineCode, place_at: Timestamp) -> Self {
        Self {
            status: VisitStatus::Waiting,
            line,
            priority: Priority::Ordinary,
            reason: None,
            kept_for: None,
            place_at,
            counter: None,
            officer: None,
            called_at: None,
            last_called_at: None,
            calls: 0,
            served_at: None,
            ended_at: None,
            end: None,
            outcome: None,
            call_back: None,
        }
    }

    /// The state that follows from all that happened to a visit, in order; none where it does not begin with a ticket.
    pub fn replay(steps: impl IntoIterator<Item = (Timestamp, Step)>) -> Option<Self> {
        let mut steps = steps.into_iter();
        let (_, Step::Joined { line, place_at, .. }) = steps.next()? else { return None };
        let mut state = Self::joined(line, place_at);
        steps.for_each(|(at, step)| state.apply(at, &step));
        Some(state)
    }

    /// What a step makes of it.
    pub fn apply(&mut self, at: Timestamp, step: &Step) {
        self.step(at, step);
        if let (Some(call), false) = (&mut self.call_back, self.status == VisitStatus::Parked) {
            call.again_at = None;
        }
    }

    fn step(&mut self, at: Timestamp, step: &Step) {
        match step {
            Step::Joined { line, place_at, .. } => *self = Self::joined(line.clone(), *place_at),
            Step::Called { officer, counter } => {
                self.status = VisitStatus::Called;
                (self.officer, self.counter) = (Some(officer.clone()), Some(counter.clone()));
                self.called_at.get_or_insert(at);
                self.called(at);
            }
            Step::CalledAgain {} => self.called(at),
            Step::Begun {} => {
                self.status = VisitStatus::Serving;
                self.served_at.get_or_insert(at);
            }
            Step::Parked {} => self.status = VisitStatus::Parked,
            Step::ToCallBack { window } => {
                self.call_back = Some(CallBack { window: *window, ..CallBack::default() });
            }
            Step::Unanswered { again_at } => {
                self.status = VisitStatus::Parked;
                if let Some(call) = &mut self.call_back {
                    (call.unanswered, call.again_at) = (call.unanswered + 1, Some(*again_at));
                }
            }
            Step::PutBack {} => self.wait_again(),
            Step::PassedOn { line, kept_for } => {
                self.line = line.clone();
                self.kept_for.clone_from(kept_for);
                self.wait_again();
            }
            Step::ServiceAdded { line } => self.line = line.clone(),
            Step::Raised { priority, reason } => (self.priority, self.reason) = (*priority, *reason),
            Step::Delayed { place_at } => self.place_at = *place_at,
            Step::Ended { end, outcome } => {
                self.status = VisitStatus::Over;
                (self.end, self.ended_at) = (Some(*end), Some(at));
                self.outcome.clone_from(outcome);
            }
            Step::TakenBack { status } => self.take_back(*status),
        }
    }

    fn called(&mut self, at: Timestamp) {
        self.last_called_at = Some(at);
        self.calls += 1;
    }

    fn wait_again(&mut self) {
        self.status = VisitStatus::Waiting;
        self.served_at = None;
    }

    /// Whoever waits again was not called; whoever is at the counter again has not gone, and whoever is called again has not
    /// failed to answer.
    fn take_back(&mut self, status: VisitStatus) {
        if let Some(call) = self.call_back.as_mut().filter(|call| call.again_at.is_some()) {
            call.unanswered = call.unanswered.saturating_sub(1);
        }
        self.status = status;
        (self.end, self.ended_at, self.outcome) = (None, None, None);
        if status == VisitStatus::Waiting {
            self.calls = self.calls.saturating_sub(1);
            (self.counter, self.officer, self.served_at) = (None, None, None);
            if self.calls == 0 {
                (self.called_at, self.last_called_at) = (None, None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap_or_default()
    }

    fn line() -> LineCode {
        LineCode::new("permits")
    }

    fn step() -> impl Strategy<Value = Step> {
        let window = Window { from: at(600), until: at(1_200) };
        let end = prop::sample::select(VisitEnd::ALL);
        let status =
            prop::sample::select(&[VisitStatus::Waiting, VisitStatus::Called, VisitStatus::Serving][..]);
        prop_oneof![
            Just(Step::Called { officer: OfficerCode::new("lee"), counter: CounterCode::new("1") }),
            Just(Step::CalledAgain {}),
            Just(Step::Begun {}),
            Just(Step::Parked {}),
            Just(Step::PutBack {}),
            Just(Step::PassedOn { line: line(), kept_for: None }),
            Just(Step::ServiceAdded { line: line() }),
            Just(Step::Raised { priority: Priority::Raised, reason: Some(PriorityReason::Infant) }),
            Just(Step::Delayed { place_at: at(900) }),
            Just(Step::ToCallBack { window: Some(window) }),
            Just(Step::ToCallBack { window: None }),
            Just(Step::Unanswered { again_at: at(2_000) }),
            end.prop_map(|end| Step::Ended { end, outcome: None }),
            status.prop_map(|status| Step::TakenBack { status }),
        ]
    }

    fn played(steps: &[Step]) -> VisitState {
        let mut state = VisitState::joined(line(), at(0));
        (1..).zip(steps).for_each(|(second, step)| state.apply(at(second), step));
        state
    }

    proptest! {
        #[test]
        fn steps_read_back_as_they_were_written_and_lead_to_the_same_state(
            steps in prop::collection::vec(step(), 0..20)
        ) {
            let joined = Step::Joined { line: line(), place_at: at(0), entry: Entry::Home };
            let all = std::iter::once(&joined).chain(&steps);
            let read: Vec<Step> =
                all.map(|step| serde_json::from_str(&serde_json::to_string(step).unwrap()).unwrap()).collect();
            let replayed = VisitState::replay((0..).map(at).zip(read));
            prop_assert_eq!(replayed, Some(played(&steps)));
        }

        #[test]
        fn only_whoever_is_set_aside_is_tried_again_and_no_more_calls_go_unanswered_than_were_made(
            steps in prop::collection::vec(step(), 0..20)
        ) {
            let state = played(&steps);
            let unanswered = steps.iter().filter(|step| matches!(step, Step::Unanswered { .. })).count();
            if let Some(call) = state.call_back {
                prop_assert!(call.again_at.is_none() || state.status == VisitStatus::Parked);
                prop_assert!(usize::try_from(call.unanswered).unwrap() <= unanswered);
            }
        }

        #[test]
        fn a_call_that_was_said_to_be_unanswered_by_mistake_is_as_if_it_had_not_been_said(
            steps in prop::collection::vec(step(), 0..20)
        ) {
            let called = Step::Called { officer: OfficerCode::new("lee"), counter: CounterCode::new("1") };
            let before = played(&[&steps[..], &[Step::ToCallBack { window: None }, called]].concat());
            let mut after = before.clone();
            after.apply(at(50), &Step::Unanswered { again_at: at(650) });
            prop_assert_eq!(after.call_back.unwrap().unanswered, before.call_back.unwrap().unanswered + 1);
            after.apply(at(51), &Step::TakenBack { status: VisitStatus::Called });
            // Taking back ends what was ended, too.
            let still = VisitState { end: None, ended_at: None, outcome: None, ..before };
            prop_assert_eq!(after, still);
        }
    }
}
