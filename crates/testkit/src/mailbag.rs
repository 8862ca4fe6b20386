//! The mailbag of a test: what left the house, and what the next mail server says to the rest.

use office::outbox::{Carry, Undelivered};
use records::outbox::Message;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Messages that left, and answers to those that will try. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Mailbag(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    sent: Vec<Message>,
    answers: VecDeque<Undelivered>,
}

impl Mailbag {
    /// What carries messages into it.
    pub fn carry(&self) -> Carry {
        let bag = self.clone();
        Arc::new(move |message| {
            let answer = bag.answer(message);
            Box::pin(async move { answer })
        })
    }

    /// What has left so far, in order.
    pub fn sent(&self) -> Vec<Message> {
        self.inside(|inside| inside.sent.clone())
    }

    /// Refuses the next message that nothing else refuses yet.
    pub fn refuses(&self, answer: Undelivered) {
        self.inside(|inside| inside.answers.push_back(answer));
    }

    fn answer(&self, message: Message) -> Result<(), Undelivered> {
        self.inside(|inside| {
            let refused = inside.answers.pop_front().map_or(Ok(()), Err);
            if refused.is_ok() {
                inside.sent.push(message);
            }
            refused
        })
    }

    fn inside<T>(&self, with: impl FnOnce(&mut Inside) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
