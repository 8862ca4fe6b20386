//! Messages that leave the house, and the codes that prove an address.

use crate::word::words;

words! {
    /// What a message that leaves the house is for.
    MessageKind, "kind of message", {
        /// It carries a code that proves an address; the code is all that it says.
        Code = "code",
        /// It tells what happened to a case, or to a report that somebody follows; only for addresses that are proven.
        Notice = "notice",
        /// It carries a link with a secret.
        Link = "link",
        /// It says that we have a case or that there is an answer, how the case is followed, and nothing that anybody wrote.
        Follow = "follow",
    }
}

words! {
    /// What became of a message.
    MessageState, "state of a message", {
        /// It is to leave as soon as it can.
        Waiting = "waiting",
        /// The next mail server has it.
        Sent = "sent",
        /// It will never leave.
        Failed = "failed",
        /// It was kept back, and will never leave.
        Held = "held",
    }
}

words! {
    /// What a code opens. One that was asked for one thing opens no other.
    CodePurpose, "purpose of a code", {
        /// It proves that an address is somebody's own.
        Verify = "verify",
        /// It lets somebody see all their cases.
        SignIn = "sign-in",
    }
}

impl MessageKind {
    /// Whether its words hold a secret. They are blanked once it has left.
    pub const fn is_secret(self) -> bool {
        match self {
            Self::Code | Self::Link => true,
            Self::Notice | Self::Follow => false,
        }
    }

    /// Whether it may go to an address that nobody has proven. Such an address may be a stranger's, so no words of a
    /// customer go there.
    pub const fn suits_strangers(self) -> bool {
        match self {
            Self::Code | Self::Link | Self::Follow => true,
            Self::Notice => false,
        }
    }
}
