//! The device's keys on disk, in matrix-sdk's `SQLite` store, minus accesses that change nothing or return what is
//! known.
//!
//! After each answer of the server the library writes the account, mostly unchanged, and the stream position, which
//! nobody here reads: two transactions, each synced to disk. For each event it reads the same devices, identities,
//! sessions and room keys again. This layer skips those writes and caches those reads.
//! **Everything else passes through at once, and a write is on disk before it returns**: only writes of unchanged data
//! are skipped.
//!
//! It saves a third of the CPU of a command in an encrypted room (`docs/performance.md`). On a new release of the
//! library, give each new method of `CryptoStore` a line that calls `disk`; only the cached ones do more.

use async_trait::async_trait;
use matrix_sdk::SqliteCryptoStore;
use matrix_sdk::cross_process_lock::CrossProcessLockGeneration;
use matrix_sdk::ruma::events::secret::request::SecretName;
use matrix_sdk::ruma::{DeviceId, OwnedDeviceId, OwnedRoomId, OwnedUserId, RoomId, TransactionId, UserId};
use matrix_sdk_base::crypto::olm::{
    Curve25519PublicKey, InboundGroupSession, OlmMessageHash, OutboundGroupSession, PrivateCrossSigningIdentity,
    SenderDataType, Session,
};
use matrix_sdk_base::crypto::store::types::{
    BackupKeys, Changes, DehydratedDeviceKey, PendingChanges, RoomKeyCounts, RoomKeyWithheldEntry,
    RoomPendingKeyBundleDetails, RoomSettings, StoredRoomKeyBundleData, TrackedUser,
};
use matrix_sdk_base::crypto::store::{CryptoStore, GossipRequest, SecretInfo};
use matrix_sdk_base::crypto::{Account, DeviceData, UserIdentityData};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// Most users, and most room keys, in the cache.
const MOST: usize = 500;

/// Most devices whose sessions are cached: before each message to an encrypted room the library looks up the session
/// with every device in it.
const MOST_DEVICES: usize = 2000;

type OnDisk = <SqliteCryptoStore as CryptoStore>::Error;

/// The store with its cache.
pub(super) struct CachedKeys {
    disk: SqliteCryptoStore,
    memory: Mutex<KeyCache>,
}

/// The cache.
#[derive(Default)]
struct KeyCache {
    /// Counts writes: a read that began before a write is not cached after it.
    writes: u64,
    /// The account as last written.
    account: Option<Zeroizing<Vec<u8>>>,
    /// No request for a secret is queued.
    nothing_asked: bool,
    devices: HashMap<OwnedUserId, HashMap<OwnedDeviceId, DeviceData>>,
    /// Serialised: the library changes an identity in place before it stores it.
    identities: HashMap<OwnedUserId, Vec<u8>>,
    room_keys: HashMap<(OwnedRoomId, String), InboundGroupSession>,
    own_device: Option<DeviceData>,
    /// Sessions with other devices, by those devices' keys; serialised for the same reason.
    sessions: HashMap<String, Vec<Zeroizing<Vec<u8>>>>,
}

impl CachedKeys {
    /// Marks everybody's devices for one new query, because the first answer after a start does not say whose changed
    /// meanwhile (Matrix specification, "Tracking the device list for a user").
    pub(super) async fn new(disk: SqliteCryptoStore) -> Result<Self, OnDisk> {
        let known = disk.load_tracked_users().await?;
        let outdated: Vec<_> = known.iter().map(|user| (user.user_id.as_ref(), true)).collect();
        disk.save_tracked_users(&outdated).await?;
        let memory = Mutex::default();
        Ok(Self { disk, memory })
    }

    fn memory(&self) -> MutexGuard<'_, KeyCache> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Caches what was read, unless something was written since.
    fn remember(&self, writes: u64, put: impl FnOnce(&mut KeyCache)) {
        let mut memory = self.memory();
        if memory.writes == writes {
            put(&mut memory);
        }
    }

    /// Something was written, or a write failed.
    fn wrote(&self, forget: impl FnOnce(&mut KeyCache)) {
        let mut memory = self.memory();
        memory.writes += 1;
        forget(&mut memory);
    }

    async fn devices(&self, user: &UserId) -> Result<HashMap<OwnedDeviceId, DeviceData>, OnDisk> {
        let writes = {
            let memory = self.memory();
            if let Some(known) = memory.devices.get(user) {
                return Ok(known.clone());
            }
            memory.writes
        };
        let devices = self.disk.get_user_devices(user).await?;
        self.remember(writes, |memory| {
            put(&mut memory.devices, MOST, user.to_owned(), devices.clone());
        });
        Ok(devices)
    }
}

