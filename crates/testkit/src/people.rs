//! The people of a test, who do what people do.

use crate::TestOffice;
use office::cases::{self, Whole};
use office::customers::Person;
use office::intake::{self, Request};
use office::{Act, Verb, codes, feedback, resolution};
use records::Tx;
use terms::{
    Actor, AgencyCode, Answer, Case, CaseId, Channel, CodePurpose, ContactPoint, ContactPointKind,
    MessageKind, OfficerCode, OutcomeCode, Place, Position, Principal, Reference, TaskAnswer, TaskId,
};

/// A case, as somebody outside knows it.
#[derive(Debug, Clone)]
pub struct CaseHandle {
    /// Its name.
    pub reference: Reference,
    /// What lets its customer follow it.
    pub secret: String,
}

/// Somebody who is served.
#[derive(Clone)]
pub struct Resident<'t> {
    office: &'t TestOffice,
    person: Person,
}

/// Somebody who serves, or tries to.
#[derive(Clone)]
pub struct Desk<'t> {
    office: &'t TestOffice,
    /// Who it is.
    pub who: Principal,
    over: Channel,
}

impl<'t> Resident<'t> {
    pub(crate) fn new(office: &'t TestOffice, name: &str) -> Self {
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        Self {
            office,
            person: Person { name: Some(name.to_owned()), email: Some(email), ..Person::default() },
        }
    }

    /// The same, without saying who they are.
    #[must_use]
    pub fn anonymous(&self) -> Self {
        Self { office: self.office, person: Person::default() }
    }

    /// The same, writing in a language.
    #[must_use]
    pub fn speaking(&self, language: &str) -> Self {
        let person = Person { language: Some(language.to_owned()), ..self.person.clone() };
        Self { office: self.office, person }
    }

    /// What they would ask for.
    pub fn request(&self, service: &str, words: &str) -> Request {
        Request {
            service: service.to_owned(),
            person: self.person.clone(),
            description: words.to_owned(),
            answers: Vec::new(),
            place: Place { position: Position::new(42.322, -71.057), ..Place::default() },
            ..Request::default()
        }
    }

    /// Asks for a service in the browser.
    pub fn reports(&self, service: &str, words: &str) -> CaseHandle {
        self.sends(self.request(service, words)).unwrap_or_else(|refusal| panic!("{refusal}"))
    }

    /// Asks for a service with answers to its form.
    pub fn answers(&self, service: &str, answers: &[(&str, &str)]) -> Verb<CaseHandle> {
        let answer = |(code, value): &(&str, &str)| Answer {
            code: (*code).to_owned(),
            values: vec![(*value).to_owned()],
        };
        self.sends(Request { answers: answers.iter().map(answer).collect(), ..self.request(service, "") })
    }

    /// Sends a request.
    pub fn sends(&self, request: Request) -> Verb<CaseHandle> {
        let reported = self
            .office
            .write(&Principal::public(), Channel::Web, move |tx, act| intake::report(tx, act, &request))?;
        Ok(CaseHandle { reference: reported.reference, secret: reported.secret })
    }

    /// Whoever shows a case's secret.
    pub fn with(&self, case: &CaseHandle) -> Desk<'t> {
        let (reference, secret) = (case.reference, case.secret.clone());
        let found = self
            .office
            .read(&Principal::public(), move |tx, act| cases::by_secret(tx, act, &reference, &secret));
        let case: Option<CaseId> = found.unwrap_or_else(|refusal| panic!("{refusal}"));
        Desk::new(self.office, Principal { case, ..Principal::public() }).over(Channel::Web)
    }

    /// Proves their address with a code that is sent there.
    pub fn proves(&self) {
        let value = self.person.email.clone().expect("only who has an address proves one");
        let to = ContactPoint { kind: ContactPointKind::Email, value, verified: false };
        let ask = move |tx: &mut Tx<'_>, act: &Act| codes::ask_code(tx, act, &to, CodePurpose::Verify);
        let id = self.office.write(&Principal::public(), Channel::Web, ask).expect("a code");
        self.office.settle();
        let sent = self.office.mailbag.sent();
        let mail = sent.iter().rfind(|message| message.kind == MessageKind::Code).expect("a mail");
        let digits: String = mail.body.chars().filter(char::is_ascii_digit).take(6).collect();
        let used = self.office.write(&Principal::public(), Channel::Web, move |tx, act| {
            codes::use_code(tx, act, id, CodePurpose::Verify, &digits)
        });
        assert!(used.expect("an answer").is_some(), "the code is right");
    }

    /// Writes about their case.
    pub fn writes(&self, case: &CaseHandle, words: &str) {
        let words = words.to_owned();
        self.with(case).on(case, move |tx, act, reference, _| cases::hear(tx, act, reference, &words));
    }

    /// Says how it went.
    pub fn rates(&self, case: &CaseHandle, score: u8, words: &str) {
        let words = words.to_owned();
        self.with(case)
            .on(case, move |tx, act, reference, _| feedback::rate(tx, act, reference, score, Some(&words)));
    }

    /// Says that it was not done after all.
    pub fn reopens(&self, case: &CaseHandle, words: &str) {
        let words = words.to_owned();
        self.with(case)
            .on(case, move |tx, act, reference, _| resolution::reopen(tx, act, reference, Some(&words)));
    }

    /// Wants it no longer.
    pub fn withdraws(&self, case: &CaseHandle) {
        self.with(case).on(case, |tx, act, reference, _| resolution::withdraw(tx, act, reference, None));
    }

    /// Everything that they can see of their case.
    pub fn follows(&self, case: &CaseHandle) -> Whole {
        self.with(case).sees(case)
    }
}

