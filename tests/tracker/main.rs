//! The program with a tracker, beside a network of a few lines: a Forgejo of a few calls on loopback (`double.rs`), or the
//! real one that `RFRBOT_FORGEJO` names (`forge.rs`). What foreign clients and real payloads say of ours, and the same
//! tests against another process, are ignored by default and part of `tests/run tracker`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attacks;
#[path = "../operations/bot.rs"]
#[expect(dead_code, reason = "shared with tests/operations, which uses all of it")]
mod bot;
mod double;
mod elsewhere;
mod foreign;
mod forge;
mod line;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "../shipped/mod.rs"]
mod shipped;
mod troubles;

use bot::{Bot, Talk, holds_in_time, talk};
use forge::{Forge, token_with, version};
use line::Fault;
use serde_json::json;

/// A bot whose tickets are in that tracker.
fn bot(forge: &Forge, more: &str) -> Bot {
    let Forge {
        address,
        repository,
        token,
        ..
    } = forge;
    let bot = Bot::new(&format!(
        "[people.kevin]\nirc = [\"lab/kevin\"]\n[people.nora]\nirc = [\"lab/nora\"]\n[groups]\n\
         sysadmin-main = [\"kevin\"]\n[announce]\nplaces = [\"lab/#fedora-admin\"]\n\
         [limits]\nannouncements_per_rfr_per_hour = 1000\n\
         [tickets]\nbase = \"{address}/{repository}/issues/\"\n\
         [tracker]\nforgejo = \"{address}\"\nrepository = \"{repository}\"\ntoken_file = \"tracker.token\"\n\
         logins = [\"kevin_f = kevin\"]\nlogins_are_accounts = true\nlabel = \"RFR\"\nclose = true\n\
         phase_labels = [\"pre-sponsorship = rfr/new\", \"planning = rfr/planning\"]\n{more}"
    ));
    bot.write_secret("tracker.token", token);
    bot.write_secret("webhook.secret", "between us");
    bot
}

/// The same with a ticket, running and in its channel.
fn begun(forge: &Forge, more: &str) -> (Bot, Talk, u64) {
    let ticket = forge.ticket("nora", "Badges for everyone");
    let mut bot = bot(forge, more);
    let talk = talk(&mut bot);
    (bot, talk, ticket)
}

const QUICK: &str = "poll_seconds = 1\n";

/// Has the bot carried out that many orders for tickets since its start?
fn carried_out(bot: &Bot, orders: usize) -> bool {
    holds_in_time(|| bot.log().matches("a ticket is up to date").count() == orders)
}

#[test]
fn a_ticket_and_its_rfr_know_of_each_other_from_the_label_to_the_end() {
    let forge = Forge::start();
    let (bot, mut talk, ticket) = begun(&forge, QUICK);
    forge.label(ticket, "RFR");
    talk.hears("takes it up");
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket}"));
    talk.hears("as soon as the tracker answers");
    talk.hears("is called “Badges for everyone” by its ticket");
    assert!(
        holds_in_time(|| forge.labels(ticket) == ["RFR", "rfr/new"]),
        "{:?}",
        forge.labels(ticket)
    );
    talk.says("kevin", "#fedora-admin", "!rfr sponsor badges");
    talk.hears("is assigned to its sponsor");
    assert_eq!(forge.assignees(ticket), ["kevin_f"]);
    talk.says("kevin", "#fedora-admin", "!rfr advance badges");
    talk.hears("moved from pre-sponsorship to planning");
    assert!(
        holds_in_time(|| forge.labels(ticket) == ["RFR", "rfr/planning"]),
        "{:?}",
        forge.labels(ticket)
    );
    // Two comments: the beginning, and the phase.
    assert!(
        holds_in_time(|| forge.said(ticket).len() == 2),
        "{:?}",
        forge.said(ticket)
    );
    let said = forge.said(ticket);
    assert!(
        said[1].contains("moved from pre-sponsorship to planning") && said[1].contains("who can give it"),
        "{said:?}"
    );
    assert!(said[1].contains("(nora)"), "who can give what is missing: {said:?}");
    // Others' hands in the ticket, and their words.
    forge.change(ticket, &json!({"title": "Badges for nobody"}));
    talk.hears(&format!("ticket {ticket} is called “Badges for nobody” now"));
    let asked = "Thanks.\r\n\r\nQuestion: where does it keep its data?";
    let comment = forge.comments(ticket, "nora", asked);
    talk.hears("asks “where does it keep its data?”");
    forge.edits(&comment, "nora", &format!("{asked}\r\n\r\nQuestion: and at night?"));
    talk.hears("asks “and at night?”");
    forge.change(ticket, &json!({"assignees": ["nora"]}));
    talk.hears("no more to its sponsor");
    // Whoever that is is not called by the answer to others.
    talk.says("kevin", "#fedora-admin", "!rfr next badges");
    let heard = talk.hears("it is assigned to");
    assert!(heard.contains("n\u{200b}ora"), "{heard}");
    talk.says("kevin", "#fedora-admin", "!rfr drop badges nobody needs it");
    talk.hears("was dropped");
    assert!(holds_in_time(|| forge.issue(ticket)["state"] == "closed"));
    assert!(bot.status().contains("tracker: answered"), "{}", bot.status());
    // Of what the bot did itself nothing was told.
    talk.says("kevin", "#fedora-admin", "!rfr ping");
    let pong = talk.hears("kevin: ");
    assert!(!pong.contains("closed in the tracker"), "{pong}");
    assert!(!bot.log().contains(&forge.token), "the token stands in the log");
}

