//! Stories of single connections: what a server says, what the bot answers, what it reports.

use super::*;
use crate::chat::{Beside, Delivery, Incoming, Manner, OutboxKey, Outgoing, Place, Room};
use crate::config::{IrcChannel, Pace, Secret, Tls};
use crate::people::{Identity, Unproven};
use crate::wording::text::{Message as Words, Paragraph};

const ALL: &str = "account-tag account-notify extended-join message-tags server-time echo-message cap-notify batch";
const SECOND: Duration = Duration::from_secs(1);

fn network(login: Login) -> IrcNetwork {
    IrcNetwork {
        name: "libera".to_owned(),
        host: "localhost".to_owned(),
        port: 6667,
        tls: Tls::Plain,
        server_password: None,
        nick: "rfrbot".to_owned(),
        alternative_nicks: vec!["rfr".to_owned()],
        username: "rfrbot".to_owned(),
        realname: "Requests For Resources".to_owned(),
        login,
        channels: vec![IrcChannel {
            name: "#Fedora-Admin".to_owned(),
            key: None,
        }],
        pace: Pace::Unlimited,
        connect_timeout: 10 * SECOND,
        sasl_timeout: 5 * SECOND,
        ping_interval: 60 * SECOND,
        prefix: "!rfr".to_owned(),
        acquaintances: std::collections::BTreeMap::new(),
        reconnect_wait: (SECOND, 60 * SECOND),
    }
}

fn plain_login() -> Login {
    Login::SaslPlain {
        account: "rfrbot".to_owned(),
        password: Secret::new("secret"),
    }
}

/// A session, and the time in which it lives.
struct Story {
    session: Session,
    now: Instant,
    wall: DateTime<Utc>,
}

impl Story {
    fn new(config: IrcNetwork) -> Self {
        let now = Instant::now();
        Self {
            session: Session::new(Arc::new(config), now),
            now,
            wall: "2026-03-02T10:00:00Z".parse().unwrap(),
        }
    }

    /// The server says these lines; returns what the bot sends then.
    fn server(&mut self, lines: &[&str]) -> Vec<String> {
        for line in lines {
            self.session.hear_line(line, self.now, self.wall);
        }
        self.sent()
    }

    fn sent(&mut self) -> Vec<String> {
        self.session.tick(self.now);
        let mut wire = Vec::new();
        self.session.take_output(self.now, &mut wire);
        String::from_utf8(wire).unwrap().lines().map(str::to_owned).collect()
    }

    fn after(&mut self, wait: Duration) -> Vec<String> {
        self.now += wait;
        self.sent()
    }

    fn reports(&mut self) -> Vec<Report> {
        std::iter::from_fn(|| self.session.take_report()).collect()
    }

    fn heard(&mut self) -> Vec<Incoming> {
        let heard = self.reports().into_iter().filter_map(|report| match report {
            Report::Heard(incoming) => Some(incoming),
            Report::Noticed(..)
            | Report::Mailed(_)
            | Report::ThreadIsAbout { .. }
            | Report::Up { .. }
            | Report::Down { .. }
            | Report::Panicked { .. }
            | Report::Around { .. }
            | Report::Delivered { .. }
            | Report::CalendarsRead(_)
            | Report::Undeliverable { .. }
            | Report::MailDelayed { .. } => None,
        });
        heard.collect()
    }

    /// What the network proved about whoever says this line.
    fn identity(&mut self, line: &str) -> Identity {
        self.server(&[line]);
        let mut heard = self.heard();
        assert_eq!(heard.len(), 1, "{line}");
        heard.remove(0).identity
    }

    /// A connection that is up in its channel, on a server with these capabilities and properties.
    fn up(capabilities: &str, isupport: &str) -> Self {
        let mut story = Self::new(network(Login::None));
        story.server(&[
            &format!(":s CAP * LS :{capabilities}"),
            &format!(":s CAP * ACK :{capabilities}"),
            ":s 001 rfrbot :Welcome",
            &format!(":s 005 rfrbot {isupport} :are supported by this server"),
            ":s 422 rfrbot :No MOTD",
        ]);
        story.server(&[
            ":rfrbot!rfrbot@bots.example JOIN #fedora-admin * :Requests",
            ":s 353 rfrbot = #fedora-admin :rfrbot @kevin eve",
            ":s 366 rfrbot #fedora-admin :End",
        ]);
        let up = Report::Up {
            network: "libera".to_owned(),
        };
        assert_eq!(story.reports(), [up]);
        story
    }

