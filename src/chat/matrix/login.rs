//! Logging in: tried first, and only then is anything on disk changed.
//!
//! A new device replaces the old one completely, session and keys; the old files are moved aside, never deleted. A
//! failed login leaves everything unchanged.

use super::error::{Failure, MatrixError};
use super::session::{client, file, keep, make_folder, restore_in, stored, unreachable};
use crate::config::{MatrixNetwork, Secret};
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::ruma::api::client::session::login::v3;
use matrix_sdk::ruma::api::client::uiaa::{MatrixUserIdentifier, UserIdentifier};
use matrix_sdk::ruma::{OwnedDeviceId, UserId};
use matrix_sdk::store::RoomLoadSettings;
use matrix_sdk::{Client, SessionMeta, SessionTokens};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;
use tracing::info;

/// The first login, with the credentials in the config.
pub(super) async fn first(network: &MatrixNetwork) -> Result<Client, MatrixError> {
    let session = tried(network, network.password.as_ref()).await?;
    let (client, _) = take(network, &session).await?;
    info!(user = %session.meta.user_id, device = %session.meta.device_id, "logged in to Matrix for the first time");
    Ok(client)
}

/// Whose session is stored, if the server still accepts it. An error says why that cannot be determined.
pub(super) async fn logged_in_already(network: &MatrixNetwork) -> Result<Option<String>, MatrixError> {
    let Some(session) = stored(network)? else {
        return Ok(None);
    };
    // A device cannot go on without its keys, and another user's session does not count.
    if session.meta.user_id != network.user || !network.store_folder().exists() {
        return Ok(None);
    }
    let device = session.meta.device_id.clone();
    match whose(network, session).await {
        Ok(_) => Ok(Some(format!(
            "logged in already as {} (device {device}); `rfrbot login matrix --again` makes a new device",
            network.user
        ))),
        Err(Failure::TokenRefused(_) | Failure::SoftLogout(_) | Failure::Refused(_)) => Ok(None),
        Err(failure @ (Failure::TooFast(_) | Failure::Passing(_))) => Err(unreachable(failure)),
    }
}

/// A login by command, with the password in the config or one that the operator typed.
pub(super) async fn by_command(network: &MatrixNetwork, typed: Option<&Secret>) -> Result<String, MatrixError> {
    let session = tried(network, typed.or(network.password.as_ref())).await?;
    let (_, before) = take(network, &session).await?;
    let before = before.map_or_else(String::new, |aside| {
        format!(
            "; the files of the device before are in {}, and the server lists it until you remove it",
            aside.display()
        )
    });
    Ok(format!(
        "logged in as {} with the device {}; stored the session in {} and the keys in {}{before}. A bot that runs takes it \
         at its next start",
        session.meta.user_id,
        session.meta.device_id,
        network.session_file().display(),
        network.store_folder().display()
    ))
}

/// Logs the stored device in again after a soft logout: its keys stay valid (Matrix specification, "Soft logout").
pub(super) async fn renew(network: &MatrixNetwork, why: String) -> Result<(), MatrixError> {
    let before = stored(network)?.ok_or(MatrixError::NoCredentials)?;
    let password = network.password.as_ref().ok_or(MatrixError::LoginWanted { why })?;
    let session = by_password(network, password, Some(before.meta.device_id)).await?;
    keep(network, &session)?;
    info!(device = %session.meta.device_id, "logged in to Matrix again, with the same device");
    Ok(())
}

/// A session by whatever credentials there are; nothing on disk is touched.
async fn tried(network: &MatrixNetwork, password: Option<&Secret>) -> Result<MatrixSession, MatrixError> {
    match (&network.token, password) {
        (Some(token), _) => by_token(network, token).await,
        (None, Some(password)) => by_password(network, password, None).await,
        (None, None) => Err(MatrixError::NoCredentials),
    }
}

async fn by_password(
    network: &MatrixNetwork,
    password: &Secret,
    device: Option<OwnedDeviceId>,
) -> Result<MatrixSession, MatrixError> {
    let user = UserIdentifier::Matrix(MatrixUserIdentifier::new(network.user.clone()));
    let login = v3::LoginInfo::Password(v3::Password::new(user, password.current().reveal().to_owned()));
    let mut request = v3::Request::new(login);
    request.device_id = device;
    request.initial_device_display_name = Some(network.device_name.clone());
    let answer = client(network, false)
        .await?
        .send(request)
        .await
        .map_err(|error| refused(network, Failure::from(&error)))?;
    Ok(MatrixSession {
        meta: SessionMeta {
            user_id: answer.user_id,
            device_id: answer.device_id,
        },
        tokens: SessionTokens {
            access_token: answer.access_token,
            refresh_token: None,
        },
    })
}

