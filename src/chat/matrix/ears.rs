//! Follows the server's event stream, and reports what is said.
//!
//! Every event is looked at once. What was said while nobody listened is fetched by `gaps`.

mod gaps;
mod stream;

use stream::{Answer, Stream};

use super::House;
use super::error::Failure;
use super::members::Members;
use super::position::Position;
use super::reading::{self, Event, What};
use super::recent::{Known, Recent};
use super::render;
use super::rooms::{Moved, Rooms};
use crate::chat::{Incoming, IncomingId, Notice, Report};
use crate::command;
use crate::config::MatrixNetwork;
use crate::people::Directory;
use crate::wording::Wording;
use chrono::{DateTime, Utc};
use matrix_sdk::deserialized_responses::{
    TimelineEvent, TimelineEventKind, UnableToDecryptReason, VerificationLevel, VerificationState,
};
use matrix_sdk::ruma::{EventId, OwnedRoomId, OwnedTransactionId};
use matrix_sdk::sync::{JoinedRoomUpdate, State, SyncResponse};
use matrix_sdk::{Client, Room};
use std::collections::{HashMap, HashSet, VecDeque};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep};
use tracing::{debug, info, warn};

/// How long the server may wait for something to happen.
const LONG_WAIT: Duration = Duration::from_secs(30);

/// The same while keys are awaited.
const SHORT_WAIT: Duration = Duration::from_secs(2);

/// So many event ids are remembered, so that none is looked at twice.
const REMEMBERED: usize = 10_000;

/// How long the key of a message may take to arrive.
const KEY_PATIENCE: Duration = Duration::from_secs(8);

/// How long somebody whose messages cannot be read is not told again in the same room.
const COMPLAINT_PAUSE: Duration = Duration::from_secs(60 * 60);

/// So many complaints in one room and one pause, whoever they are about.
const MOST_COMPLAINTS: usize = 3;

/// How often rooms that it is not in are tried again.
const REJOIN: Duration = Duration::from_secs(5 * 60);

/// Why a session ended.
pub(super) enum Ending {
    /// The server refuses its token.
    Refused(String),
    /// The rest of the house is gone.
    Over,
}

/// The rest of the house is gone.
struct Gone;

/// Why one answer of the server could not be dealt with to its end.
enum Stopped {
    /// The rest of the house is gone.
    Gone,
    /// The server refuses the session's token.
    Refused(String),
}

impl From<Gone> for Stopped {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

/// What listens.
pub(super) struct Ears {
    network: Arc<MatrixNetwork>,
    reports: mpsc::Sender<Report>,
    client: Client,
    rooms: Arc<Rooms>,
    recent: Arc<Recent>,
    position: Arc<Position>,
    connected: watch::Sender<u64>,
    own: String,
    up: bool,
    /// Does the log say that the server is away?
    told_away: bool,
    /// Was there a whole answer of the server since the start?
    synced: bool,
    seen: HashSet<String>,
    seen_order: VecDeque<String>,
    locked: Vec<Locked>,
    complaints: HashMap<OwnedRoomId, Vec<(String, Instant)>>,
    threads: HashSet<String>,
    rejoin_at: Instant,
    members: Members,
    /// Who is who: changes when the config is read anew.
    directory: watch::Receiver<Directory>,
    heard: Heard,
    /// What the bot is called in each room, as long as nobody comes, goes or changes the own name there.
    own_names: HashMap<OwnedRoomId, String>,
}

/// What was in an answer of the server.
#[derive(Default)]
struct Heard {
    /// Something that does not concern the bot, said by others.
    chat: bool,
    /// Something that does.
    something: bool,
}

/// An encrypted event whose key has not arrived yet.
struct Locked {
    room: OwnedRoomId,
    event: TimelineEvent,
    since: Instant,
}

impl Ears {
    pub(super) fn new(
        house: &House,
        client: Client,
        rooms: Arc<Rooms>,
        recent: Arc<Recent>,
        position: Arc<Position>,
        connected: watch::Sender<u64>,
    ) -> Self {
        let own = client
            .user_id()
            .map_or_else(|| house.network.user.clone(), ToString::to_string);
        Self {
            network: house.network.clone(),
            reports: house.reports.clone(),
            client,
            rooms,
            recent,
            position,
            connected,
            own,
            up: false,
            told_away: false,
            synced: false,
            seen: HashSet::new(),
            seen_order: VecDeque::new(),
            locked: Vec::new(),
            complaints: HashMap::new(),
            threads: HashSet::new(),
            rejoin_at: Instant::now(),
            members: Members::default(),
            directory: house.directory.clone(),
            heard: Heard::default(),
            own_names: HashMap::new(),
        }
    }

