//! Linking: who is known by one identity proves a second one by a code, and needs no operator for it.
//!
//! A code is said in private where its maker is known, and typed in private where the maker is not known yet. Both
//! networks have proven their side by then, and both proofs are in the fact.

pub use super::links::{IdentityLink, LinkFact, Links};

use super::{Account, Directory, Identity, NotAPerson, Person};
use crate::decision::Decision;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;

/// How long a code counts.
pub const CODE_COUNTS: TimeDelta = TimeDelta::minutes(10);

/// So many wrong codes somebody may type before having to wait for [`CODE_COUNTS`].
pub const MOST_TRIES: usize = 5;

/// So many identities may be linked to one account.
pub const MOST_LINKS: usize = 10;

/// So many codes wait at most; the oldest is forgotten first. Only known people make them, one at a time.
const MOST_CODES: usize = 100;

/// So many wrong codes are remembered; the oldest is forgotten first.
const MOST_WRONG: usize = 1000;

/// Crockford's letters: none looks like another. Ten of 32 are 50 bits.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH: usize = 10;

/// Why nothing is linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkRefusal {
    /// No such code counts: it is wrong, used, or too old. Which of these is not said to whoever guesses.
    NoSuchCode,
    /// Too many wrong codes; it may be tried again then.
    TooManyTries(DateTime<Utc>),
    /// The identity proves another account already.
    SomebodyElse(Account),
    /// It may, but not now.
    Somebody(NotAPerson),
    /// So much is linked to the account already.
    TooManyLinks(Account),
}

/// Codes that wait to be typed. They live in memory alone: a restart takes them back.
#[derive(Debug, Default)]
pub struct Codes {
    waiting: VecDeque<WaitingCode>,
    wrong: VecDeque<(Identity, DateTime<Utc>)>,
}

#[derive(Debug)]
struct WaitingCode {
    code: String,
    account: Account,
    made: CodeMaker,
    at: DateTime<Utc>,
}

/// Where a code was made, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeMaker {
    /// The identity that asked.
    pub identity: Identity,
    /// The network.
    pub network: String,
    /// The name that is shown there: on IRC the nick.
    pub name: String,
}

/// What came of a code that counted.
#[derive(Debug)]
pub struct Redeemed {
    /// Whose code it was.
    pub person: Person,
    /// Where it was made.
    pub made: CodeMaker,
    /// What happens; or the account that the identity proves already.
    pub decision: Decision<LinkFact, Account>,
}

impl Codes {
    /// Makes a code from random bytes, for somebody who is known by this identity on that network. An older one of the
    /// same person no longer counts.
    pub fn make(&mut self, person: &Person, made: CodeMaker, random: [u8; 8], now: DateTime<Utc>) -> String {
        let mut bits = u64::from_be_bytes(random);
        let mut code = String::new();
        for at in 0..CODE_LENGTH {
            if at == CODE_LENGTH / 2 {
                code.push('-');
            }
            let letter = usize::try_from(bits % 32).unwrap_or_default();
            code.extend(LETTERS.get(letter).map(|letter| char::from(*letter)));
            bits /= 32;
        }
        self.waiting.retain(|waiting| waiting.account != *person.account());
        if self.waiting.len() >= MOST_CODES {
            self.waiting.pop_front();
        }
        self.waiting.push_back(WaitingCode {
            code: letters_of(&code),
            account: person.account().clone(),
            made,
            at: now,
        });
        code
    }

    /// Words that others than the one whom a code is for have read: a code among them no longer counts, however it stands
    /// there. Was there one?
    pub fn were_read(&mut self, words: &str) -> bool {
        if self.waiting.is_empty() {
            return false;
        }
        let words = letters_of(words);
        let before = self.waiting.len();
        self.waiting.retain(|waiting| !words.contains(&waiting.code));
        self.waiting.len() < before
    }

    /// Whose code stands at the end of these words.
    pub fn maker(&self, words: &str) -> Option<&Account> {
        if self.waiting.is_empty() {
            return None;
        }
        let words = letters_of(words);
        let found = self.waiting.iter().find(|waiting| words.ends_with(&waiting.code))?;
        Some(&found.account)
    }