pub(super) async fn by_token(network: &MatrixNetwork, token: &Secret) -> Result<MatrixSession, MatrixError> {
    let no = |why: String| refused(network, Failure::Refused(why));
    let user_id = UserId::parse(&network.user).map_err(|error| no(error.to_string()))?;
    let mut session = MatrixSession {
        meta: SessionMeta {
            user_id,
            device_id: OwnedDeviceId::from("UNKNOWN"),
        },
        tokens: SessionTokens {
            access_token: token.current().reveal().to_owned(),
            refresh_token: None,
        },
    };
    let (user, device) = whose(network, session.clone())
        .await
        .map_err(|failure| refused(network, failure))?;
    if user != network.user {
        return Err(no(format!("the token is {user}'s")));
    }
    session.meta.device_id = device.ok_or_else(|| no("the token belongs to no device".to_owned()))?;
    Ok(session)
}

/// Whose token is it, and for which device? The server is asked.
async fn whose(network: &MatrixNetwork, session: MatrixSession) -> Result<(String, Option<OwnedDeviceId>), Failure> {
    let asking = client(network, false)
        .await
        .map_err(|error| Failure::Passing(error.to_string()))?;
    asking
        .matrix_auth()
        .restore_session(session, RoomLoadSettings::default())
        .await
        .map_err(|error| Failure::from(&error))?;
    let answer = asking.whoami().await.map_err(|error| Failure::from(&error))?;
    Ok((answer.user_id.to_string(), answer.device_id))
}

fn refused(network: &MatrixNetwork, failure: Failure) -> MatrixError {
    match failure {
        Failure::Refused(why) | Failure::TokenRefused(why) | Failure::SoftLogout(why) => MatrixError::LoginRefused {
            user: network.user.clone(),
            why,
        },
        failure @ (Failure::TooFast(_) | Failure::Passing(_)) => unreachable(failure),
    }
}

/// Makes the session the bot's own. Returns where the previous device's files are now, if there was one.
async fn take(network: &MatrixNetwork, session: &MatrixSession) -> Result<(Client, Option<PathBuf>), MatrixError> {
    make_folder(&network.folder)?;
    let aside = set_aside(network)?;
    let opened = match restore_in(network, session.clone()).await {
        Ok(client) => keep(network, session).map(|()| client),
        Err(error) => Err(error),
    };
    match opened {
        Ok(client) => Ok((client, aside)),
        Err(error) => {
            bring_back(network, aside)?;
            Err(error)
        }
    }
}

/// Moves session and keys of an abandoned device aside, if there are any; nothing is overwritten.
fn set_aside(network: &MatrixNetwork) -> Result<Option<PathBuf>, MatrixError> {
    let there: Vec<PathBuf> = [network.session_file(), network.store_folder()]
        .into_iter()
        .filter(|path| path.exists())
        .collect();
    if there.is_empty() {
        return Ok(None);
    }
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let aside = network.folder.join(format!("given-up-{}", since.as_millis()));
    make_folder(&aside)?;
    for path in there {
        let Some(name) = path.file_name() else { continue };
        fs::rename(&path, aside.join(name)).map_err(|error| file(&path, &error))?;
        info!(from = %path.display(), to = %aside.display(), "set an old device's files aside");
    }
    Ok(Some(aside))
}

/// The new device failed: removes its files and moves the old ones back.
fn bring_back(network: &MatrixNetwork, aside: Option<PathBuf>) -> Result<(), MatrixError> {
    let store = network.store_folder();
    if let Err(error) = fs::remove_dir_all(&store)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(file(&store, &error));
    }
    let Some(aside) = aside else { return Ok(()) };
    for path in [network.session_file(), store] {
        let Some(name) = path.file_name() else { continue };
        match fs::rename(aside.join(name), &path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(file(&path, &error)),
            Ok(()) | Err(_) => {}
        }
    }
    fs::remove_dir(&aside).map_err(|error| file(&aside, &error))
}
