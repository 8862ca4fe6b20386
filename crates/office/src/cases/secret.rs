//! The secret that a customer follows their case with; the house keeps its hash.

use crate::replay::hex;
use crate::{Act, Verb};
use records::Tx;
use terms::{Case, CaseId, Reference, Secret};

/// Whether a secret is the one of a case. Compares hashes, so that time tells nothing of the secret.
pub fn is_secret_of(case: &Case, secret: &Secret) -> bool {
    case.told.secret_hash.as_deref() == Some(hash_of(secret).as_str())
}

/// What is kept of a secret.
pub(crate) fn hash_of(secret: &Secret) -> String {
    hex(secret.as_str().as_bytes())
}

/// What is public of a case may be seen; its customer's secret makes it theirs. A text that is no secret opens nothing.
pub fn by_secret(tx: &mut Tx<'_>, act: &Act, reference: &Reference, secret: &str) -> Verb<Option<CaseId>> {
    let Ok(secret) = secret.parse::<Secret>() else { return Ok(None) };
    let case = records::cases::by_reference(tx, &act.public_scope(), reference)?;
    Ok(case.filter(|case| is_secret_of(case, &secret)).map(|case| case.id))
}
