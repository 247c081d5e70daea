//! Ways around a right: whatever an undo gives, an ordinary command gives the same person at that moment; and a hold is
//! lifted only by those who may, in whatever order people hold, lift, undo, rename, end and reopen.

use crate::authority::bring_to;
use crate::for_all;
use crate::speech::words;
use crate::world::{Speaker, World};
use chrono::Duration;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::select;
use rfrbot::people::{Account, Directory, SYSADMIN_MAIN};
use rfrbot::record::Event;
use rfrbot::rfr::{Before, Ending, Rfr, RfrEvent, RfrId, gate};
use rfrbot::sop::{Edition, Phase};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

const IT: RfrId = RfrId(1);

/// Everybody who is involved, was involved, guards, and a stranger.
const PEOPLE: [Speaker; 7] = [
    Speaker::Ralph,
    Speaker::Toshio,
    Speaker::Nb,
    Speaker::Kevin,
    Speaker::Smooge,
    Speaker::Maja,
    Speaker::Eve,
];

/// What changes between a change and its undo.
#[derive(Clone, Copy, Debug)]
enum Meanwhile {
    Nothing,
    Hours(i64),
    /// The speaker leaves every group.
    LeavesAll,
    Leaves(&'static str),
    Joins(&'static str),
    FourEyes(bool),
    Freeze(bool),
}

#[derive(Clone, Debug)]
struct Move {
    speaker: Speaker,
    words: String,
    meanwhile: Meanwhile,
    undone: bool,
}

const CHANGES: &[&str] = &[
    "advance IT",
    "advance IT",
    "signoff PHASE IT -- fine",
    "unsign PHASE IT wrong",
    "hold IT wait",
    "hold IT stop",
    "release IT",
    "sponsor IT",
    "sponsor IT smooge",
    "sponsor IT kevin",
    "accept IT",
    "decline IT",
    "unsponsor IT no time",
    "handover IT smooge",
    "handover IT kevin",
    "people IT add eve",
    "people IT remove toshio",
    "people IT add toshio as tester",
    "ask IT and now?",
    "answer IT 1 none",
    "withdraw IT 1",
    "withdraw IT 2",
    "decide IT caching SOMETHING",
    "decide IT lb SOMETHING",
    "discussed IT https://lists.example.org/SOMETHING",
    "sop IT https://docs.example.org/SOMETHING",
    "done IT packages",
    "undone IT packages wrong",
    "done IT audit-requested",
    "done IT audit-approved",
    "undone IT audit-approved wrong",
    "done IT monitoring",
    "done IT deployed",
    "undone IT sops wrong",
    "undone IT schedule wrong",
    "undone IT list-discussion wrong",
    "schedule IT 2026-04-20",
    "schedule IT 2026-05-04",
    "ticket IT #9SOMETHING",
    "rename IT other-SOMETHING",
    "free r100",
    "retitle IT title SOMETHING",
    "revert IT development wrong",
    "revert IT staging wrong",
    "revert IT planning wrong",
    "drop IT wrong",
    "remove IT wrong",
    "reopen IT again",
    "reopen IT",
    "note IT hello",
    "report IT all is well",
    "link IT https://example.org/SOMETHING",
];

fn moves(most: usize) -> impl Strategy<Value = (Phase, Vec<Move>)> {
    let meanwhile = prop_oneof![
        8 => select(vec![Meanwhile::Nothing]),
        1 => (1..40i64).prop_map(Meanwhile::Hours),
        3 => select(vec![Meanwhile::LeavesAll]),
        1 => select(vec!["kevin", "smooge", "nb"]).prop_map(Meanwhile::Leaves),
        3 => select(vec!["kevin", "smooge", "nb"]).prop_map(Meanwhile::Joins),
        1 => any::<bool>().prop_map(Meanwhile::FourEyes),
        2 => any::<bool>().prop_map(Meanwhile::Freeze),
    ];
    let words = prop_oneof![6 => select(CHANGES).prop_map(str::to_owned), 1 => words()];
    let one = (select(PEOPLE.to_vec()), words, meanwhile, any::<bool>());
    let one = one.prop_map(|(speaker, words, meanwhile, undone)| Move {
        speaker,
        words,
        meanwhile,
        undone,
    });
    let phases = select(vec![
        Phase::PreSponsorship,
        Phase::Planning,
        Phase::Development,
        Phase::Staging,
        Phase::Production,
    ]);
    (phases, vec(one, most / 2..most))
}

impl World {
    /// The words about the RFR under its present name.
    fn about_it(&mut self, words: &str) -> Option<String> {
        let rfr = self.rfr(IT)?;
        let number = self.commits.len().to_string();
        let filled = words.replace("IT", &rfr.name).replace("PHASE", rfr.phase.name());
        Some(filled.replace("SOMETHING", &number))
    }

    fn meanwhile(&mut self, what: Meanwhile, speaker: Speaker) {
        match what {
            Meanwhile::Nothing => self.now += Duration::minutes(1),
            Meanwhile::Hours(hours) => self.now += Duration::hours(hours),
            Meanwhile::LeavesAll => {
                let account = speaker.account().expect("they have accounts");
                self.main.remove(account);
                self.officers.remove(account);
            }
            Meanwhile::Leaves(member) => {
                self.main.remove(member);
            }
            Meanwhile::Joins(member) => {
                self.main.insert(member);
                self.officers.insert("maja");
            }
            Meanwhile::FourEyes(is) => self.four_eyes = is,
            // The releng member's; not one of those who undo.
            Meanwhile::Freeze(true) => {
                let (from, to) = (self.today(), self.today() + Duration::days(5));
                self.told(Speaker::Tyll, &format!("freeze add fz {from} {to}"));
                self.told(Speaker::Tyll, "freeze start fz");
            }
            Meanwhile::Freeze(false) => {
                self.told(Speaker::Tyll, "freeze lift fz");
                self.told(Speaker::Tyll, "freeze remove fz");
            }
        }
        self.groups_changed();
    }
}

/// How an ordinary command achieves what taking this event back achieves.
enum Ordinary {
    /// It takes back only one's own note or question, or goes with another event of the same change.
    Own,
    /// By these commands, in order.
    By(Vec<String>),
    /// It moves forward again, phase by phase.
    Forward,
}

/// What was done, and how ordinary commands restore it: `was` is the RFR before the change, `is` after it.
fn ordinary(event: &RfrEvent, was: Option<&Rfr>, is: &Rfr) -> Ordinary {
    let by = |words: &str| Ordinary::By(vec![words.replace("IT", &is.name)]);
    // A step opens questions, and a revert undoes items and removes the date; they go back with it.
    let moved = was.is_some_and(|was| was.phase != is.phase);
    let Some(was) = was else {
        return by("drop IT back");
    };
    match event {
        RfrEvent::Noted { .. }
        | RfrEvent::Captured { .. }
        | RfrEvent::CapturedEdited { .. }
        | RfrEvent::CapturedDeleted { .. }
        | RfrEvent::Linked { .. }
        | RfrEvent::Reported { .. }
        | RfrEvent::QuestionAsked { .. }
        | RfrEvent::OfferTaken { .. }
        | RfrEvent::SignOffOutdated { .. }
        | RfrEvent::Mailed { .. }
        | RfrEvent::MailSent { .. }
        | RfrEvent::MailFailed { .. }
        | RfrEvent::MailHeldBack { .. }
        | RfrEvent::HeldBackTold
        | RfrEvent::TitleAwaited
        | RfrEvent::TicketTaken { .. }
        | RfrEvent::AssignmentWanted { .. }
        | RfrEvent::TicketSeen { .. }
        | RfrEvent::TicketHeard { .. }
        | RfrEvent::ListMailHeard { .. } => Ordinary::Own,
        RfrEvent::Undone { .. } | RfrEvent::Requested { .. } => panic!("never the last change of one that was there"),
        RfrEvent::Renamed { .. } => by(&format!("rename IT {}", was.name)),
        // Only the freeing itself, or a renaming, moves a former name.
        RfrEvent::NameFreed { name } if was.name == is.name => Ordinary::By(vec![
            format!("rename {} {name}", is.name),
            format!("rename {name} {}", is.name),
        ]),
        RfrEvent::NameFreed { .. } => Ordinary::Own,
        RfrEvent::Retitled { .. } => by(&format!("retitle IT {}", was.title)),
        RfrEvent::TicketChanged { .. } => by(&format!("ticket IT {}", was.ticket.url)),
        RfrEvent::SponsorAsked { .. } | RfrEvent::SponsorDeclined => match (&was.asked_sponsor, &was.sponsor) {
            (None, _) => by("decline IT"),
            (Some(asked), None) => by(&format!("sponsor IT {}", asked.account)),
            (Some(asked), Some(_)) => by(&format!("handover IT {}", asked.account)),
        },
        RfrEvent::Sponsored { .. } => match &was.sponsor {
            None => by("unsponsor IT back"),
            Some(sponsor) => by(&format!("handover IT {}", sponsor.account)),
        },
        RfrEvent::Unsponsored { .. } => {
            let sponsor = was.sponsor.as_ref().expect("it had one");
            by(&format!("sponsor IT {}", sponsor.account))
        }
        RfrEvent::DiscussionRecorded { .. } => by("undone IT list-discussion back"),
        RfrEvent::DiscussionsCleared { .. } => by("discussed IT https://lists.example.org/back"),
        RfrEvent::PersonAdded { account, .. } | RfrEvent::PersonRemoved { account } => {
            match was.people.iter().find(|person| person.account == *account) {
                None => by(&format!("people IT remove {account}")),
                Some(person) => by(&format!("people IT add {account} as {}", person.role)),
            }
        }
        RfrEvent::QuestionAnswered { .. } if moved => Ordinary::Own,
        // No command reopens a question; asking it again does.
        RfrEvent::QuestionAnswered { .. } | RfrEvent::QuestionWithdrawn { .. } => by("ask IT again?"),
        RfrEvent::TopicDecided { topic, .. } => by(&format!("decide IT {} otherwise back", topic.name())),
        RfrEvent::ItemDone { .. } | RfrEvent::ItemUndone { .. } if moved => Ordinary::Own,
        RfrEvent::ItemDone { item, .. } | RfrEvent::ItemUndone { item, .. } => match was.done.get(item) {
            None => by(&format!("undone IT {item} back")),
            Some(done) => by(&format!("done IT {item} {} again", done.note)),
        },
        RfrEvent::DiscussedInChat { .. } | RfrEvent::LookedAfter { .. } => by("undone IT list-discussion back"),
        RfrEvent::SopLinked { .. } | RfrEvent::SopNotNeeded { .. } => by("undone IT sops back"),
        RfrEvent::SopsCleared { .. } => by("sop IT https://docs.example.org/back"),
        RfrEvent::Scheduled { .. } | RfrEvent::Unscheduled { .. } if moved => Ordinary::Own,
        RfrEvent::Scheduled { .. } | RfrEvent::Unscheduled { .. } => match &was.schedule {
            None => by("undone IT schedule back"),
            Some(schedule) => by(&format!("schedule IT {} back", schedule.date)),
        },
        RfrEvent::SignedOff { phase, .. } => by(&format!("unsign {} IT back", phase.name())),
        // One that no longer counted is given back without counting.
        RfrEvent::SignOffWithdrawn { phase, .. } if was.signoffs[phase].outdated.is_some() => Ordinary::Own,
        RfrEvent::SignOffWithdrawn { phase, .. } => by(&format!("signoff {} IT -- back", phase.name())),
        // The first of two takes back only their own word.
        RfrEvent::ReleaseAgreed { .. } | RfrEvent::ReleaseDisagreed => Ordinary::Own,
        RfrEvent::Held { .. } => by("release IT"),
        RfrEvent::Released { .. } => by("hold IT back"),
        RfrEvent::Adopted { from, .. } => by(&format!("adopt IT {} back -- yes", from.key())),
        RfrEvent::Advanced { from, .. } => by(&format!("revert IT {} back", from.name())),
        RfrEvent::Reverted { .. } => Ordinary::Forward,
        RfrEvent::Ended { .. } => by("reopen IT back"),
        RfrEvent::Reopened { .. } if was.ended.as_ref().is_some_and(|ended| ended.how == Ending::Dropped) => {
            by("drop IT back")
        }
        RfrEvent::Reopened { .. } => by("remove IT back"),
    }
}

/// May this person move it forward, without a missing sign-off or item?
fn may_go_forward(world: &mut World, speaker: Speaker, was: &Rfr, is: &Rfr) {
    let account = speaker.account().expect("they have accounts");
    let sponsor = is
        .sponsor
        .as_ref()
        .is_some_and(|sponsor| sponsor.account.as_str() == account);
    assert!(sponsor || world.main.contains(account), "{account} may not go forward");
    assert_eq!(is.hold, None, "{account} goes forward on hold");
    for phase in Phase::ALL
        .into_iter()
        .filter(|phase| (is.phase..was.phase).contains(phase))
    {
        let there = Rfr { phase, ..was.clone() };
        assert_eq!(gate::blocking(&there), [], "{account} goes through a shut gate");
    }
    if is.phase < Phase::Production && was.phase >= Phase::Production {
        let now = world.now;
        let in_force = world.running().core.desk().state().facts().book.in_force(now);
        assert!(in_force.is_empty(), "{account} deploys in a freeze");
        let signed = was.signoffs.get(&Phase::Staging);
        let own = signed.is_some_and(|signed| signed.mark.by.as_str() == account);
        assert!(!own || !world.four_eyes, "{account} deploys what {account} signed");
    }
}

#[test]
fn an_undo_gives_nobody_more_than_an_ordinary_command_at_that_moment() {
    let seen: RefCell<BTreeMap<String, usize>> = RefCell::default();
    for_all(40, &moves(50), |(phase, moves)| {
        let mut world = World::new(Edition::audit());
        bring_to(&mut world, "r100", 100, phase);
        for Move {
            speaker,
            words,
            meanwhile,
            undone,
        } in moves
        {
            let Some(words) = world.about_it(&words.replace("badges", "IT")) else {
                break;
            };
            let was = world.rfr(IT);
            let Some(commit) = world.told(speaker, &words) else {
                continue;
            };
            world.meanwhile(meanwhile, speaker);
            let Some(is) = world.rfr(IT) else { continue };
            if !undone || is.last_seq != commit.origin.seq || is.before == Before::Nothing {
                continue;
            }
            for other in PEOPLE.into_iter().filter(|other| *other != speaker) {
                let theirs = world.told(other, &format!("undo {}", is.name));
                assert_eq!(theirs, None, "{other:?} undoes {words}");
            }
            let before_it = world.commits.len();
            if world.told(speaker, &format!("undo {}", is.name)).is_none() {
                continue;
            }
            let back = world.rfr(IT);
            for event in &commit.events {
                let Event::Rfr { id: IT, event } = event else { continue };
                let commands = match ordinary(event, was.as_ref(), &is) {
                    Ordinary::Own => continue,
                    Ordinary::Forward => {
                        let was = was.as_ref().expect("it was there");
                        may_go_forward(&mut world, speaker, was, &is);
                        continue;
                    }
                    Ordinary::By(commands) => commands,
                };
                let mut fork = world.fork(before_it);
                for command in &commands {
                    let said = fork.told(speaker, command);
                    assert!(
                        said.as_ref().is_some_and(|commit| !commit.events.is_empty()),
                        "{words}, then {meanwhile:?}: {speaker:?} may undo it, and may not say {command}: {said:?}"
                    );
                }
                let kind = format!("{event:?}");
                let kind = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
                *seen.borrow_mut().entry(kind).or_default() += 1;
                let by_command = fork.rfr(IT);
                if let (Some(back), Some(by_command)) = (&back, &by_command) {
                    assert_eq!(back.phase, by_command.phase, "{words}: {commands:?}");
                    assert_eq!(back.ended.is_some(), by_command.ended.is_some(), "{words}");
                }
            }
        }
        Ok(())
    });
    let seen = seen.into_inner();
    println!("undone and done by an ordinary command: {seen:?}");
    assert!(
        seen.len() >= 20,
        "too few kinds of change were undone: {:?}",
        seen.keys().collect::<BTreeSet<_>>()
    );
}

const AROUND_HOLDS: &[&str] = &[
    "hold IT wait",
    "hold IT stop",
    "hold IT it leaks",
    "hold IT again",
    "release IT",
    "release IT it is urgent",
    "release IT",
    "undo IT",
    "undo IT",
    "rename IT other-SOMETHING",
    "drop IT wrong",
    "remove IT wrong",
    "reopen IT again",
    "revert IT planning wrong",
    "advance IT",
    "sponsor IT",
    "unsponsor IT no time",
    "people IT add eve",
    "note IT hello",
];

/// Somebody's hold that nobody lifted, and who agreed to lift it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Holding {
    holder: String,
    agreed: BTreeSet<String>,
}

impl Holding {
    fn may_be_lifted(&self, by: &str, rfr: &Rfr, world: &World) -> bool {
        let is_main = |account: &str| world.main.contains(account);
        let is_officer = |account: &str| world.officers.contains(account);
        if self.holder == by {
            return true;
        }
        if is_officer(&self.holder) {
            let another = self.agreed.iter().any(|other| other != by && is_main(other));
            return is_officer(by) || (is_main(by) && another);
        }
        is_main(by)
            || rfr
                .sponsor
                .as_ref()
                .is_some_and(|sponsor| sponsor.account.as_str() == by)
    }
}

#[test]
fn nobody_lifts_a_hold_but_those_who_may() {
    let around = (select(PEOPLE.to_vec()), select(AROUND_HOLDS), 0..12u8);
    let phases = select(vec![Phase::Planning, Phase::Staging, Phase::Production]);
    let lifted = RefCell::new(0);
    let covered = RefCell::new(0);
    for_all(48, &(phases, vec(around, 30..60)), |(phase, steps)| {
        let mut world = World::new(Edition::audit());
        bring_to(&mut world, "r100", 100, phase);
        let mut holds: Vec<Holding> = Vec::new();
        let mut before_the_last = holds.clone();
        for (speaker, words, dice) in steps {
            match dice {
                0 => world.meanwhile(Meanwhile::Leaves("kevin"), speaker),
                1 => world.meanwhile(Meanwhile::Joins("kevin"), speaker),
                _ => world.meanwhile(Meanwhile::Nothing, speaker),
            }
            let (Some(words), Some(was)) = (world.about_it(words), world.rfr(IT)) else {
                break;
            };
            let Some(commit) = world.told(speaker, &words) else {
                continue;
            };
            let Some(is) = world.rfr(IT) else { break };
            let by = speaker.account().expect("they have accounts").to_owned();
            let of_it = |event: &Event| match event {
                Event::Rfr { id: IT, event } => Some(event.clone()),
                _ => None,
            };
            let events: Vec<RfrEvent> = commit.events.iter().filter_map(of_it).collect();
            let undone = events.iter().any(|event| matches!(event, RfrEvent::Undone { .. }));
            let until_now = holds.clone();
            if undone {
                holds.clone_from(&before_the_last);
            }
            for event in &events {
                match event {
                    RfrEvent::Held { .. } => {
                        covered.replace_with(|many| *many + usize::from(!holds.is_empty()));
                        holds.push(Holding {
                            holder: by.clone(),
                            agreed: BTreeSet::new(),
                        });
                    }
                    RfrEvent::ReleaseAgreed { .. } => {
                        let top = holds.last_mut().expect("it is on hold");
                        top.agreed.insert(by.clone());
                    }
                    RfrEvent::ReleaseDisagreed => {
                        let top = holds.last_mut().expect("it is on hold");
                        assert!(top.agreed.remove(by.as_str()), "{by} had not agreed");
                    }
                    RfrEvent::Released { .. } => {
                        let left = is.hold.as_ref().map(|hold| hold.mark.by.as_str());
                        loop {
                            let top = holds.pop();
                            let may = top.as_ref().is_some_and(|hold| hold.may_be_lifted(&by, &was, &world));
                            assert!(may, "{by}: {words} lifts {top:?}");
                            if holds.last().map(|hold| hold.holder.as_str()) == left {
                                break;
                            }
                        }
                        lifted.replace_with(|many| *many + 1);
                    }
                    _ => {}
                }
            }
            before_the_last = until_now;
            let holder = is.hold.as_ref().map(|hold| hold.mark.by.as_str().to_owned());
            assert_eq!(holder, holds.last().map(|hold| hold.holder.clone()), "{by}: {words}");
        }
        Ok(())
    });
    println!(
        "{} holds lifted, {} put over another",
        lifted.borrow(),
        covered.borrow()
    );
    assert!(*lifted.borrow() > 50 && *covered.borrow() > 10, "too few holds");
}

#[test]
fn what_no_person_caused_has_no_right_wherever_accounts_come_from() {
    for name in ["mailing-list", "calendar", "clock", "config", "rfrbot", "helper"] {
        let account = Account::new(name);
        let mut directory = Directory::new();
        directory.add_member(SYSADMIN_MAIN, &account);
        directory.add_operator(&account);
        directory.add_mail(&account, "somebody@example.org");
        directory.add_own_name("Helper");
        assert!(!directory.is_member(&account, SYSADMIN_MAIN), "{name}");
        assert!(directory.members(SYSADMIN_MAIN).is_empty(), "{name}");
        assert!(directory.groups_of(&account).is_empty(), "{name}");
        assert!(!directory.is_operator(&account), "{name}");
        assert!(directory.operators().is_empty(), "{name}");
        assert_eq!(directory.by_mail("somebody@example.org"), None, "{name}");
        assert_eq!(directory.matrix_ids_of(&account), Vec::<String>::new(), "{name}");
    }
}
