//! Every word that cases hold, and in how many: how a beginning may go on, and what a misspelt word may mean.

use crate::{Broke, Tx, Value, many, params};
use std::collections::BTreeMap;

/// The row in which stands how far words are known.
const MARK: i64 = 1;

/// The words of the next cases that are not known yet, the oldest first, with the number of each.
pub fn unknown(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<(i64, String)>, Broke> {
    let mark = "select coalesce(max(number), -9007199254740991) from words_known where id = $1";
    let after = tx.count(mark, params![MARK])?;
    tx.all(
        "select number, words from case_words where number > $1 order by number limit $2",
        params![after, limit],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Notes up to which number words are known.
pub fn note(tx: &mut Tx<'_>, number: i64) -> Result<(), Broke> {
    tx.execute(
        "insert into words_known (id, number) values ($1, $2) on conflict (id) do update set number = excluded.number",
        params![MARK, number],
    )
    .map(drop)
}

/// Learns words, in how many more cases each stands; those that nobody knew.
pub fn learn(tx: &mut Tx<'_>, words: &BTreeMap<String, i64>) -> Result<Vec<String>, Broke> {
    let words: Vec<(&String, &i64)> = words.iter().collect();
    let mut new = Vec::new();
    for words in many::in_sizes(&words) {
        let rows: Vec<Vec<Value<'_>>> =
            words.iter().map(|(word, n)| vec![Value::from(*word), Value::from(**n)]).collect();
        let (mut sql, params) = many::insertion("known_words (word, n)", &rows);
        sql.push_str(" on conflict (word) do update set n = known_words.n + excluded.n returning word, n");
        let now: Vec<(String, i64)> = tx.all(&sql, &params, |row| Ok((row.take()?, row.take()?)))?;
        let given: BTreeMap<&str, i64> = words.iter().map(|(word, n)| (word.as_str(), **n)).collect();
        new.extend(
            now.into_iter().filter(|(word, n)| given.get(word.as_str()) == Some(n)).map(|(word, _)| word),
        );
    }
    Ok(new)
}

/// Remembers words by their parts.
pub fn spell(tx: &mut Tx<'_>, parts: &[(String, &str)]) -> Result<(), Broke> {
    let rows: Vec<Vec<Value<'_>>> =
        parts.iter().map(|(part, word)| vec![part.as_str().into(), (*word).into()]).collect();
    many::insert(tx, "spellings (part, word)", &rows, " on conflict (part, word) do nothing").map(drop)
}

/// In how many cases a word stands.
pub fn count(tx: &mut Tx<'_>, word: &str) -> Result<i64, Broke> {
    tx.count("select n from known_words where word = $1", params![word])
}

/// In how many cases the words that begin so stand, one by one.
pub fn count_beginning(tx: &mut Tx<'_>, begins: &str) -> Result<i64, Broke> {
    tx.count(
        "select cast(coalesce(sum(n), 0) as bigint) from known_words where word >= $1 and word < $2",
        params![begins, format!("{begins}\u{10ffff}")],
    )
}

/// The most frequent words that begin so, with how many cases they stand in.
pub fn beginning(tx: &mut Tx<'_>, begins: &str, limit: u32) -> Result<Vec<(String, i64)>, Broke> {
    tx.all(
        "select word, n from known_words where word >= $1 and word < $2 order by n desc, word limit $3",
        params![begins, format!("{begins}\u{10ffff}"), limit],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// The words that have one of these parts, the most frequent first.
pub fn with_parts(tx: &mut Tx<'_>, parts: &[String], limit: u32) -> Result<Vec<(String, i64)>, Broke> {
    let places: Vec<String> = (1..=parts.len()).map(|place| format!("${place}")).collect();
    let mut params: Vec<Value<'_>> = parts.iter().map(Value::from).collect();
    params.push(limit.into());
    let sql = format!(
        "select distinct known_words.word, n from spellings join known_words on known_words.word = spellings.word \
         where part in ({}) order by n desc, known_words.word limit ${}",
        places.join(", "),
        params.len()
    );
    tx.all(&sql, &params, |row| Ok((row.take()?, row.take()?)))
}

/// Forgets every word.
pub fn forget(tx: &mut Tx<'_>) -> Result<(), Broke> {
    for table in ["spellings", "known_words", "words_known"] {
        tx.execute(&format!("delete from {table}"), &[])?;
    }
    Ok(())
}
