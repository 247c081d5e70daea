//! What one event means for the bot, and what is reported of it.

use super::super::calling::{self, BotNames};
use super::super::reading::{self, EventBody, RoomEvent, SpokenWords};
use super::super::recent::KnownEvent;
use super::super::render;
use super::super::rooms::Utterance;
use super::super::seals::SealState;
use super::arrived::ArrivedEvent;
use super::{Ears, Gone, REMEMBERED};
use crate::command;
use crate::config::MatrixNetwork;
use crate::wire::{Incoming, IncomingId, Notice, Place, Quoting, Report, Unquotable};
use chrono::{DateTime, Utc};
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind, VerificationLevel, VerificationState};
use matrix_sdk::ruma::{EventId, UserId};
use tracing::warn;

/// Most commands in one message.
const MOST_COMMANDS: usize = 20;

/// Most people in one message whose names are looked up.
const MOST_LABELS: usize = 20;

/// Where an event comes from, without its text.
struct From {
    id: String,
    sender: String,
    at: i64,
    place: Place,
    /// The seal of its text, if it was encrypted.
    seal: Option<String>,
    /// At what it points.
    quoted: Option<Box<Quoting>>,
}

impl From {
    fn new(id: String, sender: String, at: i64, place: Place) -> Self {
        Self {
            id,
            sender,
            at,
            place,
            seal: None,
            quoted: None,
        }
    }
}

impl Ears {
    /// An event that is too old to be answered: an edit or a deletion marks what was kept of the message, and says nothing.
    pub(super) async fn look_at_old(&mut self, room: &Room, arrived: ArrivedEvent) -> Result<(), Gone> {
        if is_somebody_elses(&arrived.event) {
            return Ok(());
        }
        let Some(event) = reading::read(arrived.event.raw().json().get()) else {
            return Ok(());
        };
        let RoomEvent { id, sender, at, what } = event;
        if sender == self.own {
            return Ok(());
        }
        let notice = match what {
            EventBody::Edited { words, of } => {
                if self.senders.get(&of).is_some_and(|by| **by != *sender) {
                    return Ok(());
                }
                Notice::Edited {
                    what: own_id(&of),
                    words: words.lines.join(" "),
                }
            }
            EventBody::Deleted { what } => Notice::DeletedLongAgo { what: own_id(&what) },
            EventBody::Said { .. } | EventBody::Reacted { .. } | EventBody::Replaced | EventBody::Other => {
                return Ok(());
            }
        };
        let said = Utterance {
            by: &sender.clone(),
            at,
            in_company: arrived.in_company,
        };
        let place = self.rooms.place(room, None, said).await;
        let from = From::new(id, sender, at, place);
        self.notice(room, &from, None, String::new(), notice).await
    }

    /// Processes one readable event.
    pub(super) async fn look_at(&mut self, room: &Room, arrived: ArrivedEvent) -> Result<(), Gone> {
        if is_somebody_elses(&arrived.event) {
            warn!(room = %room.room_id(), "encrypted words that are not from their sender are left alone");
            return Ok(());
        }
        let Some(event) = reading::read(arrived.event.raw().json().get()) else {
            return Ok(());
        };
        if event.sender == self.own {
            return Ok(());
        }
        let RoomEvent { id, sender, at, what } = event;
        let by = sender.clone();
        let said = Utterance {
            by: &by,
            at,
            in_company: arrived.in_company,
        };
        match what {
            EventBody::Said {
                words,
                thread,
                reply_to,
            } => {
                self.complaints
                    .entry(room.room_id().to_owned())
                    .or_default()
                    .retain(|(who, _)| *who != sender);
                if words.lines.is_empty() {
                    return Ok(());
                }
                let place = self.rooms.place(room, thread, said).await;
                let from = From::new(id, sender, at, place);
                self.said(room, arrived, from, (&words, reply_to)).await
            }
            EventBody::Edited { words, of } => {
                // An edit by somebody else is none (Matrix specification, "Validity of replacement events"). Of what was
                // said before the bot came the desk knows the author, where somebody kept it.
                let by = self.senders.get(&of).map(|by| &**by);
                let is_known = by.is_some();
                if by.is_some_and(|by| by != sender) {
                    return Ok(());
                }
                let place = self.rooms.place(room, None, said).await;
                let from = From::new(id, sender, at, place);
                let commands = self.commands(room, &from, &words).await;
                let command = commands.into_iter().next().filter(|_| is_known).unwrap_or_default();
                let edited = Notice::Edited {
                    what: own_id(&of),
                    words: words.lines.join(" "),
                };
                self.notice(room, &from, Some(of), command, edited).await
            }
            EventBody::Reacted { to, key } if reading::is_agreement(&key) && self.rooms.signs_by_reaction(room) => {
                let Some((about, thread)) = self.own_message(room, &to).await else {
                    return Ok(());
                };
                let Some(asked) = about.asks else { return Ok(()) };
                let place = self.rooms.place(room, thread, said).await;
                let from = From::new(id, sender, at, place);
                let agreed = Notice::Agreed { rfr: about.rfr, asked };
                self.notice(room, &from, Some(to), String::new(), agreed).await
            }
            EventBody::Reacted { to, key } if reading::is_pin(&key) => {
                self.pinned(room, (id, sender, at), to, said).await
            }
            // Nobody knows who deleted what in an encrypted room: where no reaction signs, none is taken back either.
            EventBody::Deleted { what } => {
                let place = self.rooms.place(room, None, said).await;
                let from = From::new(id, sender, at, place);
                let taken_back = Notice::TakenBack {
                    what: own_id(&what),
                    proven: self.rooms.signs_by_reaction(room),
                };
                self.notice(room, &from, None, String::new(), taken_back).await
            }
            // A room that is replaced shows so in its state, which is looked at with each answer of the server.
            EventBody::Replaced | EventBody::Reacted { .. } | EventBody::Other => Ok(()),
        }
    }