    /// Somebody, whose network proved this identity, types a code.
    pub fn redeem(
        &mut self,
        code: &str,
        identity: &Identity,
        directory: &Directory,
        now: DateTime<Utc>,
    ) -> Result<Redeemed, LinkRefusal> {
        self.waiting.retain(|waiting| now - waiting.at < CODE_COUNTS);
        self.wrong.retain(|(_, at)| now - *at < CODE_COUNTS);
        let mut tries = self.wrong.iter().filter(|(who, _)| who.is_same(identity));
        let first = tries.next().map(|(_, at)| *at);
        if let Some(first) = first
            && tries.count() + 1 >= MOST_TRIES
        {
            return Err(LinkRefusal::TooManyTries(first + CODE_COUNTS));
        }
        // Somebody whose account is disabled, or whom the account system cannot name now, is not nobody.
        match directory.identify(identity) {
            Err(why @ (NotAPerson::Inactive(_) | NotAPerson::MayBeInactive(..) | NotAPerson::Unsure(..))) => {
                return Err(LinkRefusal::Somebody(why));
            }
            Ok(_)
            | Err(
                NotAPerson::Unproven(_)
                | NotAPerson::Unmapped(_)
                | NotAPerson::InNoProfile(_)
                | NotAPerson::InSeveralProfiles(_),
            ) => {}
        }
        let code = letters_of(code);
        let found = self.waiting.iter().position(|waiting| waiting.code == code);
        let found = found.and_then(|at| self.waiting.remove(at));
        // Whoever made it must still be that person: the config may have changed in between.
        let known = found.and_then(|waiting| {
            let person = directory.identify(&waiting.made.identity).ok()?;
            (*person.account() == waiting.account).then_some((waiting, person))
        });
        let Some((waiting, person)) = known else {
            // What is no code, and who is known, guesses nothing.
            if code.len() != CODE_LENGTH || directory.identify(identity).is_ok() {
                return Err(LinkRefusal::NoSuchCode);
            }
            if self.wrong.len() >= MOST_WRONG {
                self.wrong.pop_front();
            }
            self.wrong.push_back((identity.clone(), now));
            return Err(LinkRefusal::NoSuchCode);
        };
        let WaitingCode { account, made, .. } = waiting;
        let beside = made.identity.clone();
        let redeemed = |decision| Redeemed { person, made, decision };
        match directory.identify(identity) {
            Ok(other) if *other.account() == account => return Ok(redeemed(Decision::Already(account))),
            Ok(other) => return Err(LinkRefusal::SomebodyElse(other.account().clone())),
            Err(_) => {}
        }
        if directory.links().to(&account).count() >= MOST_LINKS {
            return Err(LinkRefusal::TooManyLinks(account));
        }
        let link = IdentityLink {
            account,
            identity: identity.clone(),
            beside,
            at: now,
        };
        Ok(redeemed(Decision::Events(vec![LinkFact::Linked(link)])))
    }
}

