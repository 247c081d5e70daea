//! Lines of real servers, mutated: the session neither panics nor grows, says nothing it was not given to say, and
//! believes in no account that no line proved.
//!
//! The seeds were sent by real servers (`tests/data/corpus/irc`). What may be believed is computed independently here,
//! from the raw lines, without the adaptor's code.

#[path = "../../../../../tests/fuzz/dice.rs"]
mod dice;

use super::*;
use crate::chat::irc::codec::LineBuffer;
use crate::people::Account;
use crate::wire::{OtherNick, Presence};
use dice::{Dice, fuzz};
use std::collections::{BTreeMap, HashMap, HashSet};

const ROUNDS: u64 = 10_000;
const PASSWORD: &str = "secret";

/// Which accounts some line named for which nick. Generous about what may prove one, strict about what certainly ends a
/// proof.
#[derive(Default)]
struct SeenProofs(HashMap<String, HashSet<String>>);

/// Names that any server's rule could treat as equal are equal here.
fn fold(nick: &str) -> String {
    let signs = |sign| match sign {
        '{' => '[',
        '}' => ']',
        '|' => '\\',
        '^' => '~',
        other => other,
    };
    nick.to_ascii_lowercase().chars().map(signs).collect()
}

/// A name that every rule reads the same.
fn is_plain(nick: &str) -> bool {
    !nick.is_empty() && nick.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl SeenProofs {
    fn hear(&mut self, line: &str) {
        let (tags, rest) = match line.strip_prefix('@') {
            Some(tagged) => tagged.split_once(' ').unwrap_or((tagged, "")),
            None => ("", line),
        };
        let words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
        let bare = |word: &str| word.trim_start_matches(':').to_owned();
        let source = words.first().map_or("", |word| word.trim_start_matches(':'));
        let nick = source.split(['!', '@']).next().unwrap_or("");
        let has = |command: &str| words.iter().any(|word| bare(word).eq_ignore_ascii_case(command));
        let certain = !tags.contains("batch")
            && line.is_ascii()
            && rest.starts_with(':')
            && source.matches('!').count() == 1
            && source.matches('@').count() == 1
            && is_plain(nick);
        let second = words.get(1).copied().unwrap_or("");
        if certain && (second == "QUIT" || rest.ends_with(" ACCOUNT *") && words.len() == 3) {
            self.0.remove(&fold(nick));
        }
        if has("NICK") {
            let theirs = self.0.get(&fold(nick)).cloned().unwrap_or_default();
            for word in &words {
                self.0
                    .entry(fold(&bare(word)))
                    .or_default()
                    .extend(theirs.iter().cloned());
            }
            if certain && second == "NICK" && words.len() == 3 && is_plain(&bare(words[2])) {
                self.0.remove(&fold(nick));
            }
        }
        if has("JOIN") || has("ACCOUNT") {
            let said = words.iter().map(|word| bare(word));
            self.0.entry(fold(nick)).or_default().extend(said);
        }
        if has("354") {
            for nick in &words {
                let said = words.iter().map(|word| bare(word));
                self.0.entry(fold(&bare(nick))).or_default().extend(said);
            }
        }
    }

    fn say(&self, nick: &str, account: &str) -> bool {
        self.0
            .get(&fold(nick))
            .is_some_and(|accounts| accounts.contains(account))
    }
}

/// The accounts in the server's own tags of this line.
fn tagged(line: &str) -> Vec<String> {
    let tags = line
        .strip_prefix('@')
        .and_then(|line| line.split(' ').next())
        .unwrap_or("");
    let accounts = tags.split(';').filter_map(|tag| tag.strip_prefix("account="));
    accounts
        .flat_map(|value| {
            [
                value.to_owned(),
                value.replace("\\s", " ").replace("\\:", ";").replace('\\', ""),
            ]
        })
        .collect()
}

/// One connection and everything it said.
struct Try {
    story: Story,
    begun: Instant,
    burst: usize,
    interval: Option<Duration>,
    proofs: SeenProofs,
    around: HashSet<Identity>,
    stands: HashMap<Place, Presence>,
    instead: Option<OtherNick>,
    deaf: bool,
    heard: usize,
    /// Numerics may be refusals, after which a kept line is said again.
    numerics: usize,
    given: HashMap<String, (bool, usize)>,
    sent: usize,
    paced: usize,
}

impl Try {
    fn new(dice: &mut Dice) -> Self {
        let mut config = network(match dice.below(4) {
            0 => plain_login(),
            1 => Login::NickServ {
                services: "NickServ@services.test.invalid".to_owned(),
                account: "rfrbot".to_owned(),
                password: Secret::new(PASSWORD),
            },
            _ => Login::None,
        });
        config.login_required = matches!(config.login, Login::SaslPlain { .. }) && dice.below(2) == 0;
        config.acquaintances = ["kevin", "smooge", "ralph"]
            .map(|name| (name.to_owned(), Account::new(name)))
            .into_iter()
            .collect::<BTreeMap<_, _>>();
        let (burst, interval) = (5, Duration::from_millis(500));
        let limited = dice.below(2) == 0;
        if limited {
            config.pace = Pace::Limited { burst, interval };
        }
        let story = Story::new(config);
        Self {
            begun: story.now,
            story,
            burst: usize::try_from(burst).unwrap(),
            interval: limited.then_some(interval),
            proofs: SeenProofs::default(),
            around: HashSet::new(),
            stands: HashMap::new(),
            instead: None,
            deaf: false,
            heard: 0,
            numerics: 0,
            given: HashMap::new(),
            sent: 0,
            paced: 0,
        }
    }

    fn hear(&mut self, line: &str) {
        self.heard += 1;
        let words = line.split(' ').map(|word| word.trim_start_matches(':'));
        self.numerics += words
            .filter(|word| word.len() == 3 && word.parse::<u16>().is_ok())
            .count();
        let by_tags = self.story.session.capabilities.has("account-tag");
        self.proofs.hear(line);
        self.story.session.hear_line(line, self.story.now, self.story.wall);
        let reports = self.story.all_reports();
        assert!(reports.len() <= 16, "{} reports of one line", reports.len());
        for report in reports {
            self.check_report(report, line, by_tags);
        }
    }

    fn check_report(&mut self, report: Report, line: &str, by_tags: bool) {
        match report {
            Report::Heard(Incoming {
                name,
                identity,
                text,
                at,
                ..
            }) => {
                assert!(!text.contains(['\r', '\n', '\0']), "{text:?}");
                assert!(at <= self.story.wall, "from the future");
                match identity {
                    Identity::IrcAccount { account, .. } if by_tags => {
                        assert!(tagged(line).contains(&account), "{account} is not on {line:?}");
                    }
                    Identity::IrcAccount { account, .. } => {
                        assert!(
                            self.proofs.say(&name, &account),
                            "nothing proved {name} to be {account}: {line:?}"
                        );
                    }
                    Identity::Unproven(_) => {}
                    other => panic!("IRC cannot prove {other:?}"),
                }
            }
            Report::Around { identity, here, .. } => {
                let turned = if here {
                    self.around.insert(identity.clone())
                } else {
                    self.around.remove(&identity)
                };
                assert!(turned, "told twice of {identity:?}: here {here}");
            }
            Report::Up { .. } => {
                let session = &self.story.session;
                let in_order = !session.config.login_required || session.login.logged_in || session.ending().is_some();
                assert!(in_order, "up without the login that is required");
            }
            Report::Login { missing, .. } => {
                let session = &self.story.session;
                assert!(!matches!(session.config.login, Login::None), "no login is wanted");
                assert!(
                    missing.is_none() || !session.config.login_required,
                    "it goes on without login"
                );
            }
            Report::Place { place, presence } => {
                let last = self.stands.insert(place.clone(), presence.clone());
                assert_ne!(last, Some(presence), "told twice of {place}");
            }
            Report::Nick { instead, .. } => {
                assert_ne!(self.instead, instead, "told twice of the nick");
                self.instead = instead;
            }
            Report::Deaf { seconds_behind, .. } => {
                let turned = std::mem::replace(&mut self.deaf, seconds_behind.is_some()) != self.deaf;
                assert!(turned, "told twice that it is deaf, or hears");
            }
            Report::Delivered { .. } | Report::Undeliverable { .. } => {}
            other => panic!("not the wire's to report: {other:?}"),
        }
    }

    fn give(&mut self, dice: &mut Dice) {
        let number = self.given.len();
        let kept = dice.below(2) == 0;
        let words = format!("word{number}");
        self.given.insert(words.clone(), (kept, 0));
        let place = match dice.below(3) {
            0 => channel(),
            1 => Place::direct("libera", "kevin"),
            _ => Place::channel("libera", "#elsewhere"),
        };
        let sent = self.story.say(kept.then_some(number as u64), place, &words);
        self.check_sent(&sent);
    }

    fn check_sent(&mut self, lines: &[String]) {
        for line in lines {
            assert!(line.len() <= 510 && !line.contains(['\r', '\n', '\0']), "{line:?}");
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            self.sent += 1;
            match word {
                "CAP" | "NICK" | "USER" | "PONG" | "PING" | "AUTHENTICATE" => {
                    assert!(!rest.contains(PASSWORD), "{line}");
                    continue;
                }
                "JOIN" => assert_eq!(rest, "#Fedora-Admin"),
                "MODE" | "PART" => {}
                "WHO" => assert!(rest.ends_with(" %tna,735") && rest.split(' ').count() == 2, "{line}"),
                "PRIVMSG" if rest == format!("NickServ@services.test.invalid :IDENTIFY rfrbot {PASSWORD}") => {}
                "NOTICE" if rest.contains(" :\u{1}VERSION rfrbot ") => {}
                "PRIVMSG" | "NOTICE" => self.check_said(line, rest),
                other => panic!("{other} is no command of the bot: {line}"),
            }
            self.paced += 1;
        }
        let elapsed = self.story.now - self.begun;
        if let Some(interval) = self.interval {
            let most = self.burst + usize::try_from(elapsed.as_millis() / interval.as_millis()).unwrap() + 1;
            assert!(
                self.paced <= most,
                "{} lines, {most} were bearable: {lines:?}",
                self.paced
            );
        }
        let most = 50 + 12 * self.heard + 4 * self.given.len() + usize::try_from(elapsed.as_secs()).unwrap();
        assert!(self.sent <= most, "{} lines for {} heard", self.sent, self.heard);
    }

    fn check_said(&mut self, line: &str, rest: &str) {
        let words = rest
            .split_once(' ')
            .map_or("", |(_, words)| words.trim_start_matches(':'));
        let Some((kept, times)) = self.given.get_mut(words) else {
            panic!("nobody gave it that to say: {line}");
        };
        *times += 1;
        let most = if *kept { 1 + self.numerics } else { 1 };
        assert!(*times <= most, "said {times} times: {line}");
    }

    fn check_size(&self) {
        let session = &self.story.session;
        assert!(session.commands.len() <= ORDERS);
        assert!(session.playback.len() <= self.heard && session.roster.seats() <= 64 * self.heard);
    }
}

#[test]
fn damaged_lines_of_servers_prove_nothing_and_are_borne() {
    fuzz("irc", ROUNDS, |input| {
        let mut dice = Dice(u64::from(crc32fast::hash(input)));
        let mut tried = Try::new(&mut dice);
        let sent = tried.story.sent();
        tried.check_sent(&sent);
        let mut lines = LineBuffer::default();
        let mut rest = input;
        while !rest.is_empty() && tried.story.session.ending().is_none() {
            let (chunk, more) = rest.split_at((1 + dice.below(400)).min(rest.len()));
            rest = more;
            lines.push(chunk);
            while let Some(line) = lines.next_line() {
                tried.hear(&line);
                if tried.story.session.ending().is_some() {
                    break;
                }
            }
            let pause = Duration::from_millis([0, 10, 1000, 70_000][dice.below(4)]);
            let sent = tried.story.after(pause);
            tried.check_sent(&sent);
            if dice.below(3) == 0 {
                tried.give(&mut dice);
            }
            tried.check_size();
        }
    });
}

#[test]
fn what_is_for_one_client_goes_to_no_other_of_the_person() {
    let mut config = network(Login::None);
    let kevin = crate::people::Account::new("kevin");
    config.acquaintances = ["kevin", "aaa"].map(|name| (name.to_owned(), kevin.clone())).into();
    let mut story = Story::up_with(config, ALL, "WHOX");
    story.server(&[
        ":s 354 rfrbot 735 kevin kevin",
        ":aaa!a@h JOIN #fedora-admin aaa :x",
        ":eve!e@h JOIN #fedora-admin * :x",
        ":s 315 rfrbot #fedora-admin :End",
    ]);
    let told = |story: &mut Story, nick: &str| {
        story.session.hand_over(Delivery {
            key: None,
            lines_done: 0,
            outgoing: Outgoing {
                place: Place::person("libera", "kevin"),
                manner: Manner::Reply,
                to: Some(nick.to_owned()),
                in_reply_to: None,
                message: Words(vec![Paragraph::new().text("x")]),
                beside: Beside {
                    logged_in_as: Some("kevin".to_owned()),
                    ..Beside::default()
                },
            },
        });
        story.sent()
    };
    assert_eq!(told(&mut story, "kevin"), ["PRIVMSG kevin x"]);
    assert_eq!(
        told(&mut story, "unseen"),
        ["PRIVMSG unseen x"],
        "in no channel of the bot"
    );
    story.server(&[":kevin!k@h NICK kev", ":eve!e@h NICK kevin"]);
    assert_eq!(told(&mut story, "kevin"), ["PRIVMSG kev x"], "the nick changed hands");
    story.server(&[":kev!k@h QUIT :bye"]);
    assert_eq!(told(&mut story, "kevin"), [""; 0], "nobody else reads it");
}