    /// Somebody put a 📌 on a message. Of strangers it means nothing, and nothing is fetched for them.
    async fn pinned(
        &mut self,
        room: &Room,
        (id, sender, at): (String, String, i64),
        to: String,
        said: Utterance<'_>,
    ) -> Result<(), Gone> {
        let is_known = self.directory.borrow().identify(&self.rooms.identity(&sender)).is_ok();
        if !is_known {
            return Ok(());
        }
        let place = self.rooms.place(room, None, said).await;
        let mut pointed_at = self.pointed_at(room, &place, &to).await;
        // A server that makes up a 📌 would have the bot repeat encrypted words elsewhere.
        if !self.rooms.signs_by_reaction(room) && pointed_at.quoting.is_ok() {
            pointed_at.quoting = Err(Unquotable::ForgeablePin);
        }
        let thread = pointed_at.thread;
        let mut from = From::new(id, sender, at, Place { thread, ..place });
        if let Some(root) = from.place.thread.clone() {
            self.find_out_about(room, &from, &root).await?;
        }
        from.quoted = Some(Box::new(pointed_at.quoting));
        self.notice(room, &from, Some(to), String::new(), Notice::Pinned).await
    }

    /// Somebody said something.
    async fn said(
        &mut self,
        room: &Room,
        arrived: ArrivedEvent,
        mut from: From,
        (words, answers): (&SpokenWords, Option<String>),
    ) -> Result<(), Gone> {
        let commands = self.commands(room, &from, words).await;
        let Some(first) = commands.first().cloned() else {
            self.heard.chat = true;
            self.position.passed_over(room.room_id(), &from.id);
            return Ok(());
        };
        let reply_to = Some(from.id.clone());
        // Only a holder of the speaker's key can have encrypted it; unencrypted text could be made up by a server.
        let in_the_clear = !self.network.accept_unverified_devices
            && self.rooms.is_encrypted(room)
            && matches!(arrived.event.kind, TimelineEventKind::PlainText { .. });
        if in_the_clear {
            return self.notice(room, &from, reply_to, first, Notice::InTheClear).await;
        }
        let Some(arrived) = self.named(room, arrived).await else {
            return self.notice(room, &from, reply_to, first, Notice::Unreadable).await;
        };
        let again = reading::read(arrived.event.raw().json().get());
        let is_same = again.is_some_and(|again| {
            again.sender == from.sender && matches!(again.what, EventBody::Said { words: same, .. } if same == *words)
        });
        if !is_same || is_somebody_elses(&arrived.event) {
            warn!(room = %room.room_id(), "the server gives out different words under one id; they are left alone");
            return Ok(());
        }
        from.seal = arrived.seal();
        if let Some(seal) = &from.seal {
            match self.seals.hear(seal, &from.id, Utc::now().timestamp()) {
                SealState::New => {}
                SealState::Handled => {
                    self.position.passed_over(room.room_id(), &from.id);
                    return Ok(());
                }
                SealState::Copied => return self.notice(room, &from, reply_to, first, Notice::Copied).await,
            }
        }
        if arrived.event.encryption_info().is_some() && !self.has_known_identity(&from.sender).await {
            let sender = &from.sender;
            warn!(
                sender,
                "has another identity (cross-signing) than before; if they say so, too: `rfrbot matrix trust {sender}`"
            );
            return self.notice(room, &from, reply_to, first, Notice::OtherIdentity).await;
        }
        if words.two_faced || !self.labels_are_names(room, words).await {
            return self.notice(room, &from, reply_to, first, Notice::TwoFaced).await;
        }
        if commands.len() > MOST_COMMANDS {
            let most = MOST_COMMANDS;
            let too_many = Notice::TooManyCommands { most };
            return self.notice(room, &from, reply_to, first, too_many).await;
        }
        if let Some(root) = from.place.thread.clone() {
            self.find_out_about(room, &from, &root).await?;
        }
        let own_name = self.own_name(room).await;
        let takes_words = |command: &String| {
            let direct = from.place.is_direct();
            command::addressed(command, &self.network.prefix, &own_name, direct).is_some_and(command::takes_words)
        };
        if let Some(answers) = answers.filter(|_| commands.iter().any(takes_words)) {
            let pointed_at = self.pointed_at(room, &from.place, &answers).await;
            from.quoted = Some(Box::new(pointed_at.quoting));
        }
        self.position.is_reported(room.room_id(), &from.id);
        let last = commands.len() - 1;
        let mut several = Vec::with_capacity(commands.len());
        for (number, command) in commands.into_iter().enumerate() {
            let name = |of: &str| match number {
                0 => of.to_owned(),
                _ => format!("{of}#{}", number + 1),
            };
            let known = KnownEvent {
                room: room.room_id().to_owned(),
                sender: from.sender.clone(),
                reply_to: reply_to.clone(),
                react: true,
                is_all: number == last,
            };
            self.recent.put(&name(&from.id), known);
            let mut incoming = self.incoming(room, &from, command).await;
            let id = IncomingId {
                network: MatrixNetwork::NAME.to_owned(),
                id: name(&from.id),
            };
            incoming.id = Some(match &from.seal {
                Some(seal) => id.also(&name(seal)),
                None => id,
            });
            several.push(incoming);
        }
        match (several.pop(), several.is_empty()) {
            (Some(only), true) => self.report(Report::Heard(only)).await,
            (Some(last), false) => {
                several.push(last);
                self.report(Report::HeardTogether(several)).await
            }
            (None, _) => Ok(()),
        }
    }

