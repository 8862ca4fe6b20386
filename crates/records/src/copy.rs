//! Moving a whole deployment: every table, row by row, from one open transaction to another.

use crate::row::Column;
use crate::{Broke, Tx, Value, cases, many};

/// The tables with their columns and a sort key, parents before children.
const TABLES: &[(&str, &str, &str)] = &[
    ("customers", "id, kind, name, language, created_at", "id"),
    ("contact_points", "id, customer_id, kind, value, verified, created_at", "id"),
    (
        "cases",
        "id, reference, revision, counted, kind, service, public, district, channel, customer_id, opened_at, promised_at, \
         first_reply_due_at, flags, description, answers, address, address_id, zipcode, lat, long, media_url, \
         secret_hash, agency, queue, updated_at, status, due_at, waiting_since, completion_missed, \
         first_reply_missed, assignee, first_replied_at, closed_at, outcome, transfer_to, open_tasks, duplicate_of, \
         reopened, feedback_invited, ratings, status_notes, about_agency, about_office, about_officer, about_case, \
         language, merged_into, parent, children, snoozed_until, warned, original_due_at",
        "id",
    ),
    (
        "events",
        "id, case_id, number, customer_id, visit_id, booking_id, at, recorded_at, actor, channel, purpose, kind, \
         particulars",
        "id",
    ),
    (
        "visits",
        "id, revision, office, day, letter, number, entry, language, customer_id, case_id, joined_at, status, line, \
         priority, reason, kept_for, place_at, counter, officer, called_at, calls, served_at, ended_at, ended, \
         outcome, secret_hash, last_called_at, said_half, said_most, reckoned_half, reckoned_most, needs, interpreter, \
         unanswered, again_at, window_from, window_until",
        "id",
    ),
    ("call_back_numbers", "visit_id, office, day, phone", "visit_id"),
    (
        "counters",
        "office, counter, officer, visit_id, last_visit_id, undo_until, revision, opened_at, idle_since, takes, case_id, \
         last_case_id, case_given",
        "office, counter",
    ),
    ("lobbies", "office, revision, day, closed_lines, announcement, announced_until, emergency_at", "office"),
    (
        "visit_facts",
        "office, day, line, hour, joined, called, in_time, waited_ms, served, served_ms, no_shows, gave_up, unserved, \
         overtaken, overtaken_by_priority, windows, windows_kept, overtaken_by_line, lost",
        "office, day, line, hour",
    ),
    ("visit_waits", "office, day, line, bucket, called, gone", "office, day, line, bucket"),
    ("visit_promises", "office, day, line, promised_ms", "office, day, line"),
    (
        "bookings",
        "id, reference, revision, office, line, language, name, email, phone, customer_id, made_at, status, counter, \
         starts_at, ends_at, day, fixed_at, changed_at, sequence, reminded_at, earlier_since, visit_id, closed_at, \
         needs, interpreter",
        "id",
    ),
    ("booking_cells", "office, counter, at, holder, held_until", "office, counter, at"),
    ("booking_holds", "id, session, booking_id, office, line, counter, starts_at, ends_at, held_until", "id"),
    ("booking_refusals", "booking_id, starts_at", "booking_id, starts_at"),
    ("booking_links", "hash, booking_id", "hash"),
    ("kiosk_printers", "office, kiosk, printed_at, failing_since, failure", "office, kiosk"),
    ("kiosk_ranges", "office, kiosk, day, given_at", "office, kiosk, day"),
    (
        "kiosk_tickets",
        "office, kiosk, day, letter, number, line, given_at, told_at, answer",
        "office, day, letter, number",
    ),
    ("printouts", "visit_id, office, kiosk, content, state, created_at, error", "visit_id"),
    ("case_words", "number, case_id, words", "number"),
    ("contacts", "id, case_id, direction, kind, channel, writer, body, at", "id"),
    ("reporters", "case_id, from_case_id, customer_id, joined_at", "case_id, from_case_id"),
    ("followers", "case_id, mailbox, to_value, language, secret, asked_at, confirmed_at", "case_id, mailbox"),
    (
        "tasks",
        "id, case_id, agency, words, answer_words, state, asked_by, asked_at, due_at, answered_at, revision",
        "id",
    ),
    (
        "approvals",
        "id, case_id, remedy, amount, outcome, message, asked_by, officer, asked_at, due_at, state, answered_at, \
         revision",
        "id",
    ),
    ("escalations", "case_id, officer, why, at", "case_id, officer, why"),
    ("corrections", "id, case_id, what, before_words, after_words, words, corrected_by, at", "id"),
    ("feedback", "id, case_id, score, words, channel, at", "id"),
    ("drafts", "id, case_id, writer, words, why, at", "id"),
    (
        "compositions",
        "id, reference, officer, kind, outcome, words, revision, base, state, why, send_at, at",
        "id",
    ),
    ("inbox", "id, token, body, received_at, case_id", "id"),
    ("sessions", "hash, case_id, held_at", "hash, case_id"),
    ("askings", "id, session, link, service, body, revision, case_id, created_at, updated_at", "id"),
    (
        "files",
        "id, asking_id, case_id, contact_id, kind, name, size, width, height, public, body, thumbnail, at, \
         composition_id",
        "id",
    ),
    ("page_feedback", "id, page, language, score, words, at", "id"),
    ("replays", "door, key, fingerprint, answer, at", "door, key"),
    ("jobs", "id, class, kind, payload, state, run_at, attempts, last_error, created_at", "id"),
    (
        "outbox",
        "id, case_id, channel, to_value, mailbox, language, subject, body, kind, state, created_at, sent_at, error, \
         unsubscribe",
        "id",
    ),
    ("codes", "id, contact_point_id, purpose, hash, expires_at, tries_left, created_at", "id"),
    ("recents", "officer, case_id, at", "officer, case_id"),
    ("known_words", "word, n", "word"),
    ("spellings", "part, word", "part, word"),
    ("words_known", "id, number", "id"),
    ("officer_sessions", "hash, officer, browser, changes_password, begun_at, seen_at, ended_at", "hash"),
    ("officer_passwords", "officer, hash, temporary, set_at", "officer"),
    ("officer_browsers", "hash, officer, seen_at", "hash, officer"),
    ("sign_in_tries", "lane, tries, next_at, tried_at", "lane"),
    (
        "shifts",
        "id, officer, status, back_at, channels, languages, note, begun_at, changed_at, ended_at",
        "id",
    ),
    ("views", "id, owner, agency, name, filter, sorting, columns, created_at", "id"),
    ("view_columns", "officer, view, columns", "officer, view"),
    ("desk_choices", "officer, shortcuts", "officer"),
    ("presence", "case_id, officer, doing, at", "case_id, officer"),
    ("bulk_acts", "id, officer, body, back, created_at, begun_at, undone_at", "id"),
    ("bulk_items", "bulk_id, place, case_id, revision, state, why, before, done_at, plan", "bulk_id, place"),
    ("macros", "id, owner, agency, team, name, steps, created_at", "id"),
    ("tokens", "id, name, hash, scopes, officer, agency, created_at, expires_at, revoked_at", "id"),
    ("devices", "id, kind, office, name, kiosk_number, hash, added_at, seen_at, revoked_at", "id"),
    (
        "daily_facts",
        "day, service, agency, district, channel, measure, bucket, n",
        "measure, day, service, agency, district, channel, bucket",
    ),
    (
        "imports",
        "source, fingerprint, rows_done, taken, known, rejected, flagged, updated_at",
        "source, fingerprint",
    ),
    ("city_versions", "fingerprint, since", "fingerprint"),
    (
        "articles",
        "id, code, owner, agency, audience, state, services, keywords, reviewed_on, review_on, on_page, from_city, \
         revision, changed_at",
        "id",
    ),
    ("article_texts", "article_id, language, title, body", "article_id, language"),
    (
        "article_revisions",
        "article_id, number, what, language, title, body, officer, at",
        "article_id, number",
    ),
    ("article_uses", "article_id, case_id, officer, at", "article_id, case_id"),
    ("article_feedback", "id, article_id, helped, words, language, officer, at", "id"),
    ("composition_articles", "composition_id, article_id", "composition_id, article_id"),
];

