//! The console over real pipes, with a small desk behind it.

use super::*;
use crate::text::{Message, Paragraph};
use crate::wire::{Beside, Manner};
use std::io::{PipeReader, PipeWriter, Read};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// The test's ends of the channels.
struct Console {
    typed: Option<PipeWriter>,
    shown: PipeReader,
    reports: mpsc::Receiver<Report>,
    deliveries: mpsc::Sender<Delivery>,
    handled: mpsc::Sender<LineHandled>,
    task: JoinHandle<Result<(), ConsoleError>>,
}

fn console(patience: Duration) -> Console {
    let config = Config::for_console("kevin", PathBuf::from("/tmp/store"));
    let settings = ConsoleSettings {
        patience,
        ..ConsoleSettings::new(&config, "kevin")
    };
    let (stdin, typed) = io::pipe().expect("a pipe");
    let (shown, stdout) = io::pipe().expect("a pipe");
    let (reports_in, reports) = mpsc::channel(8);
    let (deliveries, deliveries_out) = mpsc::channel(8);
    let (handled, handled_out) = mpsc::channel(8);
    let wires = ConsoleWires {
        reports: reports_in,
        deliveries: deliveries_out,
        handled: handled_out,
    };
    let task = tokio::spawn(run_on(settings, wires, io::BufReader::new(stdin), stdout));
    Console {
        typed: Some(typed),
        shown,
        reports,
        deliveries,
        handled,
        task,
    }
}

fn long() -> Duration {
    Duration::from_secs(60)
}

impl Console {
    /// Types everything and closes the pipe, as `printf … | rfrbot console` does.
    fn type_all(&mut self, text: &str) {
        let mut pipe = self.typed.take().expect("the pipe is open");
        pipe.write_all(text.as_bytes()).expect("the console reads");
    }

    /// The next line that the desk hears, with its speaker.
    async fn heard(&mut self) -> Option<(String, String)> {
        while let Some(report) = self.reports.recv().await {
            if let Report::Heard(incoming) = report {
                assert_eq!(incoming.place, Place::direct("console", &incoming.name));
                let identity = Identity::Console {
                    account: incoming.name.clone(),
                };
                assert_eq!((incoming.identity, incoming.id), (identity, None));
                return Some((incoming.name, incoming.text));
            }
        }
        None
    }

    async fn deliver(&self, key: Option<OutboxKey>, manner: Manner, place: Place, lines: &[&str]) {
        let lines = lines.iter().map(|line| Paragraph::new().text(*line)).collect();
        let delivery = Delivery {
            key,
            lines_done: 0,
            outgoing: Outgoing {
                place,
                manner,
                to: None,
                in_reply_to: None,
                message: Message(lines),
                beside: Beside::default(),
            },
        };
        self.deliveries.send(delivery).await.expect("the console listens");
    }

    async fn reply(&self, key: Option<OutboxKey>, to: &str, lines: &[&str]) {
        self.deliver(key, Manner::Reply, Place::direct("console", to), lines)
            .await;
    }

    async fn handled(&self, kept: &[OutboxKey], answers: usize) {
        let handled = LineHandled {
            kept: kept.to_vec(),
            answers,
        };
        self.handled.send(handled).await.expect("the console listens");
    }

    /// Waits for the end; returns what was printed after the three lines of greeting.
    async fn end(mut self) -> (Result<(), ConsoleError>, Vec<String>) {
        let ended = self.task.await.expect("no panic");
        let mut shown = String::new();
        self.shown.read_to_string(&mut shown).expect("UTF-8");
        let lines: Vec<String> = shown.lines().map(str::to_owned).collect();
        (ended, lines[3..].to_vec())
    }
}

const fn key(seq: u64, index: u32) -> OutboxKey {
    OutboxKey { seq, index }
}

