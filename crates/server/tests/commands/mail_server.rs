//! A mail server of a test: it takes what it is sent, or says something else for a while.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::Duration;

/// A mail server on a port of its own; it lives as long as the test.
pub(crate) struct MailServer {
    pub(crate) address: String,
    inside: Arc<Mutex<Inside>>,
}

/// A message with its envelope.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) text: String,
    /// Whether the server said that it has it.
    pub(crate) taken: bool,
}

#[derive(Default)]
struct Inside {
    mails: Vec<Mail>,
    commands: Vec<String>,
    /// What is said to the next commands of a kind instead of yes; nothing at all where it is empty.
    answers: VecDeque<(&'static str, &'static str)>,
}

impl MailServer {
    pub(crate) fn start(host: &str) -> Self {
        let listener = TcpListener::bind((host, 0)).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let inside = Arc::<Mutex<Inside>>::default();
        let shared = Arc::clone(&inside);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let shared = Arc::clone(&shared);
                // Whoever hangs up in the middle ends this conversation and no other.
                thread::spawn(move || drop(talk(&stream.unwrap(), &shared)));
            }
        });
        Self { address, inside }
    }

    /// Says something else to the next command of a kind; `.` is the end of a message.
    pub(crate) fn says(&self, to: &'static str, answer: &'static str) {
        self.inside.lock().unwrap().answers.push_back((to, answer));
    }

    /// Forgets what it was to say.
    pub(crate) fn is_well(&self) {
        self.inside.lock().unwrap().answers.clear();
    }

    /// All that was sent, whether it was taken or not.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        self.inside.lock().unwrap().mails.clone()
    }

    /// How often a command was said.
    pub(crate) fn heard(&self, command: &str) -> usize {
        self.inside.lock().unwrap().commands.iter().filter(|heard| *heard == command).count()
    }

    /// Waits until something holds.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..600 {
            if holds(self) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("not so: {what}; {:?}", self.mails());
    }
}

fn talk(mut stream: &TcpStream, shared: &Mutex<Inside>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let mut mail = Mail { from: String::new(), to: String::new(), text: String::new(), taken: false };
    stream.write_all(b"220 test\r\n")?;
    while let Some(line) = lines.next() {
        let line = line?;
        let command = line.split([' ', ':']).next().unwrap().to_uppercase();
        shared.lock().unwrap().commands.push(command.clone());
        match command.as_str() {
            "EHLO" => stream.write_all(b"250-test\r\n250 8BITMIME\r\n")?,
            "QUIT" => return stream.write_all(b"221 bye\r\n"),
            "MAIL" => {
                mail = Mail { from: line, to: String::new(), text: String::new(), taken: false };
                answer(stream, shared, "MAIL", "250 ok")?;
            }
            "RCPT" => {
                mail.to = line;
                answer(stream, shared, "RCPT", "250 ok")?;
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                mail.text.clear();
                for line in lines.by_ref() {
                    let line = line?;
                    if line == "." {
                        break;
                    }
                    mail.text += line.strip_prefix('.').unwrap_or(&line);
                    mail.text += "\r\n";
                }
                shared.lock().unwrap().mails.push(mail.clone());
                let place = shared.lock().unwrap().mails.len() - 1;
                if answer(stream, shared, ".", "250 taken")? {
                    shared.lock().unwrap().mails[place].taken = true;
                }
            }
            _ => stream.write_all(b"250 ok\r\n")?,
        }
    }
    Ok(())
}

/// Says yes, or what it is to say instead; whether it said yes.
fn answer(mut stream: &TcpStream, shared: &Mutex<Inside>, to: &str, yes: &str) -> std::io::Result<bool> {
    let other = {
        let mut inside = shared.lock().unwrap();
        let place = inside.answers.iter().position(|(command, _)| *command == to);
        place.and_then(|place| inside.answers.remove(place)).map(|(_, answer)| answer)
    };
    match other {
        Some("") => sleep(Duration::from_mins(5)),
        said => stream.write_all(format!("{}\r\n", said.unwrap_or(yes)).as_bytes())?,
    }
    Ok(other.is_none())
}
