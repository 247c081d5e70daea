//! Who may do what: a separate table, every verb that changes something against every kind of speaker.
//!
//! A change by somebody without the right leaves everything unchanged; with the right it happens.

use crate::world::{Speaker, World};
use rfrbot::command::rows;
use rfrbot::people::Right;
use rfrbot::sop::{Edition, Phase};
use std::collections::BTreeSet;

/// Somebody's relation to the RFR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Requester,
    /// One of its people.
    Involved,
    /// The sponsor, in sysadmin-main.
    Sponsor,
    /// The sponsor, who left sysadmin-main.
    SponsorWhoLeft,
    /// In sysadmin-main only.
    Main,
    /// In sysadmin-releng only.
    Releng,
    SecurityOfficer,
    /// A known account that is not involved.
    Known,
    Unmapped,
    NotLoggedIn,
    KevinElsewhere,
    Ghost,
}

use Role::{Involved, Known, Main, Releng, Requester, SecurityOfficer, Sponsor, SponsorWhoLeft};

const ROLES: [Role; 12] = [
    Requester,
    Involved,
    Sponsor,
    SponsorWhoLeft,
    Main,
    Releng,
    SecurityOfficer,
    Known,
    Role::Unmapped,
    Role::NotLoggedIn,
    Role::KevinElsewhere,
    Role::Ghost,
];

impl Role {
    fn speaker(self) -> Speaker {
        match self {
            Requester => Speaker::Ralph,
            Involved => Speaker::Toshio,
            Sponsor | SponsorWhoLeft => Speaker::Nb,
            Main => Speaker::Kevin,
            Releng => Speaker::Tyll,
            SecurityOfficer => Speaker::Maja,
            Known => Speaker::Eve,
            Role::Unmapped => Speaker::Unmapped,
            Role::NotLoggedIn => Speaker::NotLoggedIn,
            Role::KevinElsewhere => Speaker::KevinElsewhere,
            Role::Ghost => Speaker::Ghost,
        }
    }
}

/// Everybody whom the bot knows.
const ANYBODY: &[Role] = &[
    Requester,
    Involved,
    Sponsor,
    SponsorWhoLeft,
    Main,
    Releng,
    SecurityOfficer,
    Known,
];
const THOSE_INVOLVED: &[Role] = &[Requester, Involved, Sponsor, SponsorWhoLeft, Main];
const REQUESTER_OR_MAIN: &[Role] = &[Requester, Sponsor, SponsorWhoLeft, Main];
const FREEZERS: &[Role] = &[Sponsor, Main, Releng];
const SPONSOR_OR_MAIN: &[Role] = &[Sponsor, SponsorWhoLeft, Main];

