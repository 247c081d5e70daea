//! Who or what caused a change.

use super::Account;
use std::fmt;

/// Who or what caused a change. Causes other than persons are separate variants, so that no account can pass for one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// A person, proven by a network or the console.
    Person(Account),
    /// A mail of the list: nobody in particular.
    List,
    /// A calendar that the config names.
    Calendar,
    /// The clock: a reminder was due.
    Clock,
    /// The config changed.
    Config,
    /// The bot itself.
    Bot,
}

impl By {
    /// Every variant that is not a person.
    const NOBODY: [Self; 5] = [Self::List, Self::Calendar, Self::Clock, Self::Config, Self::Bot];

    /// Its name in history.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person(account) => account.as_str(),
            Self::List => "mailing-list",
            Self::Calendar => "calendar",
            Self::Clock => "clock",
            Self::Config => "config",
            Self::Bot => "rfrbot",
        }
    }

    /// Who a name in a record stands for: an account, unless it is one of the names that no account may have.
    pub fn from_name(name: &str) -> Self {
        Self::nobody(name).unwrap_or_else(|| Self::Person(Account::new(name)))
    }

    /// The variant of that name that is not a person.
    pub(super) fn nobody(name: &str) -> Option<Self> {
        Self::NOBODY
            .into_iter()
            .find(|by| by.as_str().eq_ignore_ascii_case(name))
    }

    /// The person, if it was one.
    pub fn person(&self) -> Option<&Account> {
        match self {
            Self::Person(account) => Some(account),
            Self::List | Self::Calendar | Self::Clock | Self::Config | Self::Bot => None,
        }
    }
}

impl From<Account> for By {
    fn from(account: Account) -> Self {
        Self::Person(account)
    }
}

/// Is it that person? The symmetric case.
impl PartialEq<By> for Account {
    fn eq(&self, by: &By) -> bool {
        *by == *self
    }
}

/// Is it that person? An account named like another variant never is.
impl PartialEq<Account> for By {
    fn eq(&self, account: &Account) -> bool {
        self.person() == Some(account)
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_who_by_a_name_that_no_account_may_have() {
        for by in By::NOBODY {
            assert_eq!(By::from_name(by.as_str()), by);
            let account = Account::new(by.as_str());
            assert!(account.is_nobody(), "{by} could be an account");
            assert!(by != account, "an account passes for {by}");
        }
        let kevin = Account::new("kevin");
        assert_eq!(By::from_name("Kevin"), By::Person(kevin.clone()));
        assert!(By::from_name("kevin") == kevin);
    }
}
