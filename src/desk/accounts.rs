//! Groups and profiles from the account system, live: what somebody said that needs them is set aside until it is known who
//! is in them, and who speaks, or until that takes too long. Everybody else goes on; what one person says stays in its
//! order.

use super::{Answer, Archive, Desk, log_refusal, refused};
use crate::command::since::Since;
use crate::command::{self, BreakOrder, Command, Filter, Order, Query, ReminderOrder, Which};
use crate::people::linking::Links;
use crate::people::profiles::{Profile, Profiles, Said};
use crate::people::{Account, Directory, Identity, Person, Relation, Right, Unsure, authorise};
use crate::rfr::Rfr;
use crate::rfr::refusal::Refusal;
use crate::wire::{AccountsAsked, AccountsTold, Incoming, IncomingId, Notice};
use chrono::{DateTime, Duration, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Most lines that wait, of everybody and of one person.
const MOST_WAITING: (usize, usize) = (128, 16);

/// For this long after a failure only what must be asked anew is asked.
const PAUSE: Duration = Duration::seconds(30);

/// So long it is not asked again whose profile names somebody whom none named: where a recent answer is enough, and where
/// it must be new, so that strangers cannot keep the account system busy.
const STRANGE: (Duration, Duration) = (Duration::seconds(60), Duration::seconds(10));

/// The account system has its own time-out, after which it says why; this one is for when it says nothing at all.
const GRACE: Duration = Duration::seconds(3);

/// What the config says of the account system.
#[derive(Clone, Debug)]
pub struct LiveGroups {
    /// The groups whose members it knows.
    pub groups: BTreeSet<String>,
    /// Do profiles say who people are?
    pub profiles: bool,
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

/// What is known of groups and profiles, and who waits.
pub(super) struct Accounts {
    config: LiveGroups,
    /// The directory without the groups and profiles.
    base: Directory,
    known: BTreeMap<String, (DateTime<Utc>, BTreeSet<Account>)>,
    /// What the last question could not find out, and when.
    failed: Option<(DateTime<Utc>, Failures)>,
    profiles: Option<Profiles>,
    rounds: u64,
    /// Questions without an answer.
    open: BTreeMap<u64, Open>,
    unsent: Vec<AccountsAsked>,
    waiting: Vec<(Line, Stage)>,
    /// When it was looked at last.
    now: DateTime<Utc>,
    /// Are groups unknown in the desk's directory for one line's sake?
    strict: bool,
}

/// A question without an answer.
struct Open {
    /// When it is too late.
    due: DateTime<Utc>,
    /// Is it about the groups?
    groups: bool,
    /// About whom it is.
    who: Option<Identity>,
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    Nothing,
    Recent,
    Anew,
}

/// What is to be asked for a line.
struct Needs {
    groups: Need,
    who: Option<Identity>,
}

impl Needs {
    const NOTHING: Self = Self {
        groups: Need::Nothing,
        who: None,
    };

    fn is_nothing(&self) -> bool {
        self.groups == Need::Nothing && self.who.is_none()
    }
}

impl Accounts {
    /// The groups as they are known now, but for those that are not to count.
    fn directory(&self, but_for: Option<&Failures>, now: DateTime<Utc>) -> Directory {
        let mut directory = self.base.clone();
        if let Some(profiles) = &self.profiles {
            directory.set_profiles(profiles.clone());
        }
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

    /// Is what profiles say of somebody recent enough?
    fn is_known(&self, identity: &Identity, need: Need, now: DateTime<Utc>) -> bool {
        let said = self.profiles.as_ref().and_then(|profiles| profiles.of(identity));
        said.is_some_and(|said| {
            let counts = match (&said.profile, need) {
                (_, Need::Nothing) => return true,
                (Ok(Profile::Of(_)), Need::Recent) => self.config.fresh,
                (Ok(Profile::Nobodys | Profile::Several), Need::Recent) => STRANGE.0,
                (Ok(Profile::Nobodys | Profile::Several), Need::Anew) => STRANGE.1,
                (Err(_), Need::Recent) => PAUSE,
                (Ok(Profile::Of(_)) | Err(_), Need::Anew) => return false,
            };
            now - said.at <= counts
        })
    }

    /// Asks a question.
    fn ask(&mut self, groups: bool, who: Option<Identity>, now: DateTime<Utc>) -> u64 {
        self.rounds += 1;
        let asked = if groups {
            self.config.groups.iter().cloned().collect()
        } else {
            Vec::new()
        };
        self.unsent.push(AccountsAsked {
            round: self.rounds,
            groups: asked,
            who: who.clone(),
        });
        let due = now + self.config.patience + GRACE;
        self.open.insert(self.rounds, Open { due, groups, who });
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
            profiles: None,
            rounds: 0,
            open: BTreeMap::new(),
            unsent: Vec::new(),
            waiting: Vec::new(),
            now,
            strict: false,
        };
        accounts.profiles = accounts.config.profiles.then(Profiles::default);
        accounts.ask(true, None, now);
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

    /// A code waits to be typed.
    pub(super) fn code_of_base(&mut self, until: DateTime<Utc>) {
        if let Some(accounts) = &mut self.accounts {
            accounts.base.set_code_until(until);
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
        let needs = if nobody { Needs::NOTHING } else { self.needs(&line, now) };
        if theirs == 0 && needs.is_nothing() {
            return Some(line);
        }
        let (most, most_of_one) = MOST_WAITING;
        let accounts = self.accounts.as_mut()?;
        if theirs >= most_of_one || accounts.waiting.len() >= most {
            let why = "too many lines wait for the account system already";
            let failures = accounts.all(why);
            if let (Some(profiles), Some(who)) = (&mut accounts.profiles, &needs.who) {
                let profile = Err(why.to_owned());
                profiles.say(who, Said { profile, at: now });
            }
            self.directory = accounts.directory(Some(&failures), now);
            accounts.strict = true;
            return Some(line);
        }
        let stage = if theirs > 0 {
            Stage::Behind
        } else {
            accounts.stage(needs, now)
        };
        accounts.waiting.push((line, stage));
        None
    }

    /// What somebody's line needs of the account system at this moment.
    fn needs(&self, line: &Line, now: DateTime<Utc>) -> Needs {
        let Some(accounts) = &self.accounts else {
            return Needs::NOTHING;
        };
        let identity = &line.incoming().identity;
        let by_profile = self.directory.needs_profile(identity);
        let person = self.directory.identify(identity).ok();
        if person.is_none() && !by_profile {
            return Needs::NOTHING;
        }
        let signs = |sponsor: &str| person.as_ref().is_some_and(|by| *by.account() == Account::new(sponsor));
        // Of the groups, and of who speaks.
        let (groups, who) = match line {
            Line::Noticed(_, Notice::Agreed { asked, .. }) if by_profile || signs(&asked.sponsor) => {
                (Need::Anew, Need::Anew)
            }
            Line::Noticed(_, Notice::TakenBack { .. }) => (Need::Recent, Need::Recent),
            Line::Noticed(_, Notice::Pinned) => (Need::Nothing, Need::Recent),
            Line::Noticed(..) => (Need::Nothing, Need::Nothing),
            Line::Heard(incoming) => {
                let direct = incoming.place.is_direct();
                let words = command::addressed(&incoming.text, &self.settings.prefix, &incoming.own_name, direct);
                let lookup = self.lookup(now);
                let words = words.map(command::sanitise);
                let parsed = words.as_deref().map(|words| (words, command::parse(words, &lookup)));
                match parsed {
                    Some((_, Ok(command))) if person.as_ref().is_some_and(|by| self.needs_no_group(&command, by)) => {
                        (Need::Nothing, needs_speaker(&command))
                    }
                    Some((_, Ok(command))) => (needs(&command), needs_speaker(&command)),
                    // A speaker who may not use a verb is told so before its arguments are read.
                    Some((words, Err(_))) => {
                        let row = match command::understand(words, &lookup) {
                            command::Said::Line(line) => command::verb_with_arguments(&line),
                            command::Said::Offered(_) | command::Said::Approval(_) | command::Said::Friendly(_) => None,
                        };
                        let by_group = row.is_some_and(|row| row.who == Right::MainOrReleng);
                        (if by_group { Need::Recent } else { Need::Nothing }, Need::Recent)
                    }
                    None => (Need::Nothing, Need::Nothing),
                }
            }
        };
        let ask_who = by_profile && who != Need::Nothing && !accounts.is_known(identity, who, now);
        let is_recent = groups == Need::Recent && accounts.is_recent(now);
        Needs {
            groups: if is_recent { Need::Nothing } else { groups },
            who: ask_who.then(|| identity.clone()),
        }
    }

    /// May somebody do that who is in no group of the account system? What counts at the moment is asked all the same.
    fn needs_no_group(&self, command: &Command, by: &Person) -> bool {
        let (Some(accounts), Command::Change { which, change }) = (&self.accounts, command) else {
            return false;
        };
        let rfr = match which {
            Which::Named(id) => self.state.open().find(|rfr| rfr.id == *id),
            Which::Omitted { .. } => None,
        };
        let standing = rfr.map_or_else(Relation::default, |rfr| rfr.standing(by.account()));
        let right = change.right(rfr, by.account());
        !change.row().live && authorise(&accounts.base, right, by, standing, ()).is_ok()
    }

    /// The account system answered: notes who is in which group, and who somebody is.
    pub fn accounts_told(&mut self, told: AccountsTold, now: DateTime<Utc>) {
        let Some(accounts) = &mut self.accounts else { return };
        // A question that was given up stays so.
        if accounts.open.remove(&told.round).is_none() {
            return;
        }
        accounts.now = now;
        if let (Some(profiles), Some((identity, profile))) = (&mut accounts.profiles, told.who) {
            profiles.say(&identity, Said { profile, at: now });
        }
        let about_groups = !told.groups.is_empty();
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
        if about_groups {
            accounts.failed = (!failures.is_empty()).then(|| (now, failures.clone()));
        }
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
        let why = format!("it did not answer within {} s", accounts.config.patience.num_seconds());
        let groups = accounts.config.groups.iter();
        let groups: BTreeMap<_, _> = groups.map(|group| (group.clone(), Err(why.clone()))).collect();
        let late = accounts.open.iter().filter(|(_, open)| open.due <= now);
        let late = late.map(|(round, open)| AccountsTold {
            round: *round,
            groups: if open.groups { groups.clone() } else { BTreeMap::new() },
            who: open.who.clone().map(|identity| (identity, Err(why.clone()))),
        });
        let late: Vec<AccountsTold> = late.collect();
        let any = !late.is_empty();
        for told in late {
            self.accounts_told(told, now);
        }
        any.then_some(why)
    }

    /// When a question is given up.
    pub fn question_due(&self) -> Option<DateTime<Utc>> {
        self.accounts.as_ref()?.open.values().map(|open| open.due).min()
    }

    /// The questions that are to be sent.
    pub fn take_questions(&mut self) -> Vec<AccountsAsked> {
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
                        let needs = self.needs(line, now);
                        let accounts = self.accounts.as_mut()?;
                        if needs.is_nothing() {
                            return Some(accounts.waiting.remove(at).0);
                        }
                        let stage = accounts.stage(needs, now);
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
    fn stage(&mut self, needs: Needs, now: DateTime<Utc>) -> Stage {
        let Needs { groups, who } = needs;
        let joins = groups == Need::Recent && who.is_none();
        let mut under_way = self.open.iter().rev().filter(|(_, open)| joins && open.groups);
        let under_way = under_way.next().map(|(round, _)| *round);
        Stage::Asked(under_way.unwrap_or_else(|| self.ask(groups != Need::Nothing, who, now)))
    }
}

/// What a command needs to know of who speaks.
fn needs_speaker(command: &Command) -> Need {
    match command {
        Command::Query(
            Query::WhoAmI | Query::Todo(None) | Query::List(Filter::Mine) | Query::Since(Since::LastWord),
        )
        | Command::Focus(_) => Need::Recent,
        Command::Query(_) => Need::Nothing,
        Command::Link(_) => Need::Anew,
        Command::Reload | Command::Ticks { .. } | Command::Order(_) | Command::Change { .. } => {
            needs(command).max(Need::Recent)
        }
    }
}

/// What a command needs of the account system.
fn needs(command: &Command) -> Need {
    match command {
        Command::Query(Query::WhoAmI) | Command::Reload => Need::Recent,
        Command::Query(_) | Command::Focus(_) | Command::Link(_) => Need::Nothing,
        Command::Ticks { .. } => Need::Anew,
        Command::Order(
            Order::Undo(_) | Order::Break(BreakOrder::Vote { .. } | BreakOrder::Done(_) | BreakOrder::Withdraw { .. }),
        ) => Need::Anew,
        Command::Order(Order::Absence(_) | Order::Reminder(ReminderOrder::Remind(_) | ReminderOrder::Short(_))) => {
            Need::Nothing
        }
        Command::Order(
            Order::Break(BreakOrder::Request { .. }) | Order::Freeze(_) | Order::Reminder(ReminderOrder::About { .. }),
        ) => Need::Recent,
        Command::Change { change, .. } if change.row().live => Need::Anew,
        Command::Change { .. } => Need::Recent,
    }
}
