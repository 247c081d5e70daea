//! Follows the server's event stream and reports what is said.
//!
//! Every event is looked at once (`looking`): as it came (`arrived`), or once it can be decrypted (`locked`). `gaps`
//! fetches what was said while nobody listened.

mod arrived;
mod entering;
mod gaps;
mod locked;
mod looking;
mod quoting;
mod stream;

use arrived::ArrivedEvent;

use stream::{Stream, SyncAnswer};

use super::MatrixWires;
use super::error::Failure;
use super::identities::Identities;
use super::members::Members;
use super::position::Position;
use super::recent::RecentMessages;
use super::rooms::Rooms;
use super::seals::Seals;
use super::verification;
use crate::config::MatrixNetwork;
use crate::people::Directory;
use crate::wire::Report;
use chrono::{DateTime, Utc};
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::OwnedRoomId;
use matrix_sdk::sync::{JoinedRoomUpdate, State, SyncResponse};
use matrix_sdk::{Client, Room};
use std::collections::{HashMap, HashSet, VecDeque};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep};
use tracing::{debug, warn};

/// How long the server may hold a request until something happens.
const LONG_WAIT: Duration = Duration::from_secs(30);

/// The same while keys are awaited.
const SHORT_WAIT: Duration = Duration::from_secs(2);

/// Event ids remembered, so that none is processed twice.
const REMEMBERED: usize = 10_000;

/// How long the key of a message may take to arrive.
const KEY_PATIENCE: Duration = Duration::from_secs(8);

/// Pause before somebody is told again, in the same room, that their messages cannot be read.
const COMPLAINT_PAUSE: Duration = Duration::from_secs(60 * 60);

/// Most such complaints in one room within that pause, about whomever.
const MOST_COMPLAINTS: usize = 3;

/// After this many refusals of a position in the stream, start from the beginning.
const MOST_REFUSALS: u32 = 3;

/// Events count as live if the server was asked at least this often. Longer than one long poll.
const LIVE: Duration = Duration::from_secs(2 * 60);

/// Why a session ended.
pub(super) enum SessionEnd {
    /// The server refuses the session's token.
    Refused(Failure),
    /// The rest of the bot is gone.
    Over,
}

/// The rest of the bot is gone.
struct Gone;

/// Why one answer of the server could not be processed to its end.
enum Stopped {
    /// The rest of the bot is gone.
    Gone,
    /// The server refuses the session's token.
    Refused(Failure),
}

