//! The steps that cargo does, and those that this program does itself.

use super::shell::{Said, bounded, listen};
use super::tally::Tally;
use super::workshop::Workshop;
use crate::tidy;
use anyhow::Result;
use std::process::Command;

pub(super) fn format(shop: &Workshop) -> Result<Tally> {
    content(shop.cargo(&["fmt", "--all", "--check"]))
}

pub(super) fn lint(shop: &Workshop) -> Result<Tally> {
    content(shop.cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

pub(super) fn document(shop: &Workshop) -> Result<Tally> {
    let mut command = shop.cargo(&["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    content(command)
}

pub(super) fn tidy(shop: &Workshop) -> Result<Tally> {
    let checks = tidy::checks(&shop.root)?;
    tidy::tell(&checks);
    Ok(checks.iter().fold(Tally::default(), |sum, check| sum + Tally::of(check.faults.is_empty())))
}

/// All tests, on both engines.
pub(super) fn tests(shop: &Workshop) -> Result<Tally> {
    let nextest = shop.nextest();
    let mut command = match &nextest {
        Ok(()) => shop.cargo(&["nextest", "run", "--workspace", "--no-fail-fast"]),
        Err(error) => {
            println!("{error:#}; so cargo runs the tests one crate after the other");
            shop.cargo(&["test", "--workspace", "--no-fail-fast", "--all-targets"])
        }
    };
    command.env("ROTUNDA_TEST_POSTGRES", shop.postgres()?).env("NEXTEST_HIDE_PROGRESS_BAR", "1");
    let Said { good, lines } = listen(command)?;
    Ok(counted(&lines).unless(!good))
}

/// What a runner of tests says at its end: nextest once, also for what failing tests say of themselves; cargo once for
/// each program.
fn counted(lines: &[String]) -> Tally {
    let tally = |line: &String, begin: &str| {
        let said = line.trim().strip_prefix(begin)?.to_owned();
        let before = |word: &str| -> u32 {
            let words: Vec<&str> = said.split([' ', ';', ',']).filter(|word| !word.is_empty()).collect();
            words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
        };
        Some(Tally { passed: before("passed"), failed: before("failed") + before("timed") })
    };
    let nextest = lines.iter().find_map(|line| tally(line, "Summary ["));
    let each = lines.iter().filter_map(|line| tally(line, "test result: "));
    nextest.unwrap_or_else(|| each.fold(Tally::default(), std::ops::Add::add))
}

/// Kills a busy server again and again, and shows that a loss would be seen.
pub(super) fn crash(shop: &Workshop) -> Result<Tally> {
    let kill = |arguments: &[&str]| {
        let mut command = bounded(600, &shop.itself);
        command.args(["crash", "--engine", "both"]).args(arguments).current_dir(&shop.root);
        command.env("ROTUNDA_TEST_POSTGRES", shop.postgres()?);
        content(command)
    };
    let officers = ["--kills", "5", "--officers", "2", "--officers", "10"];
    // About every second kill meets SQLite between the answer and the commit: six of them all missed it once.
    Ok(kill(&["--kills", "25"])? + kill(&["--kills", "20", "--prove"])? + kill(&officers)?)
}

fn content(command: Command) -> Result<Tally> {
    Ok(Tally::of(listen(command)?.good))
}

#[cfg(test)]
mod tests {
    use super::{Tally, counted};

    #[test]
    fn both_runners_are_understood() {
        let nextest = [
            "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "     Summary [  12.345s] 200 tests run: 197 passed (1 slow), 2 failed, 1 timed out, 4 skipped",
        ];
        assert_eq!(counted(&nextest.map(ToOwned::to_owned)), Tally { passed: 197, failed: 3 });
        let cargo = [
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 7 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ];
        assert_eq!(counted(&cargo.map(ToOwned::to_owned)), Tally { passed: 12, failed: 1 });
    }
}