#[tokio::test]
async fn it_greets_with_who_you_are_and_what_to_type() {
    let mut console = console(long());
    console.type_all("");
    assert_eq!(
        console.reports.recv().await,
        Some(Report::Up {
            network: "console".into()
        })
    );
    console.task.await.expect("no panic").expect("a good end");
    let mut shown = String::new();
    console.shown.read_to_string(&mut shown).expect("UTF-8");
    assert_eq!(
        shown,
        "- rfrbot: you are kevin, in security-officer and sysadmin-main. The store is /tmp/store.\n\
         - Request a resource: `new badges 4321 Fedora Badges`; then `sponsor badges`, `next badges`, `status`.\n\
         - `help` lists every command, with or without !rfr before it; /as NAME speaks as somebody else; /quit leaves.\n"
    );
}

#[tokio::test]
async fn lines_go_one_at_a_time_and_every_reply_is_printed_before_the_end() {
    let mut console = console(long());
    console.type_all("help\nstatus\n\n  \nsilent");
    assert_eq!(console.heard().await, Some(("kevin".into(), "help".into())));
    // The first line is not fully answered while a reply is outstanding, whichever comes first.
    console.handled(&[], 2).await;
    console.reply(None, "kevin", &["help, part one", "more"]).await;
    tokio::task::yield_now().await;
    assert!(
        console.reports.try_recv().is_err(),
        "the second line waits for the second reply"
    );
    console.reply(None, "kevin", &["help, part two"]).await;
    assert_eq!(console.heard().await, Some(("kevin".into(), "status".into())));
    console.reply(None, "kevin", &["nothing is open"]).await;
    console.handled(&[], 1).await;
    assert_eq!(console.heard().await, Some(("kevin".into(), "silent".into())));
    console.handled(&[], 0).await;
    assert_eq!(console.heard().await, None);
    let (ended, shown) = console.end().await;
    ended.expect("a good end");
    assert_eq!(
        shown,
        ["| help, part one", "| more", "| help, part two", "| nothing is open"]
    );
}

#[tokio::test]
async fn kept_deliveries_are_confirmed_once_printed_and_others_do_not_count_for_them() {
    let mut console = console(long());
    console.type_all("new badges 4321 Fedora Badges\n");
    console.heard().await.expect("the line");
    console.handled(&[key(7, 0), key(7, 1)], 0).await;
    // Owed since an earlier session: printed and confirmed, but not an answer to this line.
    console.reply(Some(key(3, 0)), "kevin", &["late", "very late"]).await;
    console.reply(Some(key(7, 0)), "kevin", &["badges is requested"]).await;
    let place = Place::channel("console", "announcements");
    console
        .deliver(Some(key(7, 1)), Manner::Announcement, place, &["a new request: badges"])
        .await;
    let mut confirmed = Vec::new();
    while let Some(report) = console.reports.recv().await {
        confirmed.push(report);
    }
    let delivered = |key, lines| Report::Delivered {
        key,
        lines,
        complete: true,
    };
    assert_eq!(
        confirmed,
        [
            delivered(key(3, 0), 2),
            delivered(key(7, 0), 1),
            delivered(key(7, 1), 1)
        ]
    );
    let (ended, shown) = console.end().await;
    ended.expect("a good end");
    assert_eq!(
        shown,
        [
            "| late",
            "| very late",
            "| badges is requested",
            "» a new request: badges"
        ]
    );
}

#[tokio::test]
async fn a_kept_delivery_that_comes_again_is_confirmed_but_not_printed_again() {
    let mut console = console(long());
    console.type_all("status\n");
    console.heard().await.expect("the line");
    console.reply(Some(key(1, 0)), "kevin", &["once"]).await;
    console.reply(Some(key(1, 0)), "kevin", &["once"]).await;
    for _ in 0..2 {
        let report = console.reports.recv().await.expect("a report");
        assert!(matches!(report, Report::Delivered { complete: true, .. }), "{report:?}");
    }
    console.handled(&[], 0).await;
    let (ended, shown) = console.end().await;
    ended.expect("a good end");
    assert_eq!(shown, ["| once"]);
}