impl From<Gone> for Stopped {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

/// What is remembered across restarts about those who speak: their identities, and which of their messages were
/// handled.
pub(super) struct Remembered {
    pub(super) identities: Identities,
    pub(super) seals: Arc<Seals>,
}

/// The listener.
pub(super) struct Ears {
    network: Arc<MatrixNetwork>,
    reports: mpsc::Sender<Report>,
    client: Client,
    rooms: Arc<Rooms>,
    recent: Arc<RecentMessages>,
    position: Arc<Position>,
    identities: Identities,
    connected: watch::Sender<u64>,
    own: String,
    up: bool,
    /// What has been logged already.
    told: AlreadyLogged,
    /// Has the library synced since the start?
    synced: bool,
    /// The last events that were looked at, and their senders.
    senders: HashMap<String, Box<str>>,
    seen_order: VecDeque<String>,
    seals: Arc<Seals>,
    /// When the server last answered, by our own clock.
    answered_at: DateTime<Utc>,
    locked: Vec<Locked>,
    complaints: HashMap<OwnedRoomId, Vec<(String, Instant)>>,
    threads: HashSet<String>,
    rejoin_at: Instant,
    members: Members,
    /// Who is who; changes when the config is reloaded.
    directory: watch::Receiver<Directory>,
    /// The rooms of the config; change then, too.
    wanted: watch::Receiver<Vec<String>>,
    heard: AnswerContents,
    /// The bot's name in each room, valid until somebody joins, leaves or changes a name there.
    own_names: HashMap<OwnedRoomId, String>,
}

/// What has been logged already, so that it is logged once.
#[derive(Default)]
struct AlreadyLogged {
    /// That the server is unreachable.
    away: bool,
    /// That the clocks differ.
    of_clocks: bool,
}

/// What one answer of the server contained.
#[derive(Default)]
struct AnswerContents {
    /// Messages by others that do not concern the bot.
    chat: bool,
    /// Something that does.
    something: bool,
}

/// An encrypted event whose key has not arrived yet.
struct Locked {
    room: OwnedRoomId,
    event: TimelineEvent,
    in_company: bool,
    since: Instant,
}

impl Ears {
    pub(super) fn new(
        wires: &MatrixWires,
        client: Client,
        rooms: Arc<Rooms>,
        recent: Arc<RecentMessages>,
        position: Arc<Position>,
        Remembered { identities, seals }: Remembered,
        connected: watch::Sender<u64>,
    ) -> Self {
        let own = client
            .user_id()
            .map_or_else(|| wires.network.user.clone(), ToString::to_string);
        Self {
            network: wires.network.clone(),
            reports: wires.reports.clone(),
            client,
            rooms,
            recent,
            position,
            identities,
            connected,
            own,
            up: false,
            told: AlreadyLogged::default(),
            synced: false,
            senders: HashMap::new(),
            seen_order: VecDeque::new(),
            seals,
            answered_at: Utc::now(),
            locked: Vec::new(),
            complaints: HashMap::new(),
            threads: HashSet::new(),
            rejoin_at: Instant::now(),
            members: Members::default(),
            directory: wires.directory.clone(),
            wanted: wires.wanted.clone(),
            heard: AnswerContents::default(),
            own_names: HashMap::new(),
        }
    }

    /// Follows the stream until the session ends.
    pub(super) async fn follow(&mut self) -> SessionEnd {
        let mut wait = self.network.retry_wait.0;
        let mut stream = Stream::new(self.client.clone(), no_room());
        let mut refusals = 0;
        loop {
            let answer = match self.next_answer(&mut stream).await {
                Ok(answer) => answer,
                Err(Gone) => return SessionEnd::Over,
            };
            let pause = match answer {
                Ok(answer) => {
                    wait = self.network.retry_wait.0;
                    refusals = 0;
                    let taken = match answer {
                        SyncAnswer::Whole(answer) => self.take(*answer).await,
                        SyncAnswer::Talk(talk) => self.take_talk(talk, &mut stream).await,
                    };
                    match taken {
                        Ok(()) => continue,
                        Err(Stopped::Gone) => return SessionEnd::Over,
                        Err(Stopped::Refused(why)) => return SessionEnd::Refused(why),
                    }
                }
                Err(error) => match Failure::from(&error) {
                    failure @ (Failure::TokenRefused(_) | Failure::SoftLogout(_)) => {
                        return SessionEnd::Refused(failure);
                    }
                    failure @ (Failure::TooFast(_) | Failure::Refused(_) | Failure::Passing(_)) => {
                        let is_no = error
                            .as_client_api_error()
                            .is_some_and(|error| error.status_code.is_client_error());
                        refusals += u32::from(is_no && failure.retry_after().is_none());
                        if refusals >= MOST_REFUSALS {
                            refusals = 0;
                            warn!(
                                network = MatrixNetwork::NAME,
                                "the server does not go on from where it was asked: asking from the beginning"
                            );
                            stream.start_anew(no_room());
                        }
                        let pause = failure.retry_after().unwrap_or(wait).max(wait);
                        wait = (wait * 2).min(self.network.retry_wait.1);
                        if self.lost(failure.words()).await.is_err() {
                            return SessionEnd::Over;
                        }
                        pause
                    }
                },
            };
            sleep(with_jitter(pause)).await;
        }
    }