    /// Follows the stream until there is no point in it.
    pub(super) async fn follow(&mut self) -> Ending {
        let mut wait = self.network.retry_wait.0;
        let mut stream = Stream::new(self.client.clone(), no_room());
        loop {
            let answer = match self.next_answer(&mut stream).await {
                Ok(answer) => answer,
                Err(Gone) => return Ending::Over,
            };
            let pause = match answer {
                Ok(answer) => {
                    wait = self.network.retry_wait.0;
                    let taken = match answer {
                        Answer::Whole(answer) => self.take(*answer).await,
                        Answer::Talk(talk) => self.take_talk(talk, &mut stream).await,
                    };
                    match taken {
                        Ok(()) => continue,
                        Err(Stopped::Gone) => return Ending::Over,
                        Err(Stopped::Refused(why)) => return Ending::Refused(why),
                    }
                }
                Err(error) => match Failure::from(&error) {
                    Failure::TokenRefused(why) => return Ending::Refused(why),
                    failure => {
                        let pause = failure.retry_after().unwrap_or(wait).max(wait);
                        wait = (wait * 2).min(self.network.retry_wait.1);
                        if self.lost(failure.words()).await.is_err() {
                            return Ending::Over;
                        }
                        pause
                    }
                },
            };
            sleep(with_jitter(pause)).await;
        }
    }

    /// The server's next answer; what a changed directory brings is not put off until then.
    async fn next_answer(&mut self, stream: &mut Stream) -> Result<Result<Answer, matrix_sdk::Error>, Gone> {
        let mut asking = pin!(stream.next(self.wait()));
        let mut directory = self.directory.clone();
        loop {
            tokio::select! {
                biased;
                answer = &mut asking => return Ok(answer),
                Ok(()) = directory.changed(), if self.up => {}
            }
            self.directory.mark_unchanged();
            // None of the two may be broken off in its middle, nor wait for the other.
            let mut looking = pin!(self.look_at_everybody_anew());
            let mut answered = None;
            loop {
                tokio::select! {
                    looked = &mut looking => break looked?,
                    answer = &mut asking, if answered.is_none() => answered = Some(answer),
                }
            }
            if let Some(answer) = answered {
                return Ok(answer);
            }
        }
    }

    /// The directory has changed: others may be known now, and others may invite.
    async fn look_at_everybody_anew(&mut self) -> Result<(), Gone> {
        debug!(network = MatrixNetwork::NAME, "people or groups have changed");
        for room in self.client.invited_rooms() {
            self.rooms.consider(&room).await;
        }
        for room in self.client.joined_rooms() {
            self.members.look(&room, &self.rooms).await;
        }
        self.tell_who_is_there().await
    }

    async fn tell_who_is_there(&mut self) -> Result<(), Gone> {
        for report in self.members.news(&self.rooms) {
            self.report(report).await?;
        }
        Ok(())
    }

    /// How long the server may wait for something to happen; not at all while it is not known to be there.
    fn wait(&self) -> Option<Duration> {
        let wait = if self.locked.is_empty() { LONG_WAIT } else { SHORT_WAIT };
        self.up.then_some(wait)
    }

    async fn report(&mut self, report: Report) -> Result<(), Gone> {
        self.heard.something = true;
        self.reports.send(report).await.map_err(|_| Gone)
    }

    async fn lost(&mut self, why: String) -> Result<(), Gone> {
        // Said once: the log is not filled with the same reason for as long as it lasts.
        if self.told_away {
            debug!(network = MatrixNetwork::NAME, why, "still away");
        } else {
            warn!(network = MatrixNetwork::NAME, "{why}; trying again");
        }
        self.told_away = true;
        if !self.up {
            return Ok(());
        }
        self.up = false;
        let network = MatrixNetwork::NAME.to_owned();
        self.report(Report::Down { network, why }).await
    }

