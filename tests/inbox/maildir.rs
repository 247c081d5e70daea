//! The reader on real folders. The test confirms in place of the desk.

use super::rules;
use rfrbot::config::MailSource;
use rfrbot::mail::NETWORK;
use rfrbot::mail::inbox::{InboxHandle, InboxSettings, InboxState, spawn};
use rfrbot::wire::{IncomingId, ListMail, MessageId, Report};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

const DEADLINE: Duration = Duration::from_secs(60);

struct Maildir(TempDir);

impl Maildir {
    fn new() -> Self {
        let folder = TempDir::with_prefix("rfrbot-maildir-").unwrap();
        for sub in ["new", "cur", "tmp"] {
            fs::create_dir(folder.path().join(sub)).unwrap();
        }
        Self(folder)
    }

    /// As a mail system does: written in `tmp`, then moved.
    fn deliver(&self, name: &str, bytes: &[u8]) {
        let temporary = self.path().join("tmp").join(name);
        fs::write(&temporary, bytes).unwrap();
        fs::rename(temporary, self.path().join("new").join(name)).unwrap();
    }

    /// The same with a mail that nobody has written to for an hour.
    fn deliver_old(&self, name: &str, bytes: &[u8]) {
        let temporary = self.path().join("tmp").join(name);
        fs::write(&temporary, bytes).unwrap();
        let hour_ago = SystemTime::now() - Duration::from_secs(3600);
        File::open(&temporary).unwrap().set_modified(hour_ago).unwrap();
        fs::rename(temporary, self.path().join("new").join(name)).unwrap();
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn files(&self, sub: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path().join(sub)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Waits until these files and no others are in `cur`, and `new` is empty.
    async fn settles_as(&self, cur: &[&str]) {
        let end = Instant::now() + DEADLINE;
        while self.files("cur") != cur || !self.files("new").is_empty() {
            assert!(
                Instant::now() < end,
                "new: {:?}, cur: {:?}",
                self.files("new"),
                self.files("cur")
            );
            sleep(Duration::from_millis(5)).await;
        }
    }
}

struct Inbox {
    handle: InboxHandle,
    reports: mpsc::Receiver<Report>,
    own_copies: mpsc::Receiver<MessageId>,
}

impl Inbox {
    fn open(folder: PathBuf) -> Self {
        let (tell, reports) = mpsc::channel(100);
        let (copies, own_copies) = mpsc::channel(10);
        let settings = InboxSettings {
            list: rules(),
            source: MailSource::Maildir(folder),
        };
        Self {
            handle: spawn(settings, tell, copies),
            reports,
            own_copies,
        }
    }

    async fn next(&mut self) -> ListMail {
        match timeout(DEADLINE, self.reports.recv()).await {
            Ok(Some(Report::Mailed(mail))) => *mail,
            other => panic!("no mail: {other:?}"),
        }
    }

    async fn confirm(&self, mail: &ListMail) {
        let id = IncomingId {
            network: NETWORK.to_owned(),
            id: mail.message_id.as_str().to_owned(),
        };
        self.handle.handled.send(id).await.unwrap();
    }

    async fn is(&mut self, wanted: impl Fn(&InboxState) -> bool) {
        let seen = timeout(DEADLINE, self.handle.state.wait_for(|state| wanted(state)));
        seen.await.unwrap().unwrap();
    }
}

fn mail(id: &str) -> Vec<u8> {
    format!(
        "From: Adam <adam@example.org>\nSubject: [Infrastructure] Re: [badges] {id}\nMessage-ID: <{id}@example.org>\n\
         List-Id: <infrastructure.lists.fedoraproject.org>\n\nWho reads {id}?\n"
    )
    .into_bytes()
}

#[tokio::test]
async fn a_mail_is_reported_when_it_falls_in_and_marked_when_it_is_handled() {
    let maildir = Maildir::new();
    let mut inbox = Inbox::open(maildir.path().to_owned());
    inbox.is(|state| *state == InboxState::Reading).await;
    maildir.deliver("100.M1P1.host", &mail("first"));
    let first = inbox.next().await;
    assert_eq!(first.subject, "[badges] first");
    // Not handled, so not marked.
    assert_eq!(maildir.files("new"), ["100.M1P1.host"]);
    inbox.confirm(&first).await;
    maildir.settles_as(&["100.M1P1.host:2,S"]).await;
    inbox.handle.shutdown().await;
}

#[tokio::test]
async fn what_was_not_handled_is_reported_again_after_a_restart_and_only_that() {
    let maildir = Maildir::new();
    maildir.deliver("30.b", &mail("third"));
    maildir.deliver("9.a", &mail("first"));
    maildir.deliver("20.c", &mail("second"));
    // Another mail program has moved this one, and flagged it.
    maildir.deliver("40.d", &mail("moved"));
    fs::rename(maildir.path().join("new/40.d"), maildir.path().join("cur/40.d:2,F")).unwrap();
    // This one was handled long ago.
    fs::write(maildir.path().join("cur/1.z:2,RS"), mail("old")).unwrap();
    let mut inbox = Inbox::open(maildir.path().to_owned());
    let first = inbox.next().await;
    assert_eq!(first.message_id.as_str(), "first@example.org");
    inbox.confirm(&first).await;
    let second = inbox.next().await;
    assert_eq!(second.message_id.as_str(), "second@example.org");
    while maildir.files("new").len() > 2 {
        sleep(Duration::from_millis(5)).await;
    }
    inbox.handle.shutdown().await;
    let mut inbox = Inbox::open(maildir.path().to_owned());
    for wanted in ["second@example.org", "third@example.org", "moved@example.org"] {
        let next = inbox.next().await;
        assert_eq!(next.message_id.as_str(), wanted);
        inbox.confirm(&next).await;
    }
    maildir
        .settles_as(&["1.z:2,RS", "20.c:2,S", "30.b:2,S", "40.d:2,FS", "9.a:2,S"])
        .await;
    inbox.handle.shutdown().await;
    assert!(inbox.reports.recv().await.is_none(), "nothing was reported twice");
}

#[tokio::test]
async fn skipped_mails_and_own_copies_are_marked_at_once() {
    let maildir = Maildir::new();
    maildir.deliver("1.junk", b"\0\xff no mail");
    maildir.deliver(
        "2.other",
        b"From: a@b\nMessage-ID: <x@y>\nList-Id: <other.example>\n\nhello\n",
    );
    maildir.deliver("3.large", &vec![b'x'; 3 * 1024 * 1024]);
    let own = String::from_utf8(mail("x"))
        .unwrap()
        .replace("<x@example.org>", "<7.0.rfrbot@fedoraproject.org>");
    maildir.deliver("4.own", own.as_bytes());
    let mut inbox = Inbox::open(maildir.path().to_owned());
    let own = timeout(DEADLINE, inbox.own_copies.recv()).await.unwrap().unwrap();
    assert_eq!(own.as_str(), "7.0.rfrbot@fedoraproject.org");
    maildir
        .settles_as(&["1.junk:2,S", "2.other:2,S", "3.large:2,S", "4.own:2,S"])
        .await;
    inbox.handle.shutdown().await;
    assert!(inbox.reports.recv().await.is_none());
}

#[tokio::test]
async fn drafts_and_the_trash_are_not_read() {
    let maildir = Maildir::new();
    for name in ["1.draft:2,D", "2.trashed:2,T", "3.both:2,FT", "4.answered:2,R"] {
        fs::write(maildir.path().join("cur").join(name), mail(&name[2..6])).unwrap();
    }
    let mut inbox = Inbox::open(maildir.path().to_owned());
    let only = inbox.next().await;
    assert_eq!(only.message_id.as_str(), "answ@example.org");
    inbox.confirm(&only).await;
    maildir
        .settles_as(&["1.draft:2,D", "2.trashed:2,T", "3.both:2,FT", "4.answered:2,RS"])
        .await;
    inbox.handle.shutdown().await;
    assert!(inbox.reports.recv().await.is_none());
}

/// Some programs write in `new` what they should write in `tmp`.
#[tokio::test]
async fn a_file_that_is_still_written_is_read_when_it_is_whole() {
    let maildir = Maildir::new();
    let mut inbox = Inbox::open(maildir.path().to_owned());
    inbox.is(|state| *state == InboxState::Reading).await;
    let whole = mail("slow");
    let (begin, end) = whole.split_at(whole.len() / 2);
    let mut file = fs::File::create(maildir.path().join("new/1.slow")).unwrap();
    file.write_all(begin).unwrap();
    // Others overtake it, and it is older than the limit for unannounced files.
    maildir.deliver("2.quick", &mail("quick"));
    let quick = inbox.next().await;
    assert_eq!(quick.message_id.as_str(), "quick@example.org");
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(60);
    file.set_modified(long_ago).unwrap();
    maildir.deliver("3.later", &mail("later"));
    let later = inbox.next().await;
    assert_eq!(later.message_id.as_str(), "later@example.org");
    file.write_all(end).unwrap();
    drop(file);
    let slow = inbox.next().await;
    assert_eq!(
        (slow.message_id.as_str(), slow.text.as_str()),
        ("slow@example.org", "Who reads slow?")
    );
    inbox.handle.shutdown().await;
}

/// A file half written when the bot starts, so that the system does not announce it.
#[tokio::test]
async fn a_file_that_was_just_written_to_waits_until_nobody_writes() {
    let maildir = Maildir::new();
    let path = maildir.path().join("new/1.half");
    let whole = mail("half");
    fs::write(&path, &whole[..whole.len() - 10]).unwrap();
    let mut inbox = Inbox::open(maildir.path().to_owned());
    inbox.is(|state| *state == InboxState::Reading).await;
    fs::write(&path, &whole).unwrap();
    assert_eq!(inbox.next().await.text, "Who reads half?");
    inbox.handle.shutdown().await;
    assert!(inbox.reports.recv().await.is_none());
}

#[tokio::test]
async fn odd_files_do_not_hold_the_inbox_up() {
    let maildir = Maildir::new();
    fs::create_dir(maildir.path().join("new/1.folder")).unwrap();
    std::os::unix::fs::symlink("/nonexistent", maildir.path().join("new/2.dangling")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(maildir.path().join("new/3.pipe"))
        .status();
    assert!(pipe.unwrap().success());
    fs::write(maildir.path().join("new/.hidden"), mail("hidden")).unwrap();
    maildir.deliver("4.good", &mail("good"));
    let mut inbox = Inbox::open(maildir.path().to_owned());
    let good = inbox.next().await;
    assert_eq!(good.message_id.as_str(), "good@example.org");
    inbox.handle.shutdown().await;
    assert!(inbox.reports.recv().await.is_none());
}

#[tokio::test]
async fn so_many_are_under_way_and_no_more() {
    let maildir = Maildir::new();
    for number in 0..80 {
        maildir.deliver(&format!("{number}.x"), &mail(&format!("n{number}")));
    }
    // The list has delivered one of them twice.
    maildir.deliver("80.x", &mail("n5"));
    let mut inbox = Inbox::open(maildir.path().to_owned());
    let mut first = Vec::new();
    for _ in 0..32 {
        first.push(inbox.next().await);
    }
    let nothing = timeout(Duration::from_millis(200), inbox.reports.recv()).await;
    assert!(nothing.is_err(), "the 33rd waits for a confirmation: {nothing:?}");
    for mail in &first {
        inbox.confirm(mail).await;
    }
    let mut reported: Vec<String> = first.iter().map(|mail| mail.message_id.to_string()).collect();
    for _ in 32..80 {
        let next = inbox.next().await;
        reported.push(next.message_id.to_string());
        inbox.confirm(&next).await;
    }
    // The second copy of n5 came after the first was handled: the desk knows its id.
    let again = inbox.next().await;
    inbox.confirm(&again).await;
    assert_eq!(again.message_id.as_str(), "n5@example.org");
    let wanted: Vec<String> = (0..80).map(|number| format!("<n{number}@example.org>")).collect();
    assert_eq!(reported, wanted);
    let end = Instant::now() + DEADLINE;
    while maildir.files("cur").len() < 81 {
        assert!(Instant::now() < end);
        sleep(Duration::from_millis(5)).await;
    }
    inbox.handle.shutdown().await;
}

#[tokio::test]
async fn a_maildir_that_is_not_there_is_told() {
    let folder = TempDir::with_prefix("rfrbot-maildir-").unwrap();
    let mut inbox = Inbox::open(folder.path().join("missing"));
    inbox
        .is(|state| matches!(state, InboxState::Down(why) if why.contains("missing cannot be read")))
        .await;
    inbox.handle.shutdown().await;
}

/// Does this process watch the folder that is there now?
#[cfg(target_os = "linux")]
fn is_watched(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = format!(" ino:{:x} ", fs::metadata(folder).unwrap().ino());
    let watches = fs::read_dir("/proc/self/fdinfo").unwrap();
    watches
        .filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok())
        .any(|text| {
            text.lines()
                .any(|line| line.starts_with("inotify") && line.contains(&inode))
        })
}

#[cfg(target_os = "linux")]
#[tokio::test(start_paused = true)]
async fn a_folder_that_is_taken_away_and_made_anew_is_watched_again() {
    let folder = Maildir::new();
    folder.deliver_old("one", &mail("one"));
    let mut inbox = Inbox::open(folder.path().to_owned());
    let first = inbox.next().await;
    inbox.confirm(&first).await;
    let new = folder.path().join("new");
    fs::rename(&new, folder.path().join("taken-away")).unwrap();
    inbox
        .is(|state| matches!(state, InboxState::Down(why) if why.contains("cannot be read")))
        .await;
    fs::create_dir(&new).unwrap();
    folder.deliver_old("two", &mail("two"));
    let second = inbox.next().await;
    assert_ne!(first.message_id, second.message_id);
    assert!(is_watched(&new));
    inbox.handle.shutdown().await;
}
