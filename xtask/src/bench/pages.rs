//! What the portal's pages weigh in a real browser, and what Lighthouse says of them: programs of `journeys/` look, and
//! speak in tables.

use crate::house::binary::root;
use crate::test::install;
use crate::test::shell::{bounded, quietly};
use anyhow::Result;

/// Seconds that either may take.
const PATIENCE: u32 = 3_600;

/// Tables for the document.
pub(super) struct Pages {
    pub(super) weights: String,
    pub(super) scores: String,
}

/// Looks at every page of the house at a port; Lighthouse so many times.
pub(super) fn measure(port: u16, repeat: u32) -> Result<Pages> {
    let (journeys, browser) = (root().join("journeys"), install::chromium()?);
    let look = |script: &str| {
        let mut node = bounded(PATIENCE, "node");
        node.args([script, &format!("http://127.0.0.1:{port}"), &repeat.to_string()]);
        node.current_dir(&journeys).env("CHROMIUM", &browser);
        quietly(node)
    };
    install::packages(&journeys)?;
    let weights = look("weigh.mjs")?;
    install::packages(&journeys.join("lighthouse"))?;
    let scores = look("lighthouse/scores.mjs")?;
    Ok(Pages { weights, scores })
}
