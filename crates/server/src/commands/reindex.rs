//! `rotunda reindex`: the words of all cases anew, for a database of before, or one that was restored without them.

use super::place::Place;
use anyhow::Result;
use clap::Args;
use office::{Office, Verb, desk};
use std::process::ExitCode;
use terms::CaseId;

/// Cases of one transaction: few enough that nobody who writes waits for long.
const BATCH: u32 = 500;

/// Index the words of all cases anew, so that officers find them.
#[derive(Args)]
pub(crate) struct Reindex {
    #[command(flatten)]
    place: Place,
}

impl Reindex {
    /// Indexes. The house may be open meanwhile; what is not indexed yet is not found.
    pub(crate) fn run(self) -> Result<ExitCode> {
        let office = self.place.office_that_is_there()?;
        let act = office.house_act();
        let forgotten: Verb<()> = office.db.write_now(move |tx| desk::forget_words(tx, &act));
        forgotten?;
        let mut after: Option<CaseId> = None;
        loop {
            let (act, from) = (office.house_act(), after);
            let last: Verb<_> = office.db.write_now(move |tx| desk::reindex_some(tx, &act, from, BATCH));
            let Some(last) = last? else { break };
            after = Some(last);
        }
        let learnt = learn(&office)?;
        office.db.close();
        println!("{learnt} cases are indexed");
        Ok(ExitCode::SUCCESS)
    }
}

/// Learns all words that are not known yet; of how many cases.
fn learn(office: &Office) -> Result<usize> {
    let mut all = 0;
    loop {
        let act = office.house_act();
        let some: Verb<usize> = office.db.write_now(move |tx| desk::learn_some(tx, &act, BATCH));
        match some? {
            0 => return Ok(all),
            some => all += some,
        }
    }
}
