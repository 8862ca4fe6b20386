//! The names that a city gives to its own things: agencies, services, queues, officers and so on.

/// Declares the codes: lower-case words that configuration defines and rows refer to.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The code as written in the city's data.
            pub fn new(code: impl Into<String>) -> Self { Self(code.into()) }
            /// The written form.
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }
    )+};
}

codes! {
    /// A department.
    AgencyCode,
    /// A window at an office.
    CounterCode,
    /// A part of the city's area.
    DistrictCode,
    /// What people wait for at an office.
    LineCode,
    /// A place where an agency receives people.
    OfficeCode,
    /// A member of staff.
    OfficerCode,
    /// How a case ended, as the service names it.
    OutcomeCode,
    /// Waiting work of one kind.
    QueueCode,
    /// What an officer may offer to put something right.
    RemedyCode,
    /// An entry of the catalogue.
    ServiceCode,
    /// What an officer has learnt, and may do more for it.
    TrainingCode,
}