    fn say(&mut self, key: Option<u64>, place: Place, words: &str) -> Vec<String> {
        self.session.hand_over(Delivery {
            key: key.map(key_of),
            lines_done: 0,
            outgoing: Outgoing {
                place,
                manner: Manner::Reply,
                to: None,
                in_reply_to: None,
                message: Words(words.lines().map(|line| Paragraph::new().text(line)).collect()),
                beside: Beside::default(),
            },
        });
        self.sent()
    }
}

fn key_of(seq: u64) -> OutboxKey {
    OutboxKey { seq, index: 0 }
}

fn account(name: &str) -> Identity {
    Identity::IrcAccount {
        network: "libera".to_owned(),
        account: name.to_owned(),
    }
}

fn channel() -> Place {
    Place::channel("libera", "#Fedora-Admin")
}

fn delivered(seq: u64, lines: u32, complete: bool) -> Report {
    let key = key_of(seq);
    Report::Delivered { key, lines, complete }
}

#[test]
fn registration_with_sasl_ends_negotiation_only_when_logged_in() {
    let mut story = Story::new(network(plain_login()));
    assert_eq!(
        story.sent(),
        ["CAP LS 302", "NICK rfrbot", "USER rfrbot 0 * :Requests For Resources"]
    );
    assert_eq!(
        story.server(&[":s CAP * LS * :account-tag", ":s CAP * LS :sasl=PLAIN,EXTERNAL unknown"]),
        ["CAP REQ :account-tag sasl"]
    );
    assert_eq!(
        story.server(&[":s CAP * ACK :account-tag sasl"]),
        ["AUTHENTICATE PLAIN"]
    );
    assert_eq!(
        story.server(&["AUTHENTICATE :+"]),
        ["AUTHENTICATE AHJmcmJvdABzZWNyZXQ="]
    );
    assert_eq!(
        story.server(&[":s 900 rfrbot rfrbot!r@h rfrbot :You are now logged in"]),
        [""; 0]
    );
    assert_eq!(
        story.server(&[":s 903 rfrbot :SASL authentication successful"]),
        ["CAP END"]
    );
    story.server(&[":s 001 rfrbot :Welcome", ":s 005 rfrbot BOT=B WHOX :are supported"]);
    assert_eq!(
        story.server(&[":s 376 rfrbot :End of MOTD"]),
        ["MODE rfrbot +B", "JOIN #Fedora-Admin"]
    );
}

#[test]
fn a_wrong_password_ends_the_connection_and_waits_long() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :sasl", ":s CAP * ACK :sasl", "AUTHENTICATE +"]);
    story.server(&[":s 904 * :SASL authentication failed"]);
    let ending = story.session.ending().unwrap();
    assert_eq!(ending.wait, Wait::Password);
    assert!(
        ending.why.contains("password") && !ending.why.contains("secret"),
        "{}",
        ending.why
    );
}

#[test]
fn sasl_that_is_offered_after_the_end_of_capabilities_is_used_and_registration_ended_again() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :cap-notify"]);
    assert_eq!(story.server(&[":s CAP * ACK :cap-notify"]), ["CAP END"]);
    assert_eq!(story.server(&[":s CAP rfrbot NEW :sasl=PLAIN"]), ["CAP REQ sasl"]);
    assert_eq!(story.server(&[":s CAP rfrbot ACK :sasl"]), ["AUTHENTICATE PLAIN"]);
    story.server(&["AUTHENTICATE +"]);
    assert_eq!(story.server(&[":s 903 rfrbot :ok"]), ["CAP END"]);
}

