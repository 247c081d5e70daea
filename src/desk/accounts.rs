//! Groups and profiles from the account system, live: what somebody said that needs them is set aside until it is known who
//! is in them, and who speaks, or until that takes too long. Everybody else goes on; what one person says stays in its
//! order.

use super::active::{Actives, OUTLASTS};
use super::line::Spoken;
use super::needs::{LineNeeds, Need, of_account, of_groups, of_speaker};
use super::{Archive, Desk};
use crate::command::{self, Command, Query, Which};
use crate::people::linking::Links;
use crate::people::profiles::{HeardProfile, Profile, Profiles};
use crate::people::{Account, Directory, Identity, Person, Relation, Right, authorise};
use crate::wire::{AccountsAsked, AccountsTold, IncomingId, Notice, QUESTIONS_AT_ONCE};
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

/// Why the members of groups are unknown.
type Failures = BTreeMap<String, String>;

/// What is known of groups and profiles, and who waits.
pub(super) struct AccountsDesk {
    config: LiveGroups,
    /// The directory without the groups and profiles.
    base: Directory,
    known: BTreeMap<String, (DateTime<Utc>, BTreeSet<Account>)>,
    /// What the last question could not find out, and when.
    failed: Option<(DateTime<Utc>, Failures)>,
    profiles: Option<Profiles>,
    /// Which accounts are active.
    actives: Actives,
    rounds: u64,
    /// Questions without an answer.
    open: BTreeMap<u64, Open>,
    unsent: Vec<AccountsAsked>,
    waiting: Vec<(Spoken, AskStage)>,
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
    /// About which account it is.
    account: Option<Account>,
}

/// The state of a line that was set aside.
#[derive(Debug, PartialEq, Eq)]
enum AskStage {
    /// It comes after another one of the same person.
    Behind,
    /// It waits for the answer to that question.
    Asked(u64),
    /// The answer came, without these groups.
    Told(Failures),
}

