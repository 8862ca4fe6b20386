//! The post: messages leave by SMTP, over a few connections that are used again.
//!
//! A message that takes too long is abandoned together with its connection: an answer that comes late must not be
//! taken for the answer to the next message.

use anyhow::{Context, Result, anyhow};
use channels::mail::{self, Mail, Sender};
use clap::Args;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::{Category, Severity};
use office::outbox::{Carry, Undelivered};
use percent_encoding::percent_decode_str;
use records::outbox::Message;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};
use url::Url;

/// Connections at the same time; a mail server counts them too.
const MOST_CONNECTIONS: usize = 4;
/// The longest that it may take to be connected, greeted and let in.
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(10);
/// The longest that one message may take, with all waiting. It is far below a job's lease, so that no other runner
/// sends it meanwhile.
const PATIENCE: Duration = Duration::from_secs(30);
/// For how long a connection may lie unused and still be tried.
const LONGEST_IDLE: Duration = Duration::from_mins(1);

/// How messages leave.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct MailOptions {
    /// The mail server: `smtps://USER:PASSWORD@HOST`, `smtp://USER:PASSWORD@HOST` with STARTTLS, or `smtp://127.0.0.1`
    /// for one on this machine. Without one, messages wait.
    #[arg(long, env = "ROTUNDA_SMTP", hide_env_values = true, requires = "mail_from")]
    // Read later: whoever reads a command line repeats what it cannot use, and this may hold a password.
    smtp: Option<String>,
    /// Whom messages come from: `Service Desk <desk@example.org>`.
    #[arg(long, env = "ROTUNDA_MAIL_FROM")]
    mail_from: Option<Sender>,
}

impl MailOptions {
    /// Who carries messages; nobody, if no mail server is named.
    pub(crate) fn carry(&self) -> Result<Option<Carry>> {
        let (Some(smtp), Some(from)) = (&self.smtp, self.mail_from.clone()) else {
            tracing::info!("no mail server is named");
            return Ok(None);
        };
        let relay: Relay =
            smtp.parse().map_err(|mend| anyhow!("--smtp or ROTUNDA_SMTP names no mail server; {mend}"))?;
        tracing::info!(%relay, "messages leave by mail");
        let post = Arc::new(Post::new(relay, from)?);
        Ok(Some(Arc::new(move |message| {
            let post = Arc::clone(&post);
            Box::pin(async move { post.carry(&message).await })
        })))
    }
}

/// The next mail server, and how to be let in.
#[derive(Clone)]
struct Relay {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
}

/// How the way to the mail server is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Security {
    /// Not at all; only within the machine.
    Machine,
    /// Encrypted once the server was asked for it, and not otherwise.
    StartTls,
    /// Encrypted from the first byte.
    Tls,
}

impl FromStr for Relay {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // The text may hold a password, and is not repeated.
        let bad =
            || "write smtps://USER:PASSWORD@HOST, or smtp://127.0.0.1 for one on this machine".to_owned();
        let url = Url::parse(text).map_err(|_| bad())?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(bad)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let here = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
        let (security, port) = match url.scheme() {
            "smtps" => (Security::Tls, 465),
            "smtp" if here => (Security::Machine, 25),
            "smtp" => (Security::StartTls, 587),
            _ => return Err(bad()),
        };
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(bad());
        }
        let credentials = match (url.username(), url.password()) {
            ("", None) => None,
            (user, Some(password)) => {
                Some(Credentials::new(decoded(user).ok_or_else(bad)?, decoded(password).ok_or_else(bad)?))
            }
            (_, None) => return Err(bad()),
        };
        Ok(Self { host, port: url.port().unwrap_or(port), security, credentials })
    }
}

fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

/// Without user and password, for logs.
impl fmt::Display for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.security == Security::Tls { "smtps" } else { "smtp" };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The way to the mail server.
struct Post {
    relay: Relay,
    tls: Option<TlsParameters>,
    from: Sender,
    hello: ClientId,
    places: Semaphore,
    idle: Mutex<Vec<(Instant, AsyncSmtpConnection)>>,
}

impl Post {
    fn new(relay: Relay, from: Sender) -> Result<Self> {
        let tls = (relay.security != Security::Machine).then(|| TlsParameters::new(relay.host.clone()));
        Ok(Self {
            tls: tls.transpose().context("cannot prepare TLS for the mail server")?,
            hello: ClientId::Domain(from.address().domain().to_owned()),
            places: Semaphore::new(MOST_CONNECTIONS),
            idle: Mutex::default(),
            relay,
            from,
        })
    }

