//! Many rows in few statements, for those who bring many at once.

use crate::{Broke, Tx, Value};
use std::fmt::Write;

/// Rows a statement: few sizes, so that each text is prepared once.
const SIZES: [usize; 4] = [128, 16, 2, 1];

/// Inserts rows `into` a table with its columns; how many were new. `on_conflict` may be empty.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    into: &str,
    rows: &[Vec<Value<'_>>],
    on_conflict: &str,
) -> Result<u64, Broke> {
    let mut touched = 0;
    for rows in in_sizes(rows) {
        let (mut sql, params) = insertion(into, rows);
        sql.push_str(on_conflict);
        touched += tx.execute(&sql, &params)?;
    }
    Ok(touched)
}

/// One statement that inserts rows, with its parameters.
pub(crate) fn insertion<'v>(into: &str, rows: &[Vec<Value<'v>>]) -> (String, Vec<Value<'v>>) {
    let mut sql = format!("insert into {into} values ");
    let mut params = Vec::with_capacity(rows.iter().map(Vec::len).sum());
    for row in rows {
        sql.push_str(if params.is_empty() { "(" } else { ", (" });
        place(&mut sql, params.len(), row.len());
        sql.push(')');
        params.extend_from_slice(row);
    }
    (sql, params)
}

/// Parts of a list, each of one of the sizes.
pub(crate) fn in_sizes<T>(mut list: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = SIZES.into_iter().find(|size| *size <= list.len())?;
        let (part, rest) = list.split_at(size);
        list = rest;
        Some(part)
    })
}

/// Writes so many placeholders after the first `before`.
fn place(sql: &mut String, before: usize, count: usize) {
    for number in before + 1..=before + count {
        let comma = if number > before + 1 { ", " } else { "" };
        // Writing to a text cannot fail.
        let _ = write!(sql, "{comma}${number}");
    }
}

#[cfg(test)]
mod tests {
    use super::in_sizes;

    #[test]
    fn every_row_goes_along_once_and_in_order() {
        for count in [0, 1, 2, 3, 15, 16, 17, 127, 128, 129, 500] {
            let list: Vec<usize> = (0..count).collect();
            let parts: Vec<&[usize]> = in_sizes(&list).collect();
            assert_eq!(parts.concat(), list);
            assert!(parts.iter().all(|part| super::SIZES.contains(&part.len())));
        }
    }
}
