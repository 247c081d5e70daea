//! Groups from the account system, live: what somebody said that needs them is set aside until it is known who is in them,
//! or until that takes too long. Everybody else goes on; what one person says stays in its order.

use super::{Answer, Archive, Desk, log_refusal, refused};
use crate::command::{self, BreakOrder, Command, Order, Query};
use crate::people::linking::Links;
use crate::people::{Account, Directory, Identity, Unsure};
use crate::rfr::Rfr;
use crate::rfr::refusal::Refusal;
use crate::wire::{GroupsAsked, GroupsTold, Incoming, IncomingId, Notice};
use chrono::{DateTime, Duration, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Most lines that wait, of everybody and of one person.
const MOST_WAITING: (usize, usize) = (128, 16);

/// For this long after a failure only what must be asked anew is asked.
const PAUSE: Duration = Duration::seconds(30);

/// The account system has its own time-out, after which it says why; this one is for when it says nothing at all.
const GRACE: Duration = Duration::seconds(3);

/// What the config says of the account system.
#[derive(Clone, Debug)]
pub struct LiveGroups {
    /// The groups whose members it knows.
    pub groups: BTreeSet<String>,
    /// So long an answer counts.
    pub fresh: Duration,
    /// So long an answer may take.
    pub patience: Duration,
}

/// What somebody said, or did to a message.
#[derive(Clone, Debug)]
pub enum Line {
    /// Words.
    Heard(Incoming),
    /// Something else.
    Noticed(Incoming, Notice),
}

impl Line {
    /// Whose it is, and where.
    pub fn incoming(&self) -> &Incoming {
        match self {
            Self::Heard(incoming) | Self::Noticed(incoming, _) => incoming,
        }
    }
}

/// Why the members of groups are unknown.
type Failures = BTreeMap<String, String>;

/// What is known of groups, and who waits.
pub(super) struct Accounts {
    config: LiveGroups,
    /// The directory without the groups.
    base: Directory,
    known: BTreeMap<String, (DateTime<Utc>, BTreeSet<Account>)>,
    /// What the last question could not find out, and when.
    failed: Option<(DateTime<Utc>, Failures)>,
    rounds: u64,
    /// Questions without an answer, and when they are too late.
    open: BTreeMap<u64, DateTime<Utc>>,
    unsent: Vec<GroupsAsked>,
    waiting: Vec<(Line, Stage)>,
    /// When it was looked at last.
    now: DateTime<Utc>,
    /// Are groups unknown in the desk's directory for one line's sake?
    strict: bool,
}

/// The state of a line that was set aside.
#[derive(Debug, PartialEq, Eq)]
enum Stage {
    /// It comes after another one of the same person.
    Behind,
    /// It waits for the answer to that question.
    Asked(u64),
    /// The answer came, without these groups.
    Told(Failures),
}

/// How new the answer must be on which a line depends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Nothing,
    Recent,
    Anew,
}

impl Accounts {
    /// The groups as they are known now, but for those that are not to count.
    fn directory(&self, but_for: Option<&Failures>, now: DateTime<Utc>) -> Directory {
        let mut directory = self.base.clone();
        for group in &self.config.groups {
            let why = but_for.and_then(|failures| failures.get(group)).map(String::as_str);
            match (why, self.known.get(group)) {
                (None, Some((at, members))) if self.is_fresh(*at, now) || self.why(group).is_none() => {
                    for account in members {
                        directory.add_member(group, account);
                    }
                }
                (why, _) => {
                    let why = why.or_else(|| self.why(group));
                    directory.set_unsure(group, why.unwrap_or("it has not answered yet"));
                }
            }
        }
        directory
    }

    /// Why the last question about that group failed, if it did.
    fn why(&self, group: &str) -> Option<&str> {
        let (_, failures) = self.failed.as_ref()?;
        failures.get(group).map(String::as_str)
    }

    fn is_fresh(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now - at <= self.config.fresh
    }

    /// Is nothing to be asked for what needs a recent answer?
    fn is_recent(&self, now: DateTime<Utc>) -> bool {
        let paused = self.failed.as_ref().is_some_and(|(at, _)| now - *at <= PAUSE);
        let fresh = |group| self.known.get(group).is_some_and(|(at, _)| self.is_fresh(*at, now));
        paused || self.config.groups.iter().all(fresh)
    }

    /// Asks a question.
    fn ask(&mut self, now: DateTime<Utc>) -> u64 {
        self.rounds += 1;
        self.open.insert(self.rounds, now + self.config.patience + GRACE);
        self.unsent.push(GroupsAsked {
            round: self.rounds,
            groups: self.config.groups.iter().cloned().collect(),
        });
        self.rounds
    }

    fn all(&self, why: &str) -> Failures {
        let groups = self.config.groups.iter();
        groups.map(|group| (group.clone(), why.to_owned())).collect()
    }

    /// Where nothing waits any more for a line of that person.
    fn is_first(&self, at: usize) -> bool {
        let of = |index: usize| self.waiting.get(index).map(|(line, _)| &line.incoming().identity);
        (0..at).all(|before| of(before) != of(at))
    }
}

