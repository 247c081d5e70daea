//! The session: kept in a file that only the bot's user can read, and used at every start. `login` creates it.

use super::error::{Failure, MatrixError};
use super::keys::CachedKeys;
use super::login;
use crate::config::MatrixNetwork;
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::{RequestConfig, StoreConfig};
use matrix_sdk::cross_process_lock::CrossProcessLockConfig;
use matrix_sdk::encryption::{BackupDownloadStrategy, EncryptionSettings};
use matrix_sdk::store::RoomLoadSettings;
use matrix_sdk::{Client, ClientBuilder, SqliteCryptoStore, SqliteStoreConfig, reqwest};
use matrix_sdk_base::crypto::{CollectStrategy, DecryptionSettings, TrustRequirement};
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::time::{Duration, SystemTime};
use tokio::time::sleep;

/// How long a request may take, other than the long poll for events.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);

/// The file that holds the device's keys.
const KEYS: &str = "matrix-sdk-crypto.sqlite3";

/// A client with the stored session, or with that of a first login.
pub(super) async fn begin(network: &MatrixNetwork) -> Result<Client, MatrixError> {
    match stored(network)? {
        Some(session) => restore(network, session).await,
        None => login::first(network).await,
    }
}

async fn restore(network: &MatrixNetwork, session: MatrixSession) -> Result<Client, MatrixError> {
    restore_in(network, sound(network, session)?).await
}

/// Checks that a stored session belongs to the configured user and has its keys.
pub(super) fn sound(network: &MatrixNetwork, session: MatrixSession) -> Result<MatrixSession, MatrixError> {
    if session.meta.user_id != network.user {
        return Err(MatrixError::OtherUser {
            found: session.meta.user_id.to_string(),
            expected: network.user.clone(),
            session: network.session_file(),
        });
    }
    if !network.store_folder().join(KEYS).exists() {
        return Err(MatrixError::KeysLost {
            store: network.store_folder(),
            session: network.session_file(),
        });
    }
    Ok(session)
}

pub(super) async fn restore_in(network: &MatrixNetwork, session: MatrixSession) -> Result<Client, MatrixError> {
    let client = client(network, true).await?;
    client
        .matrix_auth()
        .restore_session(session, RoomLoadSettings::default())
        .await
        .map_err(|error| MatrixError::Store {
            store: network.store_folder(),
            why: error.to_string(),
        })?;
    Ok(client)
}

/// A client that is not logged in, with this network's store or without one.
pub(super) async fn client(network: &MatrixNetwork, with_store: bool) -> Result<Client, MatrixError> {
    let mut builder = Client::builder()
        .homeserver_url(&network.homeserver)
        .respect_login_well_known(false)
        // The sender decides about retries: a queue must not hang in one request.
        .request_config(RequestConfig::new().timeout(REQUEST_TIMEOUT).disable_retry())
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: false,
            auto_enable_backups: false,
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
        });
    builder = trust(builder, network.accept_unverified_devices);
    if let Some(path) = &network.ca_file {
        builder = builder.add_root_certificates(authorities(path)?);
    }
    if with_store {
        let store = SqliteStoreConfig::with_low_memory_config(network.store_folder());
        let unreadable = |why: String| MatrixError::Store {
            store: network.store_folder(),
            why,
        };
        let on_disk = SqliteCryptoStore::open_with_config(&store)
            .await
            .map_err(|error| unreadable(error.to_string()))?;
        let keys = CachedKeys::new(on_disk)
            .await
            .map_err(|error| unreadable(error.to_string()))?;
        // Room state stays in memory: on disk it would cost some forty accesses per message, and the server's first
        // answer after a start brings it.
        let stores = StoreConfig::new(CrossProcessLockConfig::SingleProcess).crypto_store(keys);
        builder = builder.store_config(stores);
    }
    builder.build().await.map_err(|error| {
        if let matrix_sdk::ClientBuildError::Http(error) = error {
            return unreachable(Failure::from(&error));
        }
        MatrixError::Store {
            store: network.store_folder(),
            why: error.to_string(),
        }
    })
}

/// Which devices are trusted in encrypted rooms, for receiving and sending.
fn trust(builder: ClientBuilder, all_devices: bool) -> ClientBuilder {
    let (strategy, sender_device_trust_requirement) = if all_devices {
        (CollectStrategy::AllDevices, TrustRequirement::Untrusted)
    } else {
        (
            CollectStrategy::IdentityBasedStrategy,
            TrustRequirement::CrossSignedOrLegacy,
        )
    };
    builder
        .with_room_key_recipient_strategy(strategy)
        .with_decryption_settings(DecryptionSettings {
            sender_device_trust_requirement,
        })
}

fn authorities(path: &Path) -> Result<Vec<reqwest::Certificate>, MatrixError> {
    let bytes = fs::read(path).map_err(|error| file(path, &error))?;
    reqwest::Certificate::from_pem_bundle(&bytes).map_err(|error| MatrixError::File {
        path: path.to_owned(),
        why: error.to_string(),
    })
}

/// The session of an earlier login.
pub(super) fn stored(network: &MatrixNetwork) -> Result<Option<MatrixSession>, MatrixError> {
    let path = network.session_file();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(file(&path, &error)),
    };
    // The parser's own message could quote the token.
    serde_json::from_slice(&bytes)
        .map(Some)
        .map_err(|error| MatrixError::File {
            path,
            why: format!(
                "it is no session: line {}; remove it and run `rfrbot login matrix`",
                error.line()
            ),
        })
}

/// Waits until the stored session changes.
pub(super) async fn logged_in_anew(network: &MatrixNetwork, look_every: Duration) {
    let written = || {
        fs::metadata(network.session_file())
            .and_then(|metadata| metadata.modified())
            .ok()
    };
    let before: Option<SystemTime> = written();
    while written() == before {
        sleep(look_every).await;
    }
}

/// Stores the session atomically, readable by the bot's user only.
pub(super) fn keep(network: &MatrixNetwork, session: &MatrixSession) -> Result<(), MatrixError> {
    let path = network.session_file();
    let new = path.with_extension("json.new");
    let bytes = serde_json::to_vec_pretty(session).map_err(|error| MatrixError::File {
        path: path.clone(),
        why: error.to_string(),
    })?;
    let write = || -> io::Result<()> {
        // A leftover file may have another mode.
        let _ = fs::remove_file(&new);
        let mut to = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
        to.write_all(&bytes)?;
        to.sync_all()?;
        fs::rename(&new, &path)
    };
    write().map_err(|error| file(&path, &error))
}

pub(super) fn make_folder(folder: &Path) -> Result<(), MatrixError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| file(folder, &error))
}

pub(super) fn file(path: &Path, error: &io::Error) -> MatrixError {
    MatrixError::File {
        path: path.to_owned(),
        why: error.to_string(),
    }
}

pub(super) fn unreachable(failure: Failure) -> MatrixError {
    let retry_after = failure.retry_after();
    MatrixError::Unreachable {
        why: failure.words(),
        retry_after,
    }
}
