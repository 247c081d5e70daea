//! What is said about edits, deletions, reactions, and unreadable messages.

use super::Wording;
use crate::rfr::Rfr;
use crate::text::{Message, Paragraph};
use crate::wire::SignOffAsked;

impl Wording {
    /// A command stands in an edit.
    pub fn edit_ignored(&self) -> Message {
        Paragraph::new()
            .text("Edit ignored: commands in edits are not run, send it again as a new message.")
            .into()
    }

    /// A command came without encryption into an encrypted room.
    pub fn in_the_clear(&self) -> Message {
        Paragraph::new()
            .text(
                "I did not do that: it was sent without encryption into an encrypted room, and the servers could have made \
                 it up. Send it again from a client that encrypts.",
            )
            .into()
    }

    /// Some clients show other words than others do.
    pub fn two_faced(&self) -> Message {
        Paragraph::new()
            .text(
                "I did not do that: the message shows other words with formatting than without it, so that not everybody \
                 reads what I would do. Send it again as plain text.",
            )
            .into()
    }

    /// The speaker has another identity than before.
    pub fn other_identity(&self, mxid: &str) -> Message {
        Paragraph::new()
            .text(
                "I did not do that: your encryption has another identity (cross-signing) than before, and a server could \
                 have made it up. If it is yours, tell the operator by another way, who confirms it by ",
            )
            .code(format!("rfrbot matrix trust {mxid}"))
            .text(" on the bot's machine.")
            .into()
    }

    /// The same message was handled before.
    pub fn copied(&self) -> Message {
        Paragraph::new()
            .text(
                "I did not do that: it is a copy of an encrypted message that I had before, and a server could have sent \
                 it. If you mean it, write it again.",
            )
            .into()
    }

    /// A message holds more commands than one may.
    pub fn too_many_commands(&self, most: usize) -> Message {
        Paragraph::new()
            .text(format!(
                "I did none of that: a message may hold {most} commands. Send the others in another one."
            ))
            .into()
    }

    /// An encrypted message could not be decrypted.
    pub fn unreadable(&self) -> Message {
        Paragraph::new()
            .text(
                "I could not read that: I have no key for it. Send it again; where that does not help, let your client \
                 share keys with my device, or use a room without encryption. I say this only once here for a while.",
            )
            .into()
    }

    /// An encrypted message came from a device that its owner has not verified.
    pub fn unverified_device(&self) -> Message {
        Paragraph::new()
            .text(
                "I did not read that: it came from a device that you have not verified. Verify this session in your \
                 client's settings, then send it again. I say this only once here for a while.",
            )
            .into()
    }

    /// The sponsor agreed to a message that asked for a sign-off, but what was asked is no longer what it was.
    pub fn asked_too_long_ago(&self, rfr: &Rfr) -> Message {
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(" is not signed off by that reaction: it has changed since I asked. See ")
            .code(self.type_this(&format!("next {}", rfr.name)))
            .text(", then sign with ")
            .code(self.type_this(&format!("signoff {} {}", rfr.called(rfr.phase), rfr.name)))
            .text(".")
            .into()
    }

    /// A message or reaction that had changed something was deleted.
    pub fn deleting_undoes_nothing(&self, rfr: Option<&Rfr>) -> Message {
        let line = Paragraph::new();
        match rfr {
            Some(rfr) => line
                .strong(rfr.name.clone())
                .text(": that was deleted, but what it did stands. To take back one's own last change: ")
                .code(self.type_this("undo"))
                .text("; a sign-off: ")
                .code(self.type_this(&format!("unsign {} {} WHY", rfr.called(rfr.phase), rfr.name)))
                .text("."),
            None => line
                .text("That was deleted, but what it did stands. To take back one's own last change: ")
                .code(self.type_this("undo"))
                .text("."),
        }
        .into()
    }

    /// The line under a message that asks for a sign-off, where one can react to it.
    pub fn sign_by_reaction(asked: &SignOffAsked) -> Paragraph {
        Paragraph::new()
            .person(asked.sponsor.clone())
            .text(format!(": a ✅ on this message signs {} off.", asked.phase))
    }

    /// Over what is folded.
    pub fn folded() -> Paragraph {
        Paragraph::new().text("Everything that it rests on")
    }

    /// The room says that another takes its place, but that one does not agree.
    pub fn stayed_here(named: &str) -> Message {
        Paragraph::new()
            .text("This room says that ")
            .code(named)
            .text(
                " takes its place, but that room does not name this one as its predecessor: I stay here. Upgrade the \
                 room with your client, or put the new room into my config.",
            )
            .into()
    }

    /// The alias under which the config names a room leads here now.
    pub fn led_here(alias: &str) -> Message {
        Paragraph::new()
            .code(alias)
            .text(" leads to this room now; I go on here, with everything that I knew in the one before.")
            .into()
    }

    /// The room was replaced by another, and the bot went along.
    pub fn followed_upgrade() -> Message {
        Paragraph::new()
            .text("This room takes the place of its predecessor; I go on here, with everything that I knew there.")
            .into()
    }
}
