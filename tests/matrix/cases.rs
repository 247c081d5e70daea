//! What real clients sent and the bot once did not understand: `tests/data/matrix`.

use crate::bot::Bot;
use crate::person::{Person, body, id, is_from_bot};
use crate::synapse::{Limits, SERVER, Synapse};
use serde_json::Value;
use std::path::Path;

/// The message of a case, with this bot's name.
fn content(case: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/matrix/{case}.json"));
    let text = std::fs::read_to_string(path).expect("the case is there");
    let text = text.replace("bot", "rfrbot").replace("example.test", SERVER);
    serde_json::from_str::<Value>(&text).expect("JSON")["content"].clone()
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn what_clients_write_is_understood() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    for question in ["Who?", "What?", "When?"] {
        ralph.asks(&room, &format!("!rfr ask badges {question}"), "badges");
    }
    for (case, expected) in [
        ("at-name-mention", "badges"),
        ("lrm-first", "badges"),
        ("markdown-link-mention", "badges"),
        ("name-and-prefix", "badges"),
        ("pill-without-colon", "badges"),
        ("quote-then-command", "rfrbot"),
        ("mxid-as-a-person", "smooge recorded"),
        ("code-block-in-a-note", "error 42"),
    ] {
        let said = ralph.send(&room, "m.room.message", content(case));
        let answer = ralph.answer(&said, expected);
        assert!(!body(&answer).contains("I know no command"), "{case}: {answer}");
    }
    // Each line that is a command counts as one; both answers belong to the same message.
    let said = ralph.send(&room, "m.room.message", content("two-commands-in-one-message"));
    for words in ["question 2 answered: the team.", "question 3 answered: nobody."] {
        let answer = ralph.expect_again("an answer", |event| is_from_bot(event) && body(event).contains(words));
        assert_eq!(
            answer["content"]["m.relates_to"]["m.in_reply_to"]["event_id"],
            said.as_str(),
            "{answer}"
        );
    }
    // Neither is run again after a restart, however the bot ended.
    bot.kill();
    bot.start();
    ralph.asks(&room, "!rfr version", "rfrbot");
    assert_eq!(ralph.count("question 2 answered"), 1);
    assert_eq!(ralph.count("question 3 answered"), 1);
}
