//! One attempt to hand one mail to a server or to the local sendmail, step by step, and its result.
//!
//! The SMTP steps are separate because the step decides what a lost connection means: before the text of the mail the
//! server has nothing; after it the server may have accepted the mail.

use crate::config::{MailWay, MailingList, SmtpServer, SmtpTls};
use crate::trouble::{Protocol, Server};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::time::timeout;

/// How long a local program may take.
const PROGRAM_TIMEOUT: Duration = Duration::from_secs(120);

/// How long a server may take to answer `QUIT`.
const FAREWELL: Duration = Duration::from_secs(5);

/// How much of a server's words is kept, in characters.
const LONGEST_WORDS: usize = 400;

/// Result of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendResult {
    /// The server accepted the mail, with these words.
    Taken(String),
    /// The server refuses this mail for now (4xx), or the local program asks for a retry.
    Later(String),
    /// No server is reachable, or the connection cannot be secured: no mail goes out now.
    Unreachable(String),
    /// The server refuses this mail for good (5xx).
    Never(String),
    /// The connection was lost while the mail was being sent: it may have been accepted.
    Unclear(String),
    /// Account and password were refused.
    LoginRefused(String),
}

/// A completed step, for an observer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendStep {
    /// The server's name was resolved.
    Resolved(String),
    /// The server answered with its greeting.
    Connected(String),
    /// The connection is encrypted, and the certificate is valid.
    Protected,
    /// Account and password were accepted.
    LoggedIn(String),
    /// The server accepts sender and recipient.
    Accepted(String),
}

/// Makes one attempt to send a mail.
pub async fn send(list: &MailingList, bytes: &[u8], watch: &mut (dyn FnMut(SendStep) + Send)) -> SendResult {
    let (Ok(from), Ok(to)) = (list.from.parse(), list.list.parse()) else {
        return SendResult::Never("an address in [mail] cannot be used".to_owned());
    };
    match &list.way {
        MailWay::Smtp(server) => match smtp(server, from, to, bytes, watch).await {
            Ok(words) => SendResult::Taken(words),
            Err(outcome) => outcome,
        },
        MailWay::Sendmail(program) => sendmail(program, list, bytes).await,
    }
}

/// Asks a server whether it accepts mails of the list, up to the recipient, without sending one. Returns its words if
/// it does.
pub async fn rehearse(
    server: &SmtpServer,
    list: &MailingList,
    watch: &mut (dyn FnMut(SendStep) + Send),
) -> Result<String, SendResult> {
    let (Ok(from), Ok(to)) = (list.from.parse(), list.list.parse()) else {
        return Err(SendResult::Never("an address in [mail] cannot be used".to_owned()));
    };
    let mut connection = connect(server, watch).await?;
    let answered = envelope(server, &mut connection, from, to).await;
    // The answer to that changes nothing.
    let _ = timeout(FAREWELL, connection.command(Rset)).await;
    let _ = timeout(FAREWELL, connection.quit()).await;
    answered
}

/// Runs a step within the time limit for each.
async fn within<T>(
    server: &SmtpServer,
    what: &str,
    lost: fn(String) -> SendResult,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, SendResult> {
    match timeout(server.timeout, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(judged(server, what, &error, lost)),
        Err(_) => Err(lost(format!(
            "{what}: {} does not answer within {} seconds",
            server.host,
            server.timeout.as_secs()
        ))),
    }
}

/// The server, as error messages name it.
fn named(server: &SmtpServer) -> Server<'_> {
    Server {
        host: &server.host,
        port: Some(server.port),
        speaks: Protocol::Smtp,
    }
}

/// What an error of the library means; `lost` is the result if the connection breaks in this step.
fn judged(server: &SmtpServer, what: &str, error: &Error, lost: fn(String) -> SendResult) -> SendResult {
    let words = match (error.status(), std::error::Error::source(error)) {
        (Some(code), Some(words)) => format!("{code} {words}"),
        (Some(code), None) => code.to_string(),
        (None, _) => named(server).explain(error),
    };
    let words = cleaned(&format!("{what}: {words}"));
    if error.is_permanent() {
        SendResult::Never(words)
    } else if error.is_transient() {
        SendResult::Later(words)
    } else {
        lost(words)
    }
}

