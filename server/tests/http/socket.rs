//! The real socket: stopping in good order, connections that ask nothing, both versions of HTTP.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{Router, routing::get};
use server::listen::{self, BindError, Drained, Limits};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::{Notify, oneshot},
    task::JoinHandle,
    time::timeout,
};

use crate::helpers::{Setup, TestApp};

/// Fails a test that hangs; no test waits for it to pass.
const HANGING: Duration = Duration::from_secs(30);
const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A server on a free port.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Drained>,
}

impl Running {
    pub(crate) async fn start(app: &TestApp, limits: Limits) -> Self {
        let listener = listen::bind(LOCAL, 0).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let stopped = async move { stopped.await.unwrap_or_default() };
        let task = tokio::spawn(listen::serve(listener, app.router.clone(), limits, stopped));
        Self { address, stop, task }
    }

    /// Sends `bytes` and reads until the server closes.
    pub(crate) async fn exchange(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        read_all(&mut stream).await
    }

    async fn refused(address: SocketAddr) {
        let refused = async {
            while TcpStream::connect(address).await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        timeout(HANGING, refused).await.expect("the port stays open");
    }
}

async fn read_all(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A reset is an end as well: the server may close with unread bytes of ours before it.
    match timeout(HANGING, stream.read_to_end(&mut bytes)).await.expect("no end") {
        Err(error) if error.kind() != io::ErrorKind::ConnectionReset => panic!("{error}"),
        _ => bytes,
    }
}

/// An application whose `/de/slow` says that it began and waits to be let go.
fn slow() -> (TestApp, Arc<Notify>, Arc<Notify>) {
    let (began, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&began), Arc::clone(&go));
    let handler = move || async move {
        tell.notify_one();
        wait.notified().await;
        "finished"
    };
    let extra = Router::new().route("/de/slow", get(handler));
    (TestApp::with(Setup { extra, ..Setup::default() }), began, go)
}

const SLOW: &[u8] = b"GET /de/slow HTTP/1.1\r\nHost: x\r\n\r\n";

#[tokio::test]
async fn a_request_under_way_is_finished_and_no_new_one_taken() {
    let (app, began, go) = slow();
    let Running { address, stop, task } = Running::start(&app, Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(SLOW).await.unwrap();
    began.notified().await;
    stop.send(()).unwrap();
    Running::refused(address).await;
    go.notify_one();
    let text = String::from_utf8(read_all(&mut stream).await).unwrap();
    assert!(text.starts_with("HTTP/1.1 200") && text.ends_with("finished"), "{text}");
    assert_eq!(timeout(HANGING, task).await.unwrap().unwrap(), Drained::All);
}

#[tokio::test]
async fn an_idle_connection_does_not_hold_up_the_end() {
    let app = TestApp::new();
    let Running { address, stop, task } = Running::start(&app, Limits::default()).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut head = [0; 12];
    stream.read_exact(&mut head).await.unwrap();
    stop.send(()).unwrap();
    assert_eq!(timeout(HANGING, task).await.unwrap().unwrap(), Drained::All);
}

#[tokio::test]
async fn the_end_does_not_wait_for_ever() {
    let (app, began, _go) = slow();
    let limits = Limits { drain: Duration::from_millis(20), ..Limits::default() };
    let Running { address, stop, task } = Running::start(&app, limits).await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(SLOW).await.unwrap();
    began.notified().await;
    stop.send(()).unwrap();
    assert_eq!(timeout(HANGING, task).await.unwrap().unwrap(), Drained::CutOff);
}

#[tokio::test]
async fn a_connection_that_asks_nothing_is_closed() {
    let limits = Limits { head: Duration::from_millis(20), ..Limits::default() };
    let server = Running::start(&TestApp::new(), limits).await;
    for started in ["", "GET /de/ HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let answer = server.exchange(started.as_bytes()).await;
        assert!(!answer.starts_with(b"HTTP/1.1 200"), "{started:?}");
    }
    // Answered or, on a busy machine, not any more: either way the connection ends.
    server.exchange(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await;
}

#[tokio::test]
async fn a_client_that_starts_with_http2_is_answered_in_it() {
    let server = Running::start(&TestApp::new(), Limits::default()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let empty_settings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await.unwrap();
    stream.write_all(&empty_settings).await.unwrap();
    let mut frame = [0; 9];
    timeout(HANGING, stream.read_exact(&mut frame)).await.unwrap().unwrap();
    assert_eq!(frame[3], 4, "the first frame is the server's SETTINGS");
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let taken = listen::bind(LOCAL, 0).await.unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = listen::bind(LOCAL, port).await.unwrap_err();
    assert!(matches!(error, BindError::Taken(..)), "{error:?}");
    assert!(error.to_string().contains(&port.to_string()));
}

#[tokio::test]
async fn an_address_of_another_machine_is_named() {
    let elsewhere = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    let error = listen::bind(elsewhere, 0).await.unwrap_err();
    assert!(matches!(error, BindError::NotOurs(..)), "{error:?}");
}