impl<A: Archive> Desk<A> {
    /// Takes groups from an account system from now on, and asks it once.
    pub fn set_accounts(&mut self, config: LiveGroups, now: DateTime<Utc>) {
        let mut accounts = Accounts {
            config,
            base: self.directory.clone(),
            known: BTreeMap::new(),
            failed: None,
            rounds: 0,
            open: BTreeMap::new(),
            unsent: Vec::new(),
            waiting: Vec::new(),
            now,
            strict: false,
        };
        accounts.ask(now);
        self.directory = accounts.directory(None, now);
        self.accounts = Some(Box::new(accounts));
    }

    /// The config's people changed; the groups of the account system stay as they are known.
    pub(super) fn rebase(&mut self, directory: Directory) {
        self.directory = match &mut self.accounts {
            Some(accounts) => {
                accounts.base = directory;
                accounts.directory(None, accounts.now)
            }
            None => directory,
        };
    }

    /// People linked something.
    pub(super) fn links_of_base(&mut self, links: &Links) {
        if let Some(accounts) = &mut self.accounts {
            accounts.base.set_links(links.clone());
        }
    }

    /// What is to be heard at once; `None` where it is set aside.
    pub fn admit(&mut self, line: Line, now: DateTime<Utc>) -> Option<Line> {
        let Some(accounts) = &self.accounts else {
            return Some(line);
        };
        let identity = line.incoming().identity.clone();
        let theirs = accounts
            .waiting
            .iter()
            .filter(|(other, _)| other.incoming().identity == identity);
        let theirs = theirs.count();
        // Nobody is one person: each of those whom nothing proves would wait for all the others.
        let nobody = matches!(identity, Identity::Unproven(_) | Identity::Mail { .. });
        let need = if nobody { Need::Nothing } else { self.need(&line, now) };
        if theirs == 0 && need == Need::Nothing {
            return Some(line);
        }
        let (most, most_of_one) = MOST_WAITING;
        let accounts = self.accounts.as_mut()?;
        if theirs >= most_of_one || accounts.waiting.len() >= most {
            let failures = accounts.all("too many lines wait for the account system already");
            self.directory = accounts.directory(Some(&failures), now);
            accounts.strict = true;
            return Some(line);
        }
        let stage = if theirs > 0 {
            Stage::Behind
        } else {
            accounts.stage(need, now)
        };
        accounts.waiting.push((line, stage));
        None
    }

    /// What somebody's line needs of the account system at this moment.
    fn need(&self, line: &Line, now: DateTime<Utc>) -> Need {
        let Some(accounts) = &self.accounts else {
            return Need::Nothing;
        };
        let incoming = line.incoming();
        let Ok(person) = self.directory.identify(&incoming.identity) else {
            return Need::Nothing;
        };
        let need = match line {
            Line::Noticed(_, Notice::Agreed { asked, .. }) if *person.account() == Account::new(&asked.sponsor) => {
                Need::Anew
            }
            Line::Noticed(_, Notice::TakenBack { .. }) => Need::Recent,
            Line::Noticed(..) => Need::Nothing,
            Line::Heard(incoming) => {
                let direct = incoming.place.is_direct();
                let words = command::addressed(&incoming.text, &self.settings.prefix, &incoming.own_name, direct);
                let lookup = self.lookup(now);
                let parsed = words.map(|words| command::parse(&command::sanitise(words), &lookup));
                match parsed {
                    Some(Ok(command)) => needs(&command),
                    // A speaker who may not use a verb is told so before its arguments are read.
                    Some(Err(_)) => Need::Recent,
                    None => Need::Nothing,
                }
            }
        };
        if need == Need::Recent && accounts.is_recent(now) {
            return Need::Nothing;
        }
        need
    }

    /// The account system answered: notes who is in which group.
    pub fn groups_told(&mut self, told: GroupsTold, now: DateTime<Utc>) {
        let Some(accounts) = &mut self.accounts else { return };
        // A question that was given up stays so.
        if accounts.open.remove(&told.round).is_none() {
            return;
        }
        accounts.now = now;
        let mut failures = Failures::new();
        for (group, members) in told.groups {
            match members {
                Ok(members) => {
                    accounts.known.insert(group, (now, members));
                }
                Err(why) => {
                    failures.insert(group, why);
                }
            }
        }
        accounts.failed = (!failures.is_empty()).then(|| (now, failures.clone()));
        for (_, stage) in &mut accounts.waiting {
            if *stage == Stage::Asked(told.round) {
                *stage = Stage::Told(failures.clone());
            }
        }
        let directory = accounts.directory(None, now);
        accounts.strict = false;
        if directory != self.directory {
            self.directory = directory;
            self.has_changed();
        }
    }