#[test]
fn services_that_do_not_answer_are_not_waited_for_and_asked_again_later() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[":s CAP * LS :sasl=PLAIN", ":s CAP * ACK :sasl"]);
    assert_eq!(story.after(5 * SECOND), ["AUTHENTICATE *", "CAP END"]);
    assert_eq!(
        story.server(&[":s 906 * :aborted", ":s 001 rfrbot :hi", ":s 422 rfrbot :none"]),
        ["JOIN #Fedora-Admin"]
    );
    story.server(&[":s 477 rfrbot #fedora-admin :You need to be logged in"]);
    assert_eq!(story.reports().len(), 1, "up, though the only channel is closed to us");
    assert_eq!(story.after(29 * SECOND), [""; 0]);
    assert!(story.after(SECOND).contains(&"AUTHENTICATE PLAIN".to_owned()));
    story.server(&["AUTHENTICATE +"]);
    assert_eq!(
        story.server(&[":s 903 rfrbot :ok"]),
        [""; 0],
        "the JOIN is under way already"
    );
}

#[test]
fn a_login_opens_channels_at_once() {
    let mut story = Story::new(network(plain_login()));
    story.server(&[
        ":s CAP * LS :cap-notify",
        ":s CAP * ACK :cap-notify",
        ":s 001 rfrbot :hi",
        ":s 422 rfrbot :none",
    ]);
    story.server(&[":s 477 rfrbot #fedora-admin :You need to be logged in"]);
    assert_eq!(story.server(&[":s CAP rfrbot NEW :sasl"]), ["CAP REQ sasl"]);
    assert_eq!(story.server(&[":s CAP rfrbot ACK :sasl"]), ["AUTHENTICATE PLAIN"]);
    story.server(&["AUTHENTICATE +"]);
    assert_eq!(story.server(&[":s 903 rfrbot :ok"]), ["JOIN #Fedora-Admin"]);
}

#[test]
fn nickserv_is_asked_and_waited_for_before_joining() {
    let login = || Login::NickServ {
        account: "bot".to_owned(),
        password: Secret::new("secret"),
    };
    let greeting = [":s 001 rfrbot :hi", ":s 422 rfrbot :none"];
    let mut story = Story::new(network(login()));
    story.sent();
    assert_eq!(story.server(&greeting), ["PRIVMSG NickServ :IDENTIFY bot secret"]);
    let fake = ":eve!e@h NOTICE rfrbot :You are now identified for bot.";
    assert_eq!(story.server(&[fake]), [""; 0]);
    let answer = ":NickServ!n@services NOTICE rfrbot :You are now \u{2}identified\u{2} for bot.";
    assert_eq!(story.server(&[answer]), ["JOIN #Fedora-Admin"]);

    let mut story = Story::new(network(login()));
    story.server(&greeting);
    assert_eq!(
        story.after(5 * SECOND),
        ["JOIN #Fedora-Admin"],
        "a silent NickServ holds nothing back"
    );

    let mut story = Story::new(network(login()));
    story.server(&greeting);
    assert_eq!(
        story.server(&[":s 401 rfrbot NickServ :No such nick"]),
        ["JOIN #Fedora-Admin"]
    );
}

#[test]
fn nicks_in_use_are_passed_over_without_end_nor_heat() {
    let mut story = Story::new(network(Login::None));
    story.sent();
    assert_eq!(story.server(&[":s 433 * rfrbot :in use"]), ["NICK rfr"]);
    assert_eq!(story.server(&[":s 437 * rfr :unavailable"]), ["NICK rfrbot_"]);
    let mut asked = 2;
    while story.session.ending().is_none() {
        story.server(&[":s 433 * x :in use"]);
        asked += 1;
        assert!(asked < 20, "asks for ever");
    }
}

