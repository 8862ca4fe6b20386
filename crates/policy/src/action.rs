//! What can be asked of the policy; `policies/house.cedarschema` says on what and by whom.

/// Declares the actions with the names that the rules have for them.
macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// Something that is permitted or not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[$doc])* $variant),+ }

        impl Action {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the rules.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

actions! {
    /// Ask for a service, for oneself or for somebody else.
    Report = "report",
    /// Change a case from a partner's system.
    UpdateOverOpen311 = "update-over-open311",
    /// See what is public of cases.
    ReadPublic = "read-public",
    /// See figures.
    ReadFigures = "read-figures",
    /// See a case whole.
    ReadCase = "read-case",
    /// Write for colleagues.
    Note = "note",
    /// Give a case to an officer.
    Assign = "assign",
    /// Answer the customer.
    Reply = "reply",
    /// Ask the customer, and let the clock stand still; or go on.
    Wait = "wait",
    /// Ask another agency to take over.
    Transfer = "transfer",
    /// Take over, or send back.
    AnswerTransfer = "answer-transfer",
    /// Ask a partner for a part.
    AskTask = "ask-task",
    /// Answer such a request.
    AnswerTask = "answer-task",
    /// Let another case speak for this one.
    MarkDuplicate = "mark-duplicate",
    /// Put cases together, and take them apart.
    Arrange = "arrange",
    /// Correct what the customer was understood to have said.
    Correct = "correct",
    /// Offer the customer something, or ask a superior for it.
    Offer = "offer",
    /// Answer as the superior.
    Approve = "approve",
    /// End the work.
    Resolve = "resolve",
    /// Take the end back.
    Reopen = "reopen",
    /// Want it no longer.
    Withdraw = "withdraw",
    /// Write as the customer.
    Write = "write",
    /// Join the line of an office, and leave it again.
    JoinLine = "join-line",
    /// See who is at an office, sit at its counters and call whoever is next.
    ServeVisits = "serve-visits",
    /// Book a time at an office for somebody, find it again, move it and give it up.
    KeepBookings = "keep-bookings",
    /// Close and open an office's lines, tell everybody who waits something, and free counters.
    LeadLobby = "lead-lobby",
    /// Say how it went.
    Rate = "rate",
    /// See a customer's record.
    ReadCustomer = "read-customer",
    /// See and replay jobs.
    RunJobs = "run-jobs",
    /// Make and withdraw tokens.
    ManageTokens = "manage-tokens",
    /// Set up the screens and kiosks of an office, and switch them off.
    ManageDevices = "manage-devices",
    /// Set the password of a colleague, and end their sessions.
    ManageSignIns = "manage-sign-ins",
    /// See what a colleague has in hand, and whether they serve.
    ReadTeam = "read-team",
    /// Read an article, also one that is for officers only.
    ReadArticle = "read-article",
    /// Write an article, publish it, retire it, and say that it is still right.
    WriteArticle = "write-article",
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
