//! A mailbox on an IMAP server: a mail that is not Seen is not handled.
//!
//! Mails are fetched without marking them (`BODY.PEEK`), and flagged Seen once handled. So the position is stored on
//! the server, and survives any failure here. IDLE (RFC 2177) announces new mails at once; a server without it is
//! polled every minute. A lost connection is always re-established, with growing pauses.

use super::waiting::Unconfirmed;
use super::{DeskGone, DeskLink, InboxState, LARGEST_MAIL, MailVerdict};
use crate::adaptor::backoff::{Backoff, Wait, chance};
use crate::adaptor::connecting::{self, ByteStream};
use crate::adaptor::tls;
use crate::adaptor::trial::{PATIENCE, Tell};
use crate::config::ImapMailbox;
use crate::trouble::{Protocol, Server};
use crate::wire::IncomingId;
use async_imap::extensions::idle::IdleResponse;
use async_imap::types::UnsolicitedResponse;
use async_imap::{Authenticator, Client, Session};
use futures_util::TryStreamExt;
use std::collections::BTreeSet;
use std::time::Duration;
use thiserror::Error;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};
use tracing::{debug, error, info, warn};

/// How long a server may take to answer a command.
const ANSWER: Duration = Duration::from_secs(60);

/// How often to renew IDLE, so that a silently dead link is noticed. RFC 2177 requires less than 29 minutes.
const RENEW: Duration = Duration::from_secs(5 * 60);

/// How often to poll a server without IDLE.
const ASK: Duration = Duration::from_secs(60);

/// How long to wait for confirmations before waiting for new mails.
const CONFIRM: Duration = Duration::from_secs(10);

/// How long a server may take to log out.
const FAREWELL: Duration = Duration::from_secs(1);

/// Most mails flagged with one command, to keep its line short.
const MARKED_AT_ONCE: usize = 50;

type Mailbox = Session<Box<dyn ByteStream>>;

/// Why a connection ended, in words that name the fix.
#[derive(Debug, Error)]
enum ConnectionLost {
    /// It could not be made, or broke.
    #[error("{0}")]
    Network(String),
    /// The server refused the login.
    #[error("{host} refuses the login of {account}: {words}. Check account and password of [mail.inbox]")]
    Refused {
        host: String,
        account: String,
        words: String,
    },
    /// The login worked, but the folder does not open.
    #[error("{host} does not open the folder {folder:?}: {words}. Check folder of [mail.inbox]")]
    NoFolder {
        host: String,
        folder: String,
        words: String,
    },
    /// The receiver of reports is gone.
    #[error("the bot is ending")]
    DeskGone,
}

impl From<DeskGone> for ConnectionLost {
    fn from(_: DeskGone) -> Self {
        Self::DeskGone
    }
}

impl From<async_imap::error::Error> for ConnectionLost {
    fn from(error: async_imap::error::Error) -> Self {
        Self::Network(words(&error))
    }
}

/// Reads the mailbox until the receiver of reports is gone.
pub(super) async fn follow(
    mailbox: ImapMailbox,
    desk: &DeskLink,
    handled: &mut mpsc::Receiver<IncomingId>,
) -> DeskGone {
    let mut backoff = Backoff::new(mailbox.reconnect_wait);
    let mut reader = ImapReader {
        mailbox,
        desk,
        handled,
        waiting: Unconfirmed::new(),
        to_mark: BTreeSet::new(),
        validity: None,
        up_since: None,
    };
    let mut told = None;
    loop {
        let Err(lost) = reader.one_connection().await;
        let up_since = reader.up_since.take();
        if up_since.is_some() {
            told = None;
        }
        let wait = match lost {
            ConnectionLost::Network(_) => Wait::Usual,
            ConnectionLost::Refused { .. } => Wait::Password,
            ConnectionLost::NoFolder { .. } => Wait::Long,
            ConnectionLost::DeskGone => return DeskGone,
        };
        let pause = backoff.next(wait, up_since, Instant::now(), chance());
        let why = lost.to_string();
        if told.as_ref() == Some(&why) {
            debug!("inbox: {why}; trying again in {pause:.0?}");
        } else if wait == Wait::Usual {
            warn!("inbox: {why}; trying again in {pause:.0?}");
        } else {
            error!("inbox: {why}; trying again in {pause:.0?}");
        }
        reader.desk.is(InboxState::Down(why.clone()));
        told = Some(why);
        let rested = sleep(pause);
        tokio::pin!(rested);
        // Confirmations that arrive meanwhile are marked on the next connection.
        loop {
            tokio::select! {
                () = &mut rested => break,
                id = reader.handled.recv() => match id {
                    Some(id) => reader.confirmed(&id),
                    None => return DeskGone,
                },
            }
        }
    }
}