    /// Is somebody in the directory still using the identity they were first seen with?
    async fn has_known_identity(&self, mxid: &str) -> bool {
        let is_nobody = {
            let (directory, identity) = (self.directory.borrow(), self.rooms.identity(mxid));
            // Whoever is not known yet may be by the account system once the words are heard.
            directory.identify(&identity).is_err() && !directory.needs_profile(&identity)
        };
        if is_nobody {
            return true;
        }
        let Ok(id) = UserId::parse(mxid) else { return false };
        let encryption = self.client.encryption();
        let identity = match encryption.get_user_identity(&id).await {
            // A new device of the bot may not have been told yet.
            Ok(None) if self.identities.has_one(mxid) => encryption.request_user_identity(&id).await,
            known => known.map_err(Into::into),
        };
        match identity {
            Ok(identity) => {
                let key = identity.and_then(|identity| identity.master_key().get_first_key());
                let key = key.map(|key| key.to_base64());
                self.identities.is_known(mxid, key.as_deref())
            }
            Err(error) => {
                warn!(sender = mxid, %error, "it cannot be told whose identity that is");
                false
            }
        }
    }

    /// Reports something other than text to act on.
    async fn notice(
        &mut self,
        room: &Room,
        from: &From,
        reply_to: Option<String>,
        words: String,
        notice: Notice,
    ) -> Result<(), Gone> {
        let known = KnownEvent {
            room: room.room_id().to_owned(),
            sender: from.sender.clone(),
            reply_to,
            react: false,
            is_all: true,
        };
        self.recent.put(&from.id, known);
        self.position.is_reported(room.room_id(), &from.id);
        let mut incoming = self.incoming(room, from, words).await;
        if let Some(seal) = &from.seal {
            incoming.id = incoming.id.map(|id| id.also(seal));
        }
        self.report(Report::Noticed(incoming, notice)).await
    }

