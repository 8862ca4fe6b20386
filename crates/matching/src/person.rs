//! Whether somebody who writes from a known address is the customer who is known there.

use std::collections::BTreeSet;

/// Whether two names given at the same address may belong to one customer. A name that is missing contradicts
/// nothing; two names must share a word of at least two letters. Households share addresses, so a different name
/// is a different person until somebody says otherwise.
pub fn same_customer(known: Option<&str>, given: Option<&str>) -> bool {
    match (known.map(words), given.map(words)) {
        (Some(known), Some(given)) if !known.is_empty() && !given.is_empty() => !known.is_disjoint(&given),
        _ => true,
    }
}

fn words(name: &str) -> BTreeSet<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chatwoot_4728_a_shared_mailbox_does_not_make_two_people_one() {
        assert!(!same_customer(Some("Mae Lee"), Some("Tomás Rivera")));
        assert!(same_customer(Some("Mae Lee"), Some("LEE, Mae")));
        assert!(same_customer(Some("Mae Lee"), Some("M. Lee")));
        assert!(same_customer(None, Some("Mae Lee")) && same_customer(Some("Mae Lee"), Some(" ")));
        assert!(same_customer(Some("سلمى حداد"), Some("حداد")));
    }
}