struct ImapReader<'desk> {
    mailbox: ImapMailbox,
    desk: &'desk DeskLink,
    handled: &'desk mut mpsc::Receiver<IncomingId>,
    /// By UID.
    waiting: Unconfirmed<u32>,
    /// Handled, but not yet flagged on the server.
    to_mark: BTreeSet<u32>,
    /// UIDVALIDITY of the UIDs above (RFC 9051, section 2.3.1.1).
    validity: Option<u32>,
    up_since: Option<Instant>,
}

impl ImapReader<'_> {
    /// From connecting to losing the connection.
    async fn one_connection(&mut self) -> Result<std::convert::Infallible, ConnectionLost> {
        let (mut session, can_idle) = log_in(&self.mailbox).await?;
        let opened = in_time(session.select(&self.mailbox.folder)).await;
        let opened = opened.map_err(|lost| not_opened(lost, &self.mailbox))?;
        if self.validity.is_some() && self.validity != opened.uid_validity {
            info!("inbox: the server has numbered its mails anew; what was not handled is read again");
            self.waiting.clear();
            self.to_mark.clear();
        }
        self.validity = opened.uid_validity;
        self.up_since = Some(Instant::now());
        self.desk.is(InboxState::Reading);
        info!(
            host = self.mailbox.host,
            folder = self.mailbox.folder,
            idle = can_idle,
            "inbox: reading"
        );
        loop {
            self.mark(&mut session).await?;
            let more = self.look(&mut session).await?;
            self.mark(&mut session).await?;
            if !self.waiting.is_empty() {
                // The desk needs a moment; new mails meanwhile are found afterwards.
                match timeout(CONFIRM, self.handled.recv()).await {
                    Ok(Some(id)) => {
                        self.confirmed(&id);
                        continue;
                    }
                    Ok(None) => return Err(ConnectionLost::DeskGone),
                    Err(_) => {}
                }
            } else if more {
                continue;
            }
            session = if can_idle {
                self.idle(session).await?
            } else {
                self.rest(session).await?
            };
        }
    }

    /// Reports what is not Seen. True if there is more than there is room for.
    async fn look(&mut self, session: &mut Mailbox) -> Result<bool, ConnectionLost> {
        self.waiting.forget_old(Instant::now());
        let unseen = in_time(session.uid_search("UNSEEN")).await?;
        // The lowest UID is the oldest mail.
        let unseen: BTreeSet<u32> = unseen.into_iter().collect();
        for uid in unseen {
            while let Ok(id) = self.handled.try_recv() {
                self.confirmed(&id);
            }
            if self.waiting.holds(&uid) || self.to_mark.contains(&uid) {
                continue;
            }
            if !self.waiting.has_room() {
                return Ok(true);
            }
            let Some(bytes) = fetch(session, uid).await? else {
                // Deleted by somebody meanwhile.
                continue;
            };
            match self.desk.judge(bytes, &format!("UID {uid}")).await {
                MailVerdict::Heard(mail) => {
                    if self.waiting.add(mail.message_id.clone(), uid, Instant::now()) {
                        self.desk.report(mail).await?;
                    }
                }
                MailVerdict::Done => {
                    self.to_mark.insert(uid);
                    if self.to_mark.len() >= MARKED_AT_ONCE {
                        self.mark(session).await?;
                    }
                }
            }
        }
        Ok(false)
    }

    fn confirmed(&mut self, id: &IncomingId) {
        self.to_mark.extend(self.waiting.confirmed(&id.id));
    }

    /// Flags handled mails as Seen.
    async fn mark(&mut self, session: &mut Mailbox) -> Result<(), ConnectionLost> {
        while !self.to_mark.is_empty() {
            let some: Vec<u32> = self.to_mark.iter().copied().take(MARKED_AT_ONCE).collect();
            let uids: Vec<String> = some.iter().map(ToString::to_string).collect();
            in_time(async {
                let changed = session.uid_store(uids.join(","), "+FLAGS.SILENT (\\Seen)").await?;
                changed.try_collect::<Vec<_>>().await
            })
            .await?;
            for uid in some {
                self.to_mark.remove(&uid);
            }
        }
        Ok(())
    }

    /// Waits for new mail, or for a confirmation.
    async fn idle(&mut self, session: Mailbox) -> Result<Mailbox, ConnectionLost> {
        let news = session.unsolicited_responses.clone();
        let mut idle = session.idle();
        in_time(idle.init()).await?;
        // What the server announced inside other answers, or before IDLE began, is not repeated.
        let mut is_news = false;
        while let Ok(told) = news.try_recv() {
            is_news |= matches!(told, UnsolicitedResponse::Exists(_) | UnsolicitedResponse::Recent(_));
        }
        if !is_news {
            let (told, _interrupt) = idle.wait_with_timeout(RENEW);
            tokio::select! {
                // Any sign of life from the server restarts the library's own timeout, so an outer one is needed.
                told = timeout(RENEW, told) => match told {
                    Ok(Ok(IdleResponse::NewData(_) | IdleResponse::Timeout)) | Err(_) => {}
                    Ok(Ok(IdleResponse::ManualInterrupt)) => {
                        return Err(ConnectionLost::Network(format!("{} closed the link", self.mailbox.host)));
                    }
                    Ok(Err(error)) => return Err(error.into()),
                },
                id = self.handled.recv() => match id {
                    Some(id) => self.confirmed(&id),
                    None => return Err(ConnectionLost::DeskGone),
                },
            }
        }
        Ok(in_time(idle.done()).await?)
    }

    /// The same for a server without IDLE.
    async fn rest(&mut self, mut session: Mailbox) -> Result<Mailbox, ConnectionLost> {
        tokio::select! {
            () = sleep(ASK) => in_time(session.noop()).await?,
            id = self.handled.recv() => match id {
                Some(id) => self.confirmed(&id),
                None => return Err(ConnectionLost::DeskGone),
            },
        }
        Ok(session)
    }
}

