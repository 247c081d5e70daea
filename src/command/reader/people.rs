//! People and their roles: who is named, and as what.

use super::{Reader, bare};
use crate::command::Which;
use crate::command::error::ParseError;
use crate::people::{Account, SECURITY_OFFICER};

/// Words in the place of a name that are nobody's name.
const NOBODY: [&str; 40] = [
    "or",
    "not",
    "no",
    "except",
    "without",
    "if",
    "when",
    "once",
    "unless",
    "until",
    "because",
    "but",
    "maybe",
    "perhaps",
    "he",
    "she",
    "they",
    "who",
    "for",
    "nobody",
    "everyone",
    "everybody",
    "somebody",
    "someone",
    "anyone",
    "anybody",
    "tbd",
    "tba",
    "none",
    "n/a",
    "unknown",
    "later",
    "whoever",
    "whomever",
    "to",
    "be",
    "the",
    "team",
    "folks",
    "people",
];

/// Roles that people put behind a name, and what they are recorded as.
const ROLES: [(&str, &str); 8] = [
    ("maintainer", "maintainer"),
    ("maintainers", "maintainer"),
    ("developer", "developer"),
    ("developers", "developer"),
    ("deployer", "deployer"),
    ("deployers", "deployer"),
    ("tester", "tester"),
    ("testers", "tester"),
];

/// Most names in one command.
const MOST_NAMES: usize = 20;