impl fmt::Debug for CachedKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Keys").finish_non_exhaustive()
    }
}

/// Adds an entry to a cache; a full cache is emptied first.
fn put<Key: Eq + std::hash::Hash, Value>(among: &mut HashMap<Key, Value>, most: usize, key: Key, value: Value) {
    if among.len() >= most {
        among.clear();
    }
    among.insert(key, value);
}

/// Does it contain only the position in the server's stream?
fn is_only_the_place(changes: &mut Changes) -> bool {
    let place = changes.next_batch_token.take();
    let only = changes.is_empty()
        && changes.room_key_backups_fully_downloaded.is_empty()
        && changes.rooms_pending_key_bundle.is_empty();
    changes.next_batch_token = place;
    only
}

async fn write_sessions(sessions: &[Session]) -> Option<Vec<Zeroizing<Vec<u8>>>> {
    let mut written = Vec::with_capacity(sessions.len());
    for session in sessions {
        written.push(Zeroizing::new(serde_json::to_vec(&session.pickle().await).ok()?));
    }
    Some(written)
}

fn read_sessions(own: &DeviceData, written: &[Zeroizing<Vec<u8>>]) -> Option<Vec<Session>> {
    let read = |written: &Zeroizing<Vec<u8>>| {
        let pickle = serde_json::from_slice(written).ok()?;
        Session::from_pickle(own.as_device_keys().clone(), pickle).ok()
    };
    written.iter().map(read).collect()
}

#[async_trait]
impl CryptoStore for CachedKeys {
    type Error = OnDisk;

    async fn save_changes(&self, mut changes: Changes) -> Result<(), OnDisk> {
        if is_only_the_place(&mut changes) {
            return Ok(());
        }
        let asked = !changes.key_requests.is_empty();
        let of_devices = &changes.devices;
        let devices = !(of_devices.new.is_empty() && of_devices.changed.is_empty() && of_devices.deleted.is_empty());
        let identities = !(changes.identities.new.is_empty() && changes.identities.changed.is_empty());
        let room_keys = !changes.inbound_group_sessions.is_empty();
        let sessions = !changes.sessions.is_empty();
        let written = self.disk.save_changes(changes).await;
        self.wrote(|memory| {
            memory.nothing_asked &= !asked;
            if devices {
                memory.devices.clear();
                memory.own_device = None;
            }
            if sessions {
                memory.sessions.clear();
            }
            if identities {
                memory.identities.clear();
            }
            if room_keys {
                memory.room_keys.clear();
            }
        });
        written
    }

    async fn save_pending_changes(&self, changes: PendingChanges) -> Result<(), OnDisk> {
        let account = changes
            .account
            .as_ref()
            .and_then(|account| serde_json::to_vec(&account.pickle()).ok())
            .map(Zeroizing::new);
        if account.is_some() && self.memory().account == account {
            return Ok(());
        }
        // If the write fails, the state on disk is unknown.
        self.memory().account = None;
        self.disk.save_pending_changes(changes).await?;
        self.memory().account = account;
        Ok(())
    }

    async fn get_unsent_secret_requests(&self) -> Result<Vec<GossipRequest>, OnDisk> {
        let writes = {
            let memory = self.memory();
            if memory.nothing_asked {
                return Ok(Vec::new());
            }
            memory.writes
        };
        let waiting = self.disk.get_unsent_secret_requests().await?;
        self.remember(writes, |memory| memory.nothing_asked = waiting.is_empty());
        Ok(waiting)
    }

    async fn get_user_devices(&self, user_id: &UserId) -> Result<HashMap<OwnedDeviceId, DeviceData>, OnDisk> {
        self.devices(user_id).await
    }

    async fn get_device(&self, user_id: &UserId, device_id: &DeviceId) -> Result<Option<DeviceData>, OnDisk> {
        Ok(self.devices(user_id).await?.remove(device_id))
    }

    async fn get_user_identity(&self, user_id: &UserId) -> Result<Option<UserIdentityData>, OnDisk> {
        let writes = {
            let memory = self.memory();
            let known = memory.identities.get(user_id);
            if let Some(identity) = known.and_then(|written| serde_json::from_slice(written).ok()) {
                return Ok(identity);
            }
            memory.writes
        };
        let identity = self.disk.get_user_identity(user_id).await?;
        if let Ok(written) = serde_json::to_vec(&identity) {
            self.remember(writes, |memory| {
                put(&mut memory.identities, MOST, user_id.to_owned(), written);
            });
        }
        Ok(identity)
    }

