//! What no real homeserver would say, and rooms larger than any in a test: against a simulated homeserver, so that no
//! other need be installed.

use crate::bot::Bot;
use crate::homeserver::{Homeserver, membership, now};
use crate::person::id;
use serde_json::{Value, json};
use std::fs;

fn up(server: &Homeserver, rooms: &[&str]) -> Bot {
    let mut bot = Bot::at(&server.address(), rooms, "");
    bot.start();
    bot.logs("up network=\"matrix\"");
    bot
}

fn with_pill(who: &str, shown: &str) -> Value {
    json!({
        "msgtype": "m.text", "body": format!("!rfr people badges add {shown}"), "format": "org.matrix.custom.html",
        "formatted_body": format!("!rfr people badges add <a href=\"https://matrix.to/#/{who}\">{shown}</a>"),
    })
}

fn resident_kib(bot: &Bot) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", bot.id())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).expect("a number of KiB")
}

#[test]
fn in_a_crowd_of_twenty_thousand_nobody_asks_who_is_there() {
    const CROWD: usize = 20_000;
    const LINES: usize = 3_000;
    let server = Homeserver::start();
    let [kevin, bot_id] = ["kevin", "rfrbot"].map(id);
    let room = server.has_room("admin", &[bot_id, kevin.clone()]);
    let people: Vec<String> = (0..CROWD).map(|number| id(&format!("member{number}"))).collect();
    server.is_crowded(&room, &people);
    let bot = up(&server, &["admin"]);
    server.is_answered(&room, &kevin, "!rfr new badges 4321 Badges", "New RFR badges");
    let chat = |lines: usize| {
        for (number, who) in people.iter().cycle().take(lines).enumerate() {
            server.says(&room, who, &format!("line {number} of many"));
        }
        server.is_answered(&room, &kevin, "!rfr version", "rfrbot");
    };
    // One-time allocations are not counted.
    chat(LINES);
    let (before, asked) = (resident_kib(&bot), server.asked("/rooms/"));
    chat(LINES);
    let answers = 2;
    assert!(
        server.asked("/rooms/") - asked <= answers,
        "lines of others are asked about"
    );
    let grown = resident_kib(&bot).saturating_sub(before);
    assert!(grown < 8 * 1024, "{grown} KiB more for {LINES} lines");
    // Somebody never seen is asked about individually.
    let looked_up = server.asked("/state/m.room.member/");
    let said = server.says_at(&room, &kevin, &with_pill(&people[CROWD - 1], "Somebody"), now());
    server.answer_to(&said);
    assert_eq!(server.asked("/state/m.room.member/") - looked_up, 1);
    // Joins and departures cost no more.
    for who in people.iter().take(100) {
        server.happens(&room, &[membership(who, "leave", now())]);
        server.happens(&room, &[membership(who, "join", now())]);
    }
    server.is_answered(&room, &kevin, "!rfr version", "rfrbot");
    assert_eq!(server.asked("/members"), 0, "all members were asked for");
}

#[test]
fn a_pill_that_shows_the_name_of_the_person_to_whom_it_leads_is_that_person() {
    let server = Homeserver::start();
    let [kevin, smooge, bot_id] = ["kevin", "smooge", "rfrbot"].map(id);
    let room = server.has_room("admin", &[bot_id, kevin.clone(), smooge.clone()]);
    let _bot = up(&server, &["admin"]);
    server.is_answered(&room, &kevin, "!rfr new badges 4321 Badges", "New RFR badges");
    server.happens(&room, &[called(&smooge, "Stephen Smoogen")]);
    for shown in ["smooge", "@smooge", "Stephen Smoogen", "@Stephen Smoogen"] {
        let said = server.says_at(&room, &kevin, &with_pill(&smooge, shown), now());
        let answer = server.answer_to(&said);
        assert!(
            answer.contains("smooge") && !answer.contains("formatting"),
            "{shown}: {answer}"
        );
    }
}

