//! The real program between the store and a real list: commands cause mails, and what people answer is recorded.

use crate::channel::lab;
use crate::group::Group;
use crate::house::{House, LIST, LIST_ID};
use crate::mailman::Authors;
use crate::servers::ports::free_port;
use crate::waiting::holds_in_time;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The mark of a mail, which is the first effect of its commit.
const MAIL_IS_OUT: &str = "\"index\":0,\"progress\":\"complete\"";

/// A bot with its config and its store.
///
/// A mail from the console is older than the run that sends it, and an earlier run might have sent it: so it waits a
/// minute for its own copy.
pub(crate) struct Bot {
    folder: TempDir,
    running: Option<Group>,
    starts: u32,
}

impl Bot {
    /// A bot that mails to that house's list and reads its own mailbox there. Its IRC network is down, which does not
    /// affect mail.
    fn new(house: &House) -> Self {
        Self::on(house, &lab(free_port(), ""))
    }

    /// The same on this network.
    pub(crate) fn on(house: &House, network: &str) -> Self {
        let folder = TempDir::with_prefix("rfrbot-bot-").expect("a temporary folder");
        let bot = Self {
            folder,
            running: None,
            starts: 0,
        };
        let secret = bot.path().join("mail.password");
        fs::write(&secret, "rfrbot-password\n").expect("writing a secret");
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).expect("protecting a secret");
        let ports = house.ports();
        let authority = house.authority().display();
        let config = format!(
            "[bot]\ndata = \"store\"\n[tickets]\nbase = \"https://tickets.example.org/\"\n[limits]\nperson_commands_per_minute = 100000\n\
             place_commands_per_minute = 100000\nrequests_per_day = 100000\nchanges_per_day = 100000\nannouncements_per_rfr_per_hour = 100000\n[log]\nlevel = \"debug\"\n\
             {network}\
             [mail]\nfrom = \"rfrbot@example.org\"\nlist = \"{LIST}\"\nlist_id = \"{LIST_ID}\"\n\
             archive = \"https://lists.example.org/archives\"\nown_copy_wait_minutes = 1\n\
             smtp = {{ host = \"localhost\", port = {smtp}, tls = \"starttls\", ca_file = \"{authority}\", \
             account = \"rfrbot\", password_file = \"mail.password\" }}\n\
             [mail.inbox]\nimap = {{ host = \"localhost\", port = {imaps}, ca_file = \"{authority}\", \
             account = \"rfrbot\", password_file = \"mail.password\" }}\n\
             proof = {{ return_path = \"lists.example.org\" }}\n\
             [people.ralph]\nirc = [\"lab/ralph\"]\n[people.kevin]\nirc = [\"lab/kevin\"]\nmail = [\"owner@example.org\"]\n\
             [groups]\nsysadmin-main = [\"kevin\"]\n",
            smtp = ports.submission,
            imaps = ports.imaps,
        );
        fs::write(bot.path().join("config.toml"), config).expect("writing the config");
        bot
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, argument: &str) -> Command {
        let mut command = Command::new(crate::shipped::program());
        command
            .arg(argument)
            .arg("--config")
            .arg(self.path().join("config.toml"));
        command.env_remove("RUST_LOG");
        command
    }

    /// Types these lines at the operator's console, while the bot is not running.
    fn say(&self, speaker: &str, lines: &str) -> String {
        let mut child = self
            .command("console")
            .args(["--as", speaker])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the console starts");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(lines.as_bytes()).expect("the console reads");
        drop(input);
        let ended = child.wait_with_output().expect("the console ends");
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        assert!(ended.status.success(), "{said}");
        said
    }

    pub(crate) fn start(&mut self) {
        self.starts += 1;
        let log = format!("bot-{}.log", self.starts);
        self.running = Some(Group::start(&mut self.command("run"), self.folder.path(), &log));
    }

    /// Kills it (SIGKILL).
    fn kill(&mut self) {
        drop(self.running.take().expect("it runs"));
    }

    pub(crate) fn stop(&mut self) {
        self.running.take().expect("it runs").end_in_order();
    }

    pub(crate) fn log(&self) -> String {
        let log = self.path().join(format!("bot-{}.log", self.starts));
        fs::read_to_string(log).unwrap_or_default()
    }

    /// Everything that is stored, also while it runs.
    pub(crate) fn stored(&self) -> String {
        let export = self.command("export").output().expect("the program runs");
        String::from_utf8_lossy(&export.stdout).into_owned()
    }

    pub(crate) fn waits_for(&self, what: &str, is_stored: impl Fn(&str) -> bool) {
        assert!(
            holds_in_time(|| is_stored(&self.stored())),
            "{what}: it is not stored.\n{}\n{}",
            self.stored(),
            self.log()
        );
    }
}

