//! The mailing list: sending and receiving.

use crate::{load, refused};
use rfrbot::config::{Config, MailSource, MailWay, SmtpTls, Surroundings};
use std::fs;
use std::time::Duration;
use tempfile::TempDir;

const MAIL: &str = "[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"infra@lists.example.org\"\narchive = \
                    \"https://lists.example.org/archives/\"\n";

#[test]
fn mail_is_protected_unless_the_config_says_otherwise_in_words() {
    let server = |smtp: &str| {
        let config = load(&format!("{MAIL}smtp = {{ host = \"smtp.example.org\"{smtp} }}\n")).expect("a good config");
        let list = config.mail.expect("a list");
        assert_eq!(list.list_id, "infra.lists.example.org");
        assert_eq!(list.archive, "https://lists.example.org/archives");
        assert_eq!(list.own_copy_wait, Duration::from_secs(900));
        match list.way {
            MailWay::Smtp(server) => (server.tls, server.port),
            MailWay::Sendmail(program) => panic!("{program:?}"),
        }
    };
    assert_eq!(server(""), (SmtpTls::StartTls, 587));
    assert_eq!(server(", tls = \"tls\""), (SmtpTls::Implicit, 465));
    assert_eq!(server(", plain = true"), (SmtpTls::Plain, 25));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", tls = \"none\" }}")).contains("\"starttls\" or \"tls\""));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", tls = \"tls\", plain = true }}")).contains("contradict"));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", password = \"hunter2\" }}")).contains("must not stand"));
    assert!(refused(&format!("{MAIL}smtp = {{ host = \"x\", account = \"a\" }}")).contains("password is missing"));
}

#[test]
fn mail_needs_addresses_a_way_out_and_no_more_than_one() {
    let refusal = refused("[mail]\nfrom = \"RFR bot <rfrbot@example.org>\"\n");
    for part in ["mail.from", "mail.list", "mail.archive", "how mails leave this machine"] {
        assert!(refusal.contains(part), "{part}: {refusal}");
    }
    let both = refused(&format!("{MAIL}sendmail = \"/bin/true\"\nsmtp = {{ host = \"x\" }}\n"));
    assert!(both.contains("exclude each other"), "{both}");
    assert!(refused(&format!("{MAIL}sendmail = \"/nowhere\"")).contains("there is no program /nowhere"));
    let good = load(&format!("{MAIL}sendmail = \"/bin/true\"")).expect("a good config");
    let words = good.describe().join("\n");
    assert!(
        words.contains("rfrbot@example.org must be a member of infra@lists.example.org"),
        "{words}"
    );
    assert!(refused("[irc.mail]\nhost = \"x\"").contains("[mail] section"));
}

#[test]
fn the_inbox_is_a_maildir_or_a_mailbox_on_a_server() {
    let folder = TempDir::new().expect("a folder");
    let config = |inbox: &str| {
        let text = format!(
            "[bot]\ndata = \"data\"\n[mail]\nfrom = \"bot@a.org\"\nlist = \"infra@l.org\"\n\
             archive = \"https://l.org/archives\"\nsmtp = {{ host = \"h\", plain = true }}\n[mail.inbox]\n{inbox}\n"
        );
        Config::from_text_in(
            &text,
            &folder.path().join("rfrbot.toml"),
            &Surroundings::given([("PASSWORD", "imap secret")]),
        )
    };
    let refused = |inbox: &str| config(inbox).expect_err("refused").to_string();
    for (inbox, told) in [
        ("", "it is not said where the list's mails are read"),
        (
            "maildir = \"m\"\nimap = { host = \"h\", account = \"a\", password_env = \"PASSWORD\" }",
            "mails are read from one place only",
        ),
        ("maildir = \"none\"", "is no Maildir that can be read: new"),
        ("imap = { host = \"h\", account = \"a\" }", "the password is missing"),
        (
            "imap = { account = \"a\", password_env = \"PASSWORD\" }",
            "it is not said which server",
        ),
        (
            "imap = { host = \"h\", password_env = \"PASSWORD\" }",
            "mail.inbox.imap.account: expected one line that is not empty",
        ),
        (
            "imap = { host = \"h\", account = \"a\", password_env = \"PASSWORD\", tls = false }",
            "going without TLS must be said in words",
        ),
        (
            "imap = { host = \"h\", account = \"a\", password = \"imap secret\" }",
            "a secret must not stand in the config file",
        ),
        (
            "imap = { host = \"h\", account = \"a\", password_env = \"NONE\" }",
            "the environment variable NONE is not set",
        ),
    ] {
        let said = refused(inbox);
        assert!(said.contains(told), "{inbox}: {said}");
        assert!(!said.contains("imap secret"), "{said}");
    }
    for sub in ["new", "cur"] {
        fs::create_dir_all(folder.path().join("mails").join(sub)).expect("a folder");
    }
    let maildir = config("maildir = \"mails\"\nopen_questions = true").expect("a good config");
    let inbox = maildir.inbox.as_ref().expect("an inbox");
    assert_eq!(inbox.source, MailSource::Maildir(folder.path().join("mails")));
    assert!(inbox.open_questions);
    let server = config("imap = { host = \"h\", account = \"a\", password_env = \"PASSWORD\", plain = true }");
    let server = server.expect("a good config");
    let Some(MailSource::Imap(mailbox)) = server.inbox.as_ref().map(|inbox| &inbox.source) else {
        panic!("a mailbox");
    };
    assert_eq!((mailbox.port, mailbox.folder.as_str()), (143, "INBOX"));
    assert_eq!(mailbox.password.reveal(), "imap secret");
    assert!(
        server
            .notes
            .iter()
            .any(|note| note.to_string().contains("crosses the network readable"))
    );
    let described = server.describe().join("\n");
    assert!(
        described.contains("[mail.inbox] reads the list's mails from the folder \"INBOX\" of a at h:143 WITHOUT TLS")
    );
}