/// Sets somebody's name in a room.
fn called(who: &str, name: &str) -> Value {
    let mut event = membership(who, "join", now());
    event["content"]["displayname"] = json!(name);
    event
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    /// Says words that are a command only in private, and waits for the answer.
    fn is_private(server: &Homeserver, room: &str, who: &str) {
        server.answer_to(&server.says(room, who, "whoami"));
    }

    /// The same words are not answered, while commands valid everywhere are. Answers sent in parallel may overtake each
    /// other, so the second of them is awaited, which was asked after the first was answered.
    fn is_not_private(server: &Homeserver, room: &str, who: &str) {
        let said = server.says(room, who, "whoami");
        server.is_answered(room, who, "!rfr version", "rfrbot");
        server.is_answered(room, who, "!rfr help", "!rfr");
        assert!(server.answers_to(&said).is_empty(), "{room} is private to {who}");
    }

    #[test]
    fn a_third_whom_the_server_does_not_count_makes_a_room_no_longer_private() {
        let server = Homeserver::start();
        let [kevin, ralph, bot_id] = ["kevin", "ralph", "rfrbot"].map(id);
        let pair = [bot_id.clone(), kevin.clone()];
        let rooms = ["unsaid", "old", "in-the-state", "invited", "unseen"].map(|name| server.has_room(name, &pair));
        let [unsaid, old, in_the_state, invited, unseen] = &rooms;
        let _bot = up(&server, &[]);
        for room in &rooms {
            is_private(&server, room, &kevin);
        }
        let comes = membership(&ralph, "join", now());
        let timeline = json!({ "events": [comes], "limited": false, "prev_batch": "s0" });
        let count = json!({ "m.joined_member_count": 2, "m.invited_member_count": 0 });
        server.tells(unsaid, json!({ "timeline": timeline }));
        server.tells(old, json!({ "timeline": timeline, "summary": count }));
        server.tells(
            in_the_state,
            json!({ "state": { "events": [comes] }, "summary": count }),
        );
        server.happens(invited, &[membership(&ralph, "invite", now())]);
        for room in [unsaid, old, in_the_state, invited] {
            is_not_private(&server, room, &kevin);
        }
        // The bot is never told that this one joined: what he says is said in company all the same.
        is_not_private(&server, unseen, &ralph);
        // Once he has left, however that is reported.
        for room in [unsaid, old, in_the_state, invited] {
            server.tells(
                room,
                json!({
                    "timeline": { "events": [membership(&ralph, "leave", now())], "limited": false, "prev_batch": "s0" },
                    "summary": count,
                }),
            );
            is_private(&server, room, &kevin);
        }
    }

    #[test]
    fn talk_from_before_the_last_other_left_is_no_command_whenever_a_server_sends_it() {
        let server = Homeserver::start();
        let [kevin, ralph, bot_id] = ["kevin", "ralph", "rfrbot"].map(id);
        let room = server.has_room("three", &[bot_id, kevin.clone(), ralph.clone()]);
        let mut bot = up(&server, &[]);
        let in_company = now();
        server.is_answered(&room, &kevin, "!rfr version", "rfrbot");
        is_not_private(&server, &room, &kevin);
        server.tells(
            &room,
            json!({
                "timeline": { "events": [membership(&ralph, "leave", now())], "limited": false, "prev_batch": "s0" },
                "summary": { "m.joined_member_count": 2, "m.invited_member_count": 0 },
            }),
        );
        server.has_left(&room, &ralph);
        for restart in [false, true] {
            if restart {
                bot.stop();
                bot.start();
                bot.logs("up network=\"matrix\"");
            }
            is_private(&server, &room, &kevin);
            for words in ["whoami", "hold badges please, it breaks"] {
                let content = json!({ "msgtype": "m.text", "body": words });
                let late = server.says_at(&room, &kevin, &content, in_company);
                server.is_answered(&room, &kevin, "!rfr version", "rfrbot");
                assert_eq!(server.answers_to(&late), Vec::<String>::new(), "{words}");
            }
        }
    }

    #[test]
    fn a_pill_that_shows_anothers_name_than_that_of_its_target_is_not_run() {
        let server = Homeserver::start();
        let [kevin, smooge, mallory, nobody, bot_id] = ["kevin", "smooge", "mallory", "nobody", "rfrbot"].map(id);
        let room = server.has_room("admin", &[bot_id, kevin.clone(), smooge.clone(), mallory.clone()]);
        let _bot = up(&server, &["admin"]);
        server.is_answered(&room, &kevin, "!rfr new badges 4321 Badges", "New RFR badges");
        server.happens(&room, &[called(&smooge, "Stephen Smoogen")]);
        let refused = |who: &str, shown: &str| {
            let said = server.says_at(&room, &kevin, &with_pill(who, shown), now());
            let answer = server.answer_to(&said);
            assert!(
                answer.contains("shows other words with formatting"),
                "{who} as {shown}: {answer}"
            );
        };
        for shown in ["smooge", "Stephen Smoogen", "kevin", &smooge] {
            refused(&mallory, shown);
            refused(&nobody, shown);
        }
        // A name that he had and no longer has is not his.
        server.happens(&room, &[called(&smooge, "Somebody Else")]);
        refused(&smooge, "Stephen Smoogen");
        // A right pill beside a wrong one.
        let two = format!(
            "!rfr people badges add <a href=\"https://matrix.to/#/{smooge}\">Somebody Else</a> \
             <a href=\"https://matrix.to/#/{mallory}\">kevin</a>"
        );
        let content = json!({
            "msgtype": "m.text", "body": "!rfr people badges add Somebody Else kevin",
            "format": "org.matrix.custom.html", "formatted_body": two,
        });
        let said = server.says_at(&room, &kevin, &content, now());
        let answer = server.answer_to(&said);
        assert!(answer.contains("shows other words with formatting"), "{answer}");
        let history = server.says(&room, &kevin, "!rfr who badges");
        let history = server.answer_to(&history);
        assert!(!history.contains("mallory"), "{history}");
    }
}
