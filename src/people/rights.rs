//! What a change requires, and the proof that it was checked.

use super::{Account, Directory, Person, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG};

/// What a command requires of its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Nothing: everybody may look.
    Look,
    /// To be a known person.
    Person,
    /// To be involved in the RFR (requester, sponsor, one of its people), or in sysadmin-main.
    Involved,
    /// To be involved in the RFR, in sysadmin-main, or a security officer.
    Hold,
    /// To be the sponsor, in sysadmin-main, or a security officer.
    Release,
    /// To be the requester or the sponsor, or in sysadmin-main.
    RequesterOrMain,
    /// To be the sponsor, or in sysadmin-main.
    SponsorOrMain,
    /// To be the RFR's sponsor, and still in sysadmin-main.
    Sponsor,
    /// To be in that group.
    Member(&'static str),
    /// To be in sysadmin-main.
    Main,
    /// To be in sysadmin-main or sysadmin-releng.
    MainOrReleng,
    /// To administer the bot, by the config.
    Operator,
}

impl Right {
    /// Who has it, in a few words: completes "for …".
    pub const fn holders(self) -> &'static str {
        match self {
            Self::Look => "everyone",
            Self::Person => "people with a known account",
            Self::Involved => "those involved, or sysadmin-main",
            Self::Hold => "those involved, sysadmin-main or security-officer",
            Self::Release => "whoever holds it, the sponsor, sysadmin-main or security-officer",
            Self::RequesterOrMain => "the requester, the sponsor, or sysadmin-main",
            Self::SponsorOrMain => "the sponsor, or sysadmin-main",
            Self::Sponsor => "the RFR's sponsor, while in sysadmin-main",
            Self::Member(group) => group,
            Self::Main => SYSADMIN_MAIN,
            Self::MainOrReleng => "sysadmin-main or sysadmin-releng",
            Self::Operator => "those who look after the bot",
        }
    }
}

/// A person's relation to an RFR.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Made the request.
    pub requester: bool,
    /// Accepted the sponsorship.
    pub sponsor: bool,
    /// Is involved in any way.
    pub involved: bool,
}

/// Something that was asked for by somebody with the right to it. Only [`authorise`] creates one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorised<T> {
    by: Person,
    what: T,
}

impl<T> Authorised<T> {
    /// Who asked for it.
    pub fn by(&self) -> &Person {
        &self.by
    }

    /// What was asked for.
    pub fn what(&self) -> &T {
        &self.what
    }
}

/// A missing right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denied {
    /// The right that is required.
    pub needs: Right,
    /// The sponsor's account has left sysadmin-main: being the sponsor is not enough.
    pub sponsor_left_group: bool,
    /// Whether somebody has it depends on a group of which nobody can tell now who is in it.
    pub unsure: Option<Unsure>,
    /// Who has it at this moment, by group or relation; incomplete for [`Right::Person`].
    pub holders: Vec<Account>,
}

/// A group of which nobody can tell at this moment who is in it: unknown is not "no member".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// The group.
    pub group: String,
    /// Why.
    pub why: String,
}

impl Unsure {
    /// The first of these groups of which nobody can tell now who is in it.
    pub fn among<'g>(directory: &Directory, groups: impl IntoIterator<Item = &'g str>) -> Option<Self> {
        groups.into_iter().find_map(|group| {
            let why = directory.unsure(group)?.to_owned();
            let group = group.to_owned();
            Some(Self { group, why })
        })
    }
}

/// The groups on whose members a right depends, for somebody with that relation to the RFR.
fn depends_on(needs: Right, relation: Relation, directory: &Directory) -> Vec<&str> {
    match needs {
        Right::Look | Right::Person => Vec::new(),
        // Whoever is not the sponsor does not become it by a group.
        Right::Sponsor if !relation.sponsor => Vec::new(),
        Right::Sponsor | Right::Main | Right::Involved | Right::RequesterOrMain | Right::SponsorOrMain => {
            vec![SYSADMIN_MAIN]
        }
        Right::Hold | Right::Release => vec![SYSADMIN_MAIN, SECURITY_OFFICER],
        Right::MainOrReleng => vec![SYSADMIN_MAIN, SYSADMIN_RELENG],
        Right::Member(group) => vec![group],
        Right::Operator => directory.operator_groups().collect(),
    }
}

/// Is the account, at this moment, in a group whose approvals open a freeze break?
pub fn is_main_or_releng(directory: &Directory, account: &Account) -> bool {
    directory.is_member(account, SYSADMIN_MAIN) || directory.is_member(account, SYSADMIN_RELENG)
}