#[test]
fn a_bot_killed_between_comment_and_mark_comments_once() {
    let forge = Forge::start();
    let (mut bot, mut talk, ticket) = begun(&forge, QUICK);
    forge.fails(Fault::SilentAfterAComment);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| forge.said(ticket).len() == 1), "the comment arrived");
    bot.kill();
    forge.works();
    bot.start();
    assert!(carried_out(&bot, 1), "{}", bot.log());
    assert_eq!(forge.said(ticket).len(), 1, "{:?}", forge.said(ticket));
    assert!(bot.log().contains("stands there already"), "{}", bot.log());
}

#[test]
fn a_tracker_that_is_away_costs_nothing_but_itself_and_is_told_everything_afterwards() {
    let forge = Forge::start();
    let (mut bot, mut talk, ticket) = begun(&forge, QUICK);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| forge.said(ticket).len() == 1));
    forge.fails(Fault::Down);
    let shut = format!("planning needs: ticket {ticket} assigned to");
    for (line, answer) in [
        ("!rfr sponsor badges", "is sponsored by"),
        ("!rfr advance badges", shut.as_str()),
        ("!rfr hold badges for a day", "on hold"),
        ("!rfr release badges", "is no longer on hold"),
    ] {
        talk.says("kevin", "#fedora-admin", line);
        let heard = talk.hears("kevin: ");
        assert!(heard.contains(answer), "{line}: {heard}");
    }
    assert!(
        holds_in_time(|| bot.status().contains("tracker, writing: TROUBLE")),
        "{}",
        bot.status()
    );
    // Also over a restart, and many of them.
    bot.kill();
    let changes = |day| format!("!rfr hold badges for reason {day}\n!rfr release badges\n");
    bot.console(&(0..14).map(changes).collect::<String>());
    forge.works();
    bot.start();
    assert!(carried_out(&bot, 31), "{}", bot.log());
    let said = forge.said(ticket);
    assert_eq!(said.len(), 31, "{said:#?}");
    assert!(
        said[1].contains("on hold: for a day") && said[2].contains("no longer on hold"),
        "{said:#?}"
    );
    for (day, told) in said[3..].iter().step_by(2).enumerate() {
        assert!(told.contains(&format!("for reason {day}")), "in order: {told}");
    }
    assert_eq!(forge.assignees(ticket), ["kevin_f"]);
    assert!(bot.status().contains("tracker: answered"), "{}", bot.status());
}

#[test]
fn one_comment_is_edited_where_the_config_wants_that() {
    let forge = Forge::start();
    let (mut bot, mut talk, ticket) = begun(&forge, "poll_seconds = 1\ncomments = \"one\"\n");
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    talk.says("kevin", "#fedora-admin", "!rfr hold badges a while");
    talk.hears("on hold");
    assert!(holds_in_time(
        || matches!(&forge.said(ticket)[..], [one] if one.contains("on hold, a while") || one.contains("on hold: a while"))
    ));
    bot.stop();
    // After a restart it is found again.
    bot.start();
    drop(talk);
    let said = bot.status();
    assert!(said.contains("tracker: "), "{said}");
    bot.stop();
    bot.console("!rfr release badges\n");
    bot.start();
    assert!(
        holds_in_time(|| matches!(&forge.said(ticket)[..], [one] if one.contains("no longer on hold"))),
        "{:?}",
        forge.said(ticket)
    );
}

#[test]
fn a_check_tries_the_tracker_and_names_the_fix() {
    let forge = Forge::start();
    let mut bot = bot(&forge, "");
    // No time is spent on its network.
    bot.server();
    let tried = |bot: &Bot| {
        let (_, said) = bot.run("check", &["--connect"]);
        said.lines()
            .filter(|line| line.starts_with("tracker: "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let said = tried(&bot);
    for words in [
        &format!("version {}", version()),
        "the token is that of rfrbot",
        "is seen only with the scope read:repository",
        "tickets can be read",
        "the label \"rfr/planning\" exists",
    ] {
        assert!(said.contains(words), "no {words}: {said}");
    }
    assert!(!said.contains("FAILED"), "{said}");
    bot.write_secret(
        "tracker.token",
        &token_with(&["write:issue", "read:user", "read:repository"]),
    );
    let said = tried(&bot);
    assert!(said.contains(&format!("{} is there", forge.repository)), "{said}");
    forge.forget_label("rfr/planning");
    assert!(
        tried(&bot).contains("FAILED: the label \"rfr/planning\" does not exist in"),
        "{}",
        tried(&bot)
    );
    bot.write_secret("tracker.token", "another");
    let said = tried(&bot);
    assert!(
        said.contains("FAILED: the server does not take the token (401)") && said.contains("token_file"),
        "{said}"
    );
    forge.fails(Fault::Says(
        200,
        "Content-Type: text/html",
        "<html>Are you a robot?</html>",
    ));
    assert!(
        tried(&bot).contains("a web page came in place of an answer"),
        "{}",
        tried(&bot)
    );
    // Nothing was written.
    let writes = forge.calls().iter().filter(|call| !call.starts_with("GET")).count();
    assert_eq!(writes, 0);
}

#[test]
fn a_server_that_tells_of_changes_itself_is_heard_at_once() {
    let forge = Forge::start();
    let (_bot, mut talk, ticket, port) = attacks::hooked(&forge);
    forge.hook(&format!("http://127.0.0.1:{port}/hook"), "between us");
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket}"));
    talk.hears("is called “Badges for everyone” by its ticket");
    talk.says("kevin", "#fedora-admin", "!rfr sponsor badges");
    talk.hears("is assigned to its sponsor");
    forge.comments(ticket, "nora", "Question: where does it keep its data?");
    talk.hears("asks “where does it keep its data?”");
    forge.change(ticket, &json!({"state": "closed"}));
    talk.hears("was closed in the tracker");
}
