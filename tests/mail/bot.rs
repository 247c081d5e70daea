//! The real program between the store and a real list: what is commanded is mailed, and what people answer is recorded.

use crate::channel::lab;
use crate::house::{House, LIST, LIST_ID};
use crate::mailman::Authors;
pub(crate) use crate::running::Bot;
use crate::running::{UNLIMITED, holds_in_time};
use crate::servers::ports::free_port;
use std::fs;

/// The mark of a mail, which comes first among the effects of its commit.
const MAIL_IS_OUT: &str = "\"index\":0,\"progress\":\"complete\"";

/// What is mailed from the console is older than the run that sends it, and an earlier run may have sent it: so a bot
/// waits a minute for its own copy.
impl Bot {
    /// A bot that mails to the list of that house and reads its own mailbox there. Its IRC network is away, which is of no
    /// concern to mail.
    fn mailing(house: &House) -> Self {
        Self::on(house, &lab(free_port(), ""))
    }

    /// The same on this network.
    pub(crate) fn on(house: &House, network: &str) -> Self {
        let ports = house.ports();
        let authority = house.authority().display();
        let bot = Self::with_config(&format!(
            "{UNLIMITED}{network}\
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
        ));
        bot.write_secret("mail.password", "rfrbot-password");
        bot
    }

    /// Everything that is stored, also while it runs.
    pub(crate) fn stored(&self) -> String {
        let export = self.run(&["export"]);
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
    let mut bot = Bot::mailing(&house);
    let said = bot.console("ralph", "new badges 4321 Badges for everyone\nmail\n");
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

    // Somebody who is no member is held, and never heard; somebody who is, is heard once.
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

    // One person's mails are no discussion, whatever name stands in them; those of a second one, whom the config knows,
    // make it one. What was put into the mailbox past the list is not heard.
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
    bot.console("kevin", "sponsor badges\nask badges from 1\n");
    let said = bot.console("ralph", "advance badges\npeople badges add ralph\nadvance badges\n");
    assert!(said.contains("moved from planning to development"), "{said}");

    // The thread goes on under the first mail.
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
    let mut bot = Bot::mailing(&house);
    bot.console("ralph", "new badges 4321 Badges for everyone\n");
    bot.start();
    // Killed as soon as the server has taken the mail, which the bot may not have written down yet.
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
    let said = bot.console("ralph", "mail\n");
    assert!(said.contains("Every mail to the list has gone out"), "{said}");
}

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn a_list_that_refuses_is_told_once_with_its_words() {
    let house = House::without_list();
    let mut bot = Bot::mailing(&house);
    let config = bot.path("config.toml");
    // Postfix takes mail for nobody else's domain from this port.
    let text = fs::read_to_string(&config).expect("reading the config");
    fs::write(&config, text.replace(LIST, "nobody@example.org")).expect("writing the config");
    bot.console("ralph", "new badges 4321 Badges for everyone\n");
    bot.start();
    bot.waits_for("the refusal", |stored| stored.contains("\"mail-failed\""));
    bot.stop();
    let said = bot.console("ralph", "mail\n");
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
    let config = bot.path("config.toml");
    let text = fs::read_to_string(&config).expect("the config can be read");
    let text = text.replace(
        "[people.ralph]\nirc = [\"lab/ralph\"]\n[people.kevin]\nirc = [\"lab/kevin\"]",
        "[people.kevin]",
    );
    let check = |text: &str| {
        fs::write(&config, text).expect("writing the config");
        let ended = bot.run(&["check", "--connect"]);
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
