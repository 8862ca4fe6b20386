//! What lets a customer follow their case: 80 random bits, as safe to copy by hand as a reference, told once.

use crate::Chance;
use crate::reference::{ALPHABET, digit};
use std::fmt;
use std::str::FromStr;

const LENGTH: usize = 16;

/// A secret such as `4XQ2-M0ZT-8RWA-KV6D`. It is kept by its customer; the house keeps its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; LENGTH]);

/// The text is no secret: not sixteen letters and digits, or one that secrets never hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSecret;

impl Secret {
    /// A new one.
    pub fn new(chance: &Chance) -> Self {
        Self::from_bytes(chance.bytes())
    }

    /// The one that follows from bytes; five bits of each sixteenth.
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(bytes.map(|byte| ALPHABET[usize::from(byte & 31)]))
    }

    /// The sixteen characters without hyphens, as they are hashed.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Secret {
    type Err = NoSecret;

    /// Reads what people write: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    fn from_str(text: &str) -> Result<Self, NoSecret> {
        let mut characters = [0; LENGTH];
        let mut count = 0;
        for character in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let value = digit(character).ok_or(NoSecret)?;
            *characters.get_mut(count).ok_or(NoSecret)? = ALPHABET[usize::from(value)];
            count += 1;
        }
        if count == LENGTH { Ok(Self(characters)) } else { Err(NoSecret) }
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.as_str();
        write!(f, "{}-{}-{}-{}", &text[0..4], &text[4..8], &text[8..12], &text[12..16])
    }
}

/// Never shown by accident.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl fmt::Display for NoSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a secret has sixteen letters and digits, such as 4XQ2-M0ZT-8RWA-KV6D")
    }
}

impl std::error::Error for NoSecret {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_people_write_it() {
        let secret = Secret::new(&Chance::from_seed([5; 32]));
        let written = secret.to_string();
        assert_eq!(written.len(), 19);
        assert_eq!(written.parse::<Secret>().unwrap(), secret);
        assert_eq!(written.to_lowercase().replace('-', " ").parse::<Secret>().unwrap(), secret);
        assert_eq!("ooooiiiillll0000".parse::<Secret>().unwrap().to_string(), "0000-1111-1111-0000");
        for wrong in ["", "4XQ2", "4XQ2-M0ZT-8RWA-KV6", "4XQ2-M0ZT-8RWA-KV6DD", "UUUUUUUUUUUUUUUU", "٤٤٤٤"]
        {
            assert!(wrong.parse::<Secret>().is_err(), "{wrong}");
        }
        assert!(!format!("{secret:?}").contains(secret.as_str()));
    }
}
