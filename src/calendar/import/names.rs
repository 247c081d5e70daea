//! Whom an event's title names.
//!
//! The forms that people use: `kevin: boat`, `kevin away`, `kevin (out of office)`, `kevin, smooge: FOSDEM`, `PTO:
//! kevin`, `Out of office - kevin and smooge`, `kevin's vacation`. A name counts only if it is an account:
//! `Independence Day` names nobody, in any calendar.

use std::collections::BTreeMap;

/// The accounts that an event can name, by name and by mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<String, String>);

/// The domain in which each account has an address of its own name.
const ACCOUNT_DOMAIN: &str = "@fedoraproject.org";

/// Phrases that mean absence, without any name; longer ones before their prefixes.
const AWAY: &[&str] = &[
    "will be out of office",
    "out of the office",
    "out of office",
    "out-of-office",
    "on vacation",
    "on holidays",
    "on holiday",
    "on leave",
    "on pto",
    "day off",
    "days off",
    "time off",
    "sick leave",
    "sick day",
    "parental leave",
    "annual leave",
    "not available",
    "unavailable",
    "vacations",
    "vacation",
    "holidays",
    "holiday",
    "absences",
    "absence",
    "absent",
    "leave",
    "away",
    "pto",
    "ooo",
    "afk",
    "sick",
    "off",
    "out",
    "travelling",
    "traveling",
    "travel",
    "conference",
];

/// Phrases in a title about people who are present.
const THERE: &[&str] = &[
    "is back",
    "back",
    "returns",
    "is there",
    "available",
    "not away",
    "birthday",
    "anniversary",
    "on call",
    "on-call",
    "oncall",
    "on duty",
    "covers",
    "covering",
    "cover for",
    "replaces",
    "replacing",
    "stands in",
    "standing in",
    "fills in",
    "filling in",
    "substitutes",
    "day",
];

impl Names {
    /// Accounts by their own names, and by these mail addresses. As everywhere, only the case of ASCII letters is
    /// ignored: no other letter equals one of them.
    pub fn new<'a>(
        accounts: impl IntoIterator<Item = &'a str>,
        addresses: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let accounts = accounts
            .into_iter()
            .map(|account| (account.to_ascii_lowercase(), account.to_ascii_lowercase()));
        let addresses = addresses
            .into_iter()
            .map(|(address, account)| (address.to_ascii_lowercase(), account.to_ascii_lowercase()));
        Self(accounts.chain(addresses).collect())
    }

    /// The account of a mail address.
    pub(super) fn of_address(&self, address: &str) -> Option<&str> {
        let address = address.to_ascii_lowercase();
        let known = self.0.get(&address).filter(|_| address.contains('@'));
        let by_domain = || self.0.get(address.strip_suffix(ACCOUNT_DOMAIN)?);
        known.or_else(by_domain).map(String::as_str)
    }

    /// The accounts that a title says are away, in order, and the rest of the title.
    pub(super) fn of_title<'a>(&'a self, title: &str) -> (Vec<&'a str>, String) {
        let named = self.at_the_begin(title);
        if !named.0.is_empty() {
            return if says_there(&named.1) {
                (Vec::new(), title.to_owned())
            } else {
                named
            };
        }
        let Some((away, rest)) = away(title) else {
            return (Vec::new(), title.to_owned());
        };
        // "PTO (kevin)", "Vacation of kevin".
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@');
        let lower = rest.to_ascii_lowercase();
        let word = ["of ", "for ", "by "].into_iter().find(|word| lower.starts_with(word));
        let rest = &rest[word.map_or(0, str::len)..];
        let (accounts, note) = self.at_the_begin(rest);
        let note = note.trim_matches(|c: char| matches!(c, ')' | ']') || c.is_whitespace());
        let said = if note.is_empty() {
            away.to_owned()
        } else {
            format!("{away}: {note}")
        };
        (accounts, said)
    }

    /// The names at the start of a text, and what follows them.
    fn at_the_begin<'a>(&'a self, words: &str) -> (Vec<&'a str>, String) {
        let mut accounts: Vec<&str> = Vec::new();
        let mut rest = words;
        // What follows the last account found.
        let mut after = words;
        loop {
            let trimmed =
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '<' | '@' | '"'));
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | '+');
            let end = trimmed.find(|c: char| !is_name(c)).unwrap_or(trimmed.len());
            let (word, behind) = trimmed.split_at(end);
            // A dash or a dot at the end belongs to the sentence.
            let name = word.trim_end_matches(['-', '.', '+', '@']);
            let behind = &trimmed[trimmed.len() - behind.len() - (word.len() - name.len())..];
            if name.is_empty() {
                break;
            }
            let folded = name.to_ascii_lowercase();
            let known = self
                .0
                .get(&folded)
                .map(String::as_str)
                .or_else(|| self.of_address(&folded));
            let (known, behind) = match known {
                // "kevin+smooge" names two.
                None => match name
                    .split_once('+')
                    .and_then(|(name, _)| Some((name, self.0.get(&name.to_ascii_lowercase())?)))
                {
                    Some((name, account)) => (Some(account.as_str()), &trimmed[name.len()..]),
                    None => (None, behind),
                },
                known => (known, behind),
            };
            let behind = behind.trim_start_matches([']', ')', '>', '"']);
            if let Some(account) = known {
                if !accounts.contains(&account) {
                    accounts.push(account);
                }
                after = behind;
            }
            match connected(behind) {
                Some(more) => rest = more,
                None => break,
            }
        }
        let note = after.strip_prefix("'s").or_else(|| after.strip_prefix("’s"));
        // "kevin's vacation", but not "kevin's birthday" and not "kevinology".
        match note {
            Some(note) if away(note).is_none() => (Vec::new(), words.to_owned()),
            _ if after.starts_with(['\'', '’']) && note.is_none() => (Vec::new(), words.to_owned()),
            note => (accounts, cleaned(note.unwrap_or(after))),
        }
    }
}

/// The text after a character or word that joins two names.
fn connected(words: &str) -> Option<&str> {
    let words = words.trim_start();
    if let Some(rest) = words.strip_prefix([',', '&', '+', '/', ';']) {
        let and = rest.trim_start().strip_prefix("and ");
        return Some(and.unwrap_or(rest));
    }
    ["and ", "und "].into_iter().find_map(|word| words.strip_prefix(word))
}

/// The phrase of absence at the start of a title, and what follows it.
fn away(title: &str) -> Option<(&str, &str)> {
    let title = title.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '('));
    let found = AWAY.iter().find(|word| {
        let begins = title
            .get(..word.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        begins && !title[word.len()..].starts_with(|c: char| c.is_alphanumeric())
    })?;
    Some(title.split_at(found.len()))
}

/// Does a title say only that somebody is away?
pub(super) fn is_only_away(title: &str) -> bool {
    away(title).is_some_and(|(_, rest)| rest.chars().all(|c| !c.is_alphanumeric()))
}

fn says_there(note: &str) -> bool {
    let note = note.to_ascii_lowercase();
    THERE.iter().any(|there| {
        note.strip_prefix(there).is_some_and(|rest| match *there {
            "day" => rest.is_empty(),
            _ => !rest.starts_with(|c: char| c.is_alphanumeric()),
        })
    })
}

fn cleaned(note: &str) -> String {
    let note = note.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '-' | '–' | '—'));
    let note = note.trim();
    // "kevin (out of office)"
    let inner = note.strip_prefix('(').and_then(|note| note.strip_suffix(')'));
    inner.unwrap_or(note).to_owned()
}
