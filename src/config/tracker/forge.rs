//! The checked form of `[tracker]`.

use crate::config::secret::Secret;
use crate::config::spoken::in_words;
use crate::people::Account;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// The tracker, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracker {
    /// The server's address, without a slash at its end.
    pub server: String,
    /// `OWNER/NAME`
    pub repository: String,
    /// The access token.
    pub token: Secret,
    /// Accounts by login; logins are in lower case.
    pub logins: BTreeMap<String, Account>,
    /// Is any other login the account of that name?
    pub logins_are_accounts: bool,
    /// New tickets with this label are offered.
    pub label: Option<String>,
    /// What tickets are told.
    pub comments: Comments,
    /// Labels by the names of phases.
    pub phase_labels: BTreeMap<String, String>,
    /// Are tickets assigned to sponsors?
    pub assign: bool,
    /// Are tickets closed with their RFR?
    pub close: bool,
    /// How often tickets are read, if they are.
    pub poll: Option<Duration>,
    /// How long an answer may take.
    pub timeout: Duration,
    /// PEM file of a private authority.
    pub ca_file: Option<PathBuf>,
    /// Where the server tells of changes.
    pub webhook: Option<Webhook>,
}

/// Where the server tells of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// Address and port.
    pub listen: SocketAddr,
    /// What it signs with.
    pub secret: Secret,
}

/// What tickets are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comments {
    /// A comment for each change.
    #[default]
    Each,
    /// One comment, which is edited.
    One,
    /// Nothing.
    None,
}

impl Tracker {
    /// A ticket's address up to its number.
    pub fn base(&self) -> String {
        format!("{}/{}/issues/", self.server, self.repository)
    }

    /// The section's effect on a run.
    pub(in crate::config) fn describe(&self) -> Vec<String> {
        let told = match self.comments {
            Comments::Each => "a comment for each change of phase, sign-off, hold and end",
            Comments::One => "one comment, which is edited",
            Comments::None => "no comment",
        };
        let mut told = vec![told.to_owned()];
        if !self.phase_labels.is_empty() {
            told.push(format!("labels for {} phases", self.phase_labels.len()));
        }
        if self.assign {
            told.push("the sponsor as assignee".to_owned());
        }
        if self.close {
            told.push("its end".to_owned());
        }
        let read = match self.poll {
            Some(every) => format!("It is read every {}", in_words(every)),
            None => "It is not read by the clock".to_owned(),
        };
        let hook = self.webhook.as_ref().map_or_else(String::new, |hook| {
            format!(", and tells of changes at http://{}", hook.listen)
        });
        let offered = self.label.as_ref().map_or_else(String::new, |label| {
            format!(" New tickets with the label {label} are offered.")
        });
        vec![format!(
            "[tracker] tickets of {} at {}; a ticket of an RFR gets {}. {read}{hook}.{offered}",
            self.repository,
            self.server,
            told.join(", ")
        )]
    }
}
