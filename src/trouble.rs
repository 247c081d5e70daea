//! Explains why a server cannot be reached, in plain words that name the fix, whichever library failed. Operators read
//! this in the log, in `rfrbot status` and from `rfrbot check --connect`.
//!
//! `irc.example.org:6697`, refused: "cannot connect to irc.example.org:6697: nothing listens there. Check host and
//! port; perhaps the server is down".

use std::error::Error;
use std::io;
use tokio_rustls::rustls::{self, AlertDescription, CertificateError};

/// The server concerned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Server<'a> {
    /// Its name or address.
    pub(crate) host: &'a str,
    /// Its port, if known.
    pub(crate) port: Option<u16>,
    /// Its protocol.
    pub(crate) speaks: Protocol,
}

/// The protocol of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    Irc,
    Imap,
    Smtp,
    /// HTTP: calendars and the homeserver.
    Web,
    /// The message bus.
    Amqp,
}

impl Protocol {
    fn name(self) -> &'static str {
        match self {
            Self::Irc => "IRC",
            Self::Imap => "IMAP",
            Self::Smtp => "SMTP",
            Self::Web => "HTTP",
            Self::Amqp => "AMQP",
        }
    }

    /// What to do if a server does not start with TLS.
    fn without_tls(self) -> &'static str {
        match self {
            Self::Irc => {
                "set `port` to the server's TLS port (usually 6697), or say in the config that the connection is plain"
            }
            Self::Imap => "set `port` to the server's TLS port (usually 993)",
            Self::Smtp => "set `port` to the server's TLS port (usually 465), or `tls` to \"starttls\"",
            Self::Web => "check the port in the address, and whether it must begin with http:",
            Self::Amqp => "give the broker's TLS port (usually 5671) in the address",
        }
    }

    /// The keys of the config that name the client's certificate.
    fn own_certificate(self) -> &'static str {
        match self {
            Self::Irc | Self::Imap | Self::Smtp | Self::Web => "`client_cert`",
            Self::Amqp => "`certificate` and `key`",
        }
    }
}

/// What an error means.
enum Meaning {
    /// The server closed the connection, and nothing says why.
    ClosedLink,
    /// Something else, in words.
    Other(String),
}

