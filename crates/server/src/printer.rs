//! Ticket printers: bytes over TCP to port 9100, one ticket at a time, within seconds or not at all.

use channels::escpos::{self, ASK_PAPER};
use office::lobby::kiosk::{Paper, Print, Slip};
use office::outbox::Undelivered;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// The longest that it may take to reach a printer.
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(3);
/// The longest that one ticket may take, and that it waits for those before it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a printer may take to say whether it has paper. Many never say it.
const PATIENCE_FOR_PAPER: Duration = Duration::from_millis(400);

/// Who prints tickets.
pub(crate) fn print() -> Print {
    let printers = Arc::new(Printers::default());
    Arc::new(move |paper| {
        let printers = Arc::clone(&printers);
        Box::pin(async move { printers.print(&paper).await })
    })
}

/// The printers that were used; each takes one ticket at a time.
#[derive(Default)]
struct Printers(Mutex<HashMap<SocketAddr, Arc<tokio::sync::Mutex<()>>>>);

impl Printers {
    async fn print(&self, paper: &Paper) -> Result<(), Undelivered> {
        let bytes = bytes(&paper.slips).map_err(|why| Undelivered::ForGood(why.to_string()))?;
        let turn = Arc::clone(
            self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(paper.printer).or_default(),
        );
        let Ok(_turn) = timeout(PATIENCE, turn.lock()).await else {
            return Err(Undelivered::ForNow("others print before it".to_owned()));
        };
        let sent = timeout(PATIENCE, send(paper.printer, &bytes)).await;
        sent.unwrap_or_else(|_| Err(Undelivered::ForNow("the printer takes nothing".to_owned())))
    }
}

/// The bytes of the first slip that a printer has the letters for.
fn bytes(slips: &[Slip]) -> Result<Vec<u8>, escpos::Unprintable> {
    let mut last = Err(escpos::Unprintable::TooLong);
    for slip in slips {
        let words: Vec<&str> = slip.words.iter().map(String::as_str).collect();
        let rendered = escpos::render(&escpos::Slip {
            office: &slip.office,
            ticket: &slip.ticket,
            line: &slip.line,
            words: &words,
            link: slip.link.as_deref(),
            hint: &slip.hint,
        });
        if rendered.is_ok() {
            return rendered;
        }
        last = rendered;
    }
    last
}

async fn send(printer: SocketAddr, bytes: &[u8]) -> Result<(), Undelivered> {
    let for_now = |why: String| Undelivered::ForNow(why);
    let mut stream = timeout(PATIENCE_TO_CONNECT, TcpStream::connect(printer))
        .await
        .map_err(|_| for_now("the printer does not answer".to_owned()))?
        .map_err(|error| for_now(format!("the printer cannot be reached: {}", error.kind())))?;
    let broken = |error: std::io::Error| for_now(format!("the printer broke off: {}", error.kind()));
    stream.write_all(&ASK_PAPER).await.map_err(broken)?;
    if let Ok(Ok(answer)) = timeout(PATIENCE_FOR_PAPER, stream.read_u8()).await
        && escpos::is_out_of_paper(answer)
    {
        return Err(for_now("the printer has no paper".to_owned()));
    }
    stream.write_all(bytes).await.map_err(broken)?;
    stream.shutdown().await.map_err(broken)
}

#[cfg(test)]
mod tests {
    use super::print;
    use office::lobby::kiosk::{Paper, Slip};
    use office::outbox::Undelivered;
    use std::net::SocketAddr;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio::task::JoinHandle;

    /// A printer that says something about its paper, or nothing, and keeps what it was sent.
    async fn printer(paper: Option<u8>) -> (SocketAddr, JoinHandle<Vec<u8>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let captured = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut asked = [0; 3];
            stream.read_exact(&mut asked).await.unwrap();
            assert_eq!(asked, channels::escpos::ASK_PAPER);
            if let Some(paper) = paper {
                stream.write_all(&[paper]).await.unwrap();
            }
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).await.unwrap();
            bytes
        });
        (at, captured)
    }

    fn slip(line: &str) -> Slip {
        Slip { ticket: "A17".to_owned(), line: line.to_owned(), ..Slip::default() }
    }

    #[tokio::test]
    async fn a_ticket_reaches_the_printer_in_letters_that_it_has() {
        for paper in [None, Some(0x12)] {
            let (at, captured) = printer(paper).await;
            let slips = vec![slip("உரிமங்கள்"), slip("Licences")];
            assert_eq!(print()(Paper { printer: at, slips }).await, Ok(()));
            let bytes = captured.await.unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(
                text.starts_with("\x1b@") && text.contains("A17\n") && text.contains("Licences\n"),
                "{text:?}"
            );
            assert!(bytes.ends_with(b"\x1dVB\x00"), "it is cut");
        }
    }

    #[tokio::test]
    async fn a_printer_without_paper_gets_no_ticket() {
        let (at, captured) = printer(Some(0x72)).await;
        let done = print()(Paper { printer: at, slips: vec![slip("Licences")] }).await;
        assert_eq!(done, Err(Undelivered::ForNow("the printer has no paper".to_owned())));
        assert_eq!(captured.await.unwrap(), b"");
    }

    #[tokio::test]
    async fn a_printer_that_is_gone_is_told() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        drop(listener);
        let done = print()(Paper { printer: at, slips: vec![slip("Licences")] }).await;
        assert!(matches!(&done, Err(Undelivered::ForNow(why)) if why.contains("reached")), "{done:?}");
        let nothing = print()(Paper { printer: at, slips: vec![slip("உரிமங்கள்")] }).await;
        assert!(matches!(&nothing, Err(Undelivered::ForGood(why)) if why.contains("letter")), "{nothing:?}");
    }
}