/// A server's words as one line that is safe in a log or a channel.
fn cleaned(words: &str) -> String {
    super::prose::one_line(words).chars().take(LONGEST_WORDS).collect()
}

fn said(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    cleaned(&format!("{} {}", response.code(), lines.join(" ")))
}

async fn smtp(
    server: &SmtpServer,
    from: Address,
    to: Address,
    bytes: &[u8],
    watch: &mut (dyn FnMut(SendStep) + Send),
) -> Result<String, SendResult> {
    let mut connection = connect(server, watch).await?;
    let sent = transact(server, &mut connection, (from, to), bytes, watch).await;
    if sent.is_ok() {
        // The mail is the server's already; a missing answer to `QUIT` changes nothing.
        let _ = timeout(FAREWELL, connection.quit()).await;
    }
    sent
}

/// A connection that is secured and logged in.
async fn connect(
    server: &SmtpServer,
    watch: &mut (dyn FnMut(SendStep) + Send),
) -> Result<AsyncSmtpConnection, SendResult> {
    let lost: fn(String) -> SendResult = SendResult::Unreachable;
    let address = (server.host.as_str(), server.port);
    let resolved = timeout(server.timeout, tokio::net::lookup_host(address)).await;
    let addresses: Vec<_> = match resolved {
        Ok(Ok(found)) => found.collect(),
        Ok(Err(error)) => return Err(lost(cleaned(&named(server).explain(&error)))),
        Err(_) => return Err(lost(format!("looking {} up takes too long", server.host))),
    };
    let found: Vec<String> = addresses.iter().map(ToString::to_string).collect();
    watch(SendStep::Resolved(found.join(", ")));
    let hello = ClientId::default();
    let parameters = match server.tls {
        SmtpTls::Plain => None,
        SmtpTls::StartTls | SmtpTls::Implicit => Some(parameters(server)?),
    };
    let implicit = parameters.clone().filter(|_| server.tls == SmtpTls::Implicit);
    let connecting =
        AsyncSmtpConnection::connect_tokio1(addresses.as_slice(), Some(server.timeout), &hello, implicit, None);
    let mut connection = refused_for_now(within(server, "connecting", lost, connecting).await)?;
    watch(SendStep::Connected(connection.server_info().name().to_owned()));
    match (server.tls, parameters) {
        (SmtpTls::Plain, _) | (_, None) => {}
        (SmtpTls::Implicit, Some(_)) => watch(SendStep::Protected),
        (SmtpTls::StartTls, Some(parameters)) => {
            if !connection.can_starttls() {
                return Err(lost(
                    "the server offers no STARTTLS, so that nothing was sent: is this its submission port? \
                     tls = \"tls\" is for servers that use TLS from the first byte"
                        .to_owned(),
                ));
            }
            refused_for_now(within(server, "STARTTLS", lost, connection.starttls(parameters, &hello)).await)?;
            watch(SendStep::Protected);
        }
    }
    if let Some((account, password)) = &server.login {
        let credentials = Credentials::new(account.clone(), password.current().reveal().to_owned());
        let login = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
        within(server, "the login", lost, login)
            .await
            .map_err(|outcome| match outcome {
                SendResult::Never(words) => SendResult::LoginRefused(words),
                // A server that cannot check passwords now cannot accept any mail.
                SendResult::Later(words) => SendResult::Unreachable(words),
                other @ (SendResult::Taken(_)
                | SendResult::Unreachable(_)
                | SendResult::Unclear(_)
                | SendResult::LoginRefused(_)) => other,
            })?;
        watch(SendStep::LoggedIn(account.clone()));
    }
    Ok(connection)
}

/// Before any mail was named, a refusal concerns the connection, not the mail.
fn refused_for_now<T>(done: Result<T, SendResult>) -> Result<T, SendResult> {
    done.map_err(|outcome| match outcome {
        SendResult::Never(words) | SendResult::Later(words) => SendResult::Unreachable(words),
        other @ (SendResult::Taken(_)
        | SendResult::Unreachable(_)
        | SendResult::Unclear(_)
        | SendResult::LoginRefused(_)) => other,
    })
}