    /// One answer of the server.
    async fn take(&mut self, answer: SyncResponse) -> Result<(), Stopped> {
        let first = !self.synced;
        let here_before: HashSet<OwnedRoomId> = if first {
            let rooms = self.client.joined_rooms();
            rooms.iter().map(|room| room.room_id().to_owned()).collect()
        } else {
            HashSet::new()
        };
        for id in answer.rooms.invited.keys() {
            if let Some(room) = self.client.get_room(id) {
                self.rooms.consider(&room).await;
            }
        }
        if first {
            // Invitations that came while it was away.
            for room in self.client.invited_rooms() {
                self.rooms.consider(&room).await;
            }
        }
        let mut replaced = false;
        for id in answer.rooms.joined.keys() {
            replaced |= self.rooms.is_newly_replaced(id);
        }
        if !self.up || replaced || Instant::now() >= self.rejoin_at {
            self.join().await;
        }
        if first {
            // Before anybody is answered, so that nothing said from now on counts as old.
            for room in self.client.joined_rooms() {
                if self.position.of(room.room_id()).is_none() {
                    let update = answer.rooms.joined.get(room.room_id());
                    let events = update.map(|update| update.timeline.events.as_slice());
                    self.begin_here(&room, events, !here_before.contains(room.room_id()))
                        .await;
                }
            }
        }
        if !self.up {
            self.up = true;
            self.told_away = false;
            self.connected.send_modify(|connections| *connections += 1);
            let network = MatrixNetwork::NAME.to_owned();
            self.report(Report::Up { network }).await?;
            self.tell_places().await;
            self.members.tell_anew();
            for room in self.client.joined_rooms() {
                self.members.look(&room, &self.rooms).await;
            }
        }
        self.look_who_is_there(&answer).await?;
        if first {
            self.synced = true;
            for room in self.client.joined_rooms() {
                let Some(position) = self.position.of(room.room_id()) else {
                    continue;
                };
                let events = self.walk(&room, Some(&position)).await?;
                self.look_at_all(&room, events).await?;
            }
        } else {
            for (id, update) in answer.rooms.joined {
                if let Some(room) = self.client.get_room(&id) {
                    self.happened(&room, update.timeline.events, update.timeline.limited)
                        .await?;
                }
            }
        }
        Ok(self.unlock().await?)
    }

    /// An answer of the server that changes nothing of what is known of rooms.
    async fn take_talk(&mut self, talk: Vec<(Room, Vec<TimelineEvent>)>, stream: &mut Stream) -> Result<(), Stopped> {
        if Instant::now() >= self.rejoin_at {
            self.join().await;
            stream.look_whole();
        }
        self.heard = Heard::default();
        for (room, events) in talk {
            self.happened(&room, events, false).await?;
        }
        if self.heard.chat && !self.heard.something {
            stream.was_chat();
        }
        Ok(self.unlock().await?)
    }

    /// Enters the rooms of the config that it is not in, and those that took the place of others.
    async fn join(&mut self) {
        self.rejoin_at = Instant::now() + REJOIN;
        for moved in self.rooms.join().await {
            say_moved(moved).await;
        }
        self.tell_places().await;
    }

    /// Reports how the bot stands with each room of the config.
    async fn tell_places(&mut self) {
        for report in self.rooms.presences() {
            // Whoever is gone hears it from the next report.
            let _ = self.reports.send(report).await;
        }
    }

    /// What happened in a room, oldest first; limited where the server left a gap before it.
    async fn happened(&mut self, room: &Room, events: Vec<TimelineEvent>, limited: bool) -> Result<(), Stopped> {
        let id = room.room_id();
        let events = match self.position.of(id) {
            None => self.since_joining(room, &events),
            position if limited => {
                let missed = self.walk(room, position.as_deref()).await?;
                debug!(room = %id, events = missed.len(), "the server left a gap: walked back");
                missed
            }
            position => {
                // A server that answers out of its memory begins before what is handled.
                let mut events = events;
                let handled = events
                    .iter()
                    .rposition(|event| event.event_id().as_ref().map(|id| id.as_str()) == position.as_deref());
                events.drain(..handled.map_or(0, |at| at + 1));
                events
            }
        };
        Ok(self.look_at_all(room, events).await?)
    }

