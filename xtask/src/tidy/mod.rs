//! `cargo xtask tidy`: the rules of the house that the compiler does not know, each a check of its own.

mod arrows;
mod files;
mod functions;
mod rooms;
mod source;
mod spans;
mod words;

use anyhow::Result;
use source::Tree;
use std::path::Path;
use std::process::ExitCode;

/// A rule, and where it is broken: `path:line: what is wrong; how to mend it`.
pub(crate) struct Check {
    pub(crate) name: &'static str,
    pub(crate) faults: Vec<String>,
}

/// What a rule asks for, and how to see where it is broken.
type Rule = (&'static str, fn(&Tree) -> Vec<String>);

/// Every rule.
const RULES: [Rule; 17] = [
    ("every file opens with a sentence", files::openings),
    ("files are short", files::lengths),
    ("functions are short", functions::lengths),
    ("handlers are sentences", functions::handlers),
    ("parameters are few", functions::parameters),
    ("only records says SQL", words::sql),
    ("only web and server know HTTP", words::http),
    ("only server reads the environment", words::environment),
    ("nothing unfinished or silenced", words::banned),
    ("nothing unwraps outside tests", words::unwraps),
    ("every library warns of unwrapping", files::library_roots),
    ("crates use what the design lets them use", arrows::crates),
    ("rooms use the rooms before them", rooms::order),
    ("exceptions are still needed", rooms::exceptions),
    ("nothing lies about in the root", files::root),
    ("no path of a machine", files::machine_paths),
    ("migrations are numbered without a gap", files::migrations),
];

/// Checks every rule in a checkout.
pub(crate) fn checks(root: &Path) -> Result<Vec<Check>> {
    let tree = Tree::read(root)?;
    Ok(RULES.iter().map(|(name, rule)| Check { name, faults: rule(&tree) }).collect())
}

/// Checks every rule and says what it found.
pub(crate) fn run(root: &Path) -> Result<ExitCode> {
    let checks = checks(root)?;
    tell(&checks);
    let good = checks.iter().all(|check| check.faults.is_empty());
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Says what was found.
pub(crate) fn tell(checks: &[Check]) {
    for Check { name, faults } in checks {
        println!("{} {name}", if faults.is_empty() { "ok  " } else { "FAIL" });
        faults.iter().for_each(|fault| println!("     {fault}"));
    }
}
