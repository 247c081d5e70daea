//! What is told of an RFR beside its gates: when it was looked after in maintenance, kinds of SOP documents, the discussion
//! in chat, and who is in its group.

use super::Wording;
use super::phrases::{because, by_on, cut, day, joined, listed, people};
use crate::rfr::duty::neglected;
use crate::rfr::outlook::Outlook;
use crate::rfr::{Link, Rfr, gate};
use crate::sop::{self, Document, Kind, Upkeep};
use crate::text::Paragraph;

impl Wording {
    /// In maintenance: when each side was looked after last, and what was found.
    pub(super) fn looked_after(&self, outlook: &Outlook<'_>) -> Option<Paragraph> {
        let (rfr, now) = (outlook.rfr, outlook.around.now);
        if !rfr.is_maintained() {
            return None;
        }
        let sides = Upkeep::ALL
            .into_iter()
            .map(|side| match rfr.extras().upkeep.get(&side) {
                Some(done) => Paragraph::new()
                    .text(format!("{} ", side.name()))
                    .then(by_on(&done.mark))
                    .text(because(&cut(&done.note, 80))),
                None => Paragraph::new().text(format!("{} not yet", side.name())),
            });
        let line = Paragraph::new()
            .text("Looked after: ")
            .then(joined(sides.collect(), "; "));
        let line = match neglected(rfr, now).first() {
            Some(side) => line
                .text(". Once a year it is asked for: ")
                .code(self.type_this(&format!("upkeep {} {} WHAT…", rfr.name, side.name()))),
            None => line,
        };
        Some(line.full_stop())
    }

    /// What the SOP asks for in this phase beside its rows: the discussion in chat, and the kinds of SOP documents.
    pub(super) fn beside_the_rows(&self, rfr: &Rfr) -> Vec<Paragraph> {
        let has = |wanted: Kind| sop::rows(rfr.edition, rfr.phase).any(|row| row.kind == wanted);
        let mut parts = Vec::new();
        if has(Kind::Discussion) && rfr.extras().talks.is_empty() {
            let line = Paragraph::new().text("the discussion in chat (in its room: ");
            parts.push(
                line.code(self.type_this(&format!("discussed {} here", rfr.name)))
                    .text(")"),
            );
        }
        if has(Kind::Sops) {
            parts.extend(self.documents_to_consider(rfr));
        }
        parts
    }

    /// The kinds of SOP documents that nobody has linked or said to be needless, with what does one of them.
    pub(super) fn documents_to_consider(&self, rfr: &Rfr) -> Option<Paragraph> {
        // That none is needed at all was said.
        if gate::none_needed(rfr) {
            return None;
        }
        let kinds: Vec<Document> = rfr.documents_to_consider().collect();
        let names: Vec<&str> = kinds.iter().map(|kind| kind.called()).collect();
        let first = kinds.first()?;
        let command = |rest: &str| self.type_this(&format!("sop {} {} {rest}", rfr.name, first.name()));
        Some(
            Paragraph::new()
                .text(format!("{} (", listed(&names)))
                .code(command("URL"))
                .text(" or ")
                .code(command("none WHY…"))
                .text(")"),
        )
    }

    /// Who is responsible and not said to be in its group.
    pub(super) fn not_in_the_group(&self, outlook: &Outlook<'_>) -> Option<Paragraph> {
        let rfr = outlook.rfr;
        let members = outlook.around.directory.members(&rfr.group());
        let missing = gate::not_in_the_group(rfr, &members);
        if missing.is_empty() {
            return None;
        }
        let line = Paragraph::new()
            .text(format!("Responsible, and not said to be in {}: ", rfr.group()))
            .then(people(&missing));
        if !members.is_empty() {
            return Some(line.text("."));
        }
        let all = rfr.people.iter().filter(|person| person.maintains());
        let all: Vec<&str> = all.map(|person| person.account.as_str()).collect();
        let command = format!("done {} {} {}", rfr.name, gate::GROUP, all.join(" "));
        Some(line.text("; once they are: ").code(self.type_this(&command)).text("."))
    }
}

/// A discussion in chat: where, when, and where a log shows it.
pub(super) fn talk(talk: &Link) -> Paragraph {
    let line = Paragraph::new().text(format!("discussed in chat in {} on {}", talk.label, day(talk.mark.at)));
    if talk.url.is_empty() {
        line
    } else {
        line.text(", ").link(talk.url.clone())
    }
}

/// What was said in place of linking SOP documents: that none is needed, or where they are. A document that was linked later
/// says otherwise than that none is.
pub(super) fn instead_of_sops(rfr: &Rfr) -> Option<Paragraph> {
    let row = rfr.edition.rows().iter().find(|row| row.kind == Kind::Sops)?;
    let done = rfr.done.get(row.id)?;
    let is_later = |link: &Link| link.mark.at > done.mark.at;
    if !done.note.contains("://") && rfr.sops.iter().any(is_later) {
        return None;
    }
    let line = Paragraph::new().text(format!("{} (", said_of_sops(&done.note)));
    Some(
        line.person(done.mark.by.as_str())
            .text(format!(" {})", day(done.mark.at))),
    )
}

/// The note of who ticked the SOP documents off: an address, or why none is needed.
pub(super) fn said_of_sops(note: &str) -> String {
    let says_so = note.contains("://") || note.to_lowercase().starts_with("no");
    if says_so {
        note.to_owned()
    } else if note.is_empty() {
        "none needed".to_owned()
    } else {
        format!("none needed: {note}")
    }
}

/// The kinds of SOP documents that it does not need, and why.
pub(super) fn needless(rfr: &Rfr) -> impl Iterator<Item = Paragraph> {
    rfr.extras().sops_not_needed.iter().map(|(kind, done)| {
        Paragraph::new()
            .text(format!("no {} needed{} (", kind.called(), because(&done.note)))
            .person(done.mark.by.as_str())
            .text(format!(" {})", day(done.mark.at)))
    })
}