#[test]
fn the_wanted_nick_is_regained_the_moment_its_holder_leaves() {
    let mut story = Story::new(network(Login::None));
    story.sent();
    story.server(&[":s 433 * rfrbot :in use", ":s 001 rfr :hi", ":s 422 rfr :none"]);
    story.server(&[":rfr!r@h JOIN #fedora-admin"]);
    assert!(story.after(60 * SECOND).contains(&"NICK rfrbot".to_owned()));
    assert_eq!(story.server(&[":s 433 rfr rfrbot :in use"]), [""; 0]);
    assert_eq!(story.server(&[":rfrbot!x@h QUIT :gone"]), ["NICK rfrbot"]);
    assert_eq!(story.server(&[":rfr!r@h NICK rfrbot"]), [""; 0]);
    story.server(&[":kevin!k@h PRIVMSG rfrbot :hello"]);
    assert_eq!(story.heard().last().unwrap().own_name, "rfrbot");
}

#[test]
fn with_account_tags_only_the_servers_tag_on_this_very_message_counts() {
    let mut story = Story::up(ALL, "WHOX");
    let none = Identity::Unproven(Unproven::NotLoggedIn);
    assert_eq!(
        story.identity("@account=kevin :kevin!k@h PRIVMSG #fedora-admin :!rfr status"),
        account("kevin")
    );
    // The same nick without the tag, whatever else we heard of it.
    story.server(&[":kevin!k@h ACCOUNT kevin"]);
    assert_eq!(story.identity(":kevin!k@h PRIVMSG #fedora-admin :!rfr status"), none);
    assert_eq!(
        story.identity("@+account=kevin :eve!e@h PRIVMSG #fedora-admin :!rfr status"),
        none
    );
    assert_eq!(
        story.identity("@account= :eve!e@h PRIVMSG #fedora-admin :!rfr status"),
        none
    );
    assert_eq!(
        story.identity(":eve!e@h PRIVMSG #fedora-admin :!rfr @account=kevin status"),
        none
    );
    assert_eq!(
        story.identity(":eve!account=kevin@kevin PRIVMSG rfrbot :!rfr status"),
        none
    );
    // Somebody else's nick, with their own account.
    assert_eq!(
        story.identity("@account=eve :kevin!e@h PRIVMSG rfrbot :x"),
        account("eve")
    );
}

#[test]
fn without_account_tags_the_account_is_looked_up_followed_and_forgotten() {
    let mut story = Story::up("account-notify extended-join", "WHOX");
    let none = || Identity::Unproven(Unproven::NotLoggedIn);
    let line = |nick: &str| format!(":{nick}!u@h PRIVMSG #fedora-admin :!rfr status");
    assert_eq!(story.identity(&line("kevin")), none(), "not answered yet");
    story.server(&[
        ":s 354 rfrbot 735 kevin kevin",
        ":s 354 rfrbot 735 eve 0",
        ":s 354 rfrbot 1 eve kevin",
        ":s 352 rfrbot #fedora-admin u h s eve H :0 kevin",
    ]);
    assert_eq!(story.identity(&line("kevin")), account("kevin"));
    assert_eq!(story.identity(&line("eve")), none());
    story.server(&[":kevin!u@h NICK nirik", ":eve!u@h NICK kevin"]);
    assert_eq!(story.identity(&line("nirik")), account("kevin"));
    assert_eq!(story.identity(&line("kevin")), none(), "the nick is not the account");
    story.server(&[":nirik!u@h ACCOUNT *"]);
    assert_eq!(story.identity(&line("nirik")), none(), "logged out");
    story.server(&[
        ":nirik!u@h ACCOUNT kevin",
        ":nirik!u@h QUIT :*.net *.split",
        ":nirik!u@h JOIN #fedora-admin * :x",
    ]);
    assert_eq!(story.identity(&line("nirik")), none(), "came back as a stranger");
    story.server(&[":smooge!u@h JOIN #fedora-admin smooge :x"]);
    assert_eq!(story.identity(&line("smooge")), account("smooge"));
    story.server(&[":smooge!u@h PART #fedora-admin"]);
    assert_eq!(story.identity(":smooge!u@h PRIVMSG rfrbot :x"), none(), "out of sight");
}