    /// Complains about an event that cannot be read.
    pub(super) async fn cannot_read(
        &mut self,
        room: &Room,
        event: RoomEvent,
        in_company: bool,
        notice: Notice,
    ) -> Result<(), Gone> {
        let RoomEvent {
            id,
            sender,
            at,
            what: _,
        } = event;
        let said = Utterance {
            by: &sender,
            at,
            in_company,
        };
        let place = self.rooms.place(room, None, said).await;
        let from = From::new(id, sender, at, place);
        let reply_to = Some(from.id.clone());
        self.notice(room, &from, reply_to, String::new(), notice).await
    }

    /// The parts of the text that are meant for the bot.
    async fn commands(&mut self, room: &Room, from: &From, words: &SpokenWords) -> Vec<String> {
        let display = self.own_name(room).await;
        let names = BotNames {
            prefix: &self.network.prefix,
            id: &self.own,
            display: &display,
        };
        calling::commands(words, names, from.place.is_direct())
    }

    /// Does every pill show a name of the person it links to? Clients without HTML show the label alone.
    async fn labels_are_names(&self, room: &Room, words: &SpokenWords) -> bool {
        if words.labels.len() > MOST_LABELS {
            return false;
        }
        for (id, label) in words.labels.iter().filter(|(id, _)| *id != self.own) {
            let name = match UserId::parse(id) {
                Ok(id) => self.rooms.name_in(room, &id).await,
                Err(_) => None,
            };
            let shown = label.trim().trim_start_matches('@');
            if name.is_none_or(|name| name.trim() != shown) {
                return false;
            }
        }
        true
    }

    /// The bot's name in a room.
    async fn own_name(&mut self, room: &Room) -> String {
        if let Some(name) = self.own_names.get(room.room_id()) {
            return name.clone();
        }
        let member = match self.client.user_id() {
            Some(own) => room.get_member_no_sync(own).await.ok().flatten(),
            None => None,
        };
        let name = match member {
            Some(member) => member.name().to_owned(),
            None => {
                // The bot has just joined, and the room's member data is still on its way.
                let profile = self.client.account().get_display_name().await;
                let local = self.client.user_id().map_or("", |own| own.localpart());
                profile.ok().flatten().unwrap_or_else(|| local.to_owned())
            }
        };
        let name = name.trim().to_owned();
        self.own_names.insert(room.room_id().to_owned(), name.clone());
        name
    }

    async fn incoming(&mut self, room: &Room, from: &From, text: String) -> Incoming {
        Incoming {
            id: Some(IncomingId {
                network: MatrixNetwork::NAME.to_owned(),
                id: from.id.clone(),
            }),
            place: from.place.clone(),
            // Anybody can choose any display name; they are not even unique.
            name: from.sender.clone(),
            identity: self.rooms.identity(&from.sender),
            own_name: self.own_name(room).await,
            text,
            at: DateTime::from_timestamp_millis(from.at).unwrap_or_else(Utc::now),
            quoted: from.quoted.clone(),
        }
    }

    /// The bot's data in an event of this room, if the bot sent it.
    async fn own_message(&self, room: &Room, id: &str) -> Option<(render::About, Option<String>)> {
        let id = EventId::parse(id).ok()?;
        let event = room.event(&id, None).await.ok()?;
        // In an encrypted room, an event of the bot's must have been encrypted by the bot.
        let encrypted = matches!(event.kind, TimelineEventKind::Decrypted(_));
        if self.rooms.is_encrypted(room) && !encrypted {
            return None;
        }
        let json = event.raw().json().get();
        let sender = reading::read(json)?.sender;
        (sender == self.own).then(|| render::read_about(json))?
    }

    /// Finds out what a thread began with, once.
    async fn find_out_about(&mut self, room: &Room, from: &From, began_with: &str) -> Result<(), Gone> {
        if self.threads.len() > REMEMBERED {
            self.threads.clear();
        }
        if !self.threads.insert(began_with.to_owned()) {
            return Ok(());
        }
        let Some((about, _)) = self.own_message(room, began_with).await else {
            return Ok(());
        };
        let place = from.place.clone();
        let rfr = about.rfr;
        self.report(Report::ThreadIsAbout { place, rfr }).await
    }
}

/// The id of an event, as the rest of the house knows it.
fn own_id(event: &str) -> IncomingId {
    IncomingId {
        network: MatrixNetwork::NAME.to_owned(),
        id: event.to_owned(),
    }
}

/// Was it encrypted with the key of another than its sender, as a copy of somebody's message is?
pub(super) fn is_somebody_elses(event: &TimelineEvent) -> bool {
    event.encryption_info().is_some_and(|info| {
        matches!(
            info.verification_state,
            VerificationState::Unverified(VerificationLevel::MismatchedSender)
        )
    })
}