impl Server<'_> {
    /// What went wrong, for somebody who can correct it.
    pub(crate) fn explain(&self, error: &(dyn Error + 'static)) -> String {
        match self.meaning(error) {
            Meaning::ClosedLink => self.closed_link(),
            Meaning::Other(words) => words,
        }
    }

    /// The same while TLS begins: who closes the connection then may not speak it.
    pub(crate) fn explain_tls(&self, error: &(dyn Error + 'static)) -> String {
        match self.meaning(error) {
            Meaning::ClosedLink => format!(
                "{} closed the link as TLS began; where that stays so, {}",
                self.at(),
                self.speaks.without_tls()
            ),
            Meaning::Other(words) => words,
        }
    }

    /// Did it close the connection without saying why?
    pub(crate) fn just_closed(&self, error: &(dyn Error + 'static)) -> bool {
        matches!(self.meaning(error), Meaning::ClosedLink)
    }

    /// What is said of a connection that it closed without saying why.
    pub(crate) fn closed_link(&self) -> String {
        format!("{} closed the link", self.host)
    }

    fn meaning(&self, error: &(dyn Error + 'static)) -> Meaning {
        let mut cause = error;
        let mut innermost = String::new();
        loop {
            if let Some(error) = cause.downcast_ref::<rustls::Error>() {
                return Meaning::Other(self.tls(error));
            }
            let text = cause.to_string();
            if let Some(meaning) = self.known(&text) {
                return meaning;
            }
            if !text.is_empty() {
                innermost = text;
            }
            let system = cause.downcast_ref::<io::Error>();
            if let Some(meaning) = system.and_then(|error| self.system(error)) {
                return meaning;
            }
            // An error inside an io::Error is not its `source`.
            let held = system
                .and_then(io::Error::get_ref)
                .map(|held| held as &(dyn Error + 'static));
            match held.or_else(|| cause.source()) {
                Some(deeper) => cause = deeper,
                None => break,
            }
        }
        let innermost = innermost.split(" (os error").next().unwrap_or_default().to_owned();
        Meaning::Other(format!(
            "{} does not work as a server of {}: {innermost}",
            self.at(),
            self.speaks.name()
        ))
    }

    fn at(&self) -> String {
        let port = self.port.map_or_else(String::new, |port| format!(":{port}"));
        format!("{}{port}", self.host)
    }

    /// Errors known only by their text.
    fn known(&self, text: &str) -> Option<Meaning> {
        let other = |words: String| Some(Meaning::Other(words));
        let at = self.at();
        let has = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
        if has(&["failed to lookup address", "dns error", "invalid dns name"]) {
            // "dns error" precedes its cause, which says more if there is one.
            if text == "dns error" {
                return None;
            }
            let passes = has(&["Temporary failure", "try again", "System error"]);
            let why = if passes {
                "its name cannot be looked up now: check this machine's DNS (/etc/resolv.conf)"
            } else {
                "its name is not known. Check the spelling of the host, or this machine's DNS"
            };
            return other(format!("cannot connect to {at}: {why}"));
        }
        if has(&[
            "connection closed before",
            "close_notify",
            "onnection lost",
            "incomplete response",
            "unexpected end of file",
        ]) {
            return Some(Meaning::ClosedLink);
        }
        if has(&[
            "invalid HTTP",
            "unexpected message from connection",
            "invalid URI",
            "error during parsing",
            "during parsing of",
            "response error",
            "parse status",
        ]) {
            return other(format!(
                "{at} does not speak {}: check host and port",
                self.speaks.name()
            ));
        }
        if has(&["operation timed out", "deadline has elapsed"]) {
            return other(self.silent());
        }
        None
    }

    fn silent(&self) -> String {
        format!(
            "{} does not answer: check host and port, and whether a firewall is between",
            self.at()
        )
    }

    /// The operating system's error.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the system's errors: what is not known to people is said in its own words"
    )]
    fn system(&self, error: &io::Error) -> Option<Meaning> {
        use io::ErrorKind as Kind;
        let at = self.at();
        let connecting = |why: &str| Some(Meaning::Other(format!("cannot connect to {at}: {why}")));
        match error.kind() {
            Kind::ConnectionRefused => {
                connecting("nothing listens there. Check host and port; perhaps the server is down")
            }
            Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown | Kind::AddrNotAvailable => {
                connecting("there is no way to it from this machine. Check this machine's network")
            }
            Kind::PermissionDenied => {
                connecting("this machine forbids it. Check its firewall, and what the bot's unit forbids")
            }
            Kind::TimedOut => Some(Meaning::Other(self.silent())),
            Kind::ConnectionReset
            | Kind::ConnectionAborted
            | Kind::BrokenPipe
            | Kind::NotConnected
            | Kind::UnexpectedEof
            | Kind::WriteZero => Some(Meaning::ClosedLink),
            _ => None,
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's errors: more of them come with each release"
    )]
    fn tls(&self, error: &rustls::Error) -> String {
        let (host, at) = (self.host, self.at());
        match error {
            rustls::Error::InvalidCertificate(why) => self.certificate(why),
            rustls::Error::InvalidMessage(_) => format!("{at} does not speak TLS: {}", self.speaks.without_tls()),
            rustls::Error::AlertReceived(alert) => match alert {
                AlertDescription::BadCertificate
                | AlertDescription::UnsupportedCertificate
                | AlertDescription::CertificateRevoked
                | AlertDescription::CertificateUnknown
                | AlertDescription::UnknownCA
                | AlertDescription::AccessDenied
                | AlertDescription::CertificateRequired => {
                    let keys = self.speaks.own_certificate();
                    format!("{host} does not accept the client certificate, or wants one: check {keys}")
                }
                AlertDescription::CertificateExpired => format!(
                    "{host} says that the client certificate has expired: put a new one in its place (or this machine's \
                     clock is wrong)"
                ),
                AlertDescription::UnrecognisedName => {
                    format!("{at} does not know itself by this name: set `host` to its own name")
                }
                AlertDescription::ProtocolVersion | AlertDescription::HandshakeFailure => self.no_common_way(),
                _ => format!("{host} ended TLS: check the client certificate, if one is set"),
            },
            rustls::Error::PeerIncompatible(_) | rustls::Error::NoApplicationProtocol => self.no_common_way(),
            _ => format!("{at} does not speak TLS as it should: check host and port, and ask its operators"),
        }
    }

    fn no_common_way(&self) -> String {
        format!(
            "{} has no way of TLS in common with the bot, which takes TLS 1.2 and 1.3: ask its operators",
            self.at()
        )
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's errors: more of them come with each release"
    )]
    fn certificate(&self, why: &CertificateError) -> String {
        let host = self.host;
        match why {
            CertificateError::UnknownIssuer => format!(
                "the certificate of {host} is signed by an authority that this machine does not know: if that is \
                 right (a private server), give the authority's PEM file as `ca_file`"
            ),
            CertificateError::BadSignature => format!(
                "the certificate of {host} is not signed by the authority that this machine knows under that name: if \
                 the server's private authority was made anew, give its new PEM file as `ca_file`"
            ),
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                format!("the certificate is not for {host}: set `host` to a name that the certificate holds")
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => format!(
                "the certificate of {host} has expired: the server's operator must renew it (or this machine's clock \
                 is wrong)"
            ),
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                format!("the certificate of {host} is not valid yet: check this machine's clock")
            }
            CertificateError::Revoked => {
                format!("the certificate of {host} was withdrawn by its authority: the server's operator must renew it")
            }
            _ => format!(
                "the certificate of {host} is none for a server, or cannot be read: the server's operator must mend it"
            ),
        }
    }
}

/// A panic's message, on one line.
pub(crate) fn panic_words(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
    words
        .unwrap_or("no reason given")
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: Server<'static> = Server {
        host: "irc.example.org",
        port: Some(6697),
        speaks: Protocol::Irc,
    };

    /// What libraries do: their own sentence around the cause.
    #[derive(Debug, thiserror::Error)]
    #[error("client error (Connect)")]
    struct Wrapped(#[source] io::Error);

    #[test]
    fn whoever_closes_as_tls_begins_may_not_speak_it() {
        let broker = Server {
            speaks: Protocol::Amqp,
            ..SERVER
        };
        let closed = io::Error::from(io::ErrorKind::UnexpectedEof);
        let said = broker.explain_tls(&closed);
        assert!(said.contains("usually 5671"), "{said}");
        assert!(!broker.explain(&closed).contains("5671"));
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert_eq!(broker.explain_tls(&refused), broker.explain(&refused));
    }

    #[test]
    fn each_cause_has_plain_words_however_deep_it_lies() {
        let lookup = |words: &str| io::Error::other(format!("failed to lookup address information: {words}"));
        let tls = |error: rustls::Error| io::Error::new(io::ErrorKind::InvalidData, error);
        let certificate = |why| tls(rustls::Error::InvalidCertificate(why));
        let os = |code| io::Error::from_raw_os_error(code);
        let cases = [
            (lookup("Name or service not known"), "its name is not known"),
            (lookup("No address associated with hostname"), "its name is not known"),
            (
                lookup("Temporary failure in name resolution"),
                "cannot be looked up now",
            ),
            (os(111), "nothing listens there"),
            (os(110), "does not answer"),
            (io::Error::from(io::ErrorKind::TimedOut), "does not answer"),
            (io::Error::other("operation timed out"), "does not answer"),
            (os(104), "closed the link"),
            (os(32), "closed the link"),
            (io::Error::from(io::ErrorKind::UnexpectedEof), "closed the link"),
            (
                io::Error::other("connection closed before message completed"),
                "closed the link",
            ),
            (os(101), "no way to it"),
            (os(113), "no way to it"),
            (os(13), "this machine forbids it"),
            (os(24), "Too many open files"),
            (
                certificate(CertificateError::UnknownIssuer),
                "give the authority's PEM file",
            ),
            (certificate(CertificateError::BadSignature), "give its new PEM file"),
            (
                certificate(CertificateError::NotValidForName),
                "is not for irc.example.org",
            ),
            (certificate(CertificateError::Expired), "has expired"),
            (certificate(CertificateError::NotValidYet), "clock"),
            (certificate(CertificateError::Revoked), "was withdrawn"),
            (certificate(CertificateError::BadEncoding), "must mend it"),
            (
                tls(rustls::Error::InvalidMessage(
                    rustls::InvalidMessage::InvalidContentType,
                )),
                "does not speak TLS: set `port`",
            ),
            (
                tls(rustls::Error::AlertReceived(AlertDescription::CertificateRequired)),
                "client certificate",
            ),
            (
                tls(rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)),
                "TLS 1.2 and 1.3",
            ),
            (tls(rustls::Error::DecryptError), "as it should"),
        ];
        for (error, words) in cases {
            let plain = SERVER.explain(&error);
            let deep = SERVER.explain(&Wrapped(error));
            assert!(plain.contains(words), "{plain}");
            assert_eq!(deep, plain);
            for jargon in [
                "os error",
                "Error",
                "(Connect)",
                "lookup address",
                "Certificate",
                "InvalidData",
            ] {
                assert!(!plain.contains(jargon), "{plain}");
            }
        }
    }
}