    /// The server's next answer; a reloaded config is applied meanwhile.
    async fn next_answer(&mut self, stream: &mut Stream) -> Result<Result<SyncAnswer, matrix_sdk::Error>, Gone> {
        let mut asking = pin!(stream.next(self.wait()));
        let (mut directory, mut wanted) = (self.directory.clone(), self.wanted.clone());
        loop {
            tokio::select! {
                biased;
                answer = &mut asking => return Ok(answer),
                Ok(()) = directory.changed(), if self.up => {}
                Ok(()) = wanted.changed(), if self.up => {}
            }
            // Neither may be cancelled half-way, and neither may wait for the other.
            let mut looking = pin!(self.take_over_what_changed());
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

    /// After a reload other people may be known, other people may invite, and there may be more rooms to join.
    async fn take_over_what_changed(&mut self) -> Result<(), Gone> {
        if self.wanted.has_changed().unwrap_or_default() {
            self.wanted.mark_unchanged();
            self.join().await;
        }
        if !self.directory.has_changed().unwrap_or_default() {
            return Ok(());
        }
        self.directory.mark_unchanged();
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

    /// How long the server may hold the request; `None` (not at all) while it is not known to be reachable.
    fn wait(&self) -> Option<Duration> {
        let wait = if self.locked.is_empty() { LONG_WAIT } else { SHORT_WAIT };
        self.up.then_some(wait)
    }

    async fn report(&mut self, report: Report) -> Result<(), Gone> {
        self.heard.something = true;
        self.reports.send(report).await.map_err(|_| Gone)
    }

    async fn lost(&mut self, why: String) -> Result<(), Gone> {
        // Logged once, not at every attempt while the same reason lasts.
        if self.told.away {
            debug!(network = MatrixNetwork::NAME, why, "still away");
        } else {
            warn!(network = MatrixNetwork::NAME, "{why}; trying again");
        }
        self.told.away = true;
        if !self.up {
            return Ok(());
        }
        self.up = false;
        let network = MatrixNetwork::NAME.to_owned();
        self.report(Report::Down { network, why }).await
    }

    /// Are the events of this answer live, whatever their timestamps say? Not if the server was not asked for a while.
    fn is_live(&mut self) -> bool {
        let now = Utc::now();
        let silence = (now - std::mem::replace(&mut self.answered_at, now)).abs();
        silence
            .to_std()
            .is_ok_and(|silence| silence <= self.network.catch_up.max(LIVE))
    }

    /// Processes one answer of the server.
    async fn take(&mut self, answer: SyncResponse) -> Result<(), Stopped> {
        let live = self.is_live();
        let first = !self.synced;
        if first {
            // Before anything is said, so that it comes from a verified device.
            verification::at_the_start(&self.client, &self.network).await;
        }
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
            // Invitations that came while the bot was away.
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
            self.told.away = false;
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
                // In a room just joined, everything since then is live.
                let live = !here_before.contains(room.room_id());
                let events = self.walk(&room, Some(&position), live).await?;
                self.look_at_all(&room, arrived(events), live).await?;
            }
        } else {
            for (id, update) in answer.rooms.joined {
                if let Some(room) = self.client.get_room(&id) {
                    let limited = update.timeline.limited;
                    self.happened(&room, arrived(update.timeline.events), limited, live)
                        .await?;
                }
            }
        }
        Ok(self.unlock().await?)
    }

    /// Processes an answer that changes no state of any room.
    async fn take_talk(&mut self, talk: Vec<(Room, Vec<ArrivedEvent>)>, stream: &mut Stream) -> Result<(), Stopped> {
        let live = self.is_live();
        if Instant::now() >= self.rejoin_at {
            self.join().await;
            stream.look_whole();
        }
        self.heard = AnswerContents::default();
        for (room, events) in talk {
            self.happened(&room, events, false, live).await?;
        }
        if self.heard.chat && !self.heard.something {
            stream.was_chat();
        }
        Ok(self.unlock().await?)
    }

    /// The events of a room, oldest first; `limited` if the server left a gap before them.
    async fn happened(
        &mut self,
        room: &Room,
        events: Vec<ArrivedEvent>,
        limited: bool,
        live: bool,
    ) -> Result<(), Stopped> {
        let id = room.room_id();
        let events = match self.position.of(id) {
            None => self.since_joining(room, events),
            position if limited => {
                let missed = self.walk(room, position.as_deref(), live).await?;
                debug!(room = %id, events = missed.len(), "the server left a gap: walked back");
                arrived(missed)
            }
            position => {
                // A server that answers from a cache starts before what is already handled.
                let mut events = events;
                let handled = events.iter().rposition(|arrived| {
                    arrived.event.event_id().as_ref().map(|id| id.as_str()) == position.as_deref()
                });
                events.drain(..handled.map_or(0, |at| at + 1));
                events
            }
        };
        Ok(self.look_at_all(room, events, live).await?)
    }

    /// Reports who came into sight and who went out of it, if the answer says that somebody joined, left or changed
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

    fn remember(&mut self, event: &TimelineEvent, id: &str) -> bool {
        if self.senders.contains_key(id) {
            return false;
        }
        let sender = event
            .sender()
            .map_or_else(Box::default, |sender| sender.as_str().into());
        self.senders.insert(id.to_owned(), sender);
        self.seen_order.push_back(id.to_owned());
        if self.seen_order.len() > REMEMBERED
            && let Some(oldest) = self.seen_order.pop_front()
        {
            self.senders.remove(&oldest);
        }
        true
    }

    async fn look_at_all(&mut self, room: &Room, mut events: Vec<ArrivedEvent>, live: bool) -> Result<(), Gone> {
        // What was said before somebody left was said to them, too.
        let left = events
            .iter()
            .rposition(|arrived| self.is_anothers_leaving(&arrived.event));
        for arrived in events.iter_mut().take(left.unwrap_or_default()) {
            arrived.in_company = true;
        }
        for mut arrived in events {
            let Some(id) = arrived.event.event_id() else { continue };
            if !self.remember(&arrived.event, id.as_str()) {
                continue;
            }
            self.keep_in_mind(room, &mut arrived).await;
            if !self.is_young(&arrived.event) {
                if !live {
                    debug!(room = %room.room_id(), %id, "too old to be answered");
                    // What was kept of it is marked all the same.
                    if !arrived.event.kind.is_utd() {
                        self.look_at_old(room, arrived).await?;
                    }
                    continue;
                }
                if !std::mem::replace(&mut self.told.of_clocks, true) {
                    warn!(room = %room.room_id(), "what is said now has a time long ago on it: the homeserver's clock or this machine's is wrong");
                }
            }
            if arrived.event.kind.is_utd() {
                if arrived.event.sender().is_some_and(|sender| sender != self.own.as_str()) {
                    self.locked.push(Locked {
                        room: room.room_id().to_owned(),
                        event: arrived.event,
                        in_company: arrived.in_company,
                        since: Instant::now(),
                    });
                }
                continue;
            }
            self.look_at(room, arrived).await?;
        }
        Ok(())
    }
}

fn arrived(events: Vec<TimelineEvent>) -> Vec<ArrivedEvent> {
    events.into_iter().map(ArrivedEvent::from).collect()
}

/// A room id that does not exist.
fn no_room() -> Option<OwnedRoomId> {
    let now = Utc::now().timestamp_micros();
    OwnedRoomId::try_from(format!("!started-{now}:rfrbot.invalid")).ok()
}

/// Does it say that somebody joined, left or changed names?
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

/// Up to a fifth longer, so that not all bots reconnect at the same moment.
fn with_jitter(pause: Duration) -> Duration {
    let nanos = std::time::SystemTime::now()
        .duration_since(std::time::SystemTime::UNIX_EPOCH)
        .map_or(0, |now| now.subsec_nanos());
    pause + pause / 5 * (nanos % 1000) / 1000
}