    async fn get_inbound_group_session(
        &self,
        room_id: &RoomId,
        session_id: &str,
    ) -> Result<Option<InboundGroupSession>, OnDisk> {
        let key = (room_id.to_owned(), session_id.to_owned());
        let writes = {
            let memory = self.memory();
            if let Some(known) = memory.room_keys.get(&key) {
                return Ok(Some(known.clone()));
            }
            memory.writes
        };
        let room_key = self.disk.get_inbound_group_session(room_id, session_id).await?;
        if let Some(room_key) = &room_key {
            self.remember(writes, |memory| put(&mut memory.room_keys, MOST, key, room_key.clone()));
        }
        Ok(room_key)
    }

    async fn get_own_device(&self) -> Result<DeviceData, OnDisk> {
        let writes = {
            let memory = self.memory();
            if let Some(own) = &memory.own_device {
                return Ok(own.clone());
            }
            memory.writes
        };
        let own = self.disk.get_own_device().await?;
        self.remember(writes, |memory| memory.own_device = Some(own.clone()));
        Ok(own)
    }

    async fn get_sessions(&self, sender_key: &str) -> Result<Option<Vec<Session>>, OnDisk> {
        let own = self.get_own_device().await?;
        let writes = {
            let memory = self.memory();
            let known = memory.sessions.get(sender_key);
            if let Some(sessions) = known.and_then(|written| read_sessions(&own, written)) {
                return Ok((!sessions.is_empty()).then_some(sessions));
            }
            memory.writes
        };
        let sessions = self.disk.get_sessions(sender_key).await?;
        if let Some(written) = write_sessions(sessions.as_deref().unwrap_or_default()).await {
            self.remember(writes, |memory| {
                put(&mut memory.sessions, MOST_DEVICES, sender_key.to_owned(), written);
            });
        }
        Ok(sessions)
    }

    async fn save_inbound_group_sessions(
        &self,
        sessions: Vec<InboundGroupSession>,
        backed_up_to_version: Option<&str>,
    ) -> Result<(), OnDisk> {
        let written = self
            .disk
            .save_inbound_group_sessions(sessions, backed_up_to_version)
            .await;
        self.wrote(|memory| memory.room_keys.clear());
        written
    }

    async fn mark_inbound_group_sessions_as_backed_up(
        &self,
        backup_version: &str,
        room_and_session_ids: &[(&RoomId, &str)],
    ) -> Result<(), OnDisk> {
        let marking = self
            .disk
            .mark_inbound_group_sessions_as_backed_up(backup_version, room_and_session_ids);
        let written = marking.await;
        self.wrote(|memory| memory.room_keys.clear());
        written
    }

    async fn reset_backup_state(&self) -> Result<(), OnDisk> {
        let written = self.disk.reset_backup_state().await;
        self.wrote(|memory| memory.room_keys.clear());
        written
    }

    // From here on everything passes through: nothing skipped, nothing cached.

    async fn load_account(&self) -> Result<Option<Account>, OnDisk> {
        self.disk.load_account().await
    }

    async fn load_identity(&self) -> Result<Option<PrivateCrossSigningIdentity>, OnDisk> {
        self.disk.load_identity().await
    }

    async fn get_withheld_info(
        &self,
        room_id: &RoomId,
        session_id: &str,
    ) -> Result<Option<RoomKeyWithheldEntry>, OnDisk> {
        self.disk.get_withheld_info(room_id, session_id).await
    }

    async fn get_withheld_sessions_by_room_id(&self, room_id: &RoomId) -> Result<Vec<RoomKeyWithheldEntry>, OnDisk> {
        self.disk.get_withheld_sessions_by_room_id(room_id).await
    }

    async fn get_inbound_group_sessions(&self) -> Result<Vec<InboundGroupSession>, OnDisk> {
        self.disk.get_inbound_group_sessions().await
    }

    async fn inbound_group_session_counts(&self, backup_version: Option<&str>) -> Result<RoomKeyCounts, OnDisk> {
        self.disk.inbound_group_session_counts(backup_version).await
    }

    async fn get_inbound_group_sessions_by_room_id(
        &self,
        room_id: &RoomId,
    ) -> Result<Vec<InboundGroupSession>, OnDisk> {
        self.disk.get_inbound_group_sessions_by_room_id(room_id).await
    }

