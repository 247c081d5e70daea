//! `rfrbot mail test`: one real mail to the list, with a line on each step. Also the mail part of `rfrbot check
//! --connect`, which goes as far as possible without sending a mail.

use super::compose::{ComposeError, compose};
use super::send::{self, SendResult, SendStep, send};
use super::{ListArchive, hash};
use crate::adaptor::trial::{PATIENCE, Tell};
use crate::config::{MailWay, MailingList};
use crate::wire::{Mail, MessageId};
use chrono::Utc;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use thiserror::Error;

/// Why the trial failed, and what to do about it.
#[derive(Debug, Error)]
pub enum TrialError {
    /// The mail cannot be composed.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// The server cannot be reached, or not securely.
    #[error("not sent: {0}. Look at host, port, tls and ca_file under [mail]")]
    Unreachable(String),
    /// The server asks for a later retry.
    #[error("not sent yet: {0}. The server says that this passes; `rfrbot run` would try again")]
    Later(String),
    /// The server refuses the mail.
    #[error("refused: {0}. Look at from and list under [mail]")]
    Never(String),
    /// It is unknown whether the mail was accepted.
    #[error("perhaps sent: {0}. Look into the archive before trying again: {1}")]
    Unclear(String, String),
    /// Account or password is wrong.
    #[error("the login was refused: {0}. Look at account and password under [mail]")]
    LoginRefused(String),
}

/// Sends the mail; `say` receives a line for each step.
pub async fn run(list: &MailingList, say: &mut (dyn FnMut(String) + Send)) -> Result<(), TrialError> {
    let now = Utc::now();
    let domain = list.from.rsplit('@').next().unwrap_or("localhost");
    let id = format!("rfrbot.test.{}.{}@{domain}", now.timestamp(), std::process::id());
    let Some(message_id) = MessageId::new(&id) else {
        return Err(TrialError::Never(format!("{id} is not a Message-ID")));
    };
    let archive = ListArchive {
        base: list.archive.clone(),
        list: list.list.clone(),
    };
    let permalink = archive.permalink(&message_id);
    let mail = Mail {
        message_id: message_id.clone(),
        references: Vec::new(),
        about: None,
        subject: "Test of the RFR bot's way to this list".to_owned(),
        body: format!(
            "This is a test of the bot that keeps Requests For Resources moving. If you can read it on the list, its \
             mails arrive. Nothing needs to be done.\n\nIt should be in the archive at\n    {permalink}"
        ),
        at: now,
    };
    let bytes = compose(&mail, list)?;
    say(format!(
        "composed: {message_id} from {} to {}, {} bytes",
        list.from,
        list.list,
        bytes.len()
    ));
    let outcome = send(list, &bytes, &mut |step| {
        say(in_words(step));
    })
    .await;
    match outcome {
        SendResult::Taken(words) => {
            say(format!("taken: {words}"));
            say(format!(
                "The server has it; whether the list delivers it shows the archive in a minute: {permalink} \
                 (Message-ID-Hash {}). If it does not come up there, {} is probably not a member of {}, or its posts \
                 are moderated: ask the list's owners for held mails.",
                hash(&message_id),
                list.from,
                list.list
            ));
            Ok(())
        }
        SendResult::Later(words) => Err(TrialError::Later(words)),
        SendResult::Unreachable(words) => Err(TrialError::Unreachable(words)),
        SendResult::Never(words) => Err(TrialError::Never(words)),
        SendResult::Unclear(words) => Err(TrialError::Unclear(words, permalink)),
        SendResult::LoginRefused(words) => Err(TrialError::LoginRefused(words)),
    }
}

fn in_words(step: SendStep) -> String {
    match step {
        SendStep::Resolved(addresses) => format!("resolved: {addresses}"),
        SendStep::Connected(name) => format!("connected: the server calls itself {name}"),
        SendStep::Protected => "protected: TLS works and the certificate is good".to_owned(),
        SendStep::LoggedIn(account) => format!("logged in: as {account}"),
        SendStep::Accepted(words) => format!("accepted: sender and recipient ({words})"),
    }
}

/// Tries the connection without sending a mail.
pub(crate) async fn rehearse(list: &MailingList, tell: &mut Tell<'_>) {
    let server = match &list.way {
        MailWay::Smtp(server) => server,
        MailWay::Sendmail(program) => return tell(can_start(program)),
    };
    let mut server = server.clone();
    server.timeout = PATIENCE;
    let asked = send::rehearse(&server, list, &mut |step| tell(Ok(in_words(step)))).await;
    let failed = match asked {
        Ok(words) => {
            let (from, to) = (&list.from, &list.list);
            return tell(Ok(format!(
                "the server takes mail from {from} to {to} ({words}); none was sent"
            )));
        }
        Err(SendResult::Later(words)) => TrialError::Later(words),
        Err(SendResult::Unreachable(words)) => TrialError::Unreachable(words),
        Err(SendResult::LoginRefused(words)) => TrialError::LoginRefused(words),
        Err(SendResult::Never(words) | SendResult::Taken(words) | SendResult::Unclear(words)) => {
            TrialError::Never(words)
        }
    };
    tell(Err(failed.to_string()));
}

fn can_start(program: &Path) -> Result<String, String> {
    let named = program.display();
    match std::fs::metadata(program) {
        Ok(found) if found.is_file() && found.permissions().mode() & 0o111 != 0 => {
            Ok(format!("{named} can be started (it was not)"))
        }
        Ok(_) => Err(format!(
            "{named} is no program that can be started: name another in `sendmail` of [mail], or make it executable"
        )),
        Err(error) => Err(format!(
            "{named} cannot be found ({error}): look at `sendmail` of [mail]"
        )),
    }
}
