//! Files that come with a request or with a message: checked and made safe before they are kept.

use super::asking::written;
use crate::cases::load;
use crate::customers::Session;
use crate::{Act, Refusal, Verb};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use policy::Action;
use records::Tx;
use records::files::{self, File, Part};
use terms::{AskingId, CaseId, ContactId, FileId, Reference};
use uploads::Taken;

/// Files of one request.
pub const MOST_FILES: usize = 5;
/// Files of one case.
const MOST_OF_CASE: usize = 50;

/// Keeps a file for a request that is being written.
pub fn attach(tx: &mut Tx<'_>, act: &Act, session: &Session, id: AskingId, taken: &Taken) -> Verb<FileId> {
    let writing = written(tx, act, session, id)?;
    if writing.asking.case.is_some() {
        return Err(Refusal::conflict("the request was sent already; add the file where you follow it"));
    }
    if files::of_asking(tx, id)?.len() >= MOST_FILES {
        return Err(Refusal::invalid("files", format!("send at most {MOST_FILES} files with a request")));
    }
    let public = act.city().services.get(&writing.asking.service).is_some_and(|service| service.public);
    keep(tx, &File { asking: Some(id), ..file(act, taken, public) }, taken)
}

/// The files of a request that is being written.
pub fn attached(tx: &mut Tx<'_>, act: &Act, session: &Session, id: AskingId) -> Verb<Vec<File>> {
    written(tx, act, session, id)?;
    Ok(files::of_asking(tx, id)?)
}

/// A file of a request that is being written, and its bytes.
pub fn attachment(
    tx: &mut Tx<'_>,
    act: &Act,
    session: &Session,
    (id, file, part): (AskingId, FileId, Part),
) -> Verb<(File, String)> {
    written(tx, act, session, id)?;
    files::bytes_of_asking(tx, (id, file), part)?.ok_or(Refusal::NotFound("file"))
}

/// Takes a file of a request that is being written away.
pub fn detach(tx: &mut Tx<'_>, act: &Act, session: &Session, (id, file): (AskingId, FileId)) -> Verb<()> {
    written(tx, act, session, id)?;
    Ok(files::remove(tx, id, file).map(drop)?)
}

/// Keeps a file that came with a message about a case. It is for the customer and those who serve, never public.
pub fn attach_to(
    tx: &mut Tx<'_>,
    act: &Act,
    reference: &Reference,
    (contact, taken): (Option<ContactId>, &Taken),
) -> Verb<FileId> {
    let case = load(tx, act, reference, Action::ReadCase)?;
    let known = files::of_case(tx, &act.scope(), case.id)?;
    if known.len() >= MOST_OF_CASE {
        return Err(Refusal::conflict(format!("a case has at most {MOST_OF_CASE} files")));
    }
    let of_case = File { case: Some(case.id), contact, ..file(act, taken, false) };
    keep(tx, &of_case, taken)
}

/// Keeps a file for something that is being written.
pub(crate) fn file_for_later(tx: &mut Tx<'_>, act: &Act, taken: &Taken) -> Verb<FileId> {
    keep(tx, &file(act, taken, false), taken)
}

fn file(act: &Act, taken: &Taken, public: bool) -> File {
    File {
        id: FileId::new(act.at, &act.chance),
        asking: None,
        case: None::<CaseId>,
        contact: None,
        kind: taken.kind.media_type().to_owned(),
        name: taken.name.clone(),
        size: i64::try_from(taken.bytes.len()).unwrap_or(i64::MAX),
        width: taken.width.map(i64::from),
        height: taken.height.map(i64::from),
        // Pictures of what is public are public; documents may hold anything.
        public: public && taken.kind.is_picture(),
        at: act.at,
    }
}

fn keep(tx: &mut Tx<'_>, file: &File, taken: &Taken) -> Verb<FileId> {
    let body = BASE64_STANDARD.encode(&taken.bytes);
    let thumbnail = taken.thumbnail.as_ref().map(|bytes| BASE64_STANDARD.encode(bytes));
    files::insert(tx, file, (&body, thumbnail.as_ref()))?;
    Ok(file.id)
}

/// The bytes of a file that is kept as base64.
pub fn bytes_of(body: &str) -> Verb<Vec<u8>> {
    BASE64_STANDARD.decode(body).map_err(|error| records::Broke::Engine(error.to_string()).into())
}
