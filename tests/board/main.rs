//! The board of the program as people build it, read by whoever reads web pages: a real Chromium (`browser.rs`), foreign
//! parsers of feeds (`foreign.rs`), and strangers (`attacks.rs`). What needs a browser or a foreign parser is ignored by
//! default and part of `tests/run board`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attacks;
mod browser;
mod driver;
mod foreign;
mod http;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "../shipped/mod.rs"]
mod shipped;

use http::get;
use running::{Bot, UNLIMITED, holds_in_time};
use std::fs;
use std::net::TcpListener;

const TEAM: &str = "[people.vera]\n[people.otto]\n[people.ida]\n[people.emil]\n[groups]\nsysadmin-main = [\"otto\", \"ida\"]\n\
     sysadmin-releng = [\"emil\"]\n[freezes]\nwindows = [{ name = \"long move\", from = 2026-01-01, to = 2026-01-09 }]\n";

/// A bot whose network never answers, and its board.
struct Board {
    bot: Bot,
    address: String,
    /// Accepts and says nothing.
    _network: TcpListener,
}

impl Board {
    /// A board over what these said on the console.
    fn of(said: &[(&str, &str)]) -> Self {
        let network = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = network.local_addr().unwrap().port();
        let mut bot = Bot::with_config(&format!(
            "{UNLIMITED}[board]\nlisten = \"127.0.0.1:0\"\n[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\n\
             channels = [\"#fedora-admin\"]\n{TEAM}"
        ));
        for (who, lines) in said {
            bot.console(who, lines);
        }
        bot.start();
        bot.logs("shows the board at=");
        let log = bot.log();
        let line = log.lines().find(|line| line.contains("shows the board")).unwrap();
        let address = line.rsplit("at=").next().unwrap().trim().to_owned();
        Self {
            bot,
            address,
            _network: network,
        }
    }