/// Rows a table, in the order of the tables.
pub type Tally = Vec<(&'static str, u64)>;

/// One row on its way.
pub type Cells = Vec<Value<'static>>;

/// The names of the tables that are copied.
pub fn tables() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(table, _, _)| *table)
}

/// Reads all rows of a table and hands them over in batches.
pub fn read_table(
    tx: &mut Tx<'_>,
    table: &str,
    batch: usize,
    mut with: impl FnMut(Vec<Cells>) -> Result<(), Broke>,
) -> Result<u64, Broke> {
    let (name, columns, order) = find(table)?;
    let width = columns.split(',').count();
    let mut rows = Vec::with_capacity(batch);
    let mut total = 0;
    tx.each(&format!("select {columns} from {name} order by {order}"), &[], |row| {
        rows.push((0..width).map(|place| row.column(place).map(owned)).collect::<Result<_, _>>()?);
        total += 1;
        if rows.len() == batch { with(std::mem::take(&mut rows)) } else { Ok(()) }
    })?;
    if !rows.is_empty() {
        with(rows)?;
    }
    Ok(total)
}

/// Writes rows that were read by [`read_table`].
pub fn write_rows(tx: &mut Tx<'_>, table: &str, rows: &[Cells]) -> Result<(), Broke> {
    let (name, columns, _) = find(table)?;
    // SQLite has no type for yes and no; PostgreSQL insists on it.
    let booleans: Vec<usize> = columns
        .split(',')
        .enumerate()
        .filter(|(_, column)| is_boolean(column.trim()))
        .map(|(place, _)| place)
        .collect();
    let mut rows = rows.to_vec();
    for row in &mut rows {
        for place in &booleans {
            if let Value::Int(number) = row[*place] {
                row[*place] = Value::Bool(number == 1);
            }
        }
    }
    many::insert(tx, &format!("{name} ({columns})"), &rows, "")?;
    if name == "case_words" {
        cases::index_rows(tx, &rows)?;
    }
    Ok(())
}