#[test]
fn whoever_joins_is_asked_for_where_joins_do_not_tell() {
    let mut story = Story::up("account-notify", "WHOX");
    assert_eq!(
        story.server(&[":smooge!u@h JOIN #fedora-admin"]),
        ["WHO smooge %tna,735"]
    );
    // A join that pretends to be extended.
    story.server(&[":eve!u@h JOIN #fedora-admin kevin :x"]);
    let line = ":eve!u@h PRIVMSG #fedora-admin :!rfr x";
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::NotLoggedIn));
}

#[test]
fn a_server_that_cannot_tell_proves_nothing() {
    for (capabilities, isupport) in [
        ("multi-prefix", "CASEMAPPING=ascii"),
        ("account-notify extended-join", "CASEMAPPING=ascii"),
        ("extended-join", "WHOX"),
    ] {
        let mut story = Story::up(capabilities, isupport);
        story.server(&[":kevin!k@h ACCOUNT kevin", ":s 354 rfrbot 735 kevin kevin"]);
        assert_eq!(
            story.identity("@account=kevin :kevin!k@h PRIVMSG #fedora-admin :!rfr x"),
            Identity::Unproven(Unproven::ServerCannotTell),
            "{capabilities} {isupport}"
        );
    }
}

#[test]
fn losing_account_tags_falls_back_to_asking_or_to_nothing_at_once() {
    let mut story = Story::up(ALL, "WHOX");
    let line = "@account=kevin :kevin!k@h PRIVMSG #fedora-admin :!rfr x";
    assert_eq!(
        story.server(&[":s CAP rfrbot DEL :account-tag"]),
        ["WHO #fedora-admin %tna,735"]
    );
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::NotLoggedIn));
    story.server(&[":s 354 rfrbot 735 kevin kevin"]);
    assert_eq!(story.identity(line), account("kevin"));
    story.server(&[":s CAP rfrbot DEL :account-notify"]);
    assert_eq!(story.identity(line), Identity::Unproven(Unproven::ServerCannotTell));
}

#[test]
fn what_is_heard_is_clean_and_in_its_place() {
    let mut story = Story::up(ALL, "STATUSMSG=@+");
    story.server(&[
        "@msgid=abc;time=2026-03-02T09:59:58.5Z :kevin!k@h PRIVMSG @#FEDORA-admin :\u{2}rfrbot: status\u{f}",
        ":kevin!k@h PRIVMSG RFRBOT :help",
        // None of these is input.
        ":kevin!k@h NOTICE #fedora-admin :!rfr status",
        ":rfrbot!r@h PRIVMSG #fedora-admin :!rfr status",
        ":kevin!k@h PRIVMSG #fedora-admin :\u{1}ACTION !rfr status\u{1}",
        ":s.example PRIVMSG rfrbot :!rfr status",
        ":kevin!k@h PRIVMSG $$* :!rfr status",
        "@time=2026-03-02T09:50:00Z :kevin!k@h PRIVMSG #fedora-admin :!rfr long ago",
        ":s BATCH +7 chathistory #fedora-admin",
        "@batch=7 :kevin!k@h PRIVMSG #fedora-admin :!rfr history",
        "@batch=7 :s BATCH +8 other",
        "@batch=8 :kevin!k@h PRIVMSG #fedora-admin :!rfr nested history",
        ":s BATCH -7",
    ]);
    let heard = story.heard();
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert_eq!(heard[0].place, channel(), "named as the config does");
    assert_eq!(heard[0].text, "rfrbot: status");
    assert_eq!(heard[0].id.as_ref().unwrap().id, "abc");
    assert_eq!(heard[0].at.to_rfc3339(), "2026-03-02T09:59:58.500+00:00");
    assert_eq!(heard[1].place.room, Room::Direct("kevin".to_owned()));
    assert_eq!(heard[1].at, story.wall);
}

#[test]
fn ctcp_version_is_answered_but_not_every_time() {
    let mut story = Story::up(ALL, "");
    let ask = ":eve!e@h PRIVMSG rfrbot :\u{1}VERSION\u{1}";
    let sent = story.server(&[ask, ask, ":eve!e@h PRIVMSG rfrbot :\u{1}PING 1\u{1}"]);
    assert_eq!(sent.len(), 1);
    assert!(sent[0].starts_with("NOTICE eve :\u{1}VERSION rfrbot"), "{sent:?}");
}