    /// One in which something of everything is there.
    fn with_work() -> Self {
        Self::of(WORK)
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

const WORK: &[(&str, &str)] = &[
    (
        "vera",
        "new badges 4321 Badges for everyone\nnew mirror 4322 A mirror of the wiki\nsponsor badges otto\n\
         rename mirror wiki-mirror\n",
    ),
    ("otto", "accept badges\nadvance badges\n"),
    (
        "vera",
        "discussed badges https://lists.example.org/archives/list/infra@lists.example.org/thread/ABC/\n\
         people badges add vera\n",
    ),
    ("otto", "advance badges\n"),
    (
        "vera",
        "decide badges caching an hour for static files\ndecide badges load-balancing one instance\n\
         decide badges deployment OpenShift\nsop badges https://docs.example.org/badges\n\
         ask badges Where do the backups go?\nnote badges the design team wants other colours\n",
    ),
    ("emil", "new milestones 4400 A calendar of milestones\n"),
    (
        "ida",
        "sponsor milestones\nhold milestones -- the service moves first\n",
    ),
];

#[test]
fn each_address_answers_with_its_type_and_its_policy() {
    let board = Board::with_work();
    for (path, kind, words) in [
        ("/", "text/html; charset=utf-8", "Badges for everyone"),
        ("/?person=emil", "text/html; charset=utf-8", "A calendar of milestones"),
        ("/rfr/badges", "text/html; charset=utf-8", "Where do the backups go?"),
        ("/people/vera", "text/html; charset=utf-8", "answer badges 5"),
        ("/commands", "text/html; charset=utf-8", "signoff"),
        ("/style.css", "text/css; charset=utf-8", "prefers-color-scheme"),
        ("/icon.svg", "image/svg+xml", "<svg"),
        ("/rfr/badges.svg", "image/svg+xml", "development 1/3"),
        ("/board.json", "application/json", "\"version\":2"),
        ("/rfr/badges.json", "application/json", "\"questions\""),
        (
            "/feed.atom",
            "application/atom+xml; charset=utf-8",
            "moved from planning",
        ),
        ("/rfr/badges.atom", "application/atom+xml; charset=utf-8", "OpenShift"),
        ("/deployments.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
        ("/freezes.ics", "text/calendar; charset=utf-8", "long move"),
    ] {
        let answer = get(&board.address, path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), kind, "{path}");
        assert!(answer.body.contains(words), "{path}: {}", answer.body);
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(
            !answer.body.contains("<script") && !answer.body.contains("style=\""),
            "{path}"
        );
    }
    // A filter leaves out what it does not want.
    let of_emil = get(&board.address, "/?person=emil").body;
    assert!(!of_emil.contains("A mirror of the wiki"), "{of_emil}");
    let stuck = get(&board.address, "/?stuck=1").body;
    assert!(
        stuck.contains("href=\"rfr/milestones\"") && !stuck.contains("href=\"rfr/badges\""),
        "{stuck}"
    );
    let unsponsored = get(&board.address, "/?unsponsored=1&phase=pre-sponsorship").body;
    assert!(
        unsponsored.contains("href=\"rfr/wiki-mirror\"") && !unsponsored.contains("href=\"rfr/milestones\""),
        "{unsponsored}"
    );
    // Names lead on to the present one.
    for (path, to) in [
        ("/rfr/mirror", "wiki-mirror"),
        ("/rfr/mirror.json", "wiki-mirror.json"),
        ("/rfr/BADGES", "badges"),
        ("/rfr/4321", "badges"),
        ("/rfr/4321.json", "badges.json"),
    ] {
        let answer = get(&board.address, path);
        assert_eq!(
            (answer.status, answer.header("location")),
            (308, to.to_owned()),
            "{path}"
        );
    }
}

/// For programs the moment is one, and on the page it is words.
#[test]
fn each_document_says_when_it_was_made() {
    let board = Board::with_work();
    for path in ["/board.json", "/rfr/badges.json"] {
        let json: serde_json::Value = serde_json::from_str(&get(&board.address, path).body).unwrap();
        let made = json["made"].as_str().unwrap();
        let made = chrono::DateTime::parse_from_rfc3339(made).unwrap_or_else(|error| panic!("{made}: {error}"));
        assert!((chrono::Utc::now() - made.to_utc()).num_seconds().abs() < 300, "{made}");
        assert_eq!(json["version"], 2);
    }
    let page = get(&board.address, "/").body;
    let time = page.rsplit("<time ").next().unwrap().split("</time>").next().unwrap();
    let (attribute, words) = time.split_once('>').unwrap();
    let moment = attribute.trim_start_matches("datetime=\"").trim_end_matches('"');
    assert!(chrono::DateTime::parse_from_rfc3339(moment).is_ok(), "{time}");
    assert!(words.ends_with(" UTC") && words.len() == 23, "{time}");
}

/// What ended is nowhere any more; a freeze that was lifted stays known, with its real end.
#[test]
fn what_is_over_is_shown_as_over() {
    let today = chrono::Utc::now().date_naive().to_string();
    let mut work = WORK.to_vec();
    work.push((
        "otto",
        "drop wiki-mirror -- nobody needs it\nfreeze start long move\nfreeze end long move\n",
    ));
    let board = Board::of(&work);
    let page = get(&board.address, "/rfr/wiki-mirror").body;
    assert!(
        !page.contains("here now") && page.contains("<span class=\"when\">dropped, from"),
        "{page}"
    );
    assert!(!page.contains("aria-current"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&get(&board.address, "/board.json").body).unwrap();
    let freezes = json["freezes"].as_array().unwrap();
    let lifted = freezes.iter().find(|freeze| freeze["lifted"] == today.as_str());
    let lifted = lifted.unwrap_or_else(|| panic!("{freezes:?}"));
    assert!(
        lifted["from"] == today.as_str() && lifted["to"] == today.as_str() && lifted["in_force"] == false,
        "{lifted}"
    );
    let calendar = get(&board.address, "/freezes.ics").body;
    assert!(
        calendar.contains(&format!("DESCRIPTION:lifted on {today}")),
        "{calendar}"
    );
    assert!(get(&board.address, "/").body.contains("lifted on <time"));
}

#[test]
fn the_operator_sees_the_board_and_what_a_restart_would_change() {
    let board = Board::with_work();
    get(&board.address, "/");
    let status = board.bot.status();
    let line = format!("board: shown at http://{}, 1 request answered", board.address);
    assert!(status.contains(&line) && !status.contains("restart"), "{status}");
    board
        .bot
        .edit_config(|config| config.replace("[board]\n", "[board]\nurl = \"https://rfr.example.org\"\n"));
    let said = board.bot.run(&["reload"]);
    assert!(said.status.success());
    let status = board.bot.status();
    assert!(
        status.contains("config: changed, applies after a restart: [board]"),
        "{status}"
    );
}

#[test]
fn the_page_says_what_chat_says_and_is_new_after_a_change() {
    let mut board = Board::with_work();
    let next = |board: &Board| {
        let json: serde_json::Value = serde_json::from_str(&get(&board.address, "/rfr/badges.json").body).unwrap();
        let lines: Vec<String> = json["next"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap().to_owned())
            .collect();
        lines
    };
    let shown = next(&board);
    board.bot.stop();
    let said = board.bot.console("vera", "next badges\n").replace('`', "");
    for line in &shown {
        assert!(said.contains(line.as_str()), "{line}\n{said}");
    }
    assert!(shown.iter().any(|line| line.contains("answer badges 5")), "{shown:?}");
    // A change is seen by the next request.
    board.bot.console("vera", "answer badges 5 -- to the vault\n");
    board.bot.start();
    board.bot.logs("shows the board at=");
    let log = board.bot.log();
    let line = log.lines().find(|line| line.contains("shows the board")).unwrap();
    line.rsplit("at=").next().unwrap().trim().clone_into(&mut board.address);
    let shown = next(&board);
    assert!(!shown.iter().any(|line| line.contains("answer badges 5")), "{shown:?}");
}

#[test]
fn who_has_a_page_already_is_told_that_it_is_the_same() {
    let board = Board::with_work();
    for path in ["/", "/rfr/badges", "/board.json", "/feed.atom"] {
        let first = get(&board.address, path);
        let tag = first.header("etag");
        assert!(tag.starts_with("W/\""), "{path}: {tag}");
        let again = http::ask(
            &board.address,
            &format!("GET {path} HTTP/1.1\r\nIf-None-Match: \"x\", {tag}\r\n\r\n"),
        );
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        assert_eq!(again.header("etag"), tag);
        let other = http::ask(
            &board.address,
            &format!("GET {path} HTTP/1.1\r\nIf-None-Match: \"x\"\r\n\r\n"),
        );
        assert_eq!(other.status, 200, "{path}");
        let head = http::ask(&board.address, &format!("HEAD {path} HTTP/1.1\r\n\r\n"));
        assert_eq!((head.status, head.body.as_str()), (200, ""), "{path}");
        assert_eq!(head.header("content-length"), first.body.len().to_string(), "{path}");
    }
}

#[test]
fn the_same_is_written_as_files_while_the_bot_runs() {
    let mut board = Board::with_work();
    let out = board.bot.path("public");
    // Feeds and calendars need an address.
    let ended = board.bot.run(&["board", "--out", out.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(
        !ended.status.success() && said.contains("[board] url = \"https://rfr.example.org\"") && !out.exists(),
        "{said}"
    );
    board
        .bot
        .edit_config(|config| config.replace("[board]\n", "[board]\nurl = \"https://rfr.example.org\"\n"));
    let write = |bot: &Bot| {
        let ended = bot.run(&["board", "--out", out.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(ended.status.success() && said.contains("wrote "), "{said}");
        said
    };
    write(&board.bot);
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(read("index.html").contains("href=\"rfr/badges/index.html\""));
    assert!(read("rfr/badges/index.html").contains("Where do the backups go?"));
    assert!(read("rfr/mirror/index.html").contains("url=../../rfr/wiki-mirror/index.html"));
    assert!(read("rfr/4321/index.html").contains("url=../../rfr/badges/index.html"));
    assert!(read("people/vera/index.html").contains("answer badges 5"));
    for name in [
        "style.css",
        "board.json",
        "feed.atom",
        "deployments.ics",
        "freezes.ics",
        "commands.html",
        "rfr/badges.svg",
    ] {
        assert!(!read(name).is_empty(), "{name}");
    }
    // Each link of each page leads to a file that is there.
    let mut links = 0;
    for page in [
        "index.html",
        "rfr/badges/index.html",
        "people/vera/index.html",
        "commands.html",
    ] {
        let text = read(page);
        for link in text
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
        {
            if link.starts_with("http") || link.starts_with('#') {
                continue;
            }
            let path = out.join(page).parent().unwrap().join(link);
            assert!(path.is_file(), "{page} leads to {link}");
            links += 1;
        }
    }
    assert!(links > 40, "{links}");
    // What does not belong any more is removed, and what others put there stays.
    fs::write(out.join("robots.txt"), "theirs").unwrap();
    board.bot.stop();
    board.bot.console("vera", "free mirror\n");
    board.bot.console("otto", "free mirror\n");
    let said = write(&board.bot);
    assert!(said.contains("removed 1 that no longer belongs"), "{said}");
    // What has ended is there, too.
    board.bot.console("otto", "drop wiki-mirror -- nobody needs it\n");
    write(&board.bot);
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(read("rfr/wiki-mirror/index.html").contains("nobody needs it"));
    assert!(read("feed.atom").contains("<id>https://rfr.example.org/feed.atom</id>"));
    assert!(!out.join("rfr/mirror").exists() && out.join("robots.txt").is_file());
}

/// Puts something into a folder.
type Makes<'m> = &'m dyn Fn(&std::path::Path);

/// Whatever somebody else put there, or made to lead elsewhere, stays as it is.
#[test]
fn nobody_elses_file_is_overwritten() {
    let mut board = Board::with_work();
    board.bot.stop();
    board
        .bot
        .edit_config(|config| config.replace("[board]\n", "[board]\nurl = \"https://rfr.example.org\"\n"));
    let victim = board.bot.path("victim");
    let site = |name: &str, make: Makes<'_>| {
        let out = board.bot.path(name);
        fs::create_dir(&out).unwrap();
        make(&out);
        (board.bot.run(&["board", "--out", out.to_str().unwrap()]), out)
    };
    fs::create_dir(&victim).unwrap();
    fs::write(victim.join("file"), "theirs").unwrap();
    let link = |from: std::path::PathBuf, to: &str| std::os::unix::fs::symlink(victim.join(to), from).unwrap();
    let others: [(&str, Makes<'_>); 4] = [
        ("own", &|out| fs::write(out.join("index.html"), "theirs").unwrap()),
        ("link", &|out| link(out.join("board.json"), "file")),
        ("folder", &|out| link(out.join("rfr"), "")),
        ("people", &|out| fs::write(out.join("people"), "theirs").unwrap()),
    ];
    for (name, make) in others {
        let (ended, out) = site(name, make);
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(
            !ended.status.success() && said.contains("did not write it") && said.contains("name another folder"),
            "{name}: {said}"
        );
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1, "{name}: nothing was written");
    }
    assert_eq!(fs::read_dir(&victim).unwrap().count(), 1);
    // A draft that leads elsewhere is not followed.
    let (ended, _) = site("draft", &|out| link(out.join(".index.html.new"), "file"));
    assert!(ended.status.success(), "{ended:?}");
    assert_eq!(fs::read_to_string(victim.join("file")).unwrap(), "theirs");
}

#[test]
fn without_the_section_nothing_listens_and_the_port_of_another_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut bot = Bot::with_config(&format!(
        "{UNLIMITED}[board]\nlisten = \"{}\"\n[irc.lab]\nhost = \"127.0.0.1\"\nport = 9\nplain = true\nchannels = [\"#a\"]\n",
        taken.local_addr().unwrap()
    ));
    bot.start();
    let said = bot.ends();
    assert!(
        said.contains("[board] listen") && said.contains("is the port taken?"),
        "{said}"
    );
    bot.edit_config(|config| config.replace("[board]\nlisten", "[board]\n#listen"));
    bot.start();
    bot.is_ready();
    let threads = fs::read_dir(format!("/proc/{}/task", bot.id())).unwrap();
    let names = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("comm")).unwrap_or_default());
    assert!(names.into_iter().all(|name| name.trim() != "board"));
    assert!(!bot.log().contains("shows the board"));
}

/// Waits until the log of a bot has no more of its board's threads busy: its own end is in order.
#[test]
fn the_end_is_in_order_though_somebody_reads() {
    let mut board = Board::with_work();
    assert_eq!(get(&board.address, "/").status, 200);
    let _silent = std::net::TcpStream::connect(&board.address).unwrap();
    board.bot.stop();
    // The store was let go of: another may open it at once, and finds it closed in order.
    let said = board.bot.run(&["verify"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("all as the journal says"), "{said}");
    assert!(holds_in_time(|| std::net::TcpStream::connect(&board.address).is_err()));
}