/// Whether nothing has been written to a database yet.
pub fn is_empty(tx: &mut Tx<'_>) -> Result<bool, Broke> {
    for table in tables() {
        let found = tx.count(
            &format!("select count(*) from (select 1 as found from {table} limit 1) as first_row"),
            &[],
        )?;
        if found != 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many rows each table has.
pub fn tally(tx: &mut Tx<'_>) -> Result<Tally, Broke> {
    tables()
        .map(|table| {
            let n = tx.count(&format!("select count(*) from {table}"), &[])?;
            Ok((table, u64::try_from(n).unwrap_or(0)))
        })
        .collect()
}

fn find(table: &str) -> Result<(&'static str, &'static str, &'static str), Broke> {
    let found = TABLES.iter().find(|(name, _, _)| *name == table);
    found.copied().ok_or_else(|| Broke::Engine(format!("there is no table {table:?}")))
}

fn is_boolean(column: &str) -> bool {
    matches!(
        column,
        "public"
            | "verified"
            | "completion_missed"
            | "first_reply_missed"
            | "feedback_invited"
            | "warned"
            | "on_page"
            | "from_city"
            | "helped"
            | "temporary"
            | "changes_password"
            | "shortcuts"
    )
}

fn owned(column: Column<'_>) -> Value<'static> {
    match column {
        Column::Null => Value::Null,
        Column::Text(text) => Value::from(text.to_owned()),
        Column::Int(number) => Value::Int(number),
        Column::Bool(answer) => Value::Bool(answer),
        Column::Real(number) => Value::Real(number),
    }
}
