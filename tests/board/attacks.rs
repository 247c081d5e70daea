//! What strangers may try at the board's door, and what people may write into an RFR.

use crate::Board;
use crate::http::{answer, ask, connect, get};
use crate::running::holds_in_time;
use std::io::{Read, Write};
use std::time::{Duration, Instant};

/// Words in which everything is that a page must not take for its own.
pub(crate) fn hostile(with: &str) -> String {
    format!(
        "{with} <script>alert(1)</script><img src=x onerror=alert(2)> \"'><b>& &lt; javascript:alert(3) {{{{7*7}}}} \
         mallory@example.org \u{202e}txet\u{202c} \u{200b}zero\u{200b} ]]> <!-- --> %00 \\r\\nX: y 🏴 e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}"
    )
}

/// An RFR in which every field that takes words is hostile.
pub(crate) fn hostile_work() -> Vec<(&'static str, String)> {
    let long = format!(
        "{} @mallory:example.org mallory@irchost {}",
        hostile("long"),
        "W".repeat(600)
    );
    vec![
        ("vera", format!("new evil 666 {}\n", hostile("title"))),
        ("otto", "sponsor evil\nadvance evil\n".to_owned()),
        (
            "vera",
            format!(
                "discussed evil https://lists.example.org/archives/list/infra@lists.example.org/thread/ABC/\n\
                 people evil add vera\nnote evil {long}\nask evil {}\nanswer evil 5 -- {}\n\
                 link evil https://example.org/?a='onclick='alert(4)&lt;b&gt; {}\nlink evil javascript:alert(5) x\n",
                hostile("question"),
                hostile("answer"),
                hostile("label")
            ),
        ),
        ("otto", "advance evil\n".to_owned()),
        (
            "vera",
            format!(
                "decide evil caching {}\ndecide evil load-balancing {long}\ndecide evil deployment {}\n\
                 sop evil https://docs.example.org/'onclick='alert(6)\ndone evil testing -- {}\n",
                hostile("decision"),
                hostile("decision"),
                hostile("item")
            ),
        ),
        (
            "otto",
            format!("signoff development evil -- {}\nadvance evil\n", hostile("note")),
        ),
        (
            "vera",
            format!(
                "schedule evil 2031-05-05 {}\nretitle evil {}\n",
                hostile("date"),
                hostile("retitled")
            ),
        ),
        ("ida", format!("hold evil -- {}\n", hostile("hold"))),
    ]
}

pub(crate) fn hostile_board() -> Board {
    let work = hostile_work();
    let said: Vec<(&str, &str)> = work.iter().map(|(who, lines)| (*who, lines.as_str())).collect();
    Board::of(&said)
}

#[test]
fn words_of_people_stay_words_on_every_page() {
    let board = hostile_board();
    for path in [
        "/",
        "/rfr/evil",
        "/people/vera",
        "/people/ida",
        "/rfr/evil.svg",
        "/feed.atom",
        "/rfr/evil.atom",
        "/deployments.ics",
    ] {
        let answer = get(&board.address, path);
        assert_eq!(answer.status, 200, "{path}");
        let body = &answer.body;
        for wrong in ["\u{202e}", "\u{200b}", "mallory@", "@mallory"] {
            assert!(!body.contains(wrong), "{path} has {wrong:?}: {body}");
        }
        // A calendar knows no markup.
        for wrong in ["<script", "<img", "<b>", "onerror=alert(2)>", "href=\"javascript:"] {
            let is_there = body.contains(wrong) && path != "/deployments.ics";
            assert!(!is_there, "{path} has {wrong:?}: {body}");
        }
    }
    let page = get(&board.address, "/rfr/evil").body;
    // All of it is there, as words.
    for field in [
        "retitled", "question", "answer", "label", "decision", "note", "hold", "long", "item",
    ] {
        assert!(
            page.contains(&format!("{field} &lt;script&gt;")),
            "{field} is missing: {page}"
        );
    }
    let json = get(&board.address, "/rfr/evil.json").body;
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    assert!(!json.contains("mallory@") && !json.contains('\u{202e}'), "{json}");
}