    /// Tells who came into sight and who went out of it, where the server says that somebody came, went or changed
    /// names.
    async fn look_who_is_there(&mut self, answer: &SyncResponse) -> Result<(), Gone> {
        for (id, update) in &answer.rooms.joined {
            if !tells_of_members(update) {
                continue;
            }
            self.own_names.remove(id);
            if let Some(room) = self.client.get_room(id) {
                self.members.look(&room, &self.rooms).await;
            }
        }
        for id in answer.rooms.left.keys() {
            self.members.left(id);
        }
        self.tell_who_is_there().await
    }

    fn remember(&mut self, id: &str) -> bool {
        if !self.seen.insert(id.to_owned()) {
            return false;
        }
        self.seen_order.push_back(id.to_owned());
        if self.seen_order.len() > REMEMBERED
            && let Some(oldest) = self.seen_order.pop_front()
        {
            self.seen.remove(&oldest);
        }
        true
    }

    async fn look_at_all(&mut self, room: &Room, events: Vec<TimelineEvent>) -> Result<(), Gone> {
        for event in events {
            let Some(id) = event.event_id() else { continue };
            if !self.remember(id.as_str()) {
                continue;
            }
            if !self.is_young(&event) {
                debug!(room = %room.room_id(), %id, "too old to be answered");
                continue;
            }
            if event.kind.is_utd() {
                if event.sender().is_some_and(|sender| sender != self.own.as_str()) {
                    self.locked.push(Locked {
                        room: room.room_id().to_owned(),
                        event,
                        since: Instant::now(),
                    });
                }
                continue;
            }
            self.look_at(room, &event).await?;
        }
        Ok(())
    }

    /// One event that can be read.
    async fn look_at(&mut self, room: &Room, event: &TimelineEvent) -> Result<(), Gone> {
        if is_somebody_elses(event) {
            warn!(room = %room.room_id(), "encrypted words that are not from their sender are left alone");
            return Ok(());
        }
        // Only whoever holds a key of the speaker's can have encrypted it; in the clear a server can say anything.
        let in_the_clear = !self.network.accept_unverified_devices
            && self.rooms.is_encrypted(room)
            && matches!(event.kind, TimelineEventKind::PlainText { .. });
        let Some(event) = reading::read(event.raw().json().get()) else {
            return Ok(());
        };
        if event.sender == self.own {
            return Ok(());
        }
        let Event { id, sender, at, what } = event;
        let known = |reply_to: Option<String>, react: bool| Known {
            room: room.room_id().to_owned(),
            reply_to,
            react,
        };
        match what {
            What::Said { words, thread } => {
                self.complaints
                    .entry(room.room_id().to_owned())
                    .or_default()
                    .retain(|(who, _)| *who != sender);
                if words.is_empty() {
                    return Ok(());
                }
                if in_the_clear {
                    self.is_reported(room, &id, known(Some(id.clone()), false));
                    let incoming = self.incoming(room, thread, &id, &sender, at, words).await;
                    return self.report(Report::Noticed(incoming, Notice::InTheClear)).await;
                }
                let own_name = self.own_name(room).await;
                if !self.may_concern_the_bot(room, &words, &own_name) {
                    self.heard.chat = true;
                    self.position.passed_over(room.room_id(), &id);
                    return Ok(());
                }
                if let Some(root) = &thread {
                    self.find_out_about(room, root).await?;
                }
                self.is_reported(room, &id, known(Some(id.clone()), true));
                let incoming = self.incoming(room, thread, &id, &sender, at, words).await;
                self.report(Report::Heard(incoming)).await
            }
            What::Edited { words, of } => {
                self.is_reported(room, &id, known(Some(of), false));
                let incoming = self.incoming(room, None, &id, &sender, at, words).await;
                self.report(Report::Noticed(incoming, Notice::Edited)).await
            }
            What::Reacted { to, key } if reading::is_agreement(&key) => {
                let Some((about, thread)) = self.own_message(room, &to).await else {
                    return Ok(());
                };
                let Some(asked) = about.asks else { return Ok(()) };
                self.is_reported(room, &id, known(Some(to), false));
                let rfr = about.rfr;
                let incoming = self.incoming(room, thread, &id, &sender, at, String::new()).await;
                self.report(Report::Noticed(incoming, Notice::Agreed { rfr, asked }))
                    .await
            }
            What::Deleted { what } => {
                self.is_reported(room, &id, known(None, false));
                let network = MatrixNetwork::NAME.to_owned();
                let what = IncomingId { network, id: what };
                let incoming = self.incoming(room, None, &id, &sender, at, String::new()).await;
                self.report(Report::Noticed(incoming, Notice::TakenBack { what })).await
            }
            // A room that is replaced shows so in its state, which is looked at with each answer of the server.
            What::Replaced | What::Reacted { .. } | What::Other => Ok(()),
        }
    }

