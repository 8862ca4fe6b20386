//! Files that customers and officers sent, checked and made safe before they came here.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use policy::{Reach, Scope};
use terms::{AskingId, CaseId, ContactId, FileId};

pub(crate) const COLUMNS: &str =
    "id, asking_id, case_id, contact_id, kind, name, size, width, height, public, at";

/// What is known of a file; its bytes are read by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// The request that is being written for which it was sent.
    pub asking: Option<AskingId>,
    /// The case that it belongs to.
    pub case: Option<CaseId>,
    /// The message that it came with; none for what came with the request.
    pub contact: Option<ContactId>,
    /// Its media type.
    pub kind: String,
    /// What its sender called it, made harmless.
    pub name: String,
    /// In bytes.
    pub size: i64,
    /// In pixels, of a picture.
    pub width: Option<i64>,
    /// In pixels, of a picture.
    pub height: Option<i64>,
    /// Whether everybody may see it.
    pub public: bool,
    /// When it came.
    pub at: Timestamp,
}

/// Which bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// The small picture, or all of it where there is none.
    Thumbnail,
}

/// Saves a file. Its bytes are base64.
pub fn insert(tx: &mut Tx<'_>, file: &File, (body, thumbnail): (&str, Option<&String>)) -> Result<(), Broke> {
    tx.execute(
        "insert into files (id, asking_id, case_id, contact_id, kind, name, size, width, height, public, body, \
         thumbnail, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            file.id,
            file.asking,
            file.case,
            file.contact,
            &file.kind,
            &file.name,
            file.size,
            file.width,
            file.height,
            file.public,
            body,
            thumbnail,
            file.at,
        ],
    )
    .map(drop)
}

/// The files of a case, oldest first. The scope is the one under which the case was read; one of the public reaches only
/// what everybody may see.
pub fn of_case(tx: &mut Tx<'_>, scope: &Scope, case: CaseId) -> Result<Vec<File>, Broke> {
    let Some(condition) = seen(scope) else { return Ok(Vec::new()) };
    tx.all(
        &format!("select {COLUMNS} from files where case_id = $1{condition} order by id"),
        params![case],
        file,
    )
}

/// The first pictures of cases that everybody may see, by case.
pub fn first_pictures(tx: &mut Tx<'_>, cases: &[CaseId]) -> Result<Vec<(CaseId, FileId)>, Broke> {
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=cases.len()).map(|place| format!("${place}")).collect();
    let params: Vec<crate::Value<'_>> = cases.iter().map(|case| (*case).into()).collect();
    tx.all(
        &format!(
            "select case_id, min(id) from files where case_id in ({}) and public = true and thumbnail is not null \
             group by case_id",
            places.join(", ")
        ),
        &params,
        |row| Ok((row.parse()?, row.parse()?)),
    )
}

/// The files of a request that is being written.
pub fn of_asking(tx: &mut Tx<'_>, asking: AskingId) -> Result<Vec<File>, Broke> {
    tx.all(
        &format!("select {COLUMNS} from files where asking_id = $1 and case_id is null order by id"),
        params![asking],
        file,
    )
}

/// A file of a case with its bytes in base64, if the scope under which the case was read reaches it.
pub fn bytes(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (case, id): (CaseId, FileId),
    part: Part,
) -> Result<Option<(File, String)>, Broke> {
    let Some(condition) = seen(scope) else { return Ok(None) };
    let column = column(part);
    tx.first(
        &format!("select {COLUMNS}, {column} from files where id = $1 and case_id = $2{condition}"),
        params![id, case],
        |row| Ok((file(row)?, row.take()?)),
    )
}

/// A file of a request that is being written, with its bytes in base64.
pub fn bytes_of_asking(
    tx: &mut Tx<'_>,
    (asking, id): (AskingId, FileId),
    part: Part,
) -> Result<Option<(File, String)>, Broke> {
    let column = column(part);
    tx.first(
        &format!("select {COLUMNS}, {column} from files where id = $1 and asking_id = $2"),
        params![id, asking],
        |row| Ok((file(row)?, row.take()?)),
    )
}

/// Gives the files of a request to the case that it became.
pub fn hand_over(tx: &mut Tx<'_>, asking: AskingId, case: CaseId) -> Result<u64, Broke> {
    tx.execute(
        "update files set case_id = $2 where asking_id = $1 and case_id is null",
        params![asking, case],
    )
}

/// Takes a file of a request that was not sent away.
pub fn remove(tx: &mut Tx<'_>, asking: AskingId, id: FileId) -> Result<u64, Broke> {
    tx.execute("delete from files where id = $1 and asking_id = $2 and case_id is null", params![id, asking])
}

fn seen(scope: &Scope) -> Option<&'static str> {
    match scope.reach() {
        Reach::Nothing => None,
        Reach::Public => Some(" and public = true"),
        Reach::Some { .. } | Reach::Everything => Some(""),
    }
}

const fn column(part: Part) -> &'static str {
    match part {
        Part::Whole => "body",
        Part::Thumbnail => "coalesce(thumbnail, body)",
    }
}

pub(crate) fn file(row: &mut Row<'_>) -> Result<File, Broke> {
    Ok(File {
        id: row.parse()?,
        asking: row.parse_opt()?,
        case: row.parse_opt()?,
        contact: row.parse_opt()?,
        kind: row.take()?,
        name: row.take()?,
        size: row.take()?,
        width: row.take()?,
        height: row.take()?,
        public: row.take()?,
        at: row.take()?,
    })
}
