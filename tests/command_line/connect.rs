//! `check --connect` against scripted servers.

use crate::Desk;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::thread::JoinHandle;

/// A server for one connection: it sends a greeting, and answers each line.
struct Scripted {
    port: u16,
    thread: JoinHandle<Vec<String>>,
}

impl Scripted {
    fn start(greeting: &'static str, mut answer: impl FnMut(&str) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut heard = Vec::new();
            // A client that disconnects early is noticed by the lines received.
            let _ = stream.write_all(greeting.as_bytes());
            for line in BufReader::new(stream.try_clone().expect("a second handle")).lines() {
                let Ok(line) = line else { break };
                let _ = stream.write_all(answer(&line).as_bytes());
                let bye = line.starts_with("QUIT");
                heard.push(line);
                if bye {
                    break;
                }
            }
            heard
        });
        Self { port, thread }
    }

    /// What the program sent; empty if it never connected.
    fn heard(self) -> Vec<String> {
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
        self.thread.join().expect("the script ends")
    }
}

fn irc(port: u16, more: &str) -> String {
    format!("[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\n{more}")
}

const SASL: &str = "login = { sasl = \"plain\", account = \"rfrbot\", password_file = \"bot.password\" }\n";

/// A network with nicks of at most nine letters and the password `right`, which refuses these channels.
fn irc_server(refused: &'static [(&'static str, &'static str)]) -> Scripted {
    let mut negotiates = false;
    Scripted::start("", move |line| {
        negotiates |= line.starts_with("CAP REQ");
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["NICK", "rfrbot-check"] => ":s 432 * rfrbot-check :Nicks have nine letters here\r\n".to_owned(),
            ["CAP", "REQ", ..] => ":s CAP * ACK :sasl\r\n".to_owned(),
            ["AUTHENTICATE", "PLAIN"] => "AUTHENTICATE +\r\n".to_owned(),
            // \0rfrbot\0right
            ["AUTHENTICATE", "AHJmcmJvdAByaWdodA=="] => ":s 900 * * rfrbot :in\r\n:s 903 * :in\r\n".to_owned(),
            ["AUTHENTICATE", ..] => ":s 904 * :SASL authentication failed\r\n".to_owned(),
            ["USER", ..] if negotiates => String::new(),
            ["CAP", "END"] | ["USER", ..] => "PING :cookie\r\n".to_owned(),
            ["PONG", ..] => ":s 001 rfrbo-chk :Welcome\r\n:s 005 rfrbo-chk NICKLEN=9 :are supported\r\n\
                             :s 422 rfrbo-chk :no words of the day\r\n"
                .to_owned(),
            ["JOIN", channel, ..] => match refused.iter().find(|(name, _)| *name == channel) {
                Some((_, numeric)) => format!(":s {numeric} rfrbo-chk {channel} :Cannot join channel\r\n"),
                None => format!(":rfrbo-chk!u@h JOIN {channel}\r\n:s 366 rfrbo-chk {channel} :end\r\n"),
            },
            ["QUIT", ..] => "ERROR :bye\r\n".to_owned(),
            _ => String::new(),
        }
    })
}

fn desk(config: &str, password: &str) -> Desk {
    let desk = Desk::new(config);
    fs::write(desk.path("bot.password"), password).expect("writing a password");
    fs::set_permissions(desk.path("bot.password"), fs::Permissions::from_mode(0o600)).expect("protecting it");
    desk
}

#[test]
fn a_good_network_is_tried_step_by_step_under_another_nick_and_left_again() {
    let server = irc_server(&[]);
    let more = format!("{SASL}channels = [\"#fedora-admin\", {{ name = \"#noc\", key_file = \"bot.password\" }}]\n");
    let desk = desk(&irc(server.port, &more), "right\n");
    let ran = desk.with_config(&["check", "--connect"]).good();
    ran.says(&[
        "connects to 127.0.0.1",
        "irc.lab: ok: connected to 127.0.0.1",
        "irc.lab: ok: logged in",
        "irc.lab: ok: registered as rfrbo-chk",
        "irc.lab: ok: #fedora-admin can be joined",
        "irc.lab: ok: #noc can be joined",
        "every connection works",
    ]);
    let heard = server.heard();
    assert!(!heard.contains(&"NICK rfrbot".to_owned()), "{heard:#?}");
    for line in ["PART #fedora-admin", "JOIN #noc right", "PART #noc"] {
        assert!(heard.iter().any(|said| said == line), "no {line} in {heard:#?}");
    }
    assert!(heard.last().is_some_and(|line| line.starts_with("QUIT")), "{heard:#?}");
    assert!(!desk.path("store").exists(), "nothing was made");
}

#[test]
fn each_refusal_of_a_network_is_named_with_its_fix_and_the_next_step_is_tried_all_the_same() {
    let server = irc_server(&[
        ("#closed", "473"),
        ("#keyed", "475"),
        ("#members", "477"),
        ("#banned", "474"),
    ]);
    let more = format!("{SASL}channels = [\"#closed\", \"#keyed\", \"#members\", \"#banned\", \"#open\"]\n");
    let desk = desk(&irc(server.port, &more), "wrong\n");
    let ran = desk.with_config(&["check", "--connect"]).refused(&["5 steps failed"]);
    ran.says(&[
        "irc.lab: FAILED: the login",
        "SASL authentication failed",
        "password",
        "irc.lab: FAILED: #closed",
        "473",
        "invite",
        "irc.lab: FAILED: #keyed",
        "key",
        "irc.lab: FAILED: #members",
        "login",
        "irc.lab: FAILED: #banned",
        "ban",
        "irc.lab: ok: #open can be joined",
    ]);
    assert!(!format!("{ran:?}").contains("wrong\\n"), "the password is told");
    assert!(server.heard().contains(&"PART #open".to_owned()));
}