#[test]
fn odd_methods_paths_and_requests_are_answered_and_change_nothing() {
    let board = Board::with_work();
    let address = &board.address;
    for method in [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW",
    ] {
        let answer = ask(
            address,
            &format!("{method} / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd"),
        );
        assert_eq!(
            (answer.status, answer.header("allow").as_str()),
            (405, "GET, HEAD"),
            "{method}"
        );
    }
    for path in [
        "/nothing",
        "/rfr/",
        "/rfr/nothing",
        "/rfr/badges.",
        "/rfr/badges.exe",
        "/rfr/badges/x",
        "/people/",
        "/people/nobody-at-all",
        "/people/%2e%2e%2f",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//example.org/",
        "/rfr/..%2f..%2fetc%2fpasswd",
        "/rfr/%00",
        "/rfr/%ff%fe",
        "/rfr/<script>",
        "/style.css/x",
        "*",
        "http://example.org/",
    ] {
        let answer = get(address, path);
        assert_eq!(answer.status, 404, "{path}: {answer:?}");
        assert!(!answer.body.contains("<script"), "{path}");
    }
    // As files the pages are folders: a slash leads to the page, and to no other server.
    for (path, to) in [
        ("/rfr/badges/", "../badges"),
        ("/people/%2f%2fexample.org/", "../%2F%2Fexample.org"),
    ] {
        let answer = get(address, path);
        assert_eq!(answer.status, 308, "{path}: {answer:?}");
        assert_eq!(answer.header("location"), to, "{path}: {answer:?}");
    }
    let long = format!("/rfr/{}", "a".repeat(4000));
    assert_eq!(get(address, &long).status, 404);
    for (request, status) in [
        ("\r\n\r\n", 400),
        ("GET\r\n\r\n", 400),
        ("GET /\r\n\r\n", 400),
        ("GET / HTTP/2.0\r\n\r\n", 400),
        ("GET / / HTTP/1.1\r\n\r\n", 400),
        ("\u{16}\u{3}\u{1} hello\r\n\r\n", 400),
        ("GET / HTTP/1.0\n\n", 200),
        ("GET /?%zz&&==&person=%00&phase=<script> HTTP/1.1\r\n\r\n", 200),
        ("GET / HTTP/1.1\r\nIf-None-Match: ,,\"\",W/\r\n\r\n", 200),
    ] {
        let answer = ask(address, request);
        assert_eq!(answer.status, status, "{request:?}");
        assert!(!answer.body.contains("<script"), "{request:?}");
    }
    let endless = format!("GET / HTTP/1.1\r\nX: {}", "a".repeat(20_000));
    assert_eq!(ask(address, &endless).status, 400);
    assert_eq!(get(address, "/").status, 200);
    // Nobody's header becomes one of ours.
    let split = get(address, "/people/VERA%0d%0aX-Evil:%20yes");
    assert!(split.header("x-evil").is_empty(), "{split:?}");
}

#[test]
fn a_new_reader_is_let_in_past_any_number_of_silent_ones() {
    let board = Board::with_work();
    // Twice as many as are served at once: they say nothing, or half of a request.
    let mut silent: Vec<_> = (0..64).map(|_| connect(&board.address)).collect();
    for stream in silent.iter_mut().step_by(2) {
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nX-Slow: ");
    }
    assert_eq!(get(&board.address, "/").status, 200);
    // The oldest were let go for it, and none is kept waiting for ever.
    let mut rest = [0; 1];
    let first = &mut silent[0];
    let ended = first.read(&mut rest);
    assert!(matches!(ended, Ok(0) | Err(_)), "{ended:?}");
    let last = silent.last_mut().unwrap();
    let late = answer(last);
    assert_eq!(late.status, 408, "{late:?}");
}

#[test]
fn chat_is_answered_while_the_board_is_flooded() {
    let board = Board::with_work();
    let until = Instant::now() + Duration::from_secs(3);
    let address = board.address.clone();
    let floods: Vec<_> = (0..4)
        .map(|flood| {
            let address = address.clone();
            std::thread::spawn(move || {
                let mut served = 0;
                while Instant::now() < until {
                    // Each a page that was not asked for before.
                    let answer = get(&address, &format!("/?person=p{flood}&x={served}"));
                    served += u32::from(answer.status == 200);
                }
                served
            })
        })
        .collect();
    // The control socket is answered by the loop that answers chat.
    let mut asked = 0;
    while Instant::now() < until {
        assert!(board.bot.status().contains(", up for "));
        asked += 1;
    }
    let served: u32 = floods.into_iter().map(|flood| flood.join().unwrap()).sum();
    assert!(
        asked >= 3 && served >= 10,
        "{asked} answers while {served} pages were served"
    );
    assert!(holds_in_time(|| get(&board.address, "/").status == 200));
}