impl<'t> Desk<'t> {
    pub(crate) fn new(office: &'t TestOffice, who: Principal) -> Self {
        Self { office, who, over: Channel::Staff }
    }

    /// The same, over a channel.
    #[must_use]
    pub fn over(mut self, over: Channel) -> Self {
        self.over = over;
        self
    }

    /// Does something, and is refused or not.
    pub fn tries<T: Send + 'static>(
        &self,
        verb: impl FnMut(&mut Tx<'_>, &Act) -> Verb<T> + Send + 'static,
    ) -> Verb<T> {
        self.office.write(&self.who, self.over, verb)
    }

    /// Does something to a case as it is now, and is not refused.
    pub fn on<T: Send + 'static>(
        &self,
        case: &CaseHandle,
        mut verb: impl FnMut(&mut Tx<'_>, &Act, &Reference, i64) -> Verb<T> + Send + 'static,
    ) -> T {
        let (reference, revision) = (case.reference, self.revision(case));
        let done = self.tries(move |tx, act| verb(tx, act, &reference, revision));
        done.unwrap_or_else(|refusal| panic!("{}: {refusal}", self.who.actor))
    }

    /// The revision of a case now, whoever may read it.
    pub fn revision(&self, case: &CaseHandle) -> i64 {
        self.office.house().reads(case).case.revision
    }

    /// Everything about a case.
    pub fn sees(&self, case: &CaseHandle) -> Whole {
        self.reads(case)
    }

    fn reads(&self, case: &CaseHandle) -> Whole {
        let reference = case.reference;
        let whole = self.office.read(&self.who, move |tx, act| cases::whole(tx, act, &reference));
        whole.unwrap_or_else(|refusal| panic!("{}: {refusal}", self.who.actor))
    }

    /// Takes a case.
    pub fn takes(&self, case: &CaseHandle) -> Case {
        let Actor::Officer(me) = self.who.actor.clone() else { panic!("only officers take cases") };
        self.on(case, move |tx, act, reference, revision| {
            cases::assign(tx, act, reference, revision, Some(&me))
        })
    }

    /// Gives a case to a colleague.
    pub fn gives(&self, case: &CaseHandle, to: &str) -> Case {
        let to = OfficerCode::new(to);
        self.on(case, move |tx, act, reference, revision| {
            cases::assign(tx, act, reference, revision, Some(&to))
        })
    }

    /// Writes for colleagues.
    pub fn notes(&self, case: &CaseHandle, words: &str) -> Case {
        let words = words.to_owned();
        self.on(case, move |tx, act, reference, _| cases::note(tx, act, reference, &words))
    }

    /// Answers the customer.
    pub fn replies(&self, case: &CaseHandle, words: &str) -> Case {
        let words = words.to_owned();
        self.on(case, move |tx, act, reference, revision| cases::reply(tx, act, reference, revision, &words))
    }

    /// Asks the customer, and lets the clock stand still.
    pub fn asks(&self, case: &CaseHandle, words: &str) -> Case {
        let words = words.to_owned();
        self.on(case, move |tx, act, reference, revision| {
            cases::ask_customer(tx, act, reference, revision, &words)
        })
    }

    /// Goes on without an answer.
    pub fn goes_on(&self, case: &CaseHandle) -> Case {
        self.on(case, cases::go_on)
    }

    /// Asks another agency to take over.
    pub fn transfers(&self, case: &CaseHandle, to: &str, words: &str) -> Case {
        let (to, words) = (AgencyCode::new(to), words.to_owned());
        self.on(case, move |tx, act, reference, revision| {
            cases::ask_transfer(tx, act, reference, revision, (&to, &words))
        })
    }

    /// Takes over.
    pub fn accepts(&self, case: &CaseHandle) -> Case {
        self.on(case, cases::accept_transfer)
    }

    /// Sends back.
    pub fn returns(&self, case: &CaseHandle, words: &str) -> Case {
        let words = words.to_owned();
        self.on(case, move |tx, act, reference, revision| {
            cases::return_transfer(tx, act, reference, revision, &words)
        })
    }

    /// Asks a partner for a part.
    pub fn asks_task(&self, case: &CaseHandle, agency: &str, words: &str) -> TaskId {
        let task = cases::NewTask { agency: AgencyCode::new(agency), words: words.to_owned(), due_at: None };
        self.on(case, move |tx, act, reference, revision| {
            cases::ask_task(tx, act, reference, revision, &task)
        })
        .1
    }

    /// Answers as the partner.
    pub fn answers_task(&self, case: &CaseHandle, task: TaskId, answer: TaskAnswer) -> Case {
        self.on(case, move |tx, act, reference, _| {
            cases::answer_task(tx, act, reference, task, (answer, None))
        })
    }

    /// Lets another case speak for one.
    pub fn joins(&self, case: &CaseHandle, of: &CaseHandle) -> Case {
        let of = of.reference;
        self.on(case, move |tx, act, reference, revision| {
            cases::mark_duplicate(tx, act, reference, revision, &of)
        })
    }

    /// Ends the work.
    pub fn resolves(&self, case: &CaseHandle, outcome: &str, words: &str) -> Case {
        let (outcome, words) = (OutcomeCode::new(outcome), words.to_owned());
        self.on(case, move |tx, act, reference, revision| {
            resolution::resolve(tx, act, reference, revision, (&outcome, Some(&words)))
        })
    }
}