impl AccountsDesk {
    /// The groups as they are known now, but for those that are not to count, and whom profiles name; whom they named
    /// before is known still where nothing is `anew`.
    fn directory(&self, but_for: Option<&Failures>, anew: bool, now: DateTime<Utc>) -> Directory {
        let mut directory = self.base.clone();
        if let Some(profiles) = &self.profiles {
            directory.set_profiles(if anew {
                profiles.clone()
            } else {
                profiles.lasting(now - self.config.fresh.max(OUTLASTS))
            });
        }
        for account in self.actives.accounts() {
            if self.active(account).is_some_and(|(_, active)| !active) {
                directory.set_inactive(account);
            }
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

    /// The groups whose members it knows.
    pub(super) fn groups(&self) -> impl Iterator<Item = &String> {
        self.config.groups.iter()
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

    /// Was the account called active last, and when? Whoever is in a group is: disabled accounts are in none.
    fn active(&self, account: &Account) -> Option<(DateTime<Utc>, bool)> {
        let groups = self.known.values().filter(|(_, members)| members.contains(account));
        let listed = groups.map(|(at, _)| (*at, true)).max();
        // Of one moment, the answer about the account itself counts.
        match (self.actives.last(account), listed) {
            (Some(last), Some(listed)) if listed.0 > last.0 => Some(listed),
            (None, listed) => listed,
            (last, _) => last,
        }
    }

    /// Is it known, as new as that, whether the account is active?
    fn is_settled(&self, account: &Account, need: Need, now: DateTime<Utc>) -> bool {
        if need == Need::Nothing {
            return true;
        }
        let paused = self.actives.failed(account).is_some_and(|(at, _)| now - *at <= PAUSE);
        let counts = match (self.active(account), need) {
            (Some((at, true)), Need::Recent) => Some((at, self.config.fresh)),
            (Some((at, false)), Need::Recent) => Some((at, STRANGE.0)),
            (Some((at, false)), Need::Anew) => Some((at, STRANGE.1)),
            (Some((_, true)), Need::Anew) | (None, _) | (_, Need::Nothing) => None,
        };
        need == Need::Recent && paused || counts.is_some_and(|(at, counts)| now - at <= counts)
    }

    /// Why nobody can tell whether the account is active; `None` where it was called so, or not active.
    fn doubt(&self, account: &Account, now: DateTime<Utc>) -> Option<String> {
        match self.active(account) {
            Some((_, false)) => None,
            Some((at, true)) if now - at <= self.config.fresh.max(OUTLASTS) => None,
            Some(_) | None => {
                let failed = self.actives.failed(account).map(|(_, why)| why.as_str());
                Some(failed.unwrap_or("it has not answered yet").to_owned())
            }
        }
    }

    /// Asks a question.
    fn ask(&mut self, needs: LineNeeds, now: DateTime<Utc>) -> u64 {
        let LineNeeds {
            groups, who, account, ..
        } = needs;
        let groups = groups != Need::Nothing;
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
            account: account.clone(),
        });
        let due = now + self.config.patience + GRACE;
        self.open.insert(
            self.rounds,
            Open {
                due,
                groups,
                who,
                account,
            },
        );
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
        let mut accounts = AccountsDesk {
            config,
            base: self.directory.clone(),
            known: BTreeMap::new(),
            failed: None,
            profiles: None,
            actives: Actives::default(),
            rounds: 0,
            open: BTreeMap::new(),
            unsent: Vec::new(),
            waiting: Vec::new(),
            now,
            strict: false,
        };
        accounts.profiles = accounts.config.profiles.then(Profiles::default);
        let groups = LineNeeds {
            groups: Need::Recent,
            ..LineNeeds::default()
        };
        accounts.ask(groups, now);
        self.directory = accounts.directory(None, false, now);
        self.accounts = Some(Box::new(accounts));
    }

    /// Somebody joined that group, or left it, as others say: what was known is no recent answer, and it is asked anew.
    pub(super) fn group_changed(&mut self, group: &str, now: DateTime<Utc>) {
        let Some(accounts) = &mut self.accounts else { return };
        let outdated = now - accounts.config.fresh - Duration::seconds(1);
        let Some((at, _)) = accounts.known.get_mut(group) else {
            return;
        };
        *at = (*at).min(outdated);
        if !accounts.open.values().any(|open| open.groups) {
            let groups = LineNeeds {
                groups: Need::Recent,
                ..LineNeeds::default()
            };
            accounts.ask(groups, now);
        }
    }

    /// The config's people changed; the groups of the account system stay as they are known.
    pub(super) fn rebase(&mut self, directory: Directory) {
        self.directory = match &mut self.accounts {
            Some(accounts) => {
                accounts.base = directory;
                accounts.directory(None, false, accounts.now)
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
    pub fn admit(&mut self, line: Spoken, now: DateTime<Utc>) -> Option<Spoken> {
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
        let needs = if nobody {
            LineNeeds::default()
        } else {
            self.needs(&line, now)
        };
        if theirs == 0 && needs.is_nothing() {
            return Some(self.let_in(line, &needs, None, now));
        }
        let (most, most_of_one) = MOST_WAITING;
        let accounts = self.accounts.as_mut()?;
        if theirs >= most_of_one || accounts.waiting.len() >= most {
            let why = "too many lines wait for the account system already";
            let failures = accounts.all(why);
            if let (Some(profiles), Some(who)) = (&mut accounts.profiles, &needs.who) {
                let profile = Err(why.to_owned());
                profiles.say(who, HeardProfile::new(profile, now));
            }
            if let Some(account) = &needs.account {
                accounts.actives.say(account, Err(why.to_owned()), now);
            }
            return Some(self.let_in(line, &needs, Some(&failures), now));
        }
        let stage = if theirs > 0 {
            AskStage::Behind
        } else {
            accounts.stage(needs, now)
        };
        accounts.waiting.push((line, stage));
        None
    }

    /// A line that is heard now: for its sake, and no longer, groups without an answer are unknown, and an account of which
    /// nobody can tell whether it is active is nobody.
    fn let_in(&mut self, line: Spoken, needs: &LineNeeds, failures: Option<&Failures>, now: DateTime<Utc>) -> Spoken {
        if let Some(accounts) = &mut self.accounts {
            let acts = needs.acts.as_ref();
            let doubt = acts.and_then(|account| Some((account, accounts.doubt(account, now)?)));
            if failures.is_some() || doubt.is_some() {
                let mut directory = accounts.directory(failures, needs.anew, now);
                if let Some((account, why)) = doubt {
                    directory.set_may_be_inactive(account, &why);
                }
                accounts.strict = true;
                self.directory = directory;
            }
        }
        line
    }

    /// What somebody's line needs of the account system at this moment.
    fn needs(&self, line: &Spoken, now: DateTime<Utc>) -> LineNeeds {
        let Some(accounts) = &self.accounts else {
            return LineNeeds::default();
        };
        let identity = &line.incoming().identity;
        let by_profile = self.directory.needs_profile(identity);
        // Who is known without a profile; also one whose account was called inactive, which may have changed.
        let vouched = accounts.base.identify(identity).ok();
        let person = self.directory.identify(identity).ok().or_else(|| vouched.clone());
        // Whoever types a code acts for whoever made it.
        let maker = match line {
            Spoken::Heard(incoming) if incoming.place.is_direct() => self.codes.maker(&incoming.text).cloned(),
            Spoken::Heard(_) | Spoken::Noticed(..) => None,
        };
        if person.is_none() && !by_profile && maker.is_none() {
            return LineNeeds::default();
        }
        let mut looks = false;
        let signs = |sponsor: &str| person.as_ref().is_some_and(|by| *by.account() == Account::new(sponsor));
        // Of the groups, of who speaks, and of that one's account.
        let (groups, who, active) = match line {
            Spoken::Noticed(_, Notice::Agreed { asked, .. }) if by_profile || signs(&asked.sponsor) => {
                (Need::Anew, Need::Anew, Need::Anew)
            }
            Spoken::Noticed(_, Notice::TakenBack { .. }) => (Need::Recent, Need::Recent, Need::Recent),
            Spoken::Noticed(_, Notice::Pinned) => (Need::Nothing, Need::Recent, Need::Recent),
            Spoken::Noticed(..) => (Need::Nothing, Need::Nothing, Need::Nothing),
            Spoken::Heard(incoming) => {
                let direct = incoming.place.is_direct();
                let words = command::addressed(&incoming.text, &self.settings.prefix, &incoming.own_name, direct);
                let lookup = self.lookup(now);
                let words = words.map(command::sanitise);
                let parsed = words.as_deref().map(|words| (words, command::parse(words, &lookup)));
                match parsed {
                    Some((_, Ok(command))) => {
                        looks = matches!(&command, Command::Query(query) if *query != Query::WhoAmI);
                        let no_group = person.as_ref().is_some_and(|by| self.needs_no_group(&command, by));
                        let groups = if no_group { Need::Nothing } else { of_groups(&command) };
                        (groups, of_speaker(&command), of_account(&command))
                    }
                    // A speaker who may not use a verb is told so before its arguments are read.
                    Some((words, Err(_))) => {
                        let row = match command::understand(words, &lookup) {
                            command::Said::Line(line) => command::verb_with_arguments(&line),
                            command::Said::Offered(_) | command::Said::Approval(_) | command::Said::Friendly(_) => None,
                        };
                        let by_group = row.is_some_and(|row| row.who == Right::MainOrReleng);
                        (
                            if by_group { Need::Recent } else { Need::Nothing },
                            Need::Recent,
                            Need::Nothing,
                        )
                    }
                    None => (Need::Nothing, Need::Nothing, Need::Nothing),
                }
            }
        };
        let ask_who = by_profile && who != Need::Nothing && !accounts.is_known(identity, who, now);
        let account = vouched.filter(Person::is_proven).map(|person| person.account().clone());
        let account = account.or(maker);
        let is_recent = groups == Need::Recent && accounts.is_recent(now);
        LineNeeds {
            groups: if is_recent { Need::Nothing } else { groups },
            who: ask_who.then(|| identity.clone()),
            account: account
                .clone()
                .filter(|account| !accounts.is_settled(account, active, now)),
            acts: account.filter(|_| active != Need::Nothing && !looks),
            anew: who == Need::Anew,
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
            profiles.say(&identity, HeardProfile::new(profile, now));
        }
        if let Some((account, active)) = told.account {
            accounts.actives.say(&account, active, now);
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
            if *stage == AskStage::Asked(told.round) {
                *stage = AskStage::Told(failures.clone());
            }
        }
        let directory = accounts.directory(None, false, now);
        accounts.strict = false;
        if directory != self.directory {
            self.directory = directory;
            self.has_changed();
        }
    }

    /// Gives up the questions that are too late; says why, where there were some.
    pub fn give_up_questions(&mut self, now: DateTime<Utc>) -> Option<String> {
        let accounts = self.accounts.as_ref()?;
        // A question that waits for its turn is no silence of the account system.
        let why = if accounts.open.len() > QUESTIONS_AT_ONCE {
            "too many people act at once, and it answers slowly".to_owned()
        } else {
            format!("it did not answer within {} s", accounts.config.patience.num_seconds())
        };
        let groups = accounts.config.groups.iter();
        let groups: BTreeMap<_, _> = groups.map(|group| (group.clone(), Err(why.clone()))).collect();
        let late = accounts.open.iter().filter(|(_, open)| open.due <= now);
        let late = late.map(|(round, open)| AccountsTold {
            round: *round,
            groups: if open.groups { groups.clone() } else { BTreeMap::new() },
            who: open.who.clone().map(|identity| (identity, Err(why.clone()))),
            account: open.account.clone().map(|account| (account, Err(why.clone()))),
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
    pub fn next_admitted(&mut self, now: DateTime<Utc>) -> Option<Spoken> {
        self.settle(now);
        let mut at = 0;
        loop {
            let accounts = self.accounts.as_ref()?;
            let (line, stage) = accounts.waiting.get(at)?;
            if accounts.is_first(at) {
                match stage {
                    AskStage::Asked(_) => {}
                    AskStage::Told(failures) => {
                        let (failures, needs) = (failures.clone(), self.needs(line, now));
                        let line = self.accounts.as_mut()?.waiting.remove(at).0;
                        return Some(self.let_in(line, &needs, Some(&failures), now));
                    }
                    AskStage::Behind => {
                        let needs = self.needs(line, now);
                        let accounts = self.accounts.as_mut()?;
                        if needs.is_nothing() {
                            let line = accounts.waiting.remove(at).0;
                            return Some(self.let_in(line, &needs, None, now));
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
            self.directory = accounts.directory(None, false, now);
        }
    }

    /// Is the message of that id set aside?
    pub fn is_set_aside(&self, id: &IncomingId) -> bool {
        let mut waiting = self.accounts.iter().flat_map(|accounts| &accounts.waiting);
        waiting.any(|(line, _)| line.incoming().id.as_ref() == Some(id))
    }
}

impl AccountsDesk {
    /// Asks what a line needs, or joins who has asked for it.
    fn stage(&mut self, needs: LineNeeds, now: DateTime<Utc>) -> AskStage {
        let joins = needs.groups == Need::Recent && needs.who.is_none() && needs.account.is_none();
        let mut under_way = self.open.iter().rev().filter(|(_, open)| joins && open.groups);
        let under_way = under_way.next().map(|(round, _)| *round);
        AskStage::Asked(under_way.unwrap_or_else(|| self.ask(needs, now)))
    }
}
