//! How far each case of an act on many is, and why something was not done to it.

/// Declares names with their written form.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? } or $other:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Its written form.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            pub(super) fn of(text: &str) -> Self {
                [$(Self::$variant),+].into_iter().find(|one| one.as_str() == text).unwrap_or(Self::$other)
            }
        }
    };
}

names! {
    /// How far a case is.
    ItemState {
        /// It will be done.
        Planned = "planned",
        /// It cannot be done.
        Cannot = "cannot",
        /// It is done.
        Done = "done",
        /// It could not be done when its turn came.
        Refused = "refused",
        /// It was taken back.
        Undone = "undone",
        /// It could not be taken back.
        Kept = "kept",
    } or Cannot
}

names! {
    /// Why something is not done to a case.
    Why {
        /// It is closed.
        Closed = "closed",
        /// The officer may not do this to it.
        Forbidden = "forbidden",
        /// The other officer works for another agency.
        Elsewhere = "elsewhere",
        /// It is about that officer.
        About = "about",
        /// It is so already.
        Already = "already",
        /// Its service knows no such outcome.
        Outcome = "outcome",
        /// A partner has not done its part.
        Tasks = "tasks",
        /// Its customer has been asked already.
        Asked = "asked",
        /// Its end needs a second person.
        Second = "second",
        /// It changed since it was looked at.
        Changed = "changed",
        /// It is out of the officer's reach.
        Gone = "gone",
        /// Something else.
        Other = "other",
    } or Other
}