#[test]
fn a_network_that_is_not_there_or_does_not_speak_irc_is_a_failed_step() {
    let gone = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = gone.local_addr().expect("its address").port();
    drop(gone);
    let other = Scripted::start("SSH-2.0-OpenSSH\r\n", |_| String::new());
    let second = irc(other.port, "").replace("plain = true", "").replace("lab", "second");
    let desk = Desk::new(&format!("{}{second}", irc(port, "")));
    let ran = desk.with_config(&["check", "--connect"]).refused(&["2 steps failed"]);
    ran.says(&["irc.lab: FAILED: cannot connect to 127.0.0.1", "`host` and `port`"]);
    ran.says(&["irc.second: FAILED:", "does not speak TLS", "6697"]);
    other.heard();
}

fn mail(way: &str) -> String {
    format!(
        "[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"infra@lists.example.org\"\n\
         archive = \"https://lists.example.org/archives\"\n{way}\n"
    )
}

fn smtp_server(recipient: &'static str) -> Scripted {
    Scripted::start("220 mx.example.org ESMTP\r\n", move |line| {
        let verb = line.split([' ', ':']).next().unwrap_or_default();
        match verb {
            "EHLO" => "250-mx.example.org\r\n250 AUTH PLAIN LOGIN\r\n",
            "AUTH" if line.ends_with("AHJmcmJvdAByaWdodA==") => "235 in\r\n",
            "AUTH" => "535 5.7.8 bad credentials\r\n",
            "RCPT" => recipient,
            "QUIT" => "221 bye\r\n",
            "DATA" => "554 nobody asked for that\r\n",
            _ => "250 ok\r\n",
        }
        .to_owned()
    })
}

fn smtp(port: u16) -> String {
    mail(&format!(
        "smtp = {{ host = \"127.0.0.1\", port = {port}, plain = true, account = \"rfrbot\", password_file = \
         \"bot.password\" }}"
    ))
}

#[test]
fn a_mail_server_is_asked_up_to_the_recipient_and_gets_no_mail() {
    let server = smtp_server("250 ok\r\n");
    let desk = desk(&smtp(server.port), "right\n");
    let ran = desk.with_config(&["check", "--connect"]).good();
    ran.says(&[
        "mail: ok: connected",
        "mx.example.org",
        "mail: ok: logged in: as rfrbot",
        "mail: ok: the server takes mail from rfrbot@example.org to infra@lists.example.org",
        "every connection works",
    ]);
    let heard = server.heard();
    assert!(!heard.iter().any(|line| line.starts_with("DATA")), "{heard:#?}");
    assert!(heard.ends_with(&["RSET".to_owned(), "QUIT".to_owned()]), "{heard:#?}");
}

#[test]
fn what_a_mail_server_refuses_is_named_with_its_fix() {
    let server = smtp_server("550 5.1.1 no such list here\r\n");
    let refuses_list = desk(&smtp(server.port), "right\n");
    let ran = refuses_list
        .with_config(&["check", "--connect"])
        .refused(&["1 step failed"]);
    ran.says(&[
        "mail: FAILED: refused: RCPT TO",
        "no such list here",
        "from and list under [mail]",
    ]);
    assert!(server.heard().ends_with(&["RSET".to_owned(), "QUIT".to_owned()]));

    let server = smtp_server("250 ok\r\n");
    let refuses_login = desk(&smtp(server.port), "wrong\n");
    let ran = refuses_login
        .with_config(&["check", "--connect"])
        .refused(&["1 step failed"]);
    ran.says(&[
        "mail: FAILED: the login was refused",
        "bad credentials",
        "account and password",
    ]);
    assert!(!server.heard().iter().any(|line| line.starts_with("MAIL")));
}

#[test]
fn a_program_and_a_maildir_are_looked_at() {
    let desk = Desk::new(&mail("sendmail = \"/bin/true\"\n[mail.inbox]\nmaildir = \"box\""));
    for folder in ["box/new", "box/cur", "box/tmp"] {
        fs::create_dir_all(desk.path(folder)).expect("a folder");
    }
    desk.with_config(&["check", "--connect"]).good().says(&[
        "mail: ok: /bin/true can be started",
        "mail.inbox: ok: the Maildir",
        "every connection works",
    ]);
    fs::remove_dir(desk.path("box/tmp")).expect("no more");
    let ran = desk.with_config(&["check", "--connect"]);
    assert_ne!(ran.code, Some(0), "{ran:#?}");
    assert!(format!("{ran:?}").contains("tmp"), "{ran:#?}");
}

#[test]
fn a_config_without_connections_says_so() {
    let ran = Desk::new(crate::TEAM).with_config(&["check", "--connect"]).good();
    ran.says(&["the config names nothing to connect to"]);
}