#[tokio::test]
async fn one_can_speak_as_somebody_else() {
    let mut console = console(long());
    console.type_all("/as Alice\nnew x 1 X\n/as\n/as #x\n/where\n/help\n/quit\nnever heard\n");
    assert_eq!(console.heard().await, Some(("alice".into(), "new x 1 X".into())));
    console.reply(None, "alice", &["to alice"]).await;
    console.reply(None, "kevin", &["to kevin"]).await;
    console.handled(&[], 2).await;
    assert_eq!(console.heard().await, None);
    let (ended, shown) = console.end().await;
    ended.expect("a good end");
    assert_eq!(
        shown,
        [
            "- You are alice, in no group.",
            "| to alice",
            "| (to kevin) to kevin",
            "- You are alice, in no group.",
            "- \"#x\" is not an account: letters, digits, and . _ - after the first. For example: /as kevin",
            "- There is no /where here. The console itself knows /as NAME, /quit and /help.",
            "- /as NAME speaks as that account; /as alone says who you are; /quit leaves.",
            "- Everything else goes to the bot: `help` lists what it understands.",
        ]
    );
}

#[tokio::test]
async fn nobody_speaks_as_the_bot_or_as_what_no_person_does() {
    let mut console = console(long());
    console.type_all("/as rfrbot\n/as RFR\n/as mailing-list\n/as\n/quit\n");
    let (ended, shown) = console.end().await;
    ended.expect("a good end");
    let refused = |name: &str| {
        format!(
            "- {name:?} is nobody's account: the bot itself, or what no person does, is called so; any other name works. \
             For example: /as kevin"
        )
    };
    assert_eq!(
        shown,
        [
            refused("rfrbot"),
            refused("RFR"),
            refused("mailing-list"),
            "- You are kevin, in security-officer and sysadmin-main.".to_owned(),
        ]
    );
}

#[tokio::test]
async fn announcements_come_while_nobody_types() {
    let mut console = console(long());
    let place = Place::channel("console", "announcements");
    console
        .deliver(Some(key(1, 0)), Manner::Announcement, place, &["badges is in staging"])
        .await;
    assert!(matches!(console.reports.recv().await, Some(Report::Up { .. })));
    assert!(matches!(console.reports.recv().await, Some(Report::Delivered { .. })));
    console.type_all("quit\n");
    let (ended, shown) = console.end().await;
    ended.expect("a good end");
    assert_eq!(shown, ["» badges is in staging"]);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_replaced() {
    let mut console = console(long());
    let mut pipe = console.typed.take().expect("the pipe is open");
    pipe.write_all(b"ask badges caf\xe9\x07?\r\n")
        .expect("the console reads");
    drop(pipe);
    assert_eq!(
        console.heard().await,
        Some(("kevin".into(), "ask badges caf\u{fffd} ?".into()))
    );
    console.handled(&[], 0).await;
    console.end().await.0.expect("a good end");
}

#[tokio::test]
async fn a_line_of_a_pipe_that_is_never_answered_ends_in_an_error() {
    let mut console = console(Duration::from_millis(20));
    console.type_all("status\nadvance badges\n");
    assert_eq!(console.heard().await, Some(("kevin".into(), "status".into())));
    assert_eq!(console.heard().await, None, "the next line is not read");
    let (ended, _) = console.end().await;
    assert!(matches!(ended, Err(ConsoleError::Unanswered { line, .. }) if line == "status"));
}

#[tokio::test]
async fn a_bot_that_ends_takes_the_console_with_it() {
    let mut console = console(long());
    assert!(matches!(console.reports.recv().await, Some(Report::Up { .. })));
    let Console {
        typed,
        deliveries,
        handled,
        task,
        ..
    } = console;
    drop((deliveries, handled));
    assert!(matches!(task.await.expect("no panic"), Err(ConsoleError::BotEnded)));
    drop(typed);
}