#[test]
fn a_kept_line_is_out_when_its_echo_is_back() {
    let mut story = Story::up(ALL, "");
    assert_eq!(story.say(Some(1), channel(), "one\ntwo"), ["PRIVMSG #Fedora-Admin one"]);
    assert_eq!(story.say(Some(2), Place::direct("libera", "kevin"), "three"), [""; 0]);
    assert_eq!(story.reports(), []);
    let echo = ":rfrbot!r@h PRIVMSG #fedora-admin :";
    assert_eq!(
        story.server(&[&format!("{echo}two")]),
        [""; 0],
        "an echo of what was not sent confirms nothing"
    );
    assert_eq!(story.server(&[&format!("{echo}one")]), ["PRIVMSG #Fedora-Admin two"]);
    assert_eq!(story.reports(), [delivered(1, 1, false)]);
    assert_eq!(story.server(&[&format!("{echo}two")]), ["PRIVMSG kevin three"]);
    assert_eq!(story.reports(), [delivered(1, 2, true)]);
    story.server(&[":rfrbot!r@h PRIVMSG kevin :three"]);
    assert_eq!(story.reports(), [delivered(2, 1, true)]);
}

#[test]
fn where_no_echo_comes_the_answer_to_a_marker_counts() {
    let mut story = Story::up("account-tag", "");
    assert_eq!(
        story.say(Some(1), channel(), "one"),
        ["PRIVMSG #Fedora-Admin one", "PING rfrbot-1"]
    );
    story.server(&[":s PONG s :rfrbot-alive"]);
    assert_eq!(story.reports(), []);
    story.server(&[":s PONG s :rfrbot-1"]);
    assert_eq!(story.reports(), [delivered(1, 1, true)]);

    // The server changed the words, so that the echo is not recognised.
    let mut story = Story::up(ALL, "");
    story.say(Some(1), channel(), "one");
    assert_eq!(story.server(&[":rfrbot!r@h PRIVMSG #fedora-admin :0ne"]), [""; 0]);
    assert_eq!(story.after(5 * SECOND), ["PING rfrbot-1"]);
    story.server(&[":s PONG s :rfrbot-1"]);
    assert_eq!(story.reports(), [delivered(1, 1, true)]);
}

#[test]
fn refusals_are_told_apart() {
    let mut story = Story::up(ALL, "");
    story.say(Some(1), Place::direct("libera", "gone"), "x");
    story.server(&[":s 401 rfrbot gone :No such nick"]);
    let why = "401 No such nick".to_owned();
    assert_eq!(story.reports(), [Report::Undeliverable { key: key_of(1), why }]);

    // The channel is moderated: tried again with patience, then it works.
    story.say(Some(2), channel(), "x");
    assert_eq!(story.server(&[":s 404 rfrbot #fedora-admin :Cannot send"]), [""; 0]);
    assert_eq!(story.after(20 * SECOND), ["PRIVMSG #Fedora-Admin x"]);
    story.server(&[":rfrbot!r@h PRIVMSG #fedora-admin :x"]);
    assert_eq!(story.reports(), [delivered(2, 1, true)]);

    // Thrown out while the line was under way: said again after coming back.
    story.say(Some(3), channel(), "y");
    story.server(&[
        ":op!o@h KICK #fedora-admin rfrbot :x",
        ":s 404 rfrbot #fedora-admin :Cannot send",
    ]);
    assert_eq!(story.after(10 * SECOND), ["JOIN #Fedora-Admin"]);
    assert_eq!(
        story.server(&[":rfrbot!r@h JOIN #fedora-admin * :x"]),
        ["PRIVMSG #Fedora-Admin y"]
    );
}