/// A code as it is compared: without dashes and case; O is 0, and I and L are 1.
fn letters_of(code: &str) -> String {
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn services(account: &str) -> Identity {
        Identity::IrcAccount {
            network: "libera".to_owned(),
            account: account.to_owned(),
        }
    }

    fn on_libera(account: &str) -> CodeMaker {
        CodeMaker {
            identity: services(account),
            network: "libera".to_owned(),
            name: account.to_owned(),
        }
    }

    fn matrix(mxid: &str) -> Identity {
        Identity::Matrix { mxid: mxid.to_owned() }
    }

    fn noon() -> DateTime<Utc> {
        "2026-03-02T12:00:00Z".parse().expect("a time")
    }

    /// Kevin is known on libera, and has made a code.
    fn made() -> (Codes, Directory, String) {
        let mut directory = Directory::new();
        directory.add_identity(&Account::new("kevin"), services("kevin"));
        let mut codes = Codes::default();
        let kevin = directory.identify(&services("kevin")).expect("known");
        let code = codes.make(&kevin, on_libera("kevin"), [7, 1, 9, 200, 33, 5, 66, 254], noon());
        (codes, directory, code)
    }

    #[test]
    fn whoever_may_be_somebody_is_not_linked() {
        let (mut codes, mut directory, code) = made();
        let dora = matrix("@dora:example.org");
        directory.add_identity(&Account::new("dora"), dora.clone());
        directory.set_inactive(&Account::new("dora"));
        let refused = codes.redeem(&code, &dora, &directory, noon());
        let inactive = NotAPerson::Inactive(Account::new("dora"));
        assert_eq!(refused.map(|_| ()), Err(LinkRefusal::Somebody(inactive)));
        let other = matrix("@other:example.org");
        assert!(
            codes.redeem(&code, &other, &directory, noon()).is_ok(),
            "the code counts still"
        );
    }

    #[test]
    fn a_code_binds_who_types_it_once() {
        let (mut codes, mut directory, code) = made();
        assert_eq!(code.len(), CODE_LENGTH + 1, "{code}");
        let typed = code.to_lowercase().replace('-', "");
        let redeemed = codes
            .redeem(&typed, &matrix("@kevin:example.org"), &directory, noon())
            .expect("the code counts");
        assert_eq!(redeemed.person.account(), &Account::new("kevin"));
        assert_eq!(redeemed.made, on_libera("kevin"));
        let Decision::Events(facts) = redeemed.decision else {
            panic!("nothing happened")
        };
        let mut links = Links::default();
        for fact in &facts {
            links.apply(fact);
        }
        directory.set_links(links);
        let known = directory.identify(&matrix("@kevin:example.org")).expect("linked");
        assert_eq!(known.account(), &Account::new("kevin"));
        // A second time it is no code, for nobody.
        let again = codes.redeem(&code, &matrix("@mallory:example.org"), &directory, noon());
        assert_eq!(again.expect_err("used"), LinkRefusal::NoSuchCode);
    }

    #[test]
    fn a_code_counts_for_ten_minutes() {
        let (mut codes, directory, code) = made();
        let late = noon() + CODE_COUNTS;
        let refused = codes.redeem(&code, &matrix("@kevin:example.org"), &directory, late);
        assert_eq!(refused.expect_err("too old"), LinkRefusal::NoSuchCode);
        let (mut codes, directory, code) = made();
        let before = late - TimeDelta::seconds(1);
        assert!(
            codes
                .redeem(&code, &matrix("@kevin:example.org"), &directory, before)
                .is_ok()
        );
    }

    #[test]
    fn five_wrong_codes_end_the_trying_for_a_while() {
        let (mut codes, directory, code) = made();
        let mallory = matrix("@mallory:example.org");
        for _ in 0..MOST_TRIES {
            let refused = codes.redeem("00000-00000", &mallory, &directory, noon());
            assert_eq!(refused.expect_err("wrong"), LinkRefusal::NoSuchCode);
        }
        // The right one, too; whoever else has it is not in the way.
        let refused = codes.redeem(&code, &mallory, &directory, noon());
        assert_eq!(
            refused.expect_err("too many"),
            LinkRefusal::TooManyTries(noon() + CODE_COUNTS)
        );
        assert!(
            codes
                .redeem(&code, &matrix("@kevin:example.org"), &directory, noon())
                .is_ok()
        );
    }

    #[test]
    fn a_code_is_worth_no_more_than_its_maker() {
        let (mut codes, _, code) = made();
        // The operator took kevin out in between.
        let refused = codes.redeem(&code, &matrix("@kevin:example.org"), &Directory::new(), noon());
        assert_eq!(refused.expect_err("nobody"), LinkRefusal::NoSuchCode);
        // Who is somebody else stays so.
        let (mut codes, mut directory, code) = made();
        directory.add_identity(&Account::new("ralph"), matrix("@ralph:example.org"));
        let refused = codes.redeem(&code, &matrix("@ralph:example.org"), &directory, noon());
        assert_eq!(
            refused.expect_err("ralph"),
            LinkRefusal::SomebodyElse(Account::new("ralph"))
        );
    }

    #[test]
    fn a_newer_code_and_a_public_one_end_a_code() {
        let (mut codes, directory, code) = made();
        let kevin = directory.identify(&services("kevin")).expect("known");
        let newer = codes.make(&kevin, on_libera("kevin"), [1; 8], noon());
        assert!(!codes.were_read(&code), "the older one counts");
        assert!(codes.were_read(&format!("oops, {}!", newer.to_lowercase())));
        let refused = codes.redeem(&newer, &matrix("@kevin:example.org"), &directory, noon());
        assert_eq!(refused.expect_err("read by all"), LinkRefusal::NoSuchCode);
    }
}