/// Connects and logs in. Also returns whether the server supports IDLE.
async fn log_in(mailbox: &ImapMailbox) -> Result<(Mailbox, bool), ConnectionLost> {
    let ImapMailbox {
        host,
        port,
        account,
        password,
        ..
    } = mailbox;
    let stream = connect(mailbox).await.map_err(ConnectionLost::Network)?;
    let mut client = Client::new(stream);
    let greeting = timeout(ANSWER, client.read_response()).await;
    match greeting {
        Ok(Ok(Some(_))) => {}
        Ok(Ok(None)) => return Err(ConnectionLost::Network(format!("{host} closed the link"))),
        Ok(Err(error)) => return Err(ConnectionLost::Network(server(mailbox).explain(&error))),
        Err(_) => {
            let why = format!("{host}:{port} does not greet: is it the right port, with TLS as configured?");
            return Err(ConnectionLost::Network(why));
        }
    }
    let plain = Plain(format!("\0{account}\0{}", password.current().reveal()));
    let entered = timeout(ANSWER, client.authenticate("PLAIN", plain)).await;
    let mut session = match entered {
        Ok(Ok(session)) => session,
        // RFC 5530: the server cannot check passwords at the moment.
        Ok(Err((async_imap::error::Error::No(words), _))) if is_temporary(&words) => {
            let words = server_words(&words);
            return Err(ConnectionLost::Network(format!(
                "{host} cannot check the login now: {words}"
            )));
        }
        Ok(Err((async_imap::error::Error::No(words) | async_imap::error::Error::Bad(words), _))) => {
            return Err(ConnectionLost::Refused {
                host: host.clone(),
                account: account.clone(),
                words: server_words(&words),
            });
        }
        Ok(Err((error, _))) => return Err(error.into()),
        Err(_) => return Err(ConnectionLost::Network(format!("{host} does not answer the login"))),
    };
    let capabilities = in_time(session.capabilities()).await?;
    let can_idle = capabilities.has_str("IDLE");
    Ok((session, can_idle))
}

/// Why the folder does not open.
fn not_opened(answer: BadAnswer, mailbox: &ImapMailbox) -> ConnectionLost {
    if let BadAnswer::Imap(async_imap::error::Error::No(words)) = answer {
        return ConnectionLost::NoFolder {
            host: mailbox.host.clone(),
            folder: mailbox.folder.clone(),
            words: server_words(&words),
        };
    }
    answer.into()
}

/// Tries the mailbox without changing anything in it.
pub(super) async fn rehearse(mailbox: &ImapMailbox, tell: &mut Tell<'_>) {
    if let Err(why) = steps(mailbox, tell).await {
        tell(Err(why));
    }
}

