//! What an operator reads when a server cannot be reached: plain words that name the fix, whichever protocol or library
//! failed.

use crate::Desk;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ServerConfig, ServerConnection, Stream};

/// Words that only library authors understand.
const JARGON: &[&str] = &[
    "os error",
    "rustls",
    "hyper",
    "reqwest",
    "webpki",
    "client error",
    "sending request",
    "Elapsed",
    "elapsed",
    "Error",
    "Custom",
    "kind:",
    "source:",
    "Some(",
    "invalid peer",
    "InvalidCertificate",
    "UnknownIssuer",
    "NotValid",
    "Expired",
    "Alert",
    "dns error",
    "lookup address",
    "errno",
    "(Connect)",
    "deserialization",
    "non-json",
    "EOF",
    "early eof",
    "close_notify",
    "Kind",
    "line 1 column",
    "trait",
    "future",
    "tcp connect",
    "connection lost",
    "network error",
];

fn port_of(listener: &TcpListener) -> u16 {
    listener.local_addr().expect("its address").port()
}

/// A server that handles every connection like this.
fn server(serve: impl Fn(TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = port_of(&listener);
    std::thread::spawn(move || {
        for link in listener.incoming().map_while(Result::ok) {
            serve(link);
        }
    });
    port
}

fn nobody() -> u16 {
    port_of(&TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port"))
}

/// A server with a certificate for that name, fresh or long expired; and the PEM file of its authority.
fn with_certificate(name: &str, year: i32, also: impl Fn(&mut dyn Write) + Send + 'static) -> (u16, String) {
    let key = KeyPair::generate().expect("a key");
    let mut authority = CertificateParams::new(Vec::new()).expect("an authority");
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority
        .distinguished_name
        .push(DnType::CommonName, format!("the authority of {name} until {year}"));
    let pem = authority.self_signed(&key).expect("signed").pem();
    let issuer = Issuer::new(authority, key);
    let key = KeyPair::generate().expect("a key");
    let mut own = CertificateParams::new(vec![name.to_owned()]).expect("a server");
    own.not_after = rcgen::date_time_ymd(year, 1, 1);
    let own = own.signed_by(&key, &issuer).expect("signed");
    let key = PrivateKeyDer::from_pem_slice(key.serialize_pem().as_bytes()).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("TLS")
        .with_no_client_auth()
        .with_single_cert(vec![own.der().clone()], key)
        .expect("a certificate");
    let config = Arc::new(config);
    let port = server(move |mut link| {
        let mut connection = ServerConnection::new(config.clone()).expect("TLS");
        let mut stream = Stream::new(&mut connection, &mut link);
        // A client that rejects the certificate disconnects.
        if stream.flush().is_ok() {
            also(&mut stream);
        }
    });
    (port, pem)
}

/// Everything that connects, to the same server.
fn config(host: &str, port: u16, matrix: bool) -> String {
    let common = format!(
        "host = \"{host}\", port = {port}, ca_file = \"authority.pem\", account = \"rfrbot\", password_file = \"secret\""
    );
    let matrix = if matrix {
        format!(
            "[matrix]\nhomeserver = \"https://{host}:{port}\"\nuser = \"@rfrbot:example.org\"\nca_file = \"authority.pem\"\n\
             password_file = \"secret\"\nrooms = [\"#a:example.org\"]\n"
        )
    } else {
        String::new()
    };
    format!(
        "[irc.lab]\nhost = \"{host}\"\nport = {port}\nca_file = \"authority.pem\"\nnick = \"rfrbot\"\nchannels = [\"#a\"]\n{matrix}\
         [mail]\nfrom = \"rfrbot@example.org\"\nlist = \"infra@lists.example.org\"\narchive = \"https://lists.example.org/a\"\n\
         smtp = {{ {common}, tls = \"tls\" }}\n[mail.inbox]\nimap = {{ {common} }}\n"
    )
}

#[test]
fn why_a_server_cannot_be_talked_to_is_said_in_plain_words_by_every_protocol() {
    let (stranger, _) = with_certificate("localhost", 2090, |_| {});
    let (_, foreign) = with_certificate("localhost", 2092, |_| {});
    let (misnamed, its_signer) = with_certificate("other.example.org", 2090, |_| {});
    let (expired, old_signer) = with_certificate("localhost", 2001, |_| {});
    let (leaves, left) = with_certificate("localhost", 2091, |_| {});
    let (babbles, babble) = with_certificate("localhost", 2090, |stream| {
        let _ = stream.write_all(b"\x00\x01 this is no protocol at all\r\n\r\n");
    });
    let cases: &[(&str, &str, u16, &str, &[&str])] = &[
        (
            "nobody listens",
            "localhost",
            nobody(),
            &foreign,
            &["nothing listens there"],
        ),
        (
            "the name is wrong",
            "-x-.invalid",
            4,
            &foreign,
            &["its name is not known", "cannot be looked up now"],
        ),
        (
            "it hangs up at once",
            "localhost",
            server(drop),
            &foreign,
            &["closed the link"],
        ),
        (
            "it hangs up within TLS",
            "localhost",
            leaves,
            &left,
            &["closed the link"],
        ),
        (
            "it speaks no TLS",
            "localhost",
            server(|mut link| {
                let _ = link.write_all(b"SSH-2.0-OpenSSH_9.9\r\n");
                let _ = link.read(&mut [0; 512]);
            }),
            &foreign,
            &["does not speak TLS"],
        ),
        (
            "nobody knows its authority",
            "localhost",
            stranger,
            &foreign,
            &["an authority that this machine does not know"],
        ),
        (
            "it is another one",
            "localhost",
            misnamed,
            &its_signer,
            &["is not for localhost"],
        ),
        (
            "its certificate is over",
            "localhost",
            expired,
            &old_signer,
            &["has expired"],
        ),
        (
            "it speaks something else",
            "localhost",
            babbles,
            &babble,
            &["does not speak", "closed the link", "no answer within"],
        ),
    ];
    let mut wrong = Vec::new();
    for (cause, host, port, authority, wanted) in cases {
        let desk = Desk::new(&config(host, *port, cfg!(feature = "matrix")));
        fs::write(desk.path("authority.pem"), authority).expect("an authority");
        fs::write(desk.path("secret"), "open sesame\n").expect("a secret");
        fs::set_permissions(desk.path("secret"), fs::Permissions::from_mode(0o600)).expect("protecting it");
        let ran = desk.with_config(&["check", "--connect"]);
        let failed: Vec<&str> = ran
            .out
            .lines()
            .chain(ran.err.lines())
            .filter(|line| line.contains("FAILED"))
            .collect();
        for section in ["irc.lab", "mail", "mail.inbox", "matrix"] {
            if section == "matrix" && !cfg!(feature = "matrix") {
                continue;
            }
            let Some(line) = failed.iter().find(|line| line.starts_with(&format!("{section}: "))) else {
                wrong.push(format!("{cause}, {section}: no line in {ran:?}"));
                continue;
            };
            if !wanted.iter().any(|words| line.contains(words)) {
                wrong.push(format!("{cause}: none of {wanted:?} in {line}"));
            }
            wrong.extend(jargon(line).map(|word| format!("{cause}: {word:?} in {line}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn jargon(line: &str) -> impl Iterator<Item = &'static str> + '_ {
    JARGON.iter().copied().filter(move |word| line.contains(word))
}
