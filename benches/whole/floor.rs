//! The floor: the least that a program can do which answers the same line over the same socket. It looks nothing
//! up, checks nobody, reconnects at once, and keeps a note by one write and one fdatasync.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

/// Runs until it is ended from outside.
pub(crate) fn run(port: u16, folder: &Path) {
    let mut notes = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.join("notes"))
        .expect("a file for notes");
    loop {
        if let Ok(stream) = TcpStream::connect(("127.0.0.1", port)) {
            serve(stream, &mut notes);
        }
    }
}

fn serve(mut stream: TcpStream, notes: &mut File) {
    stream.set_nodelay(true).expect("no delay");
    stream
        .write_all(b"NICK floor\r\nUSER floor 0 * :floor\r\nJOIN #bench\r\n")
        .expect("the server reads");
    let mut bytes: Vec<u8> = Vec::new();
    let mut chunk = vec![0; 64 * 1024];
    let mut out: Vec<u8> = Vec::new();
    loop {
        let Ok(length @ 1..) = stream.read(&mut chunk) else {
            return;
        };
        bytes.extend_from_slice(&chunk[..length]);
        let mut start = 0;
        while let Some(at) = bytes[start..].iter().position(|byte| *byte == b'\n') {
            answer(&bytes[start..start + at], notes, &mut out);
            start += at + 1;
        }
        bytes.drain(..start);
        if !out.is_empty() {
            if stream.write_all(&out).is_err() {
                return;
            }
            out.clear();
        }
    }
}

fn answer(line: &[u8], notes: &mut File, out: &mut Vec<u8>) {
    let Some((nick, words)) = command(line) else { return };
    if words.starts_with(b"note") {
        notes.write_all(line).expect("the disk takes it");
        notes.sync_data().expect("the disk syncs it");
    }
    out.extend_from_slice(b"PRIVMSG #bench :");
    out.extend_from_slice(nick);
    out.extend_from_slice(b": ");
    out.extend_from_slice(words);
    out.extend_from_slice(b"\r\n");
}

/// Nick and words of a line `:nick!user@host PRIVMSG #bench :!rfr words`.
fn command(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let line = line.strip_prefix(b":")?;
    let nick = line.iter().position(|byte| *byte == b'!')?;
    let space = line.iter().position(|byte| *byte == b' ')?;
    let words = line[space..].strip_prefix(b" PRIVMSG #bench :!rfr ")?;
    Some((&line[..nick], words.trim_ascii_end()))
}