    async fn get_inbound_group_sessions_for_device_batch(
        &self,
        curve_key: Curve25519PublicKey,
        sender_data_type: SenderDataType,
        after_session_id: Option<String>,
        limit: usize,
    ) -> Result<Vec<InboundGroupSession>, OnDisk> {
        self.disk
            .get_inbound_group_sessions_for_device_batch(curve_key, sender_data_type, after_session_id, limit)
            .await
    }

    async fn inbound_group_sessions_for_backup(
        &self,
        backup_version: &str,
        limit: usize,
    ) -> Result<Vec<InboundGroupSession>, OnDisk> {
        self.disk.inbound_group_sessions_for_backup(backup_version, limit).await
    }

    async fn load_backup_keys(&self) -> Result<BackupKeys, OnDisk> {
        self.disk.load_backup_keys().await
    }

    async fn load_dehydrated_device_pickle_key(&self) -> Result<Option<DehydratedDeviceKey>, OnDisk> {
        self.disk.load_dehydrated_device_pickle_key().await
    }

    async fn delete_dehydrated_device_pickle_key(&self) -> Result<(), OnDisk> {
        self.disk.delete_dehydrated_device_pickle_key().await
    }

    async fn get_outbound_group_session(&self, room_id: &RoomId) -> Result<Option<OutboundGroupSession>, OnDisk> {
        self.disk.get_outbound_group_session(room_id).await
    }

    async fn load_tracked_users(&self) -> Result<Vec<TrackedUser>, OnDisk> {
        self.disk.load_tracked_users().await
    }

    async fn save_tracked_users(&self, users: &[(&UserId, bool)]) -> Result<(), OnDisk> {
        self.disk.save_tracked_users(users).await
    }

    async fn is_message_known(&self, message_hash: &OlmMessageHash) -> Result<bool, OnDisk> {
        self.disk.is_message_known(message_hash).await
    }

    async fn get_outgoing_secret_requests(&self, request_id: &TransactionId) -> Result<Option<GossipRequest>, OnDisk> {
        self.disk.get_outgoing_secret_requests(request_id).await
    }

    async fn get_secret_request_by_info(&self, secret_info: &SecretInfo) -> Result<Option<GossipRequest>, OnDisk> {
        self.disk.get_secret_request_by_info(secret_info).await
    }

    async fn delete_outgoing_secret_requests(&self, request_id: &TransactionId) -> Result<(), OnDisk> {
        self.disk.delete_outgoing_secret_requests(request_id).await
    }

    async fn get_secrets_from_inbox(&self, secret_name: &SecretName) -> Result<Vec<Zeroizing<String>>, OnDisk> {
        self.disk.get_secrets_from_inbox(secret_name).await
    }

    async fn delete_secrets_from_inbox(&self, secret_name: &SecretName) -> Result<(), OnDisk> {
        self.disk.delete_secrets_from_inbox(secret_name).await
    }

    async fn get_room_settings(&self, room_id: &RoomId) -> Result<Option<RoomSettings>, OnDisk> {
        self.disk.get_room_settings(room_id).await
    }

    async fn get_received_room_key_bundle_data(
        &self,
        room_id: &RoomId,
        user_id: &UserId,
    ) -> Result<Option<StoredRoomKeyBundleData>, OnDisk> {
        self.disk.get_received_room_key_bundle_data(room_id, user_id).await
    }

    async fn get_pending_key_bundle_details_for_room(
        &self,
        room_id: &RoomId,
    ) -> Result<Option<RoomPendingKeyBundleDetails>, OnDisk> {
        self.disk.get_pending_key_bundle_details_for_room(room_id).await
    }

    async fn get_all_rooms_pending_key_bundles(&self) -> Result<Vec<RoomPendingKeyBundleDetails>, OnDisk> {
        self.disk.get_all_rooms_pending_key_bundles().await
    }

    async fn has_downloaded_all_room_keys(&self, room_id: &RoomId) -> Result<bool, OnDisk> {
        self.disk.has_downloaded_all_room_keys(room_id).await
    }

    async fn get_custom_value(&self, key: &str) -> Result<Option<Vec<u8>>, OnDisk> {
        self.disk.get_custom_value(key).await
    }

    async fn set_custom_value(&self, key: &str, value: Vec<u8>) -> Result<(), OnDisk> {
        self.disk.set_custom_value(key, value).await
    }

    async fn remove_custom_value(&self, key: &str) -> Result<(), OnDisk> {
        self.disk.remove_custom_value(key).await
    }