/// A command (`IT` is the RFR), what was said before it, the RFR's phase at that time, and who may.
struct Case(&'static str, &'static [(Speaker, &'static str)], Phase, &'static [Role]);

use Phase::{Development, Planning, PreSponsorship, Production, Staging};
use Speaker::{Eve, Kevin, Maja, Nb, Ralph, Smooge};

const NOTHING: &[(Speaker, &str)] = &[];
const FROZEN: &[(Speaker, &str)] = &[
    (Kevin, "freeze add IT 2027-05-01 2027-05-09"),
    (Kevin, "freeze start IT"),
];
const BREAKING: &[(Speaker, &str)] = &[
    (Kevin, "freeze add IT 2027-05-01 2027-05-09"),
    (Kevin, "freeze start IT"),
    (Ralph, "freeze-break request IT a full disk"),
];
const BREAKING_MYSELF: &[(Speaker, &str)] = &[
    (Kevin, "freeze add IT 2027-05-01 2027-05-09"),
    (Kevin, "freeze start IT"),
    (Kevin, "freeze-break request IT a full disk"),
];
const BROKEN: &[(Speaker, &str)] = &[
    (Kevin, "freeze add IT 2027-05-01 2027-05-09"),
    (Kevin, "freeze start IT"),
    (Ralph, "freeze-break request IT a full disk"),
    (Smooge, "+1 IT"),
    (Speaker::Tyll, "+1 IT"),
];
// The sponsor and the sponsor who left are one person, for whom it is already so the second time.
const NOT_REMINDED: &[(Speaker, &str)] = &[(Nb, "remind me off")];
const NOT_SHORT: &[(Speaker, &str)] = &[(Nb, "prefs short off")];
const MAINTAINED: &[(Speaker, &str)] = &[
    (Ralph, "done IT deployed"),
    (Ralph, "done IT monitoring it is watched"),
    (Ralph, "advance IT"),
];
const AWAY: &[(Speaker, &str)] = &[(Ralph, "away today 2027-05-09")];
const AWAY_LATER: &[(Speaker, &str)] = &[(Ralph, "away 2027-05-01 2027-05-09")];
const READY_TO_SIGN: &[(Speaker, &str)] = &[
    (Nb, "decide IT caching none"),
    (Nb, "decide IT load-balancing one host"),
    (Nb, "decide IT deployment one host"),
    (Nb, "sop IT https://docs.example.org/7"),
];

const CASES: &[Case] = &[
    Case("new ANOTHER #NUMBER A title", NOTHING, Planning, ANYBODY),
    Case("rename IT ANOTHER", NOTHING, Planning, THOSE_INVOLVED),
    Case("free IT", &[(Ralph, "rename IT ANOTHER")], Planning, &[Sponsor, Main]),
    Case("retitle IT Another title", NOTHING, Planning, THOSE_INVOLVED),
    Case("ticket IT #NUMBER", NOTHING, Planning, THOSE_INVOLVED),
    // Without a sponsor nobody has that role: nb is a member like kevin, or was one.
    Case("sponsor IT", NOTHING, PreSponsorship, &[Sponsor, Main]),
    Case("sponsor IT smooge", NOTHING, PreSponsorship, ANYBODY),
    // Nobody outside the group can be asked.
    Case("sponsor IT eve", NOTHING, PreSponsorship, &[]),
    // Only the one who was asked accepts.
    Case("accept IT", &[(Ralph, "sponsor IT kevin")], PreSponsorship, &[Main]),
    Case("accept IT", &[(Ralph, "sponsor IT smooge")], PreSponsorship, &[]),
    Case("sponsor IT", &[(Nb, "handover IT kevin")], Planning, &[Main]),
    Case("sponsor IT", NOTHING, Planning, &[]),
    // Whoever asked, or was asked; another member was not.
    Case(
        "decline IT",
        &[(Ralph, "sponsor IT smooge")],
        PreSponsorship,
        &[Requester],
    ),
    Case(
        "decline IT",
        &[(Ralph, "sponsor IT kevin")],
        PreSponsorship,
        &[Requester, Main],
    ),
    Case("decline IT", &[(Eve, "sponsor IT smooge")], PreSponsorship, &[Known]),
    Case("unsponsor IT no time", NOTHING, Planning, SPONSOR_OR_MAIN),
    Case("handover IT smooge", NOTHING, Planning, SPONSOR_OR_MAIN),
    Case("focus IT", &[(Ralph, "focus off")], Planning, ANYBODY),
    Case("discussed IT https://lists.example.org/1", NOTHING, Planning, ANYBODY),
    Case("people IT add smooge", NOTHING, Planning, THOSE_INVOLVED),
    Case("people IT remove toshio", NOTHING, Planning, THOSE_INVOLVED),
    Case("ask IT why?", NOTHING, Planning, ANYBODY),
    // The answer to a question of the SOP is a decision.
    Case("answer IT 2 none", NOTHING, Planning, THOSE_INVOLVED),
    Case("answer IT 5 a week", &[(Ralph, "ask IT how long?")], Planning, ANYBODY),
    Case("withdraw IT 1", NOTHING, Planning, THOSE_INVOLVED),
    // Whoever asked may withdraw the question.
    Case(
        "withdraw IT 5",
        &[(Eve, "ask IT why?")],
        Planning,
        &[Requester, Involved, Sponsor, SponsorWhoLeft, Main, Known],
    ),
    Case("decide IT caching none", NOTHING, Planning, THOSE_INVOLVED),
    Case("done IT packages", NOTHING, Planning, THOSE_INVOLVED),
    Case("done IT audit-requested", NOTHING, Development, THOSE_INVOLVED),
    Case("done IT audit-approved", NOTHING, Staging, &[SecurityOfficer]),
    Case(
        "undone IT audit-approved wrong",
        &[(Maja, "done IT audit-approved")],
        Staging,
        &[SecurityOfficer],
    ),
    Case(
        "undone IT packages wrong",
        &[(Kevin, "done IT packages")],
        Planning,
        THOSE_INVOLVED,
    ),
    Case("sop IT https://docs.example.org/2", NOTHING, Planning, THOSE_INVOLVED),
    Case("report IT all is well", NOTHING, Planning, THOSE_INVOLVED),
    Case("schedule IT 2026-06-01", NOTHING, Planning, THOSE_INVOLVED),
    Case("note IT hello", NOTHING, Planning, ANYBODY),
    Case("link IT https://example.org hello", NOTHING, Planning, ANYBODY),
    // Only the sponsor signs off, not even another member.
    Case("signoff development IT", READY_TO_SIGN, Development, &[Sponsor]),
    Case(
        "signoff staging IT -- the playbooks are there",
        NOTHING,
        Staging,
        &[Sponsor],
    ),
    Case(
        "unsign staging IT wrong",
        &[(Nb, "signoff staging IT -- the playbooks are there")],
        Staging,
        SPONSOR_OR_MAIN,
    ),
    Case(
        "hold IT wait",
        NOTHING,
        Planning,
        &[Requester, Involved, Sponsor, SponsorWhoLeft, Main, SecurityOfficer],
    ),
    // Not by those whom it stops, but by whoever placed it.
    Case(
        "release IT",
        &[(Smooge, "hold IT wait")],
        Planning,
        &[Sponsor, SponsorWhoLeft, Main],
    ),
    Case(
        "release IT",
        &[(Ralph, "hold IT wait")],
        Planning,
        &[Requester, Sponsor, SponsorWhoLeft, Main],
    ),
    // A security officer's by them; the first of two members agrees.
    Case(
        "release IT",
        &[(Maja, "hold IT wait")],
        Planning,
        &[Sponsor, Main, SecurityOfficer],
    ),
    Case(
        "advance IT",
        &[(Eve, "discussed IT https://lists.example.org/1")],
        Planning,
        THOSE_INVOLVED,
    ),
    Case("revert IT planning wrong", NOTHING, Development, SPONSOR_OR_MAIN),
    Case(
        "adopt IT classic it is simpler -- yes",
        NOTHING,
        Development,
        &[Sponsor, Main],
    ),
    Case("adopt IT classic it is simpler", NOTHING, Development, &[]),
    Case("drop IT nobody needs it", NOTHING, Planning, REQUESTER_OR_MAIN),
    Case("drop IT nobody needs it", NOTHING, Production, &[]),
    Case(
        "upkeep IT capacity it is enough",
        MAINTAINED,
        Production,
        THOSE_INVOLVED,
    ),
    Case("remove IT replaced", NOTHING, Production, SPONSOR_OR_MAIN),
    Case("remove IT replaced", NOTHING, Staging, &[]),
    Case(
        "reopen IT again",
        &[(Kevin, "drop IT nobody needs it")],
        Planning,
        REQUESTER_OR_MAIN,
    ),
    // Only one's own last change: not even a member may undo another's.
    Case("undo IT", &[(Eve, "note IT hello")], Planning, &[Known]),
    Case("undo IT", &[(Ralph, "hold IT wait")], Planning, &[Requester]),
    Case("undo IT", &[(Smooge, "hold IT wait")], Planning, &[]),
    // Freezes belong to sysadmin-main and sysadmin-releng, who also approve breaks; a break's requester does not.
    Case("freeze add IT 2027-05-01 2027-05-09", NOTHING, Planning, FREEZERS),
    Case(
        "freeze remove IT",
        &[(Kevin, "freeze add IT 2027-05-01 2027-05-09")],
        Planning,
        FREEZERS,
    ),
    Case(
        "freeze start IT",
        &[(Kevin, "freeze add IT 2027-05-01 2027-05-09")],
        Planning,
        FREEZERS,
    ),
    Case("freeze lift IT", FROZEN, Planning, FREEZERS),
    Case("freeze-break request IT a full disk", FROZEN, Planning, THOSE_INVOLVED),
    Case("+1 IT", BREAKING, Planning, FREEZERS),
    Case("+1 IT", BREAKING_MYSELF, Planning, &[Sponsor, Releng]),
    Case("-1 IT too risky", BREAKING, Planning, FREEZERS),
    Case("freeze-break withdraw IT it can wait", BREAKING, Planning, &[Requester]),
    Case("freeze-break done IT", BROKEN, Planning, THOSE_INVOLVED),
    Case("freeze-break done IT", BREAKING, Planning, &[]),
    Case("away 2027-05-01 2027-05-09 IT", NOTHING, Planning, ANYBODY),
    Case("back", AWAY, Planning, &[Requester]),
    Case("away cancel", AWAY_LATER, Planning, &[Requester]),
    // In private alone.
    Case("unlink libera/ralph", NOTHING, Planning, &[]),
    // Everybody sets their own reminders; for an RFR, those involved in it.
    Case("remind me on", NOT_REMINDED, Planning, ANYBODY),
    Case("prefs short on", NOT_SHORT, Planning, ANYBODY),
    Case("snooze IT 2 weeks", NOTHING, Planning, THOSE_INVOLVED),
    Case("snooze question 2 of IT 2 weeks", NOTHING, Planning, THOSE_INVOLVED),
    Case("snooze question 77 of IT 2 weeks", NOTHING, Planning, &[]),
    Case("mute IT it waits for hardware", NOTHING, Planning, THOSE_INVOLVED),
    Case("unmute IT", &[(Ralph, "mute IT wait")], Planning, THOSE_INVOLVED),
    Case("unmute IT", NOTHING, Planning, &[]),
];

/// Everything that brings an RFR of Ralph's, with Nb as its sponsor, to a phase.
pub(crate) fn bring_to(world: &mut World, name: &str, number: u32, phase: Phase) {
    let mut told = vec![(Ralph, format!("new {name} #{number} A title"))];
    let mut tell = |until: Phase, lines: &[(Speaker, &str)]| {
        if phase > until {
            told.extend(lines.iter().map(|(who, words)| (*who, words.replace("IT", name))));
        }
    };
    tell(
        PreSponsorship,
        &[(Nb, "sponsor IT"), (Nb, "people IT add toshio"), (Nb, "advance IT")],
    );
    tell(
        Planning,
        &[(Nb, "discussed IT https://lists.example.org/7"), (Nb, "advance IT")],
    );
    tell(
        Development,
        &[
            (Nb, "decide IT caching none"),
            (Nb, "decide IT lb none"),
            (Nb, "decide IT deployment one host"),
            (Nb, "sop IT https://docs.example.org/7"),
            (Nb, "done IT audit-requested"),
            (Nb, "signoff development IT"),
            (Nb, "advance IT"),
        ],
    );
    tell(
        Staging,
        &[
            (Nb, "schedule IT 2026-05-04"),
            (Maja, "done IT audit-approved"),
            (Nb, "signoff staging IT -- the playbooks are there"),
            (Nb, "advance IT"),
        ],
    );
    if phase == PreSponsorship {
        told.push((Ralph, format!("people {name} add toshio")));
    }
    for (speaker, words) in told {
        assert!(world.say(speaker, &words).is_some(), "{words} does nothing");
    }
}

#[test]
fn the_table_of_rights_names_every_verb_that_changes_something() {
    let verb = |command: &str| {
        let begins = |verb: &&str| command == *verb || command.starts_with(&format!("{verb} "));
        let verbs = rows().map(|row| row.verb);
        verbs.filter(begins).max_by_key(|verb| verb.len())
    };
    let covered: BTreeSet<&str> = CASES.iter().filter_map(|case| verb(case.0)).collect();
    let changing: BTreeSet<&str> = rows()
        // What changes the bot rather than an RFR has its own tests.
        .filter(|row| !matches!(row.who, Right::Look | Right::Operator))
        .map(|row| row.verb)
        // Alone it is for everybody, in private: it makes somebody known.
        .chain(["link"])
        .collect();
    assert_eq!(covered, changing);
}

mod attacks {
    use super::*;

    #[test]
    fn only_those_with_the_right_change_anything() {
        let mut number = 100;
        let (mut refused, mut happened) = (0, 0);
        for Case(command, before, phase, may) in CASES {
            let mut world = World::new(Edition::audit());
            for role in ROLES {
                number += 10;
                let name = format!("r{number}");
                world.set_member("nb", true);
                bring_to(&mut world, &name, number, *phase);
                let fill = |words: &str| {
                    words
                        .replace("IT", &name)
                        .replace("ANOTHER", &format!("other-{name}"))
                        .replace("NUMBER", &(number + 1).to_string())
                };
                for (speaker, words) in *before {
                    world.say(*speaker, &fill(words));
                }
                if role == SponsorWhoLeft {
                    world.set_member("nb", false);
                }
                let words = fill(command);
                let picture = world.picture();
                let commit = world.say(role.speaker(), &words);
                let expected = may.contains(&role);
                assert_eq!(commit.is_some(), expected, "{role:?}: {command} in {phase:?}");
                if expected {
                    happened += 1;
                    assert_ne!(picture, world.picture(), "{role:?}: {command} changes nothing");
                } else {
                    refused += 1;
                    assert_eq!(picture, world.picture(), "{role:?}: {command} leaves a trace");
                }
            }
        }
        println!("{} cases: {happened} allowed, {refused} refused", CASES.len());
    }
}
