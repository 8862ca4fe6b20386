//! Calls that are spoken: a program of the installation turns a sentence into sound. It is asked for by name, gets the
//! sentence as its input, and is no part of this one.

use anyhow::{Context, Result, bail};
use clap::Args;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use web::Speech;

/// The longest that one sentence may take.
const PATIENCE: Duration = Duration::from_secs(4);
/// Larger than any sentence of ours.
const LARGEST: u64 = 4 << 20;
/// What a sound of the kind that browsers play begins with.
const WAV: &[u8] = b"RIFF";
/// Words a minute: slower than one speaks, as a room is loud.
const SPEED: &str = "140";

/// Who speaks.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct SpeechOptions {
    /// The program that speaks calls on the screens of waiting rooms: `espeak-ng`, or one that is asked in the same way.
    /// Without one, screens ring for calls and nobody speaks.
    #[arg(long, env = "ROTUNDA_SPEECH")]
    speech: Option<String>,
}

impl SpeechOptions {
    /// Who speaks; nobody, where no program is named.
    pub(crate) fn speech(&self) -> Option<Speech> {
        let program: Arc<Path> = Path::new(self.speech.as_ref()?).into();
        Some(Speech(Arc::new(move |tag, words| {
            let program = Arc::clone(&program);
            Box::pin(async move {
                let sound = speak(&program, tag, words).await;
                sound.inspect_err(|error| tracing::warn!(%error, "a call is not spoken")).ok()
            })
        })))
    }

    /// Whether whoever is named speaks: what was seen, and whether that is well.
    pub(crate) fn checked(&self) -> (bool, String) {
        let Some(program) = &self.speech else {
            return (true, "no program speaks calls; screens ring for them".to_owned());
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let spoken = runtime
            .map_err(Into::into)
            .and_then(|runtime| runtime.block_on(speak(Path::new(program), "en", "One.".to_owned())));
        match spoken {
            Ok(_) => (true, format!("{program} speaks calls")),
            Err(error) => (false, format!("{program} speaks no calls: {error:#}")),
        }
    }
}

/// A sentence as sound.
async fn speak(program: &Path, tag: &str, words: String) -> Result<Vec<u8>> {
    let mut child = begin(program, tag)?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let hearing = tokio::task::spawn_blocking(move || {
        // Whoever does not listen is noticed by what they say.
        let _ = input.map(|mut input| input.write_all(words.as_bytes()));
        output.map(hear).transpose()
    });
    let heard = timeout(PATIENCE, hearing).await;
    // It has ended, or it has to.
    let _ = child.kill();
    let _ = child.wait();
    match heard.context("it takes too long")??? {
        Some(sound) if sound.starts_with(WAV) => Ok(sound),
        _ => bail!("what it says is no WAV; try `{} --stdin --stdout -v {tag}`", program.display()),
    }
}

fn begin(program: &Path, tag: &str) -> Result<Child> {
    let mut command = Command::new(program);
    command.args(["--stdin", "--stdout", "-s", SPEED, "-v", tag]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
        .spawn()
        .with_context(|| format!("{} does not start; install it, or name another", program.display()))
}

fn hear(output: ChildStdout) -> Result<Vec<u8>> {
    let mut sound = Vec::new();
    output.take(LARGEST).read_to_end(&mut sound)?;
    Ok(sound)
}

#[cfg(test)]
mod tests {
    use super::SpeechOptions;

    fn by(program: &str) -> SpeechOptions {
        SpeechOptions { speech: Some(program.to_owned()) }
    }

    #[test]
    fn whoever_is_not_there_or_says_no_sound_is_found_out() {
        assert_eq!(SpeechOptions::default().checked().1, "no program speaks calls; screens ring for them");
        for program in ["/nowhere/espeak-ng", "/bin/true", "/bin/cat"] {
            let (well, seen) = by(program).checked();
            assert!(!well && seen.starts_with(program), "{seen}");
        }
        let (_, seen) = by("/nowhere/espeak-ng").checked();
        assert!(seen.contains("install it"), "{seen}");
    }
}
