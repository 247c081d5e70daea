use super::*;
use serde_json::json;

fn said(content: &Value) -> SpokenWords {
    let event = json!({"event_id": "$1", "sender": "@a:b", "type": "m.room.message", "content": content});
    match read(&event.to_string()).expect("an event").what {
        EventBody::Said { words, .. } => words,
        other => panic!("{other:?}"),
    }
}

fn heard(content: &Value) -> String {
    said(content).lines.join("|")
}

#[test]
fn words_at_which_somebody_points_are_read_as_they_were_edited_last_by_their_author() {
    let pointed = |kind: &str, content: Value, unsigned: Value| {
        let event = json!({"event_id": "$1", "sender": "@a:b", "type": kind, "content": content, "unsigned": unsigned});
        super::said(&event.to_string())
            .expect("an event")
            .lines
            .map(|lines| lines.join("|"))
    };
    let words = |body: &str| json!({"msgtype": "m.text", "body": body});
    let edit = |sender: &str| {
        let new = words("three");
        json!({"m.relations": {"m.replace": {"sender": sender, "content": {"body": "* three", "m.new_content": new}}}})
    };
    let message = "m.room.message";
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(pointed(message, words("two\n\nnodes"), json!({})), some("two|nodes"));
    assert_eq!(pointed(message, words("> <@b:c> one\n\ntwo"), json!({})), some("two"));
    assert_eq!(pointed(message, words("two"), edit("@a:b")), some("three"));
    assert_eq!(pointed(message, words("two"), edit("@c:d")), some("two"));
    let notice = json!({"msgtype": "m.notice", "body": "the disk is full"});
    assert_eq!(pointed(message, notice, json!({})), some("the disk is full"));
    let image = json!({"msgtype": "m.image", "body": "cat.png"});
    assert_eq!(pointed(message, image, json!({})), some(""));
    assert_eq!(
        pointed("m.room.member", json!({"membership": "join"}), json!({})),
        some("")
    );
    assert_eq!(pointed(message, json!({}), json!({})), None);
}

#[test]
fn a_message_of_a_thread_answers_nothing_by_itself() {
    let reply_to = |relation: Value| {
        let content = json!({"msgtype": "m.text", "body": "x", "m.relates_to": relation});
        let event = json!({"event_id": "$1", "sender": "@a:b", "type": "m.room.message", "content": content});
        match read(&event.to_string()).expect("an event").what {
            EventBody::Said { reply_to, .. } => reply_to,
            other => panic!("{other:?}"),
        }
    };
    let reply = json!({"event_id": "$0"});
    assert_eq!(reply_to(json!({"m.in_reply_to": reply})).as_deref(), Some("$0"));
    let in_thread = |falls_back: bool| json!({"rel_type": "m.thread", "event_id": "$r", "is_falling_back": falls_back, "m.in_reply_to": reply});
    assert_eq!(reply_to(in_thread(true)), None);
    assert_eq!(reply_to(in_thread(false)).as_deref(), Some("$0"));
}

#[test]
fn only_the_speakers_own_words_are_heard() {
    for (body, expected) in [
        ("!rfr status", "!rfr status"),
        ("!rfr note badges one\ntwo", "!rfr note badges one|two"),
        ("\u{200e}!rfr status", "!rfr status"),
        ("look:\n```\n!rfr drop badges\n```", "look: `!rfr drop badges`"),
        ("```\n!rfr drop badges\n```", ""),
        ("```sh\n!rfr drop badges", ""),
        ("> !rfr drop badges", ""),
        ("> quoted\n!rfr drop badges", ""),
        ("> quoted\n\n!rfr status", "!rfr status"),
        ("`!rfr drop badges`", "`!rfr drop badges`"),
    ] {
        assert_eq!(heard(&json!({"msgtype": "m.text", "body": body})), expected, "{body:?}");
    }
    let fallback = json!({
        "msgtype": "m.text", "body": "> <@b:c> !rfr drop badges\n\n!rfr status",
        "m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}
    });
    assert_eq!(heard(&fallback), "!rfr status");
    for html in [
        "<pre><code>!rfr drop badges</code></pre>",
        "<code>!rfr drop badges</code>",
        "<mx-reply>…</mx-reply><blockquote>!rfr drop badges</blockquote>",
        "<p><del>!rfr drop badges</del></p>",
        "<span data-mx-spoiler>!rfr drop badges</span>",
    ] {
        let content = json!({"msgtype": "m.text", "body": "!rfr drop badges", "formatted_body": html});
        assert_eq!(heard(&content), "", "{html}");
    }
}