    async fn try_take_leased_lock(
        &self,
        lease_duration_ms: u32,
        key: &str,
        holder: &str,
    ) -> Result<Option<CrossProcessLockGeneration>, OnDisk> {
        self.disk.try_take_leased_lock(lease_duration_ms, key, holder).await
    }

    async fn next_batch_token(&self) -> Result<Option<String>, OnDisk> {
        self.disk.next_batch_token().await
    }

    async fn close(&self) -> Result<(), OnDisk> {
        self.disk.close().await
    }

    async fn reopen(&self) -> Result<(), OnDisk> {
        self.disk.reopen().await
    }

    async fn get_size(&self) -> Result<Option<usize>, OnDisk> {
        self.disk.get_size().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use matrix_sdk::ruma::api::client::keys::get_keys::v3::Response;
    use matrix_sdk::ruma::api::client::sync::sync_events::DeviceLists;
    use matrix_sdk::ruma::{device_id, user_id};
    use matrix_sdk_base::crypto::store::IntoCryptoStore;
    use matrix_sdk_base::crypto::types::requests::AnyOutgoingRequest;
    use matrix_sdk_base::crypto::{DecryptionSettings, EncryptionSyncChanges, OlmMachine, TrustRequirement};
    use std::collections::BTreeMap;
    use std::path::Path;

    async fn machine(store: impl IntoCryptoStore) -> OlmMachine {
        OlmMachine::with_store(user_id!("@rfrbot:here"), device_id!("DEVICE"), store, None)
            .await
            .expect("a machine")
    }

    async fn on_disk(folder: &Path) -> SqliteCryptoStore {
        SqliteCryptoStore::open(folder, None).await.expect("a store")
    }

    async fn answer(machine: &OlmMachine, place: &str) {
        let changes = EncryptionSyncChanges {
            to_device_events: Vec::new(),
            changed_devices: &DeviceLists::new(),
            one_time_keys_counts: &BTreeMap::new(),
            unused_fallback_keys: None,
            next_batch_token: Some(place.to_owned()),
        };
        let settings = DecryptionSettings {
            sender_device_trust_requirement: TrustRequirement::Untrusted,
        };
        machine
            .receive_sync_changes(changes, &settings)
            .await
            .expect("it is taken");
    }

    /// The contents of `SQLite`'s write-ahead log.
    fn written(folder: &Path) -> Vec<u8> {
        std::fs::read(folder.join("matrix-sdk-crypto.sqlite3-wal")).expect("the log is there")
    }

    #[tokio::test]
    async fn an_answer_that_changes_no_key_writes_nothing_and_one_that_does_is_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let machine = machine(CachedKeys::new(on_disk(folder.path()).await).await.expect("keys")).await;
        answer(&machine, "one").await;
        let before = written(folder.path());
        for place in ["two", "three", "four"] {
            answer(&machine, place).await;
        }
        assert_eq!(written(folder.path()), before);
        let somebody = user_id!("@somebody:there");
        machine.update_tracked_users([somebody]).await.expect("it is noted");
        assert_ne!(written(folder.path()), before, "this test could not fail");
    }

    #[tokio::test]
    async fn after_a_start_everybodys_devices_are_asked_for_again() {
        async fn asks_for(machine: &OlmMachine, user: &UserId) -> Option<matrix_sdk::ruma::OwnedTransactionId> {
            let requests = machine.outgoing_requests().await.expect("requests");
            requests.iter().find_map(|request| match request.request() {
                AnyOutgoingRequest::KeysQuery(query) if query.device_keys.contains_key(user) => {
                    Some(request.request_id().to_owned())
                }
                _ => None,
            })
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let somebody = user_id!("@somebody:there");
        {
            let machine = machine(CachedKeys::new(on_disk(folder.path()).await).await.expect("keys")).await;
            machine.update_tracked_users([somebody]).await.expect("it is noted");
            let asked = asks_for(&machine, somebody).await.expect("somebody new is asked for");
            let mut nothing = Response::new();
            nothing.device_keys.insert(somebody.to_owned(), BTreeMap::new());
            machine
                .mark_request_as_sent(&asked, &nothing)
                .await
                .expect("it is taken");
            assert_eq!(asks_for(&machine, somebody).await, None);
        }
        let by_itself = machine(on_disk(folder.path()).await).await;
        assert_eq!(asks_for(&by_itself, somebody).await, None, "the library does not");
        drop(by_itself);
        let machine = machine(CachedKeys::new(on_disk(folder.path()).await).await.expect("keys")).await;
        assert!(asks_for(&machine, somebody).await.is_some());
    }
}
