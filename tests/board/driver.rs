//! A real Chromium by its driver (the W3C's protocol, and Chromium's own commands for what that cannot say).

use crate::running::holds_in_time;
use crate::running::process::Process;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// How long the browser may take for one command.
const DEADLINE: Duration = Duration::from_secs(120);

/// A browser with one window.
pub(crate) struct Browser {
    driver: Process,
    port: u16,
    session: String,
    folder: TempDir,
}

impl Browser {
    /// Starts one with a profile of its own.
    pub(crate) fn start() -> Self {
        let folder = TempDir::with_prefix("rfrbot-browser-").unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={port}")).current_dir(folder.path());
        let driver = Process::start_group(&mut command, folder.path(), "driver.log");
        let ready =
            holds_in_time(|| try_ask(port, "GET", "/status", &Value::Null).is_some_and(|said| said["ready"] == true));
        assert!(ready, "no chromedriver:\n{}", driver.output());
        let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            &profile,
        ];
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
        }}});
        let session = ask(port, "POST", "/session", &wanted)["sessionId"]
            .as_str()
            .unwrap()
            .to_owned();
        Self {
            driver,
            port,
            session,
            folder,
        }
    }

    /// Sends a command to the session.
    pub(crate) fn command(&self, method: &str, path: &str, body: &Value) -> Value {
        ask(self.port, method, &format!("/session/{}{path}", self.session), body)
    }

    /// Sends one of Chromium's own.
    pub(crate) fn own(&self, name: &str, parameters: &Value) -> Value {
        self.command("POST", "/goog/cdp/execute", &json!({"cmd": name, "params": parameters}))
    }

    /// Goes to a page.
    pub(crate) fn goes_to(&self, url: &str) {
        self.command("POST", "/url", &json!({"url": url}));
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        self.command("GET", "/url", &Value::Null).as_str().unwrap().to_owned()
    }

    /// What a script of the test's own finds on the page.
    pub(crate) fn finds(&self, script: &str) -> Value {
        self.command(
            "POST",
            "/execute/sync",
            &json!({"script": format!("return {script}"), "args": []}),
        )
    }

    /// A window of that size, as a phone has it where it is narrow.
    pub(crate) fn size(&self, width: u32, height: u32) {
        self.own(
            "Emulation.setDeviceMetricsOverride",
            &json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}),
        );
    }

    /// What the reader prefers.
    pub(crate) fn prefers(&self, scheme: &str) {
        let feature = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.own("Emulation.setEmulatedMedia", &feature);
    }

    /// Presses a key.
    pub(crate) fn presses(&self, key: &str) {
        for kind in ["keyDown", "keyUp"] {
            let text = if key == "Enter" { "\r" } else { "" };
            let code = match key {
                "Tab" => 9,
                "Enter" => 13,
                _ => 0,
            };
            let text = if kind == "keyDown" { text } else { "" };
            self.own(
                "Input.dispatchKeyEvent",
                &json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}),
            );
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Its processes end with the session; the driver's group ends with its owner.
        let _ = try_ask(self.port, "DELETE", &format!("/session/{}", self.session), &Value::Null);
        if std::thread::panicking() {
            eprintln!("the browser's folder was {}", self.folder.path().display());
        }
        let _ = self.driver.id();
    }
}

fn ask(port: u16, method: &str, path: &str, body: &Value) -> Value {
    let said = try_ask(port, method, path, body).unwrap_or_else(|| panic!("no answer to {method} {path}"));
    assert!(said.get("error").is_none(), "{method} {path}: {said}");
    said
}

fn try_ask(port: u16, method: &str, path: &str, body: &Value) -> Option<Value> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(DEADLINE)).ok()?;
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    // It may keep the connection in spite of that.
    let mut bytes = Vec::new();
    let mut chunk = vec![0; 65536];
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, rest)) = text.split_once("\r\n\r\n") {
            let head = head.to_ascii_lowercase();
            let length = head
                .split("content-length:")
                .nth(1)?
                .lines()
                .next()?
                .trim()
                .parse::<usize>()
                .ok()?;
            if rest.len() >= length {
                let whole: Value = serde_json::from_str(rest).ok()?;
                return Some(whole["value"].clone());
            }
        }
        drop(text);
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
        }
    }
}