#[test]
fn what_real_clients_write_is_understood_and_what_shows_other_words_is_not() {
    let face = |body: &str, html: &str| {
        said(&json!({
            "msgtype": "m.text", "body": body, "format": "org.matrix.custom.html", "formatted_body": html,
        }))
    };
    for (body, html, expected) in [
        (
            "> ready?\n\n!rfr version",
            "<blockquote>\n<p>ready?</p>\n</blockquote>\n<p>!rfr version</p>\n",
            "!rfr version",
        ),
        (
            "```rust\nfn a() {}\n```\n!rfr version",
            "<pre><code class=\"language-rust\">fn a() {}\n</code></pre>\n<p>!rfr version</p>",
            "!rfr version",
        ),
        (
            "!rfr note badges **see** [here](https://a.example/x_(y)) 1 < 2",
            "!rfr note badges <strong>see</strong> <a href=\"https://a.example/x_(y)\">here</a> 1 &lt; 2",
            "!rfr note badges see here (https://a.example/x_(y)) 1 < 2",
        ),
        (
            "!rfr discussed badges https://l.example/x_y/__init__",
            "!rfr discussed badges https://l.example/x_y/<strong>init</strong>",
            "!rfr discussed badges https://l.example/x_y/__init__",
        ),
        (
            "!rfr note badges **see** https://l.example/a*b*c",
            "!rfr note badges <strong>see</strong> https://l.example/a<em>b</em>c",
            "!rfr note badges see https://l.example/a*b*c",
        ),
        (
            "!rfr note badges *__init__.py and more*",
            "!rfr note badges <em><strong>init</strong>.py and more</em>",
            "!rfr note badges *__init__.py and more",
        ),
        (
            "!rfr discussed badges **https://l.example/z**",
            "!rfr discussed badges <strong>https://l.example/z</strong>",
            "!rfr discussed badges https://l.example/z",
        ),
        (
            "!rfr discussed badges [thread](https://l.example/z)",
            "!rfr discussed badges <a href=\"https://l.example/z\">thread</a>",
            "!rfr discussed badges thread (https://l.example/z)",
        ),
        (
            "!rfr discussed badges https://l.example/z",
            "!rfr discussed badges <a href=\"https://l.example/z\">https://l.example/z</a>",
            "!rfr discussed badges https://l.example/z",
        ),
        (
            "1. !rfr next\n2. b",
            "<ol><li>!rfr next</li><li>b</li></ol>",
            "!rfr next|b",
        ),
        (
            "[bot](https://matrix.to/#/@bot:example.test): status",
            "<a href=\"https://matrix.to/#/@bot:example.test\">bot</a>: status",
            "@bot:example.test: status",
        ),
        (
            "@bot:example.test: status",
            "<a href=\"https://matrix.to/#/@bot:example.test\">The Bot</a>: status",
            "@bot:example.test: status",
        ),
    ] {
        let words = face(body, html);
        assert_eq!(
            (words.two_faced, words.lines.join("|").as_str()),
            (false, expected),
            "{html}"
        );
    }
    let pill = "!rfr people badges add <a href=\"https://matrix.to/#/@alice:example.test\">smooge</a>";
    let words = face("!rfr people badges add smooge", pill);
    let alice = ("@alice:example.test".to_owned(), "smooge".to_owned());
    assert_eq!(words.labels, [alice], "only the room knows whether it is her name");
    for label in ["alice", "@alice", "@alice:example.test", "Alice"] {
        let words = face(
            &format!("!rfr people badges add {label}"),
            &pill.replace("smooge", label),
        );
        assert_eq!((words.labels, words.two_faced), (vec![], false), "{label}");
    }
}

