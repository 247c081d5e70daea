//! The generated parts of the pages.

use crate::{pictures, read, root, shipped, three_lines, transcript};
use chrono::{TimeZone, Utc};
use mail_parser::MessageParser;
use rfrbot::config::{MailWay, MailingList};
use rfrbot::mail::compose::compose;
use rfrbot::wire::{Mail, MessageId};
use std::fmt::Write;
use std::process::Command;
use std::time::Duration;

pub(crate) const BEGIN: &str = "<!-- made from ";
const END: &str = "<!-- end -->";

/// A page with all its generated parts made again.
pub(crate) fn anew(page: &str, text: &str) -> String {
    let mut parts = text.split(BEGIN);
    let mut page_anew = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (what, rest) = part
            .split_once(" -->\n")
            .unwrap_or_else(|| panic!("{page}: no end of {part:.40}"));
        let (_, rest) = rest
            .split_once(END)
            .unwrap_or_else(|| panic!("{page}: no end of {what}"));
        let made = make(what).unwrap_or_else(|| panic!("{page}: nothing is made from {what}"));
        let _ = write!(page_anew, "{BEGIN}{what} -->\n\n{made}\n{END}{rest}");
    }
    page_anew
}

fn make(what: &str) -> Option<String> {
    let (kind, rest) = what.split_once(' ')?;
    match kind {
        "src/command/table:" => Some(rfrbot::wording::table_of_commands()),
        "src/sop/audit.toml:" => Some(fenced("", &pictures::phases_as_text())),
        "story" => Some(fenced("", &transcript::text(&transcript::lines(&read(rest)), 110))),
        "file" => Some(fenced("", &read(rest))),
        "config" => Some(fenced("toml", &read(rest))),
        "example" => Some(fenced("", &wrapped(&three_lines::conversation().ok()?))),
        "check" => Some(fenced("", &check(rest))),
        "mail" => {
            let (story, subject) = rest.split_once(": ")?;
            Some(fenced("", &mail(&read(story), subject)?))
        }
        _ => None,
    }
}

fn fenced(language: &str, text: &str) -> String {
    format!("```{language}\n{}\n```\n", text.trim_end())
}

fn wrapped(lines: &[String]) -> String {
    let conversation: String = lines
        .iter()
        .map(|line| match line.strip_prefix("<rfrbot>") {
            Some(words) => format!("|{words}\n"),
            None => format!("{line}\n"),
        })
        .collect();
    transcript::text(&transcript::lines(&conversation), 110)
}

/// The output of `rfrbot check` for a config, in a folder with the one secret it names.
fn check(config: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = folder.path().join("config.toml");
    std::fs::copy(root().join(config), &at).expect("the config can be copied");
    let secret = folder.path().join("libera.password");
    std::fs::write(&secret, "hunter2\n").expect("a file can be written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o600)).expect("a mode can be set");
    }
    let output = Command::new(shipped::program())
        .args(["--config", &at.display().to_string(), "check"])
        .env_clear()
        .env("STATE_DIRECTORY", "/var/lib/rfrbot")
        .output()
        .expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let said = format!("{}{}", text(output.stdout), text(output.stderr));
    said.replace(&format!("{}/", folder.path().display()), "/etc/rfrbot/")
        .replace(&folder.path().display().to_string(), "/etc/rfrbot")
}

/// The mail in a story whose subject starts like this, composed and parsed again: as it appears in a reader's mailbox.
fn mail(story: &str, subject: &str) -> Option<String> {
    let mut lines = story
        .lines()
        .map(|line| line.strip_prefix("| mail:").map(str::trim_start));
    let whole = lines.by_ref().find_map(|line| {
        line?
            .strip_prefix("Subject: ")
            .filter(|words| words.starts_with(subject))
    })?;
    let head = lines
        .by_ref()
        .take_while(|line| line.is_some_and(|line| !line.is_empty()));
    assert!(head.count() > 0, "{subject}: a mail has a head");
    let body: Vec<&str> = story
        .lines()
        .skip_while(|line| line.strip_prefix("| mail: Subject: ") != Some(whole))
        .skip_while(|line| *line != "| mail:")
        .skip(1)
        .map_while(|line| line.strip_prefix("| mail:"))
        .take_while(|line| !line.starts_with(" Subject: "))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let mail = Mail {
        message_id: MessageId::new("1@example.org")?,
        references: Vec::new(),
        about: None,
        subject: whole.to_owned(),
        body: body.join("\n"),
        at: Utc.with_ymd_and_hms(2026, 3, 2, 14, 0, 0).single()?,
    };
    let composed = compose(&mail, &list()).expect("a mail");
    let read = MessageParser::new().parse(&composed)?;
    let text = read.body_text(0)?.replace("\r\n", "\n");
    Some(format!("Subject: {}\n\n{text}", read.subject()?))
}

fn list() -> MailingList {
    MailingList {
        from_name: "rfrbot".to_owned(),
        from: "rfrbot@example.org".to_owned(),
        reply_to: None,
        list: "infrastructure@lists.example.org".to_owned(),
        list_id: "infrastructure.lists.example.org".to_owned(),
        archive: "https://lists.example.org/archives".to_owned(),
        way: MailWay::Sendmail("/usr/sbin/sendmail".into()),
        own_copy_wait: Duration::from_secs(900),
        subject_prefix: "Infrastructure".to_owned(),
        send: rfrbot::wire::MailKind::ALL.into(),
    }
}
