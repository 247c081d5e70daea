//! What one line needs is asked together: a server that answers nothing about a group before all groups were asked for.

use crate::shipped;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const GROUPS: usize = 3;

fn answer(connection: &mut TcpStream, body: &str) {
    let head = format!(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    // Whoever asked may have given up.
    let _ = connection.write_all(format!("{head}{body}").as_bytes());
}

/// Does whoever asked still wait for the answer?
fn is_waiting(connection: &TcpStream) -> bool {
    connection.set_nonblocking(true).unwrap();
    let there = connection.peek(&mut [0]);
    connection.set_nonblocking(false).unwrap();
    there.is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
}

/// Serves until somebody asks for nothing.
fn serve(server: &TcpListener) {
    let mut held = Vec::new();
    loop {
        let (mut connection, _) = server.accept().unwrap();
        let mut bytes = [0; 4096];
        let read = connection.read(&mut bytes).unwrap();
        let asked = String::from_utf8_lossy(&bytes[..read]);
        if asked.is_empty() {
            return;
        }
        if !asked.contains("/v1/groups/") {
            answer(&mut connection, r#"{"result": {"username": "kevin"}}"#);
            continue;
        }
        held.retain(is_waiting);
        held.push(connection);
        if held.len() == GROUPS {
            for mut connection in held.drain(..) {
                answer(
                    &mut connection,
                    r#"{"result": [{"username": "kevin"}], "page": {"total_pages": 1}}"#,
                );
            }
        }
    }
}

#[test]
#[ignore = "needs curl: tests/run accounts"]
fn all_that_a_line_needs_is_asked_at_once() {
    let server = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = server.local_addr().unwrap();
    let serving = std::thread::spawn(move || serve(&server));
    let folder = TempDir::with_prefix("rfrbot-accounts-together-").unwrap();
    let config = folder.path().join("config.toml");
    let groups = r#"["sysadmin-main", "sysadmin-releng", "security-officer"]"#;
    std::fs::write(
        &config,
        format!("[bot]\ndata = \"store\"\n[accounts]\nfasjson = \"http://{address}\"\ngroups = {groups}\n"),
    )
    .unwrap();
    let mut console = Command::new(shipped::program())
        .args(["console", "--as", "kevin", "--config"])
        .arg(&config)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    console.stdin.take().unwrap().write_all(b"!rfr whoami\n").unwrap();
    let said = console.wait_with_output().unwrap().stdout;
    drop(TcpStream::connect(address).unwrap());
    serving.join().unwrap();
    let said = String::from_utf8_lossy(&said);
    let groups = "; in security-officer, sysadmin-main, sysadmin-releng.";
    assert!(said.contains(groups), "{said}");
}