mod attacks {
    use super::*;

    #[test]
    fn html_that_shows_other_words_than_the_body_or_hides_some_is_not_run() {
        let face = |body: &str, html: &str| {
            said(&json!({
                "msgtype": "m.text", "body": body, "format": "org.matrix.custom.html", "formatted_body": html,
            }))
        };
        for (body, html) in [
            ("!rfr drop badges", "<p>Good morning</p>"),
            ("Good morning", "!rfr drop badges"),
            ("!rfr status badges", "!rfr drop badges"),
            ("!rfr drop badges later, not now", "!rfr drop badges"),
            ("rfr drop badges", "!rfr drop badges"),
            ("!rfr drop bad ges", "!rfr drop badges"),
            (
                "!rfr drop badges",
                "<mx-reply>!rfr</mx-reply>!rfr drop <mx-reply>x</mx-reply>",
            ),
            (
                "!rfr drop badges",
                "!rfr drop <font color=\"#ffffff\" data-mx-bg-color=\"#ffffff\">badges</font>",
            ),
            (
                "!rfr drop badges",
                "!rfr <span style=\"display:none\">drop</span> badges",
            ),
            (
                "!rfr drop badges",
                "<details><summary>Good morning</summary>!rfr drop badges</details>",
            ),
            ("!rfr drop badges", "<p hidden>!rfr drop badges</p>"),
            ("!rfr drop badges", "&#33;rfr drop badges&#x0000000000;x"),
            ("!rfr drop badges", "!rfr drop badges<!-- never closed"),
            ("!rfr drop badges", "!rfr drop <!-- > -- -->wiki"),
            ("!rfr drop badges", "<template>!rfr drop badges</template>"),
            ("!rfr drop badges", "!rfr drop <s>badges"),
            ("!rfr drop badges", "!rfr drop <!-->not <!-- -->badges"),
            ("!rfr drop badges", "!rfr drop <i x'>not </i><i y'>badges</i>"),
            ("!rfr drop badges", "!rfr drop badges<p title=\"x"),
            ("!rfr drop badges", "<p/hidden>!rfr drop badges</p>"),
        ] {
            assert!(face(body, html).two_faced, "{html}");
        }
    }

    #[test]
    fn elements_without_end_in_each_other_cost_no_more_than_their_length() {
        for part in ["<b>x", "&", "<a =\"", "<!--", "[](", "`", "</b>"] {
            let html = part.repeat(60_000 / part.len());
            let content = json!({"msgtype": "m.text", "body": "!rfr next", "formatted_body": html});
            assert!(said(&content).two_faced, "{part}");
        }
    }
}

#[test]
fn kinds_of_events_are_told_apart() {
    let what = |kind: &str, content: Value| {
        let event = json!({"event_id": "$1", "sender": "@a:b", "type": kind, "content": content});
        read(&event.to_string()).expect("an event").what
    };
    let notice = json!({"msgtype": "m.notice", "body": "!rfr status"});
    assert_eq!(what("m.room.message", notice), EventBody::Other);
    let edit = json!({
        "msgtype": "m.text", "body": "* !rfr next", "m.new_content": {"msgtype": "m.text", "body": "!rfr next"},
        "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}
    });
    assert_eq!(
        what("m.room.message", edit),
        EventBody::Edited {
            words: SpokenWords {
                lines: vec!["!rfr next".to_owned()],
                ..SpokenWords::default()
            },
            of: "$0".to_owned()
        }
    );
    let reaction = json!({"m.relates_to": {"rel_type": "m.annotation", "event_id": "$0", "key": "✅"}});
    assert_eq!(
        what("m.reaction", reaction),
        EventBody::Reacted {
            to: "$0".to_owned(),
            key: "✅".to_owned()
        }
    );
    assert_eq!(
        what("m.room.redaction", json!({"redacts": "$0"})),
        EventBody::Deleted { what: "$0".to_owned() }
    );
    assert_eq!(read("{}"), None);
    assert_eq!(
        what("m.room.tombstone", json!({"replacement_room": "!x"})),
        EventBody::Other,
        "no state event"
    );
}
