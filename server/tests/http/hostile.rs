//! Addresses no browser of good will sends, over the real socket: never a fault of ours, never an
//! echo, always the headers.

use server::listen::Limits;

use crate::{helpers::TestApp, socket::Running};

const XSS: &str = "<script>alert(1)</script>";

/// Address as sent and the status it gets.
fn table() -> Vec<(Vec<u8>, u16)> {
    let text = |address: &str, status| (address.as_bytes().to_vec(), status);
    let mut table: Vec<(Vec<u8>, u16)> = [
        ("//", 404),
        ("//example.org", 404),
        ("//example.org/%2f..", 404),
        ("/\\example.org", 404),
        ("/%5Cexample.org", 404),
        ("/.", 404),
        ("/..", 404),
        ("/../../../../etc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
        ("/pkg/../../../etc/passwd", 404),
        ("/pkg/..%2f..%2fassets.json", 404),
        ("/pkg/%2e%2e%2fassets.json", 404),
        ("/pkg/....//assets.json", 404),
        ("/pkg/..\\assets.json", 404),
        ("/pkg/C:%5Cwindows", 404),
        ("/pkg/%00", 400),
        ("/pkg/main.css%00.js", 400),
        ("/pkg/%FF%FE", 400),
        ("/pkg/?a=b", 404),
        ("/assets.json", 404),
        ("/.env", 404),
        ("/.git/config", 404),
        ("/wp-login.php", 404),
        ("/de//", 404),
        ("/de/../en/", 404),
        ("/de/%2e%2e/", 404),
        ("/de/%00", 400),
        ("/de/%0d%0aSet-Cookie:%20a=b", 400),
        ("/de/%", 400),
        ("/de/%a", 400),
        ("/de/%zz", 400),
        ("/de/%C0%AF", 400),
        ("/de/%ED%A0%80", 400),
        ("/de/%F0%9F%92%A9", 404),
        ("/de/%E2%80%AE", 404),
        ("/de/%3Cscript%3Ealert(1)%3C/script%3E", 404),
        ("/de/<script>alert(1)</script>", 400),
        ("/de/'\"><script>alert(1)</script>", 400),
        ("/DE/", 404),
        ("/de/;a=b", 404),
        ("/xx/", 404),
        ("/de/?", 200),
        ("/de/?%", 200),
        ("/de/?%zz=%zz", 200),
        ("/de/?%FF=%FE", 200),
        ("/de/?%00=%00", 200),
        ("/de/?a=%C0%AF", 200),
        ("/de/?&&&===&&&", 200),
        ("/de/?a=<script>alert(1)</script>", 400),
        ("/de/?a=%3Cscript%3Ealert(1)%3C%2Fscript%3E", 200),
        ("/de/?a=1&a=2&a=3", 200),
        ("/de/?__proto__=1&constructor=2", 200),
        ("/?next=//example.org", 303),
        ("/api/fn/../../etc/passwd", 405),
        ("/api/v1/evaluate/%00", 400),
        ("/healthz/", 404),
        ("*", 404),
        ("http://example.org/de/", 200),
        ("de/", 400),
        ("", 400),
    ]
    .into_iter()
    .map(|(address, status)| text(address, status))
    .collect();
    table.push(text(&format!("/de/{}", "a".repeat(15_000)), 404));
    table.push(text(&format!("/pkg/{}", "a".repeat(15_000)), 404));
    table.push(text(&format!("/pkg/{}", "a/".repeat(7_000)), 404));
    table.push(text(&format!("/de/?{}", "a&".repeat(8_000)), 200));
    table.push(text(&format!("/de/?{}", "a".repeat(17_000)), 414));
    table.push(text(&format!("/de/{}", "%2e".repeat(6_000)), 414));
    table.push(text(&format!("/{}", "a".repeat(70_000)), 414));
    table.push((b"/de/\xff\xfe".to_vec(), 400));
    table.push((b"/de/?a=\xff\xfe".to_vec(), 400));
    table.push(("/de/prüfen".as_bytes().to_vec(), 404));
    table.push(("/de/?a=prüfen".as_bytes().to_vec(), 200));
    table
}

#[tokio::test]
async fn no_address_is_a_fault_of_ours() {
    let server = Running::start(&TestApp::new(), Limits::default()).await;
    let mut wrong = Vec::new();
    for (address, expected) in table() {
        let mut request = b"GET ".to_vec();
        request.extend_from_slice(&address);
        request.extend_from_slice(b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let answer = server.exchange(&request).await;
        let answer = String::from_utf8(answer).unwrap();
        let shown = String::from_utf8_lossy(&address[..address.len().min(60)]);
        let status = answer.split(' ').nth(1).unwrap_or("none");
        if status != expected.to_string() {
            wrong.push(format!("{shown}: {status} instead of {expected}"));
        }
        assert!(!answer.contains(XSS), "{shown} is echoed");
        assert!(!answer.contains("root:"), "{shown}");
        assert!(!answer.to_ascii_lowercase().contains("\r\nset-cookie"), "{shown}");
        // What is no HTTP at all never reaches the router and is answered without a body.
        let bare = answer.ends_with("\r\n\r\n");
        let headers = answer.contains("content-security-policy: default-src 'none'");
        assert!(headers || (bare && status.starts_with('4')), "{shown}: {answer}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_is_long_enough_to_mean_something() {
    assert!(table().len() >= 40);
}
