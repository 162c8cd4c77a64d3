//! Server-sent events for open pages, on a port of their own.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};

/// The script's lines wait for events from where the script came from. A page that lost the
/// connection, because this program was started again, reloads when it is back.
const SCRIPT: &str = "const e=new EventSource(new URL('/events',import.meta.url));let lost=false;\
    e.onmessage=()=>location.reload();e.onerror=()=>{lost=true};\
    e.onopen=()=>{if(lost)location.reload()};\n";
const MAX_LINES: usize = 100;
const PATIENCE: Duration = Duration::from_secs(5);

/// Open pages and where they ask.
pub(super) struct Reload {
    port: u16,
    pages: Arc<Mutex<Vec<TcpStream>>>,
}

impl Reload {
    /// Listens on `port` of the loopback for pages that are served on `page_port`.
    ///
    /// # Errors
    /// The port is taken.
    pub(super) fn start(port: u16, page_port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port} for reload messages"))?;
        let port = listener.local_addr()?.port();
        let pages = Arc::new(Mutex::new(Vec::new()));
        let waiting = Arc::clone(&pages);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let waiting = Arc::clone(&waiting);
                // A page that goes away in the middle of its request concerns nobody.
                std::thread::spawn(move || answer(stream, page_port, &waiting).ok());
            }
        });
        Ok(Self { port, pages })
    }

    /// Address of the script that pages load.
    pub(super) fn script(&self) -> String {
        format!("http://127.0.0.1:{}/reload.js", self.port)
    }

    /// Tells every open page to reload; those that are gone are forgotten.
    pub(super) fn send(&self) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.retain_mut(|page| page.write_all(b"data: reload\n\n").is_ok());
    }
}

fn answer(
    mut stream: TcpStream,
    page_port: u16,
    pages: &Mutex<Vec<TcpStream>>,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let (mut path, mut origin) = (String::new(), String::new());
    for (at, line) in BufReader::new(&stream).lines().take(MAX_LINES).enumerate() {
        let line = line?;
        if at == 0 {
            line.split(' ').nth(1).unwrap_or_default().clone_into(&mut path);
        } else if let Some((name, value)) = line.split_once(':') {
            if name.eq_ignore_ascii_case("origin") {
                value.trim().clone_into(&mut origin);
            }
        } else {
            break;
        }
    }
    let allowed = allowed_origin(&origin, page_port);
    let (head, body) = match path.as_str() {
        "/events" => ("200 OK\r\ncontent-type: text/event-stream", "retry: 500\n\n"),
        "/reload.js" => ("200 OK\r\ncontent-type: text/javascript", SCRIPT),
        _ => ("404 Not Found\r\ncontent-type: text/plain", "not found\n"),
    };
    write!(
        stream,
        "HTTP/1.1 {head}\r\ncache-control: no-store\r\nconnection: close\r\n{allowed}\r\n{body}"
    )?;
    if path == "/events" {
        pages.lock().unwrap_or_else(PoisonError::into_inner).push(stream);
    }
    Ok(())
}

/// Only pages of the server under development may read the answers.
fn allowed_origin(origin: &str, page_port: u16) -> String {
    let known = ["127.0.0.1", "localhost"].map(|host| format!("http://{host}:{page_port}"));
    if known.iter().any(|page| page == origin) {
        return format!("access-control-allow-origin: {origin}\r\nvary: origin\r\n");
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn ask(reload: &Reload, path: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, reload.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\norigin: http://127.0.0.1:3000\r\n\r\n").unwrap();
        BufReader::new(stream)
    }

    #[test]
    fn the_script_is_served_to_the_page() {
        let reload = Reload::start(0, 3000).unwrap();
        let mut text = String::new();
        ask(&reload, "/reload.js").read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
        assert!(text.contains("\r\naccess-control-allow-origin: http://127.0.0.1:3000\r\n"));
        assert!(text.ends_with(SCRIPT), "{text}");
    }

    #[test]
    fn an_open_page_hears_of_it() {
        let reload = Reload::start(0, 3000).unwrap();
        let mut lines = ask(&reload, "/events").lines().map(Result::unwrap);
        assert!(lines.any(|line| line == "retry: 500"));
        // The page is on the list once the answer's head is out, though not at that very moment.
        while reload.pages.lock().unwrap().is_empty() {
            std::thread::yield_now();
        }
        reload.send();
        assert!(lines.any(|line| line == "data: reload"));
    }

    #[test]
    fn strangers_may_not_read() {
        assert_eq!(allowed_origin("http://evil.example", 3000), "");
        assert_eq!(allowed_origin("http://127.0.0.1:3001", 3000), "");
        assert!(allowed_origin("http://localhost:3000", 3000).contains("http://localhost:3000"));
    }
}