async fn transact(
    server: &SmtpServer,
    connection: &mut AsyncSmtpConnection,
    (from, to): (Address, Address),
    bytes: &[u8],
    watch: &mut (dyn FnMut(SendStep) + Send),
) -> Result<String, SendResult> {
    watch(SendStep::Accepted(envelope(server, connection, from, to).await?));
    within(server, "DATA", SendResult::Unreachable, connection.command(Data)).await?;
    let taken = within(server, "the text", SendResult::Unclear, connection.message(bytes)).await?;
    Ok(said(&taken))
}

/// Sends sender and recipient.
async fn envelope(
    server: &SmtpServer,
    connection: &mut AsyncSmtpConnection,
    from: Address,
    to: Address,
) -> Result<String, SendResult> {
    // If the connection breaks here, the server does not have the mail.
    let lost: fn(String) -> SendResult = SendResult::Unreachable;
    let sender = connection.command(MailFrom::new(Some(from), Vec::new()));
    let sender = within(server, "MAIL FROM", lost, sender)
        .await
        .map_err(|outcome| match outcome {
            // 530: the server wants a login or STARTTLS first (RFC 4954, RFC 3207). That concerns the config, not the
            // mail.
            SendResult::Never(words) if words.contains(": 530") => SendResult::LoginRefused(words),
            other @ (SendResult::Never(_)
            | SendResult::Taken(_)
            | SendResult::Later(_)
            | SendResult::Unreachable(_)
            | SendResult::Unclear(_)
            | SendResult::LoginRefused(_)) => other,
        })?;
    let recipient = connection.command(Rcpt::new(to, Vec::new()));
    let recipient = within(server, "RCPT TO", lost, recipient).await?;
    Ok(format!("{}; {}", said(&sender), said(&recipient)))
}

fn parameters(server: &SmtpServer) -> Result<TlsParameters, SendResult> {
    let unusable = |what: String| SendResult::Unreachable(cleaned(&what));
    let mut builder = TlsParameters::builder(server.host.clone());
    if let Some(path) = &server.ca_file {
        let pem = std::fs::read(path).map_err(|error| unusable(format!("ca_file {}: {error}", path.display())))?;
        let authority =
            Certificate::from_pem(&pem).map_err(|error| unusable(format!("ca_file {}: {error}", path.display())))?;
        builder = builder.add_root_certificate(authority);
    }
    builder
        .build_rustls()
        .map_err(|error| unusable(format!("TLS settings: {error}")))
}

/// Pipes the mail to a sendmail-compatible program. Its exit code is one of sysexits.h.
async fn sendmail(program: &Path, list: &MailingList, bytes: &[u8]) -> SendResult {
    let named = program.display();
    let started = Command::new(program)
        .args(["-i", "-f", &list.from, "--", &list.list])
        // The bot's environment may contain secrets.
        .env_clear()
        .envs(
            ["PATH", "LANG"]
                .into_iter()
                .filter_map(|name| Some((name, std::env::var_os(name)?))),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return SendResult::Unreachable(format!("{named} does not start: {error}")),
    };
    // It expects the system's own line ends.
    let text: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b'\r').collect();
    let input = child.stdin.take();
    let feed = async {
        if let Some(mut input) = input {
            // A program that does not read reports why by its exit code.
            let _ = input.write_all(&text).await;
            let _ = input.shutdown().await;
        }
    };
    let ran = timeout(PROGRAM_TIMEOUT, async {
        tokio::join!(feed, child.wait_with_output()).1
    })
    .await;
    let output = match ran {
        Ok(Ok(output)) => output,
        Ok(Err(error)) => return SendResult::Unclear(format!("{named}: {error}")),
        Err(_) => return SendResult::Unclear(format!("{named} did not end within {PROGRAM_TIMEOUT:?}")),
    };
    let words = cleaned(&String::from_utf8_lossy(&output.stderr));
    let words = |code: i32| cleaned(&format!("{named} ended with code {code}: {words}"));
    match output.status.code() {
        Some(0) => SendResult::Taken(format!("{named} took it")),
        // EX_UNAVAILABLE, EX_OSERR, EX_IOERR, EX_TEMPFAIL: a problem of the machine, not of the mail.
        Some(code @ (69 | 71 | 74 | 75)) => SendResult::Later(words(code)),
        Some(code) => SendResult::Never(words(code)),
        None => SendResult::Unclear(format!("{named} was ended by a signal")),
    }
}