    async fn carry(&self, message: &Message) -> Result<(), Undelivered> {
        let mail = Mail {
            id: message.id,
            to: &message.to,
            subject: &message.subject,
            body: &message.body,
            language: &message.language,
            at: message.created_at,
            unsubscribe: message.unsubscribe.as_deref(),
        };
        let mail = mail::build(&mail, &self.from).map_err(|bad| Undelivered::ForGood(bad.to_string()))?;
        let late = |_| Err(Undelivered::ForNow(format!("it took more than {} seconds", PATIENCE.as_secs())));
        timeout(PATIENCE, self.send(&mail)).await.unwrap_or_else(late)
    }

    async fn send(&self, mail: &lettre::Message) -> Result<(), Undelivered> {
        let Ok(_place) = self.places.acquire().await else {
            return Err(Undelivered::ForNow("the post is closed".to_owned()));
        };
        let mut connection = match self.unused().await {
            Some(connection) => connection,
            None => timeout(PATIENCE_TO_CONNECT, self.connect())
                .await
                .map_err(|_| Undelivered::ForNow("the mail server does not answer".to_owned()))?
                .map_err(|error| Undelivered::ForNow(error.to_string()))?,
        };
        connection.send(mail.envelope(), &mail.formatted()).await.map_err(|error| judged(&error))?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push((Instant::now(), connection));
        Ok(())
    }

    /// A connection that was used before and still answers.
    async fn unused(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let found = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let (since, mut connection) = found?;
            if since.elapsed() < LONGEST_IDLE && connection.test_connected().await {
                return Some(connection);
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let relay = &self.relay;
        let at_once = self.tls.clone().filter(|_| relay.security == Security::Tls);
        let address = (relay.host.as_str(), relay.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(address, None, &self.hello, at_once, None).await?;
        if let Some(tls) = self.tls.clone().filter(|_| relay.security == Security::StartTls) {
            connection.starttls(tls, &self.hello).await?;
        }
        if let Some(credentials) = &relay.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
        }
        Ok(connection)
    }
}

/// Whether the mail server refuses this message for good, or only for now. What it says of mail itself (55x) is for
/// good; what it says of us, such as that we are not let in (53x), somebody will mend.
fn judged(error: &Error) -> Undelivered {
    let for_good = error.is_client()
        || error.status().is_some_and(|code| {
            code.severity == Severity::PermanentNegativeCompletion && code.category == Category::MailSystem
        });
    if for_good { Undelivered::ForGood(error.to_string()) } else { Undelivered::ForNow(error.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::{Relay, Security};

    fn read(text: &str) -> Option<(String, u16, Security, bool)> {
        let relay: Relay = text.parse().ok()?;
        Some((relay.host, relay.port, relay.security, relay.credentials.is_some()))
    }

    #[test]
    fn a_mail_server_is_named_in_one_line() {
        let host = |host: &str| host.to_owned();
        assert_eq!(
            read("smtps://u:p@mail.example.org"),
            Some((host("mail.example.org"), 465, Security::Tls, true))
        );
        assert_eq!(
            read("smtp://mail.example.org"),
            Some((host("mail.example.org"), 587, Security::StartTls, false))
        );
        assert_eq!(read("smtp://127.0.0.1:2525/"), Some((host("127.0.0.1"), 2525, Security::Machine, false)));
        assert_eq!(read("smtp://[::1]"), Some((host("::1"), 25, Security::Machine, false)));
        assert_eq!(read("smtps://localhost:465"), Some((host("localhost"), 465, Security::Tls, false)));
    }

    #[test]
    fn a_password_is_decoded_and_told_to_nobody() {
        let relay: Relay = "smtp://desk%40example.org:p%3A%2Fss@mail.example.org".parse().unwrap();
        let known = lettre::transport::smtp::authentication::Credentials::new(
            "desk@example.org".to_owned(),
            "p:/ss".to_owned(),
        );
        assert_eq!(relay.credentials, Some(known));
        assert_eq!(format!("{relay} {relay:?}"), "smtp://mail.example.org:587 smtp://mail.example.org:587");
        let error = "smpt://desk:secret@mail.example.org".parse::<Relay>().unwrap_err();
        assert!(!error.contains("secret"), "{error}");
    }

    #[test]
    fn what_names_no_mail_server_is_refused() {
        for text in [
            "",
            "mail.example.org",
            "smtp:",
            "smtp://",
            "http://mail.example.org",
            "smtp://user@mail.example.org",
            "smtp://mail.example.org/path",
            "smtp://mail.example.org?tls=none",
            "smtp://mail.example.org:99999",
            "smtp://%ff:%ff@mail.example.org",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
