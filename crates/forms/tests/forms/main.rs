//! Forms read from TOML, asked page by page, checked, flattened and published; with definitions and answers that nobody would write.

mod asking;
mod checking;
mod common;
mod conditions;
mod flat;
mod hostile;
mod html;
mod reading;
mod standard;
