//! Mistakes that depend on where an edition is to be used.

use super::kinds::KINDS;
use super::mistake::{Conditions, Mistake};
use super::read;
use super::reader::{EditionReader, TableEntry, nearest};
use super::{Edition, Level, Phase};

impl Edition {
    /// The edition of a text if it can be used, or everything that is wrong with it. Texts in the journal were checked
    /// when first used and are only read: see [`Edition::read`].
    pub fn check(text: &str, world: &Conditions<'_>) -> Result<Self, Vec<Mistake>> {
        read::read(text, Some(world))?;
        Self::read(text)
    }
}

impl EditionReader<'_> {
    /// The name of an edition must differ from other editions and from words of the commands.
    pub(super) fn name(&mut self, name: &str, at: usize) {
        let Some(world) = self.world else { return };
        let shipped = Edition::from_name(name);
        if shipped.is_some_and(|shipped| shipped.text() != self.text) {
            let what =
                format!("`{name}` is the name of an edition that rfrbot ships, and this text says something else");
            self.wrong(at, what, "Give it a name of its own, such as \"rfr-2027\"");
        }
        if (world.is_taken)(name) || Phase::from_word(name).is_some() {
            self.taken(name, at, "edition");
        }
    }

    /// The name of a phase, a topic or an item must not be a word of the commands, except phases and topics of shipped
    /// editions.
    pub(super) fn not_taken(&mut self, word: &str, at: usize, what: &str) {
        let is_taken = self.world.is_some_and(|world| (world.is_taken)(word));
        let is_topic = |word| Edition::shipped().iter().any(|edition| edition.topic(word).is_some());
        if is_taken && Phase::from_word(word).is_none() && !(what == "topic" && is_topic(word)) {
            self.taken(word, at, what);
        }
    }

    fn taken(&mut self, word: &str, at: usize, what: &str) {
        let choose = if what == "id" { "id" } else { "name" };
        self.wrong(
            at,
            format!("the {what} `{word}` is a word of the commands"),
            format!("Choose another {choose}"),
        );
    }

    /// A row that somebody reports done must have a typeable name, and somebody who can meet it. Each part is checked
    /// separately: one mistake does not hide another.
    pub(super) fn done_by(&mut self, entry: TableEntry<'_, '_>, id: Option<&(String, usize)>, level: Option<Level>) {
        let Some(world) = self.world else { return };
        // A misspelled kind counts as the intended one.
        let kind = entry.given("kind");
        let kind = kind.map(|kind| nearest(&KINDS, kind).unwrap_or(kind));
        let is_own = kind.is_some_and(|kind| KINDS.contains(&kind) && kind != "check" && kind != "mail");
        if let Some((id, at)) = id
            && !is_own
        {
            self.not_taken(id, *at, "id");
        }
        let group = match kind {
            Some("sign-off" | "sponsor") => Some((world.sponsors, "can sign it off")),
            _ if is_own => None,
            _ => entry.given("by").map(|group| (group, "checks it")),
        };
        if let Some((group, does)) = group
            && !group.is_empty()
            && !(world.has_members)(group)
        {
            let gate = match level {
                Some(Level::Must | Level::Required) => ", and its gate could never open",
                Some(Level::Step) | None => "",
            };
            let named = id.map(|(id, _)| format!(" (`{id}`)")).unwrap_or_default();
            self.wrong(
                entry.at,
                format!("nobody is in the group {group}, so nobody {does}{named}{gate}"),
                format!("Add people to it under [groups] in the config: {group} = [\"ACCOUNT\", …]"),
            );
        }
    }
}
