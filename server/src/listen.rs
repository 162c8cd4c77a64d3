//! The socket: opening it, answering on it, closing it in good order.

use std::{
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    time::Duration,
};

use axum::Router;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    time,
};

/// How long clients may keep a connection without asking anything, and the server its last ones.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For the head of a request, from its first wait on.
    pub head: Duration,
    /// For requests under way when the server is told to stop.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        // Drain is longer than the deadline of a single answer, shorter than what service
        // managers wait before they kill.
        Self { head: Duration::from_secs(30), drain: Duration::from_secs(15) }
    }
}

/// Why the port cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another program has it.
    #[error("port {} on {} is already in use; stop the other program or choose another port \
             with --port", .0.port(), .0.ip())]
    Taken(SocketAddr, #[source] io::Error),
    /// The account may not open it.
    #[error("no permission to open port {} on {}; choose a port from 1024 on with --port, or \
             grant the right", .0.port(), .0.ip())]
    NotPermitted(SocketAddr, #[source] io::Error),
    /// The machine does not have this address.
    #[error("this machine does not have the address {}; choose another with --address", .0.ip())]
    NotOurs(SocketAddr, #[source] io::Error),
    /// Anything else the system reports.
    #[error("cannot open port {} on {}", .0.port(), .0.ip())]
    Other(SocketAddr, #[source] io::Error),
}

/// Whether requests were cut off at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drained {
    /// Every connection was closed in good order.
    All,
    /// Some were still open after [`Limits::drain`].
    CutOff,
}

/// Opens the port.
///
/// # Errors
/// [`BindError`], whose text says what to do.
pub async fn bind(address: IpAddr, port: u16) -> Result<TcpListener, BindError> {
    let address = SocketAddr::new(address, port);
    TcpListener::bind(address).await.map_err(|e| explain(address, e))
}

fn explain(address: SocketAddr, error: io::Error) -> BindError {
    match error.kind() {
        io::ErrorKind::AddrInUse => BindError::Taken(address, error),
        io::ErrorKind::PermissionDenied => BindError::NotPermitted(address, error),
        io::ErrorKind::AddrNotAvailable => BindError::NotOurs(address, error),
        _ => BindError::Other(address, error),
    }
}

/// Answers requests (HTTP/1.1, or HTTP/2 from clients that start with it) until `stop` is ready;
/// then takes no more connections and lets the requests under way finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> Drained {
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let connection = answer(stream, router.clone(), limits, open.watcher());
                    tokio::spawn(connection);
                }
                Err(error) => pause_after(&error).await,
            },
        }
    }
    drop(listener);
    match time::timeout(limits.drain, open.shutdown()).await {
        Ok(()) => Drained::All,
        Err(_) => Drained::CutOff,
    }
}

async fn answer(
    stream: TcpStream,
    router: Router,
    limits: Limits,
    watcher: hyper_util::server::graceful::Watcher,
) {
    // The protocol is told by the first bytes, and waiting for those has no limit of its own.
    let first = time::timeout(limits.head, stream.peek(&mut [0])).await;
    if !matches!(first, Ok(Ok(1))) {
        return;
    }
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(limits.head);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(100);
    let service = TowerToHyperService::new(router);
    let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
    // A client that goes away or speaks no HTTP is no event worth a line.
    let _ended = watcher.watch(connection).await;
}

/// Without file descriptors `accept` fails at once and for ever; waiting keeps the processor free
/// for the requests that will give some back.
async fn pause_after(error: &io::Error) {
    use io::ErrorKind as Kind;
    if matches!(error.kind(), Kind::ConnectionAborted | Kind::ConnectionReset) {
        return;
    }
    tracing::error!(kind = %error.kind(), "a connection could not be accepted");
    time::sleep(Duration::from_millis(200)).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cause_has_its_own_advice() {
        let address = SocketAddr::from(([127, 0, 0, 1], 80));
        for (kind, words) in [
            (io::ErrorKind::AddrInUse, "port 80 on 127.0.0.1 is already in use"),
            (io::ErrorKind::PermissionDenied, "no permission to open port 80"),
            (io::ErrorKind::AddrNotAvailable, "does not have the address 127.0.0.1"),
            (io::ErrorKind::OutOfMemory, "cannot open port 80"),
        ] {
            let text = explain(address, kind.into()).to_string();
            assert!(text.contains(words), "{kind:?}: {text}");
        }
    }
}
