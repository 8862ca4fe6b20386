//! What comes out of a query: columns are taken in the order in which they were asked for.

use crate::Broke;
use jiff::Timestamp;
use std::str::FromStr;

/// A row of either engine.
pub struct Row<'r> {
    source: Source<'r>,
    next: usize,
}

enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r postgres::Row),
}

/// One column of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column<'c> {
    /// Nothing.
    Null,
    /// Text.
    Text(&'c str),
    /// A whole number, or SQLite's yes and no.
    Int(i64),
    /// PostgreSQL's yes and no.
    Bool(bool),
    /// A real number.
    Real(f64),
}

/// Something that a column can hold.
pub trait FromColumn: Sized {
    /// Reads it, or says what is there instead.
    fn from_column(column: Column<'_>) -> Result<Self, String>;
}

impl<'r> Row<'r> {
    pub(crate) fn sqlite(row: &'r rusqlite::Row<'r>) -> Self {
        Self { source: Source::Sqlite(row), next: 0 }
    }

    pub(crate) fn postgres(row: &'r postgres::Row) -> Self {
        Self { source: Source::Postgres(row), next: 0 }
    }

    /// The next column.
    pub fn take<T: FromColumn>(&mut self) -> Result<T, Broke> {
        let place = self.next;
        self.next += 1;
        let column = self.column(place)?;
        T::from_column(column).map_err(|problem| Broke::Decode { column: place, problem })
    }

    /// The next column from its written form.
    pub fn parse<T: FromStr>(&mut self) -> Result<T, Broke> {
        let text: String = self.take()?;
        text.parse().map_err(|_| self.problem(&text))
    }

    /// The next column from its written form, if there is one.
    pub fn parse_opt<T: FromStr>(&mut self) -> Result<Option<T>, Broke> {
        let text: Option<String> = self.take()?;
        text.map(|text| text.parse().map_err(|_| self.problem(&text))).transpose()
    }

    /// The next column from JSON.
    pub fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, Broke> {
        let text: String = self.take()?;
        serde_json::from_str(&text).map_err(|error| self.problem(&error.to_string()))
    }

    fn problem(&self, text: &str) -> Broke {
        Broke::Decode { column: self.next - 1, problem: text.chars().take(80).collect() }
    }

    /// A column by its place.
    pub(crate) fn column(&self, place: usize) -> Result<Column<'_>, Broke> {
        match self.source {
            Source::Sqlite(row) => sqlite_column(row, place),
            Source::Postgres(row) => postgres_column(row, place),
        }
        .map_err(|problem| Broke::Decode { column: place, problem })
    }
}

fn sqlite_column<'c>(row: &'c rusqlite::Row<'_>, place: usize) -> Result<Column<'c>, String> {
    use rusqlite::types::ValueRef;
    match row.get_ref(place).map_err(|error| error.to_string())? {
        ValueRef::Null => Ok(Column::Null),
        ValueRef::Integer(number) => Ok(Column::Int(number)),
        ValueRef::Real(number) => Ok(Column::Real(number)),
        ValueRef::Text(text) => {
            std::str::from_utf8(text).map(Column::Text).map_err(|error| error.to_string())
        }
        ValueRef::Blob(_) => Err("bytes".to_owned()),
    }
}

fn postgres_column(row: &postgres::Row, place: usize) -> Result<Column<'_>, String> {
    use postgres::types::Type;
    fn got<'c, T: postgres::types::FromSql<'c>>(
        row: &'c postgres::Row,
        place: usize,
        into: fn(T) -> Column<'c>,
    ) -> Result<Column<'c>, String> {
        row.try_get::<_, Option<T>>(place)
            .map(|value| value.map_or(Column::Null, into))
            .map_err(|e| e.to_string())
    }
    let kind = row.columns().get(place).map(postgres::Column::type_).ok_or("no such column")?;
    match *kind {
        Type::TEXT => got(row, place, Column::Text),
        Type::INT8 => got(row, place, Column::Int),
        Type::BOOL => got(row, place, Column::Bool),
        Type::FLOAT8 => got(row, place, Column::Real),
        _ => Err(format!("the type {kind}, which the house does not use")),
    }
}

impl FromColumn for String {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        if let Column::Text(text) = column { Ok(text.to_owned()) } else { Err(format!("{column:?}")) }
    }
}

impl FromColumn for i64 {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        if let Column::Int(number) = column { Ok(number) } else { Err(format!("{column:?}")) }
    }
}

impl FromColumn for u32 {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        i64::from_column(column)?.try_into().map_err(|_| format!("{column:?}"))
    }
}

impl FromColumn for bool {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        match column {
            Column::Bool(answer) => Ok(answer),
            Column::Int(number @ (0 | 1)) => Ok(number == 1),
            other => Err(format!("{other:?}")),
        }
    }
}

impl FromColumn for f64 {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        if let Column::Real(number) = column { Ok(number) } else { Err(format!("{column:?}")) }
    }
}

impl FromColumn for Timestamp {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        Timestamp::from_millisecond(i64::from_column(column)?).map_err(|error| error.to_string())
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(column: Column<'_>) -> Result<Self, String> {
        if column == Column::Null { Ok(None) } else { T::from_column(column).map(Some) }
    }
}

/// Codes hold whatever the city's data called them.
macro_rules! codes_from_column {
    ($($code:ident),+) => {$(
        impl FromColumn for terms::$code {
            fn from_column(column: Column<'_>) -> Result<Self, String> { String::from_column(column).map(terms::$code::new) }
        }
    )+};
}

codes_from_column!(
    AgencyCode,
    CounterCode,
    DistrictCode,
    LineCode,
    OfficeCode,
    OfficerCode,
    OutcomeCode,
    QueueCode,
    RemedyCode,
    ServiceCode
);