    fn is_reported(&self, room: &Room, id: &str, known: Known) {
        self.recent.put(id, known);
        self.position.is_reported(room.room_id(), id);
    }

    /// Everything does in a private conversation; elsewhere what calls the bot.
    fn may_concern_the_bot(&self, room: &Room, words: &str, own_name: &str) -> bool {
        words.starts_with(self.own.as_str())
            || command::addressed(words, &self.network.prefix, own_name, false).is_some()
            || self.rooms.place(room, None).is_direct()
    }

    /// What the bot is called in a room.
    async fn own_name(&mut self, room: &Room) -> String {
        if let Some(name) = self.own_names.get(room.room_id()) {
            return name.clone();
        }
        let member = match self.client.user_id() {
            Some(own) => room.get_member_no_sync(own).await.ok().flatten(),
            None => None,
        };
        let Some(member) = member else {
            // It has just come, and what the room knows of it is still on its way.
            let profile = self.client.account().get_display_name().await;
            let local = self.client.user_id().map_or("", |own| own.localpart());
            return profile.ok().flatten().unwrap_or_else(|| local.to_owned());
        };
        let name = member.name().to_owned();
        self.own_names.insert(room.room_id().to_owned(), name.clone());
        name
    }

    async fn incoming(
        &mut self,
        room: &Room,
        thread: Option<String>,
        id: &str,
        sender: &str,
        at: i64,
        words: String,
    ) -> Incoming {
        let own_name = self.own_name(room).await;
        // Who is called by the full id is called as well.
        let text = match words.strip_prefix(self.own.as_str()) {
            Some(rest) => format!("{own_name}:{}", rest.trim_start_matches([':', ','])),
            None => words,
        };
        Incoming {
            id: Some(IncomingId {
                network: MatrixNetwork::NAME.to_owned(),
                id: id.to_owned(),
            }),
            place: self.rooms.place(room, thread),
            // Display names are anybody's choice and not even unique.
            name: sender.to_owned(),
            identity: self.rooms.identity(sender),
            own_name,
            text,
            at: DateTime::from_timestamp_millis(at).unwrap_or_else(Utc::now),
        }
    }

    /// What an event of this room says about itself, if the bot said it.
    async fn own_message(&self, room: &Room, id: &str) -> Option<(render::About, Option<String>)> {
        let id = EventId::parse(id).ok()?;
        let event = room.event(&id, None).await.ok()?;
        // In an encrypted room, what says that it comes from the bot must have been encrypted by it.
        let encrypted = matches!(event.kind, TimelineEventKind::Decrypted(_));
        if self.rooms.is_encrypted(room) && !encrypted {
            return None;
        }
        let json = event.raw().json().get();
        let sender = reading::read(json)?.sender;
        (sender == self.own).then(|| render::read_about(json))?
    }

    /// What a thread began with, once.
    async fn find_out_about(&mut self, room: &Room, began_with: &str) -> Result<(), Gone> {
        if self.threads.len() > REMEMBERED {
            self.threads.clear();
        }
        if !self.threads.insert(began_with.to_owned()) {
            return Ok(());
        }
        let Some((about, _)) = self.own_message(room, began_with).await else {
            return Ok(());
        };
        let place = self.rooms.place(room, Some(began_with.to_owned()));
        let rfr = about.rfr;
        self.report(Report::ThreadIsAbout { place, rfr }).await
    }

    /// Tries encrypted events again whose keys were missing; complains about those that stay unreadable.
    async fn unlock(&mut self) -> Result<(), Gone> {
        for locked in std::mem::take(&mut self.locked) {
            let Some(room) = self.client.get_room(&locked.room) else {
                continue;
            };
            let again = room.decrypt_event(locked.event.raw().cast_ref_unchecked(), None).await;
            match again {
                Ok(event) if !event.kind.is_utd() => self.look_at(&room, &event).await?,
                Ok(_) | Err(_) if locked.since.elapsed() < KEY_PATIENCE => self.locked.push(locked),
                Ok(event) => self.complain(&room, &event).await?,
                Err(_) => self.complain(&room, &locked.event).await?,
            }
        }
        Ok(())
    }