/// Checks a right at this moment, and only then returns what was asked for.
pub fn authorise<T>(
    directory: &Directory,
    needs: Right,
    person: &Person,
    standing: Relation,
    what: T,
) -> Result<Authorised<T>, Denied> {
    let main = directory.is_member(person.account(), SYSADMIN_MAIN);
    // Mail gives nobody a right that depends on identity.
    let has = (person.is_proven() || matches!(needs, Right::Look | Right::Person))
        && match needs {
            Right::Look | Right::Person => true,
            Right::Main => main,
            Right::Involved => standing.involved || main,
            Right::Hold => standing.involved || main || directory.is_member(person.account(), SECURITY_OFFICER),
            Right::Release => standing.sponsor || main || directory.is_member(person.account(), SECURITY_OFFICER),
            Right::RequesterOrMain => standing.requester || standing.sponsor || main,
            Right::SponsorOrMain => standing.sponsor || main,
            Right::Sponsor => standing.sponsor && main,
            Right::Member(group) => directory.is_member(person.account(), group),
            Right::Operator => directory.is_operator(person.account()),
            Right::MainOrReleng => is_main_or_releng(directory, person.account()),
        };
    if has {
        return Ok(Authorised {
            by: person.clone(),
            what,
        });
    }
    let group = match needs {
        Right::Member(group) => group,
        Right::Look
        | Right::Person
        | Right::Involved
        | Right::Hold
        | Right::Release
        | Right::RequesterOrMain
        | Right::SponsorOrMain
        | Right::Sponsor
        | Right::Operator
        | Right::Main
        | Right::MainOrReleng => SYSADMIN_MAIN,
    };
    let mut holders = directory.members(group);
    if needs == Right::Operator {
        holders = directory.operators();
    }
    if needs == Right::MainOrReleng {
        holders.extend(directory.members(SYSADMIN_RELENG));
        holders.sort();
        holders.dedup();
    }
    let unsure = person
        .is_proven()
        .then(|| Unsure::among(directory, depends_on(needs, standing, directory)))
        .flatten();
    Err(Denied {
        needs,
        sponsor_left_group: unsure.is_none() && needs == Right::Sponsor && standing.sponsor && !main,
        unsure,
        holders,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Identity;

    fn person(directory: &Directory, name: &str) -> Person {
        let identity = Identity::Console {
            account: name.to_owned(),
        };
        directory.identify(&identity).expect("the console names its person")
    }

    #[test]
    fn each_right_is_held_by_exactly_those_whom_it_names() {
        let mut directory = Directory::new();
        directory.add_member(SYSADMIN_MAIN, &Account::new("kevin"));
        directory.add_member("security-officer", &Account::new("maja"));
        directory.add_member(SYSADMIN_RELENG, &Account::new("tyll"));
        let nobody = Relation::default();
        let sponsor = Relation {
            sponsor: true,
            involved: true,
            requester: false,
        };
        let requester = Relation {
            requester: true,
            involved: true,
            sponsor: false,
        };
        let rights = [
            Right::Look,
            Right::Person,
            Right::Involved,
            Right::RequesterOrMain,
            Right::SponsorOrMain,
            Right::Sponsor,
            Right::Member("security-officer"),
            Right::MainOrReleng,
        ];
        let held = |name: &str, standing: Relation| -> Vec<bool> {
            let person = person(&directory, name);
            rights
                .iter()
                .map(|right| authorise(&directory, *right, &person, standing, ()).is_ok())
                .collect()
        };
        let columns = |names: &str| -> Vec<bool> { names.chars().map(|c| c == 'x').collect() };
        assert_eq!(held("ralph", nobody), columns("xx......"));
        assert_eq!(held("ralph", requester), columns("xxxx...."));
        // A sponsor who left sysadmin-main keeps the sponsorship but cannot sign.
        assert_eq!(held("ralph", sponsor), columns("xxxxx..."));
        assert_eq!(held("kevin", nobody), columns("xxxxx..x"));
        assert_eq!(held("kevin", sponsor), columns("xxxxxx.x"));
        assert_eq!(held("maja", nobody), columns("xx....x."));
        assert_eq!(held("tyll", nobody), columns("xx.....x"));
    }

    #[test]
    fn a_denial_says_that_the_sponsor_left_the_group() {
        let directory = Directory::new();
        let sponsor = Relation {
            sponsor: true,
            involved: true,
            requester: false,
        };
        let denied = authorise(&directory, Right::Sponsor, &person(&directory, "ralph"), sponsor, ())
            .expect_err("not in the group");
        assert!(denied.sponsor_left_group);
    }
}