    /// Gives up the questions that are too late; says why, where there were some.
    pub fn give_up_questions(&mut self, now: DateTime<Utc>) -> Option<String> {
        let accounts = self.accounts.as_ref()?;
        let late: Vec<u64> = accounts
            .open
            .iter()
            .filter(|(_, due)| **due <= now)
            .map(|(round, _)| *round)
            .collect();
        let why = format!("it did not answer within {} s", accounts.config.patience.num_seconds());
        let failures = accounts.all(&why);
        for round in &late {
            let groups = failures.iter().map(|(group, why)| (group.clone(), Err(why.clone())));
            let groups = groups.collect();
            self.groups_told(GroupsTold { round: *round, groups }, now);
        }
        (!late.is_empty()).then_some(why)
    }

    /// When a question is given up.
    pub fn question_due(&self) -> Option<DateTime<Utc>> {
        self.accounts.as_ref()?.open.values().min().copied()
    }

    /// The questions that are to be sent.
    pub fn take_questions(&mut self) -> Vec<GroupsAsked> {
        self.accounts
            .as_mut()
            .map_or_else(Vec::new, |accounts| std::mem::take(&mut accounts.unsent))
    }

    /// The next line that was set aside and can be heard now, with the groups as its answer said.
    pub fn next_admitted(&mut self, now: DateTime<Utc>) -> Option<Line> {
        self.settle(now);
        let mut at = 0;
        loop {
            let accounts = self.accounts.as_ref()?;
            let (line, stage) = accounts.waiting.get(at)?;
            if accounts.is_first(at) {
                match stage {
                    Stage::Asked(_) => {}
                    Stage::Told(failures) => {
                        let directory = accounts.directory(Some(failures), now);
                        let accounts = self.accounts.as_mut()?;
                        accounts.strict = true;
                        self.directory = directory;
                        return Some(accounts.waiting.remove(at).0);
                    }
                    Stage::Behind => {
                        let need = self.need(line, now);
                        let accounts = self.accounts.as_mut()?;
                        if need == Need::Nothing {
                            return Some(accounts.waiting.remove(at).0);
                        }
                        let stage = accounts.stage(need, now);
                        if let Some((_, now_at)) = accounts.waiting.get_mut(at) {
                            *now_at = stage;
                        }
                    }
                }
            }
            at += 1;
        }
    }

    /// After a line that was heard with an answer of its own, the groups are as they are known again.
    pub fn settle(&mut self, now: DateTime<Utc>) {
        if let Some(accounts) = &mut self.accounts
            && std::mem::take(&mut accounts.strict)
        {
            self.directory = accounts.directory(None, now);
        }
    }

    /// The groups of which nobody can tell now who is in them.
    pub(super) fn unsure_groups(&self) -> Vec<Unsure> {
        let groups = self.accounts.iter().flat_map(|accounts| &accounts.config.groups);
        groups
            .filter_map(|group| Unsure::among(&self.directory, [group.as_str()]))
            .collect()
    }

    /// Where it is unknown who is in a group on which a refusal depends: which, and why.
    pub(super) fn unsure_of(&self, refusal: &Refusal) -> Option<Unsure> {
        self.accounts.as_ref()?;
        Unsure::among(&self.directory, refusal.depends_on_groups().iter().copied())
    }

    /// Refuses what depends on a group of which nobody can tell who is in it.
    pub(super) fn refuse_unsure(
        &mut self,
        incoming: &Incoming,
        (what, name, rfr): (&str, &str, Option<&Rfr>),
        unsure: &Unsure,
    ) -> Answer {
        log_refusal(
            incoming,
            what,
            name,
            &format!("{} is unknown: {}", unsure.group, unsure.why),
        );
        let said = self.wording.unsure(name, unsure);
        self.memory.refused(incoming, self.wording.why_unsure(said.clone()));
        refused(said, rfr)
    }

    /// Is the message of that id set aside?
    pub fn is_set_aside(&self, id: &IncomingId) -> bool {
        let mut waiting = self.accounts.iter().flat_map(|accounts| &accounts.waiting);
        waiting.any(|(line, _)| line.incoming().id.as_ref() == Some(id))
    }
}

impl Accounts {
    /// Asks what a line needs, or joins who has asked for it.
    fn stage(&mut self, need: Need, now: DateTime<Utc>) -> Stage {
        let under_way = self.open.keys().next_back().copied();
        Stage::Asked(match under_way {
            Some(round) if need == Need::Recent => round,
            Some(_) | None => self.ask(now),
        })
    }
}

/// What a command needs of the account system.
fn needs(command: &Command) -> Need {
    match command {
        Command::Query(Query::WhoAmI) | Command::Reload => Need::Recent,
        Command::Query(_) | Command::Focus(_) | Command::Link(_) => Need::Nothing,
        Command::Ticks { .. } => Need::Anew,
        Command::Order(Order::Undo(_) | Order::Break(BreakOrder::Vote { .. } | BreakOrder::Done(_))) => Need::Anew,
        Command::Order(
            Order::Break(BreakOrder::Request { .. }) | Order::Freeze(_) | Order::Absence(_) | Order::Reminder(_),
        ) => Need::Recent,
        Command::Change { change, .. } if change.row().live => Need::Anew,
        Command::Change { .. } => Need::Recent,
    }
}
