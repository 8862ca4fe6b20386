//! Names the stylesheet after its content.

use std::hash::{DefaultHasher, Hash, Hasher};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=assets/rotunda.css");
    let mut hasher = DefaultHasher::new();
    std::fs::read("assets/rotunda.css")?.hash(&mut hasher);
    println!("cargo::rustc-env=ROTUNDA_CSS_HASH={:012x}", hasher.finish() & 0xffff_ffff_ffff);
    Ok(())
}
