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
}

/// An answer, until the next one is asked for.
pub(super) struct Reply<'w> {
    pub(super) status: u16,
    pub(super) body: &'w [u8],
}

impl Reply<'_> {
    pub(super) fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
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
        Ok(Self { stream, read: Vec::with_capacity(64 * 1024) })
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
        while self.read.len() < head.end + head.body {
            self.more().await?;
        }
        Ok(Reply { status: head.status, body: &self.read[head.end..head.end + head.body] })
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

/// The head of an answer: where it ends, and how long the body is.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    status: u16,
    end: usize,
    body: usize,
}

impl Head {
    /// Reads a head; nothing if it is not there to its end.
    fn of(read: &[u8]) -> Result<Option<Self>> {
        let Some(end) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return Ok(None) };
        let text = str::from_utf8(&read[..end]).context("the head is not text")?;
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok());
        let length = text.lines().filter_map(|line| line.split_once(':'));
        let mut length = length.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        let length = length.find_map(|(_, value)| value.trim().parse().ok());
        match (status, length) {
            (Some(status), Some(body)) => Ok(Some(Self { status, end: end + 4, body })),
            _ => bail!("the head tells no status or no length: {text}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        let answer = b"HTTP/1.1 201 Created\r\ncontent-type: a\r\nContent-Length: 12\r\n\r\nhello";
        assert_eq!(Head::of(&answer[..60]).unwrap(), None);
        let head = Head::of(answer).unwrap().unwrap();
        assert_eq!((head.status, head.body, &answer[head.end..]), (201, 12, &b"hello"[..]));
        assert!(Head::of(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
