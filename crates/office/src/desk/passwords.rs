//! Passwords: read as they were meant, judged, hashed and checked. Nothing here touches the database.
//!
//! A hash takes 19 MiB and tens of milliseconds: it belongs on a thread of its own, and no more than [`AT_ONCE`] at once.

use crate::city::Officer;
use crate::{Refusal, Verb};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::LazyLock;
use terms::{Chance, OfficerCode, Secret};
use unicode_normalization::UnicodeNormalization;

/// Memory, passes and lanes of Argon2id, as OWASP's Password Storage Cheat Sheet recommends them first of five equal
/// ways (2025): 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Bytes of salt, as RFC 9106 recommends (section 3.1).
const SALT_BYTES: usize = 16;

/// Hashes that are computed at the same time: 38 MiB, whoever asks.
pub const AT_ONCE: usize = 2;
/// The shortest password, in characters. NIST SP 800-63B asks for 8 at least, OWASP for 8 with a second factor and for 15
/// without; nothing is asked of which characters.
pub const SHORTEST: usize = 12;
/// The longest password, in characters: longer than any sentence that somebody types, and no work to hash.
pub const LONGEST: usize = 256;
/// Characters that a password must have besides its officer's own name and code.
const OWN: usize = 6;

/// A hash of nothing, for those who have no password: to check against it takes as long as against any other.
static NOTHING: LazyLock<String> =
    LazyLock::new(|| hash_with(&Password(String::new()), &[0; SALT_BYTES]).unwrap_or_default());

/// A password in its one written form. It never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// It has too few characters.
    Short,
    /// It has too many.
    Long,
    /// It is the officer's own name or code, with little besides.
    Name,
    /// It holds signs that nobody can type.
    NoText,
}

impl Password {
    /// The password that somebody typed, in whichever of the ways that look the same (RFC 8265, section 4.2.2: NFC, and
    /// every space is one). Marks of direction that were copied along are no part of it.
    pub fn of(typed: &str) -> Self {
        let same = |c: char| if c.is_whitespace() && !c.is_control() { ' ' } else { c };
        Self(typed.chars().filter(|c| !forms::turns_around(*c)).map(same).nfc().collect())
    }

    /// A new one that nobody can guess, for one sign-in: 80 random bits.
    pub fn temporary(chance: &Chance) -> (Self, String) {
        let text = Secret::new(chance).to_string();
        (Self::of(&text), text)
    }

    /// Whether an officer may have it.
    pub fn check(&self, code: &OfficerCode, officer: &Officer) -> Result<(), Weak> {
        let count = self.0.chars().count();
        if self.0.chars().any(char::is_control) {
            return Err(Weak::NoText);
        }
        if count < SHORTEST {
            return Err(Weak::Short);
        }
        if count > LONGEST {
            return Err(Weak::Long);
        }
        let mut rest = self.0.to_lowercase();
        let name = officer.name.to_lowercase();
        for own in name.split_whitespace().chain([code.as_str()]).filter(|own| !own.is_empty()) {
            rest = rest.replace(own, "");
        }
        let rest = rest.chars().filter(|c| c.is_alphanumeric()).count();
        if rest < OWN && rest < self.0.chars().filter(|c| c.is_alphanumeric()).count() {
            return Err(Weak::Name);
        }
        Ok(())
    }

    /// What it is checked against from now on, as a PHC string.
    pub fn hash(&self, chance: &Chance) -> Verb<String> {
        hash_with(self, &chance.bytes::<SALT_BYTES>())
            .ok_or_else(|| Refusal::conflict("the password cannot be hashed"))
    }

    /// Whether it is the one that was hashed. Where there is none it takes as long, and is wrong.
    pub fn is(&self, hash: Option<&str>) -> bool {
        // Nobody ever had more; hashing it would be work for nothing.
        if self.0.chars().count() > LONGEST {
            return false;
        }
        let kept = PasswordHash::new(hash.unwrap_or(&NOTHING));
        let same = kept.is_ok_and(|kept| way().verify_password(self.0.as_bytes(), &kept).is_ok());
        same && hash.is_some()
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Weak {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "desk-password-short",
            Self::Long => "desk-password-long",
            Self::Name => "desk-password-name",
            Self::NoText => "desk-password-no-text",
        }
    }
}

fn way() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash_with(password: &Password, salt: &[u8]) -> Option<String> {
    Some(way().hash_password_with_salt(password.0.as_bytes(), salt).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lee() -> Officer {
        Officer {
            code: OfficerCode::new("lee"),
            name: "Lee Santos".to_owned(),
            public_name: None,
            office: None,
            agency: None,
            roles: Vec::new(),
            languages: Vec::new(),
            trainings: Vec::new(),
            superior: None,
        }
    }

    fn check(typed: &str) -> Result<(), Weak> {
        Password::of(typed).check(&OfficerCode::new("lee"), &lee())
    }

    #[test]
    fn a_password_is_long_and_not_ones_own_name_and_nothing_else_is_asked() {
        for good in ["correct horse battery", "aaaaaaaaaaaa", "كلمة سر طويلة جدا", "leelee and the lamp"]
        {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, why) in [
            ("", Weak::Short),
            ("eleven sign", Weak::Short),
            ("Lee Santos 2015", Weak::Name),
            ("leeleeleeleelee", Weak::Name),
            ("LEE.SANTOS.LEE", Weak::Name),
            ("with a nul\0inside", Weak::NoText),
            (&"x".repeat(LONGEST + 1), Weak::Long),
        ] {
            assert_eq!(check(bad), Err(why), "{bad}");
        }
        assert!(check(&"x".repeat(LONGEST)).is_ok());
    }

    #[test]
    fn what_looks_the_same_is_the_same_password() {
        let chance = Chance::from_seed([1; 32]);
        let hash = Password::of("caf\u{e9} au lait noir").hash(&chance).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(Password::of("cafe\u{301} au\u{a0}lait noir\u{2069}").is(Some(&hash)));
        assert!(!Password::of("cafe au lait noir").is(Some(&hash)));
        assert_ne!(
            hash,
            Password::of("caf\u{e9} au lait noir").hash(&chance).unwrap(),
            "each has its own salt"
        );
        for none in [None, Some(""), Some("$argon2id$"), Some(NOTHING.as_str())] {
            assert!(!Password::of("caf\u{e9} au lait noir").is(none), "{none:?}");
        }
        assert!(!Password::of("").is(None));
        assert!(!format!("{:?}", Password::of("secret words here")).contains("secret"));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_in_one_form_and_judged(typed in "\\PC{0,300}") {
            let once = Password::of(&typed);
            prop_assert!(once == Password::of(&once.0));
            if let Ok(()) = once.check(&OfficerCode::new("lee"), &lee()) {
                let count = once.0.chars().count();
                prop_assert!((SHORTEST..=LONGEST).contains(&count));
            }
        }
    }
}