#[test]
fn names_that_would_be_two_targets_or_another_command_are_refused() {
    let mut story = Story::up(ALL, "");
    for (number, name) in ["a,b", "a b", "", ":x", "$*", "#fedora-admin", "a\r\nQUIT"]
        .iter()
        .enumerate()
    {
        let seq = u64::try_from(number).unwrap();
        assert_eq!(
            story.say(Some(seq), Place::direct("libera", name), "x"),
            [""; 0],
            "{name:?}"
        );
        let reports = story.reports();
        assert!(
            matches!(&reports[..], [Report::Undeliverable { key, .. }] if key.seq == seq),
            "{name:?}"
        );
    }
    story.say(Some(99), Place::channel("libera", "#elsewhere"), "x");
    assert!(matches!(&story.reports()[..], [Report::Undeliverable { why, .. }] if why.contains("config")));
}

#[test]
fn a_silent_server_is_asked_once_and_then_given_up() {
    let mut story = Story::up(ALL, "");
    assert_eq!(story.after(60 * SECOND), ["PING rfrbot-alive"]);
    story.server(&[":s PONG s :rfrbot-alive"]);
    assert_eq!(story.after(60 * SECOND), ["PING rfrbot-alive"]);
    story.after(59 * SECOND);
    assert_eq!(story.session.ending(), None);
    story.after(SECOND);
    assert!(story.session.ending().unwrap().why.contains("ping timeout"));
}

#[test]
fn reasons_of_the_server_decide_how_long_to_wait() {
    for (line, wait) in [
        ("ERROR :Closing link: (r@h) [Excess Flood]", Wait::Long),
        ("ERROR :Closing Link: h (K-Lined)", Wait::Long),
        (":s 464 * :Password incorrect", Wait::Password),
        ("ERROR :Server shutdown", Wait::Usual),
    ] {
        let mut story = Story::up(ALL, "");
        story.server(&[line]);
        assert_eq!(story.session.ending().unwrap().wait, wait, "{line}");
    }
}

#[test]
fn of_a_ban_the_operator_reads_the_servers_reason_and_the_way_out() {
    let words = ":s 465 rfrbot :You're banned!";
    let reason = "ERROR :Closing link: (r@h) [K-lined: read the rules first]";
    let mut story = Story::up(ALL, "");
    story.server(&[words]);
    assert_eq!(story.session.ending(), None, "the reason is still to come");
    story.server(&[reason]);
    let banned = story.session.ending().unwrap().clone();
    assert_eq!(banned.wait, Wait::Long);
    let mut story = Story::new(network(Login::None));
    story.server(&[words]);
    let ended = story.session.lost("s closed the link".to_owned());
    assert_eq!(ended.wait, Wait::Long, "though no reason was given");
    let mut story = Story::up(ALL, "");
    story.server(&[reason]);
    let only_reason = story.session.ending().unwrap().clone();
    for (ending, said) in [
        (&banned, ["You're banned!", "read the rules first"]),
        (&ended, ["You're banned!", "s closed the link"]),
        (&only_reason, ["K-lined", "read the rules first"]),
    ] {
        for words in said.iter().chain(&["ask the network's operators to lift the ban"]) {
            assert_eq!(ending.why.matches(words).count(), 1, "{words}: {}", ending.why);
        }
    }
}

#[test]
fn pace_holds_back_everything_but_answers_to_pings() {
    let mut config = network(Login::None);
    config.pace = Pace::Limited {
        burst: 2,
        interval: SECOND,
    };
    let mut story = Story::new(config);
    story.server(&[":s 001 rfrbot :hi", ":s 422 rfrbot :none"]);
    story.server(&[":rfrbot!r@h JOIN #fedora-admin"]);
    story.after(10 * SECOND);
    assert_eq!(story.say(None, channel(), "1\n2\n3\n4").len(), 2);
    assert_eq!(story.server(&["PING :s"]), ["PONG s"]);
    assert_eq!(story.session.next_deadline(story.now, true), Some(story.now + SECOND));
    assert!(
        story.session.next_deadline(story.now + SECOND, false) > Some(story.now + SECOND),
        "no spinning"
    );
    assert_eq!(story.after(SECOND), ["PRIVMSG #Fedora-Admin 3"]);
}