async fn steps(mailbox: &ImapMailbox, tell: &mut Tell<'_>) -> Result<(), String> {
    let look = "Look at host, port, tls and ca_file of [mail.inbox]";
    let late = |what: &str| format!("{what}: no answer within {} s. {look}", PATIENCE.as_secs());
    let told = |lost: ConnectionLost| match lost {
        ConnectionLost::Network(words) => format!("{words}. {look}"),
        ConnectionLost::Refused { .. } | ConnectionLost::NoFolder { .. } | ConnectionLost::DeskGone => lost.to_string(),
    };
    let entered = timeout(PATIENCE, log_in(mailbox)).await;
    let (mut session, _) = entered.map_err(|_| late("the login"))?.map_err(told)?;
    let (host, account) = (&mailbox.host, &mailbox.account);
    tell(Ok(format!(
        "connected to {host}:{} and logged in as {account}",
        mailbox.port
    )));
    let opened = timeout(PATIENCE, in_time(session.examine(&mailbox.folder))).await;
    let opened = opened.map_err(|_| late("the folder"))?;
    let opened = opened.map_err(|answer| told(not_opened(answer, mailbox)))?;
    tell(Ok(format!(
        "the folder {:?} opens and holds {} mails",
        mailbox.folder, opened.exists
    )));
    // Whether or not the server answers, the connection ends now.
    let _ = timeout(FAREWELL, session.logout()).await;
    Ok(())
}

/// A mail's bytes; only the beginning if it is too large. `None` if it is gone.
async fn fetch(session: &mut Mailbox, uid: u32) -> Result<Option<Vec<u8>>, ConnectionLost> {
    let query = format!("(UID BODY.PEEK[]<0.{}>)", LARGEST_MAIL + 1);
    let fetched = in_time(async {
        let answers = session.uid_fetch(uid.to_string(), query).await?;
        answers.try_collect::<Vec<_>>().await
    })
    .await?;
    let ours = fetched.iter().filter(|answer| answer.uid == Some(uid));
    Ok(ours.filter_map(|answer| answer.body()).map(<[u8]>::to_vec).next())
}

async fn connect(mailbox: &ImapMailbox) -> Result<Box<dyn ByteStream>, String> {
    let settings = mailbox.tls.clone();
    // Reading the system's certificate authorities takes a while the first time.
    let protection = tokio::task::spawn_blocking(move || tls::protection(&settings)).await;
    let protection = protection
        .map_err(|error| error.to_string())?
        .map_err(|error| error.to_string())?;
    connecting::connect(server(mailbox), mailbox.port, mailbox.connect_timeout, &protection).await
}

fn server(mailbox: &ImapMailbox) -> Server<'_> {
    Server {
        host: &mailbox.host,
        port: Some(mailbox.port),
        speaks: Protocol::Imap,
    }
}

/// SASL PLAIN (RFC 4616), which also allows non-ASCII passwords.
struct Plain(String);

impl Authenticator for Plain {
    type Response = String;

    fn process(&mut self, _challenge: &[u8]) -> String {
        std::mem::take(&mut self.0)
    }
}

/// A missing or unexpected answer.
#[derive(Debug)]
enum BadAnswer {
    Late,
    Imap(async_imap::error::Error),
}

impl From<BadAnswer> for ConnectionLost {
    fn from(answer: BadAnswer) -> Self {
        match answer {
            BadAnswer::Late => Self::Network(format!("the server has not answered for {} s", ANSWER.as_secs())),
            BadAnswer::Imap(error) => error.into(),
        }
    }
}

async fn in_time<T>(work: impl Future<Output = async_imap::error::Result<T>>) -> Result<T, BadAnswer> {
    match timeout(ANSWER, work).await {
        Ok(done) => done.map_err(BadAnswer::Imap),
        Err(_) => Err(BadAnswer::Late),
    }
}

fn is_temporary(words: &str) -> bool {
    let words = words.to_ascii_uppercase();
    ["UNAVAILABLE", "TEMPORARY", "INUSE", "[LIMIT]"]
        .iter()
        .any(|word| words.contains(word))
}

/// The server's own words, extracted from the library's error, on one line.
fn server_words(words: &str) -> String {
    let inner = words
        .split_once("info: Some(\"")
        .and_then(|(_, rest)| rest.strip_suffix("\")"));
    let words = inner.unwrap_or(words);
    let clean: String = words.chars().filter(|c| !c.is_control()).take(300).collect();
    clean.trim_end_matches('.').to_owned()
}

fn words(error: &async_imap::error::Error) -> String {
    use async_imap::error::Error;
    if let Error::No(words) | Error::Bad(words) = error {
        return format!("the server says: {}", server_words(words));
    }
    let server = Server {
        host: "the server",
        port: None,
        speaks: Protocol::Imap,
    };
    server.explain(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_words_are_told_without_the_librarys() {
        let no = "code: Some(AuthenticationFailed), info: Some(\"Authentication failed.\")";
        assert_eq!(server_words(no), "Authentication failed");
        assert!(!is_temporary(no));
        assert!(is_temporary(
            "code: None, info: Some(\"[UNAVAILABLE] Temporary authentication failure.\")"
        ));
        assert_eq!(server_words("code: None, info: None"), "code: None, info: None");
    }
}