impl Reader<'_> {
    /// Names up to `as` or the end; commas and `and` between them are allowed.
    pub fn accounts(&mut self) -> Result<Vec<Account>, ParseError> {
        let (mut accounts, mut said) = (Vec::new(), 0);
        while let Some(word) = self.peek() {
            if self.is_one_of(word, &["as"]).is_some() {
                break;
            }
            self.take();
            for name in word.split([',', '&']) {
                let name = bare(name);
                if name.is_empty() || self.is_one_of(name, &["and", "please"]).is_some() {
                    continue;
                }
                if let Some(role) = self.role(name).filter(|_| said > 0) {
                    return Err(self.with_role(role));
                }
                if name == "NAME" {
                    return Err(ParseError::Placeholder {
                        row: self.row,
                        word: "NAME",
                    });
                }
                let account = self
                    .vocabulary
                    .account(name)
                    .filter(|_| !NOBODY.contains(&name.to_lowercase().as_str()));
                let account = account.ok_or_else(|| ParseError::BadAccount(name.to_owned()))?;
                if !accounts.contains(&account) {
                    accounts.push(account);
                }
                said += 1;
                if said > MOST_NAMES {
                    return Err(ParseError::TooManyNames(MOST_NAMES));
                }
            }
        }
        if accounts.is_empty() {
            Err(self.missing("NAME…"))
        } else {
            Ok(accounts)
        }
    }

    /// The role that a word is, in one form.
    fn role(&self, word: &str) -> Option<&'static str> {
        let word = bare(word);
        let known = ROLES.iter().find(|(said, _)| said.eq_ignore_ascii_case(word));
        known.filter(|_| !self.is_known_account(word)).map(|(_, role)| *role)
    }

    /// `add vera (maintainer), hugo`: the line with the role where it belongs.
    fn with_role(&self, role: &str) -> ParseError {
        let words = self.whole.split_whitespace();
        let others: Vec<&str> = words.filter(|word| self.role(bare(word)).is_none()).collect();
        let plain = others.join(" ");
        ParseError::Offered(vec![self.typed(&[plain.trim_end_matches([',', ' ']), "as", role])])
    }

    /// The role behind `as`, in one form: `as the maintainers` is `as maintainer`.
    pub(in crate::command) fn role_text(&mut self) -> Result<String, ParseError> {
        let before = self.before();
        let said = self.text("ROLE…")?;
        self.one_role(before, &said)?;
        let plain = ["a ", "an ", "the "]
            .iter()
            .find_map(|article| said.strip_prefix(article));
        let plain = plain.unwrap_or(&said);
        Ok(self.role(plain).unwrap_or(plain).to_owned())
    }

    /// `as backup, vera as main`: a line for each role.
    fn one_role(&self, before: &str, said: &str) -> Result<(), ParseError> {
        let words: Vec<&str> = said.split_whitespace().collect();
        let Some(second) = words.iter().position(|word| *word == "as") else {
            return Ok(());
        };
        let joins = |at: &usize| *at > 0 && words[at - 1].ends_with([',', ';']) || words[*at] == "and";
        let Some(border) = (1..second).rev().find(joins) else {
            return Ok(());
        };
        let first = words[..border].join(" ");
        let others = words[border..].iter().filter(|word| **word != "and").copied();
        let name = before.split_whitespace().find(|word| self.rfr(word).is_some());
        Err(ParseError::Offered(vec![
            self.typed(&[before, first.trim_end_matches([',', ';'])]),
            self.typed(&[name.map_or("RFR", bare), "add", &others.collect::<Vec<_>>().join(" ")]),
        ]))
    }

    /// Does the command end in `-- yes`? Then what looks like a mistake is intended.
    pub(in crate::command) fn take_yes(&mut self) -> bool {
        let yes = self.rest.rsplit_once(char::is_whitespace).and_then(|(before, last)| {
            self.is_one_of(last, &["yes"])?;
            let before = before.trim_end();
            before.strip_suffix("--").or_else(|| before.strip_suffix('\u{2014}'))
        });
        if let Some(before) = yes {
            self.rest = before.trim_end();
        }
        yes.is_some()
    }

    /// Asks back about the first of these names that nobody knows.
    pub(in crate::command) fn must_be_known(&self, accounts: &[Account]) -> Result<(), ParseError> {
        let unknown = accounts.iter().find(|account| !self.vocabulary.knows_account(account));
        let Some(account) = unknown.filter(|_| self.vocabulary.asks_about_names()) else {
            return Ok(());
        };
        let line = self.typed(&[self.whole]);
        let similar = self.vocabulary.accounts_like(account.as_str());
        let lines = similar
            .iter()
            .filter_map(|name| crate::command::instead_of(&line, account.as_str(), name));
        Err(ParseError::UnknownAccount {
            word: account.as_str().to_owned(),
            lines: lines.collect(),
            confirmed: format!("{line} -- yes"),
        })
    }

    /// Roles that the SOP assigns cannot be recorded.
    pub(in crate::command) fn may_be_recorded(
        &self,
        role: &str,
        which: &Which,
        accounts: &[Account],
    ) -> Result<(), ParseError> {
        let is_role = |role: &str, earned: &[&str]| {
            role.split_whitespace()
                .any(|word| self.is_one_of(word, earned).is_some())
        };
        let is_sponsor = is_role(role, &["sponsor", "sponsors", "co-sponsor"]);
        let joined = role.split_whitespace().map(bare).collect::<Vec<_>>().join("-");
        let is_of_a_group = joined.contains(SECURITY_OFFICER) || joined.contains("sysadmin-");
        let is_none = is_role(&role.replace('-', " "), &["not", "no", "former", "ex"]);
        if !is_sponsor && !is_of_a_group && !is_none && !is_role(role, &["requester", "requestor"]) {
            return Ok(());
        }
        let name = match which {
            Which::Named(_) => self
                .whole
                .split_whitespace()
                .map(bare)
                .find(|word| self.rfr(word).is_some()),
            Which::Omitted { .. } => None,
        };
        let line = accounts.first().filter(|_| is_sponsor).map(|account| {
            let words = ["sponsor", name.unwrap_or_default(), account.as_str()];
            words
                .into_iter()
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        });
        Err(ParseError::RoleIsEarned {
            role: role.to_owned(),
            line,
        })
    }
}
