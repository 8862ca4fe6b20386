//! A caller's connection: HTTP/1.1 with keep-alive and no more of it than is needed, so that calling costs little.

use anyhow::{Context, Result, bail};
use std::str;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// No answer that is asked for here is larger.
const LARGEST_ANSWER: usize = 64 * 1024 * 1024;

/// A connection that is kept.
pub(super) struct Wire {
    stream: TcpStream,
    /// What was read of the answer.
    read: Vec<u8>,
    /// Its body, where that came in chunks.
    body: Vec<u8>,
}

/// An answer, until the next one is asked for.
pub(super) struct Reply<'w> {
    pub(super) status: u16,
    head: &'w str,
    pub(super) body: &'w [u8],
}

impl Reply<'_> {
    pub(super) fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// A header's value; the first where there are several.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }

    /// What went wrong, for whoever reads the report.
    pub(super) fn fault(&self) -> String {
        let body: String = String::from_utf8_lossy(self.body).chars().take(300).collect();
        format!("the house answers {}: {body}", self.status)
    }
}

impl Wire {
    pub(super) async fn connect(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(64 * 1024), body: Vec::new() })
    }

    /// Sends a request and waits for its answer.
    pub(super) async fn ask(&mut self, request: &[u8]) -> Result<Reply<'_>> {
        self.stream.write_all(request).await.context("cannot send")?;
        self.read.clear();
        let head = loop {
            if let Some(head) = Head::of(&self.read)? {
                break head;
            }
            self.more().await?;
        };
        let Some(length) = head.body else {
            self.body = loop {
                if let Some(body) = joined(&self.read[head.end..])? {
                    break body;
                }
                self.more().await?;
            };
            return Ok(Reply { status: head.status, head: text(&self.read[..head.end])?, body: &self.body });
        };
        while self.read.len() < head.end + length {
            self.more().await?;
        }
        let (before, body) = self.read.split_at(head.end);
        Ok(Reply { status: head.status, head: text(before)?, body: &body[..length] })
    }

    /// Sends a request whose answer is heard bit by bit.
    pub(super) async fn send(&mut self, request: &[u8]) -> Result<()> {
        self.stream.write_all(request).await.context("cannot send")
    }

    /// Waits until something is said, and forgets all that was said up to then.
    pub(super) async fn hear(&mut self, words: &str) -> Result<()> {
        loop {
            let found = self.read.windows(words.len()).position(|bytes| bytes == words.as_bytes());
            if let Some(place) = found {
                self.read.drain(..place + words.len());
                return Ok(());
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> Result<()> {
        if self.read.len() > LARGEST_ANSWER {
            bail!("an answer has more than {LARGEST_ANSWER} bytes");
        }
        if self.stream.read_buf(&mut self.read).await.context("cannot receive")? == 0 {
            bail!("the house hung up");
        }
        Ok(())
    }
}

fn text(head: &[u8]) -> Result<&str> {
    str::from_utf8(head).context("the head is not text")
}

fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The head of an answer: where it ends, and how long the body is; without a length it comes in chunks.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    status: u16,
    end: usize,
    body: Option<usize>,
}

impl Head {
    /// Reads a head; nothing if it is not there to its end.
    fn of(read: &[u8]) -> Result<Option<Self>> {
        let Some(end) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return Ok(None) };
        let head = text(&read[..end])?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let length = header(head, "content-length").and_then(|length| length.parse().ok());
        let length = if status == Some(204) { Some(0) } else { length };
        let in_chunks = header(head, "transfer-encoding") == Some("chunked");
        match status {
            Some(status) if length.is_some() || in_chunks => {
                Ok(Some(Self { status, end: end + 4, body: length.filter(|_| !in_chunks) }))
            }
            _ => bail!("the head tells no status or no length: {head}"),
        }
    }
}

/// The body that came in chunks; nothing if the last of them is not there.
fn joined(mut read: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut body = Vec::new();
    loop {
        let Some(line) = read.windows(2).position(|bytes| bytes == b"\r\n") else { return Ok(None) };
        let length = text(&read[..line])?.split(';').next().unwrap_or_default();
        let length = usize::from_str_radix(length, 16).context("a chunk tells no length")?;
        let (from, to) = (line + 2, line + 2 + length);
        if length > LARGEST_ANSWER || read.len() < to + 2 {
            return Ok(None);
        }
        if length == 0 {
            return Ok(Some(body));
        }
        body.extend_from_slice(&read[from..to]);
        read = &read[to + 2..];
    }
}

#[cfg(test)]
mod tests {
    use super::{Head, header, joined};

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        let answer = b"HTTP/1.1 201 Created\r\ncontent-type: a\r\nContent-Length: 12\r\n\r\nhello";
        assert_eq!(Head::of(&answer[..60]).unwrap(), None);
        let head = Head::of(answer).unwrap().unwrap();
        assert_eq!((head.status, head.body, &answer[head.end..]), (201, Some(12), &b"hello"[..]));
        assert_eq!(header("HTTP/1.1 303 See Other\r\nLocation: /x\r\n", "location"), Some("/x"));
        assert!(Head::of(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
        assert_eq!(Head::of(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap().unwrap().body, Some(0));
    }

    #[test]
    fn a_body_in_chunks_is_joined_once_it_is_whole() {
        let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        assert_eq!(Head::of(head).unwrap().unwrap().body, None);
        let body = b"5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\n\r\n";
        assert_eq!(joined(body).unwrap().as_deref(), Some(&b"hello, world"[..]));
        for end in 0..body.len() {
            assert_eq!(joined(&body[..end]).unwrap(), None, "{end}");
        }
        assert!(joined(b"x\r\n").is_err());
    }
}