    /// Says that something could not be read, but not often.
    async fn complain(&mut self, room: &Room, event: &TimelineEvent) -> Result<(), Gone> {
        let Some(read) = reading::read(event.raw().json().get()) else {
            return Ok(());
        };
        let notice = match &event.kind {
            TimelineEventKind::UnableToDecrypt { utd_info, .. } => match utd_info.reason {
                UnableToDecryptReason::SenderIdentityNotTrusted(_) => Notice::UnverifiedDevice,
                _ => Notice::Unreadable,
            },
            TimelineEventKind::Decrypted(_) | TimelineEventKind::PlainText { .. } => Notice::Unreadable,
        };
        warn!(room = %room.room_id(), sender = read.sender, ?notice, "could not read a message");
        let complaints = self.complaints.entry(room.room_id().to_owned()).or_default();
        complaints.retain(|(_, at)| at.elapsed() < COMPLAINT_PAUSE);
        if complaints.len() >= MOST_COMPLAINTS || complaints.iter().any(|(who, _)| *who == read.sender) {
            return Ok(());
        }
        complaints.push((read.sender.clone(), Instant::now()));
        let known = Known {
            room: room.room_id().to_owned(),
            reply_to: Some(read.id.clone()),
            react: false,
        };
        self.is_reported(room, &read.id, known);
        let incoming = self
            .incoming(room, None, &read.id, &read.sender, read.at, String::new())
            .await;
        self.report(Report::Noticed(incoming, notice)).await
    }
}

/// Says once where the bot goes on after an upgrade.
async fn say_moved(moved: Moved) {
    let (room, words, transaction) = match moved {
        Moved::Followed { from, to } => {
            info!(network = MatrixNetwork::NAME, %from, to = %to.room_id(), "followed an upgrade");
            (to, Wording::followed_upgrade(), format!("rfr-followed-{from}"))
        }
        Moved::Stayed { here, named } => {
            warn!(network = MatrixNetwork::NAME, room = %here.room_id(), %named, "did not follow an upgrade: the other room does not name this one as its predecessor");
            (
                here,
                Wording::stayed_here(named.as_str()),
                format!("rfr-stayed-{named}"),
            )
        }
    };
    for part in render::parts(&words, None) {
        let content = render::content(&part, &render::Answers::default(), true, None);
        let transaction = OwnedTransactionId::from(transaction.as_str());
        let sent = room
            .send_raw("m.room.message", content)
            .with_transaction_id(&transaction)
            .await;
        if let Err(error) = sent {
            warn!(room = %room.room_id(), %error, "could not say where I go on after the upgrade");
        }
    }
}

/// The id of no room.
fn no_room() -> Option<OwnedRoomId> {
    let now = Utc::now().timestamp_micros();
    OwnedRoomId::try_from(format!("!started-{now}:rfrbot.invalid")).ok()
}

/// Was it encrypted with the key of another than its sender, as a copy of somebody's message is?
fn is_somebody_elses(event: &TimelineEvent) -> bool {
    event.encryption_info().is_some_and(|info| {
        matches!(
            info.verification_state,
            VerificationState::Unverified(VerificationLevel::MismatchedSender)
        )
    })
}

/// Does it tell that somebody came, went, or changed names?
fn tells_of_members(update: &JoinedRoomUpdate) -> bool {
    let tells = |json: &str| json.contains("\"m.room.member\"");
    let (State::Before(state) | State::After(state)) = &update.state;
    state.iter().any(|event| tells(event.json().get()))
        || update
            .timeline
            .events
            .iter()
            .any(|event| tells(event.raw().json().get()))
}

/// Up to a fifth longer, so that not every bot comes back at the same moment.
fn with_jitter(pause: Duration) -> Duration {
    let nanos = std::time::SystemTime::now()
        .duration_since(std::time::SystemTime::UNIX_EPOCH)
        .map_or(0, |now| now.subsec_nanos());
    pause + pause / 5 * (nanos % 1000) / 1000
}
