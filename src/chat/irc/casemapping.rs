//! Which names an IRC server treats as equal: `CASEMAPPING` in its `ISUPPORT` line.

/// A server's rule for comparing nicks and channel names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Casemapping {
    /// Only A–Z and a–z are pairs.
    Ascii,
    /// Also `[]\~` and `{}|^`; the default of a server that says nothing (RFC 1459, section 2.2).
    #[default]
    Rfc1459,
    /// As RFC 1459 was literally written: without `~` and `^`.
    StrictRfc1459,
}

impl Casemapping {
    /// The rule of that name. An unknown name means ASCII, which treats the fewest names as equal, so that nobody is
    /// taken for somebody else.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "rfc1459" => Self::Rfc1459,
            "strict-rfc1459" | "rfc1459-strict" => Self::StrictRfc1459,
            _ => Self::Ascii,
        }
    }

    /// The form in which a name is compared and stored.
    pub(super) fn fold(self, name: &str) -> String {
        name.chars().map(|c| self.fold_char(c)).collect()
    }

    /// Do these name the same nick or channel?
    pub(super) fn same(self, one: &str, other: &str) -> bool {
        one.chars()
            .map(|c| self.fold_char(c))
            .eq(other.chars().map(|c| self.fold_char(c)))
    }

    fn fold_char(self, c: char) -> char {
        match (self, c) {
            (Self::Rfc1459 | Self::StrictRfc1459, '[') => '{',
            (Self::Rfc1459 | Self::StrictRfc1459, ']') => '}',
            (Self::Rfc1459 | Self::StrictRfc1459, '\\') => '|',
            (Self::Rfc1459, '~') => '^',
            (Self::Ascii | Self::Rfc1459 | Self::StrictRfc1459, c) => c.to_ascii_lowercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Casemapping;

    #[test]
    fn each_rule_merges_exactly_its_own_pairs() {
        assert!(Casemapping::Rfc1459.same("Nick[~]\\", "nICK{^}|"));
        assert!(Casemapping::StrictRfc1459.same("a[]\\", "A{}|"));
        assert!(!Casemapping::StrictRfc1459.same("a~", "a^"));
        assert!(!Casemapping::Ascii.same("a[", "a{"));
        assert!(Casemapping::Ascii.same("#Fedora-Admin", "#fedora-admin"));
        assert!(!Casemapping::Rfc1459.same("kevin", "kevin_"));
        assert_eq!(Casemapping::named("utf8-something"), Casemapping::Ascii);
    }
}