fn message_id(mail: &str) -> &str {
    let (_, rest) = mail.split_once("\nMessage-ID: ").expect("a Message-ID");
    rest.lines().next().expect("a line").trim()
}

fn reply(to: &str, number: u32, text: &str) -> Vec<u8> {
    format!(
        "From: Member <member@example.org>\r\nTo: {LIST}\r\nSubject: Re: [Infrastructure] [badges] New request\r\n\
         Message-ID: <answer-{number}@example.org>\r\nIn-Reply-To: {to}\r\nReferences: {to}\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\n> What do you think?\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn a_request_is_mailed_and_what_members_answer_is_recorded_and_meets_the_sop() {
    let house = House::with_list(Authors::Kept);
    let mut bot = Bot::new(&house);
    let said = bot.say("ralph", "new badges 4321 Badges for everyone\nmail\n");
    assert!(
        said.contains("on the list: https://lists.example.org/archives/list/"),
        "{said}"
    );
    assert!(said.contains("1 mail to the list is owed"), "{said}");
    bot.start();
    let mail = house.mail_in("member", "the request", |mail| mail.contains("[badges] New request"));
    let first = message_id(&mail).to_owned();
    assert!(first.ends_with(".rfrbot@example.org>"), "{first}");
    bot.waits_for("the mail is out", |stored| stored.contains(MAIL_IS_OUT));

    // A non-member's mail is held, and never read; a member's is read once.
    let stranger = String::from_utf8(reply(&first, 1, "Buy pills."))
        .expect("text")
        .replace("member@", "stranger@");
    house.post_as("stranger", stranger.as_bytes());
    house.post_as("member", &reply(&first, 2, "Question: How long are awards kept?"));
    bot.waits_for("the answer", |stored| stored.contains("answer-2@example.org"));
    let stored = bot.stored();
    assert!(!stored.contains("answer-1@example.org"), "{stored}");
    assert!(
        stored.contains("mail on the list from "),
        "it is owed to the channel: {stored}"
    );
    assert_eq!(stored.matches("\"list-mail-heard\"").count(), 1, "{stored}");

    // One person's mails are no discussion, whatever name is in them; mails by a second one, whom the config knows,
    // make it one. A mail delivered past the list is ignored.
    let by = |number, name: &str, address: &str| {
        let mail = String::from_utf8(reply(&first, number, "Fine.")).expect("text");
        mail.replace("Member <member@example.org>", &format!("{name} <{address}>"))
    };
    let forged = format!("List-Id: <{LIST_ID}>\r\n{}", by(3, "Eve", "eve@example.org"));
    let forged = forged.replace(&format!("To: {LIST}"), "To: rfrbot@example.org");
    house.post_to("stranger", "rfrbot@example.org", forged.as_bytes());
    house.post_as("member", by(4, "Another", "member@example.org").as_bytes());
    bot.waits_for("the second answer", |stored| stored.contains("answer-4@example.org"));
    let said = bot.stored();
    assert!(
        !said.contains("answer-3@example.org") && !said.contains("\"counts\":true"),
        "{said}"
    );
    house.post_as("owner", by(5, "Owner", "owner@example.org").as_bytes());
    bot.waits_for("the third answer", |stored| stored.contains("answer-5@example.org"));
    assert!(bot.stored().contains("\"counts\":true"), "{}", bot.stored());

    bot.stop();
    bot.say("kevin", "sponsor badges\nask badges from 1\n");
    let said = bot.say("ralph", "advance badges\npeople badges add ralph\nadvance badges\n");
    assert!(said.contains("moved from planning to development"), "{said}");

    // The thread continues under the first mail.
    bot.start();
    let moved = house.mail_in("member", "the move", |mail| {
        mail.contains("From planning to development")
    });
    assert!(moved.contains(&format!("In-Reply-To: {first}")), "{moved}");
    bot.stop();
}

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn a_kill_loses_no_mail_and_a_repeat_has_the_same_message_id() {
    let house = House::with_list(Authors::Kept);
    let mut bot = Bot::new(&house);
    bot.say("ralph", "new badges 4321 Badges for everyone\n");
    bot.start();
    // Killed as soon as the server has accepted the mail, perhaps before the bot has recorded that.
    assert!(
        holds_in_time(|| house.postfix_log().contains("from=<rfrbot@example.org>")),
        "{}",
        bot.log()
    );
    bot.kill();
    bot.start();
    bot.waits_for("the mail is out", |stored| stored.contains(MAIL_IS_OUT));
    house.mail_in("member", "the request", |mail| mail.contains("[badges] New request"));
    let ids: Vec<String> = house
        .mails_in("member")
        .iter()
        .map(|mail| message_id(mail).to_owned())
        .collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    bot.stop();
    let said = bot.say("ralph", "mail\n");
    assert!(said.contains("Every mail to the list has gone out"), "{said}");
}

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn a_list_that_refuses_is_told_once_with_its_words() {
    let house = House::without_list();
    let mut bot = Bot::new(&house);
    let config = bot.path().join("config.toml");
    // Postfix accepts mail for no foreign domain on this port.
    let text = fs::read_to_string(&config).expect("reading the config");
    fs::write(&config, text.replace(LIST, "nobody@example.org")).expect("writing the config");
    bot.say("ralph", "new badges 4321 Badges for everyone\n");
    bot.start();
    bot.waits_for("the refusal", |stored| stored.contains("\"mail-failed\""));
    bot.stop();
    let said = bot.say("ralph", "mail\n");
    assert!(said.contains("refused for good: ") && said.contains('5'), "{said}");
    assert_eq!(
        bot.stored().matches("did not go out").count(),
        2,
        "once for each of the two channels"
    );
}

#[test]
#[ignore = "needs Postfix and Dovecot: tests/run mail"]
fn check_connect_tells_a_list_that_the_server_knows_from_one_that_it_does_not_and_sends_nothing() {
    let house = House::without_list();
    let bot = Bot::on(&house, "");
    let config = bot.path().join("config.toml");
    let text = fs::read_to_string(&config).expect("the config can be read");
    let text = text.replace(
        "[people.ralph]\nirc = [\"lab/ralph\"]\n[people.kevin]\nirc = [\"lab/kevin\"]",
        "[people.kevin]",
    );
    let check = |text: &str| {
        fs::write(&config, text).expect("writing the config");
        let ended = bot
            .command("check")
            .arg("--connect")
            .output()
            .expect("the program runs");
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&ended.stdout),
            String::from_utf8_lossy(&ended.stderr)
        );
        (ended.status.success(), said)
    };
    let (good, said) = check(&text);
    assert!(good, "{said}");
    for words in [
        "mail: ok: protected: TLS works",
        "mail: ok: logged in: as rfrbot",
        &format!("mail: ok: the server takes mail from rfrbot@example.org to {LIST}"),
        "mail.inbox: ok: connected to localhost",
        "mail.inbox: ok: the folder \"INBOX\" opens",
        "every connection works",
    ] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    let unknown = text.replace(&format!("list = \"{LIST}\""), "list = \"nobody@example.org\"");
    let unknown = unknown.replace(
        "account = \"rfrbot\", password_file = \"mail.password\" }\nproof",
        "account = \"rfrbot\", password_file = \"mail.password\", folder = \"Nowhere\" }\nproof",
    );
    let (good, said) = check(&unknown);
    assert!(!good, "{said}");
    for words in [
        "mail: FAILED: refused: RCPT TO: 5",
        "Look at from and list under [mail]",
        "mail.inbox: FAILED: localhost does not open the folder \"Nowhere\"",
        "2 steps failed",
    ] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    assert!(!house.postfix_log().contains("status=sent"), "{}", house.postfix_log());
}
