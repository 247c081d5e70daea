//! The proxy that simulates a bad network does what its names say.

use crate::servers::holds_in_time;
use crate::servers::ports::{free_port, loopback};
use crate::servers::proxy::{Cut, Direction, Mode, Proxy};
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// A server that echoes every byte until its clients leave.
fn echo_server() -> SocketAddr {
    let listener = TcpListener::bind(loopback(0)).expect("binding the echo server");
    let address = listener.local_addr().expect("the echo server's address");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            thread::spawn(move || {
                let mut buffer = [0; 1024];
                while let Ok(count @ 1..) = stream.read(&mut buffer) {
                    if stream.write_all(&buffer[..count]).is_err() {
                        return;
                    }
                }
            });
        }
    });
    address
}

fn connect(proxy: &Proxy) -> TcpStream {
    let stream = TcpStream::connect(proxy.address()).expect("connecting to the proxy");
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("a deadline for reading");
    stream
}

fn read(stream: &mut TcpStream, count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    stream.read_exact(&mut bytes).expect("bytes in time");
    bytes
}

/// What has arrived by now, without waiting.
fn arrived(stream: &mut TcpStream) -> Vec<u8> {
    stream.set_nonblocking(true).expect("not to block");
    let mut bytes = Vec::new();
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        bytes.extend_from_slice(&buffer[..count]);
    }
    stream.set_nonblocking(false).expect("to block again");
    bytes
}

#[test]
fn held_bytes_arrive_in_order_after_the_hold() {
    let proxy = Proxy::start(echo_server());
    let mut held = connect(&proxy);
    held.write_all(b"a").expect("sending");
    assert_eq!(read(&mut held, 1), b"a");
    proxy.set_only(Direction::ToClient, Mode::Hold);
    held.write_all(b"one ").expect("sending");
    held.write_all(b"two").expect("sending");
    assert!(holds_in_time(|| proxy.held() == 7), "{} bytes held", proxy.held());
    assert_eq!(arrived(&mut held), b"");
    proxy.set(Mode::Pass);
    assert_eq!(read(&mut held, 7), b"one two");
}

#[test]
fn swallowed_bytes_never_arrive() {
    let proxy = Proxy::start(echo_server());
    let mut stream = connect(&proxy);
    proxy.set_only(Direction::ToServer, Mode::Swallow);
    stream.write_all(b"lost").expect("sending");
    assert!(
        holds_in_time(|| proxy.swallowed() == 4),
        "{} bytes swallowed",
        proxy.swallowed()
    );
    proxy.set(Mode::Pass);
    stream.write_all(b"kept").expect("sending");
    assert_eq!(read(&mut stream, 4), b"kept");
}

#[test]
fn delayed_bytes_arrive_no_earlier_than_said() {
    let proxy = Proxy::start(echo_server());
    let mut stream = connect(&proxy);
    proxy.set_only(Direction::ToServer, Mode::Delay(Duration::from_millis(200)));
    let begin = Instant::now();
    stream.write_all(b"late").expect("sending");
    assert_eq!(read(&mut stream, 4), b"late");
    assert!(begin.elapsed() >= Duration::from_millis(200));
}

#[test]
fn sliced_bytes_arrive_whole() {
    let proxy = Proxy::start(echo_server());
    let mut stream = connect(&proxy);
    proxy.set(Mode::Slice);
    stream
        .write_all("PRIVMSG #x :grüß dich\r\n".as_bytes())
        .expect("sending");
    assert_eq!(read(&mut stream, 25), "PRIVMSG #x :grüß dich\r\n".as_bytes());
}

#[test]
fn a_finished_connection_ends_and_a_reset_one_breaks() {
    let proxy = Proxy::start(echo_server());
    let mut finished = connect(&proxy);
    finished.write_all(b"x").expect("sending");
    assert_eq!(read(&mut finished, 1), b"x");
    proxy.cut(Cut::Finish);
    assert_eq!(finished.read(&mut [0]).expect("an end in order"), 0);

    let mut reset = connect(&proxy);
    reset.write_all(b"x").expect("sending");
    assert_eq!(read(&mut reset, 1), b"x");
    assert_eq!(proxy.accepted(), 2);
    proxy.cut(Cut::Reset);
    let error = reset.read(&mut [0]).expect_err("a connection that was reset");
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
}

#[test]
fn a_closed_door_and_a_dead_server_look_like_a_connection_that_ends() {
    let proxy = Proxy::start(echo_server());
    proxy.let_in(false);
    assert!(matches!(connect(&proxy).read(&mut [0]), Ok(0) | Err(_)));
    proxy.let_in(true);
    let mut stream = connect(&proxy);
    stream.write_all(b"x").expect("sending");
    assert_eq!(read(&mut stream, 1), b"x");
    assert_eq!(proxy.accepted(), 1);

    let nobody = Proxy::start(loopback(free_port()));
    assert!(matches!(connect(&nobody).read(&mut [0]), Ok(0) | Err(_)));
    assert_eq!(nobody.accepted(), 0);
}
