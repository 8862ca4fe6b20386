//! One-time codes: six digits that are sent to an address and prove that it is somebody's own.
//!
//! Whoever asks learns nothing from the answer: an address that no customer has gets a code too, which is never sent
//! and opens nothing, and takes the same work.

use crate::outbox::{self, CODE_LIFE, Letter};
use crate::replay::hex;
use crate::{Act, Refusal, Verb};
use records::codes::{self, Code};
use records::{Tx, customers};
use terms::{CodeId, CodePurpose, ContactPoint, MessageKind, MessageState};
use wording::{Argument, Language};

/// How often a code may be tried. With three codes an hour, whoever guesses has fifteen chances in a million.
const MOST_TRIES: u32 = 5;
/// A code has six digits.
const CODES: u64 = 1_000_000;
const DIGITS: usize = 6;
/// The zeros of the digits that our languages are written with.
const ZEROS: [char; 5] = ['0', '٠', '۰', '०', '௦'];

/// Sends a code to an address. It is good for ten minutes, for one use and for this purpose alone.
///
/// The answer is the same, and comes as quickly, whether a customer has this address or nobody does.
pub fn ask_code(tx: &mut Tx<'_>, act: &Act, point: &ContactPoint, purpose: CodePurpose) -> Verb<CodeId> {
    let to = matching::email(&point.value).filter(|to| to.kind == point.kind);
    let to = to.ok_or_else(|| Refusal::invalid("email", "write an e-mail address like name@example.org"))?;
    let known = customers::known_at(tx, &to)?;
    let spoken = known.as_ref().and_then(|(_, language)| language.as_deref()).and_then(Language::of);
    let language = spoken.or_else(|| Language::of(act.city().language())).unwrap_or(Language::FALLBACK);
    let id = CodeId::new(act.at, &act.chance);
    let digits = format!("{:0DIGITS$}", act.chance.below(CODES));
    let held = known.is_none().then_some("no customer has this address");
    let message = outbox::keep(tx, act, &letter(act, to, language, &digits), held)?;
    // The job of a message that is held does nothing, and takes as long to queue as one that does.
    outbox::queue(tx, act, message.id)?;
    let leaves = message.state == MessageState::Waiting;
    let code = Code {
        id,
        // What nobody was told must not be guessed either.
        point: known.map(|(point, _)| point).filter(|_| leaves),
        purpose,
        hash: hash(id, &digits),
        expires_at: act.at.checked_add(CODE_LIFE).unwrap_or(act.at),
        tries_left: MOST_TRIES,
        created_at: act.recorded_at,
    };
    codes::insert(tx, &code)?;
    Ok(id)
}

/// Uses a code: the address that it proves, which is then proven for every customer who has it. Nothing if the code is
/// wrong, over, used, tried too often, or for another purpose; which of these is not told.
pub fn use_code(
    tx: &mut Tx<'_>,
    act: &Act,
    id: CodeId,
    purpose: CodePurpose,
    digits: &str,
) -> Verb<Option<ContactPoint>> {
    let Some((expected, point)) = codes::take_try(tx, id, purpose, act.at)? else { return Ok(None) };
    let right = same(&expected, &hash(id, &normal(digits)));
    let Some(point) = point.filter(|_| right) else { return Ok(None) };
    codes::used(tx, id)?;
    Ok(customers::prove(tx, point)?)
}

fn letter(act: &Act, to: ContactPoint, language: Language, digits: &str) -> Letter {
    let name = ("city", Argument::Words(act.city().name.text(language.tag())));
    let minutes = ("count", Argument::Count(CODE_LIFE.as_mins()));
    let code = language.say_with("mail-code-words", &[("code", Argument::Words(digits)), minutes]);
    let body = [code, language.say("mail-code-beware"), outbox::foot(act, language)];
    Letter {
        to,
        language,
        subject: language.say_with("mail-code", &[name]),
        body: body.join("\n\n"),
        kind: MessageKind::Code,
        case: None,
        unsubscribe: None,
    }
}

/// The id is the salt: the same digits of two codes have two hashes.
fn hash(id: CodeId, digits: &str) -> String {
    hex(format!("{id}:{digits}").as_bytes())
}

/// The digits of what somebody typed, in whichever script, without what stands between them.
fn normal(typed: &str) -> String {
    let digit = |c: char| {
        ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|d| *d < 10))
    };
    typed.chars().filter_map(digit).filter_map(|digit| char::from_digit(digit, 10)).take(DIGITS + 1).collect()
}

/// Whether two hashes are equal, in a time that does not tell where they differ.
fn same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    one.len() == other.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_are_read_in_every_script_of_ours() {
        for typed in [
            "123456",
            " 123 456 ",
            "123-456",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "१२३४५६",
            "௧௨௩௪௫௬",
            "\u{2068}123456\u{2069}",
        ] {
            assert_eq!(normal(typed), "123456", "{typed}");
        }
        assert_ne!(normal("1234567"), "123456", "one too many is not the code");
        assert!(same("ab", "ab") && !same("ab", "ac") && !same("ab", "abc") && !same("", "a"));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_at_most_seven_digits(typed in ".{0,200}") {
            let digits = normal(&typed);
            prop_assert!(digits.len() <= 7 && digits.chars().all(|c| c.is_ascii_digit()));
        }
    }
}
