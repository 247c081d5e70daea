//! The rows of `[tracker]`.

use super::forge::Comments;
use crate::config::rows::{Chosen, FilePath, Named, Number, SecretPlace, rows};

rows! {
    /// `[tracker]`
    TrackerRows {
        forgejo: Option<String> => "needed", on "https://forge.example.org":
            "The address of the Forgejo server, up to the repository's owner.";
        repository: Option<String> => "needed", on "infra/tickets": "The repository whose tickets are meant.";
        token: SecretPlace => "needed", on "tracker.token":
            "File with the bot's access token. Scopes: write:issue to comment, assign, label and close; read:user so that \
             the bot knows its own comments; read:organization if phase_labels names labels of the organisation. Its account needs write access to the repository to assign and to label.";
        logins: Vec<String> => "none", on ["otto_f = otto"]:
            "Whose login is whose account: \"LOGIN = ACCOUNT\". A login never signs; it names requesters and assignees.";
        logins_are_accounts: bool = false:
            "true: every other login is the account of the same name, as where the server takes logins from the account \
             system alone.";
        label: Option<String> => "nothing is offered", on "RFR":
            "New tickets with this label are offered in the announcing places.";
        comments: Chosen<Comments> = "each":
            "What tickets are told. \"each\": a comment for each change of the phase, sign-off, hold and end. \"one\": one \
             comment, which is edited. \"none\": nothing.";
        phase_labels: Vec<String> => "none", on ["planning = rfr/planning", "staging = rfr/staging"]:
            "The label for a phase: \"PHASE = LABEL\", with the names of phases of the classic edition. A ticket has that \
             of its phase and none of the others. The labels must exist.";
        assign: bool = true:
            "true: the bot assigns the ticket to whoever accepts the sponsorship, and the MUST of an accepted sponsor is \
             met only while it is assigned so.";
        close: bool = false: "true: a ticket is closed when its RFR comes into maintenance or ends, and reopened with it.";
        poll_seconds: Number<0, 3600> = 60: "How often tickets and comments are read; 0: never, where the webhook tells.";
        timeout_seconds: Number<1, 300> = 30: "Seconds that an answer may take.";
        ca_file: Option<FilePath> => "the system's alone", off "private-ca.pem":
            "PEM file of a private authority in addition to the system's.";
        plain: bool = false:
            "true takes a server without TLS (http://) on another machine: the token then crosses the network readable.";
        webhook: Option<WebhookRows> => "nowhere", off webhook:
            "Where the server tells of changes at once; without it they are read at each poll.";
    }
}

rows! {
    /// `[tracker.webhook]`
    WebhookRows {
        listen: Option<String> => "needed", on "127.0.0.1:7374":
            "Address and port. What comes is believed by its signature alone; a proxy in front may add TLS.";
        secret: SecretPlace => "needed", on "webhook.secret": "File with the webhook's secret.";
    }
}

impl Named for Comments {
    const CHOICES: &'static [Self] = &[Self::Each, Self::One, Self::None];

    fn called(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::One => "one",
            Self::None => "none",
        }
    }
}
