//! The rows of `[mail]`.

use super::inbox::InboxRows;
use super::list::SmtpTls;
use crate::config::rows::{Chosen, FilePath, Named, Number, SecretPlace, choices, rows};
use crate::wire::MailKind;

rows! {
    /// `[mail]`
    MailRows {
        from: Option<String> => "needed", on "rfrbot@example.org":
            "The bot's address, in the envelope and in the header. It must be a member of the list exactly as \
             written here: the list silently holds mails from other addresses.";
        from_name: String = "rfrbot": "The name beside it.";
        reply_to: Option<String> => "where the list sends them", on "admin@example.org":
            "Where replies to the author alone go.";
        list: Option<String> => "needed", on "infrastructure@lists.example.org": "The list's address.";
        list_id: Option<String> => "the address with a dot for the @", on "infrastructure.lists.example.org":
            "The list's id, as List-Id: shows it in any of its mails.";
        archive: Option<String> => "needed", on "https://lists.example.org/archives":
            "The address of the list's archive up to /list/.";
        sendmail: Option<FilePath> => "none", aside "/usr/sbin/sendmail":
            "In place of smtp a local program that takes the bot's mails. It gets nothing of the bot's environment but \
             PATH and LANG.";
        own_copy_wait_minutes: Number<1, 1440> = 15:
            "If the server's answer to a mail is lost, the mail may have been sent or not. The bot then waits this \
             many minutes for its own copy from the list before it sends the mail again, so that the list does not \
             deliver it twice.";
        subject_prefix: Option<String> => "the list's name with a capital", on "Infrastructure":
            "What the list puts before subjects, without brackets; it may be empty.";
        send: Option<Vec<Chosen<MailKind>>> => "all of them", on ["request", "phase", "report", "staging", "sign-off",
            "freeze-break", "ended", "summary", "reminder"]:
            "Which mails are sent by themselves: request (a new RFR), phase (it moved), report (the testing report that \
             somebody asked for is sent in any case), staging (available there), sign-off (only the sponsor's is \
             missing), freeze-break (asked for, and how it went), ended (dropped or removed), summary (all that is under \
             way, by [[posts]] to_list), reminder (by [reminders] to_list).";
        smtp: Option<SmtpRows> => "needed without sendmail", on smtp: "The server that takes the bot's mails.";
        inbox: Option<InboxRows> => "nowhere", on inbox:
            "Where the bot reads the list's mails; without this section it hears nothing of what people answer there.";
    }
}

rows! {
    /// `[mail.smtp]`
    SmtpRows {
        host: Option<String> => "needed", on "smtp.example.org": "The server's name.";
        port: Option<Number<1, 65535>> => "587, 465 or 25, by tls", on 587: "The server's port.";
        tls: Option<Chosen<SmtpTls>> = "starttls":
            "\"starttls\", or \"tls\" from the first byte. The certificate is checked.";
        plain: bool = false, aside true: "true, in place of tls, goes without TLS: everything is sent in clear text.";
        ca_file: Option<FilePath> => "the system's alone", on "private-ca.pem":
            "PEM file of a private certificate authority, trusted in addition to the system's.";
        account: Option<String> => "none", on "rfrbot": "The account, where the server wants a login.";
        password: SecretPlace => "none", on "smtp.password": "File with its password.";
        timeout_seconds: Number<1, 3600> = 60: "Seconds that each step may take.";
    }
}

impl Named for SmtpTls {
    const CHOICES: &'static [Self] = &[Self::StartTls, Self::Implicit];

    fn called(self) -> &'static str {
        match self {
            Self::StartTls => "starttls",
            Self::Implicit => "tls",
            Self::Plain => "",
        }
    }
}

choices!(MailKind);
