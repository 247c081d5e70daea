//! Verifies the bot's device: cross-signing, key backup, and recovery with the operator's secret.

use super::error::{Failure, MatrixError};
use super::session;
use crate::config::{MatrixNetwork, Secret};
use matrix_sdk::Client;
use matrix_sdk::config::SyncSettings;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};
use std::time::Duration;
use tracing::{info, warn};

/// Sets everything up on a fresh account, or recovers it on an existing one.
pub(super) async fn verify(network: &MatrixNetwork) -> Result<String, MatrixError> {
    let secret = network.recovery.as_ref().ok_or(MatrixError::NoRecoverySecret)?;
    let client = session::begin(network).await?;
    // Secret storage and the account's own devices are known only after a sync.
    client
        .sync_once(SyncSettings::new().timeout(Duration::ZERO))
        .await
        .map_err(|error| match Failure::from(&error) {
            Failure::TokenRefused(why) | Failure::SoftLogout(why) => MatrixError::TokenRefused {
                session: network.session_file(),
                why,
            },
            failure @ (Failure::TooFast(_) | Failure::Refused(_) | Failure::Passing(_)) => MatrixError::Unreachable {
                retry_after: failure.retry_after(),
                why: failure.words(),
            },
        })?;
    client.encryption().wait_for_e2ee_initialization_tasks().await;
    if is_verified(&client).await? {
        return Ok(format!(
            "the device of {} is verified already; nothing was changed",
            network.user
        ));
    }
    make_verified(&client, network, secret).await
}

/// The same when the bot starts, after the server's first answer, if the config has the secret. A failure is logged,
/// and the bot goes on.
pub(super) async fn at_the_start(client: &Client, network: &MatrixNetwork) {
    let Some(secret) = &network.recovery else { return };
    let verified = async {
        client.encryption().wait_for_e2ee_initialization_tasks().await;
        if is_known_to_be_verified(client).await? || is_verified(client).await? {
            return Ok(());
        }
        let done = make_verified(client, network, secret).await?;
        info!(network = MatrixNetwork::NAME, "{done}");
        Ok::<(), MatrixError>(())
    };
    if let Err(error) = verified.await {
        warn!(network = MatrixNetwork::NAME, "{error}");
    }
}

async fn make_verified(client: &Client, network: &MatrixNetwork, secret: &Secret) -> Result<String, MatrixError> {
    let exists = client
        .encryption()
        .secret_storage()
        .is_enabled()
        .await
        .map_err(|error| failed(&error, "Try again later"))?;
    let done = if exists {
        recover(client, secret).await?;
        "recovered the account's keys"
    } else {
        set_up(client, network, secret).await?;
        "set up cross-signing, key backup and recovery by the configured secret"
    };
    if !is_verified(client).await? {
        return Err(MatrixError::Verification {
            why: "the server does not show the device as signed by its owner".to_owned(),
            fix: "Run `rfrbot matrix verify` again; if it stays so, reset the account's identity in a client"
                .to_owned(),
        });
    }
    Ok(format!("{done}; the device of {} is verified now", network.user))
}

async fn recover(client: &Client, secret: &Secret) -> Result<(), MatrixError> {
    let recovery = client.encryption().recovery();
    recovery.recover_and_fix_backup(secret.reveal()).await.map_err(|error| {
        failed(
            &error,
            "The account has a recovery key or passphrase already: recovery_file must hold that one",
        )
    })
}

async fn set_up(client: &Client, network: &MatrixNetwork, secret: &Secret) -> Result<(), MatrixError> {
    let encryption = client.encryption();
    if let Err(error) = encryption.bootstrap_cross_signing_if_needed(None).await {
        let Some(asked) = error.as_uiaa_response() else {
            return Err(failed(&error, "Try again later"));
        };
        let password = network.password.as_ref().ok_or_else(|| MatrixError::Verification {
            why: "the server wants the account's password for this".to_owned(),
            fix: "Add password_file to [matrix], and run it again".to_owned(),
        })?;
        let user = UserIdentifier::Matrix(MatrixUserIdentifier::new(network.user.clone()));
        let mut answer = Password::new(user, password.reveal().to_owned());
        answer.session.clone_from(&asked.session);
        encryption
            .bootstrap_cross_signing(Some(AuthData::Password(answer)))
            .await
            .map_err(|error| failed(&error, "Check the password"))?;
    }
    // The returned key is not needed: the secret opens the same storage.
    encryption
        .recovery()
        .enable()
        .with_passphrase(secret.reveal())
        .await
        .map_err(|error| {
            failed(
                &error,
                "If the account has a key backup already, delete it in a client first",
            )
        })?;
    Ok(())
}

/// Asks the server.
async fn is_verified(client: &Client) -> Result<bool, MatrixError> {
    let user = client.user_id().ok_or(MatrixError::NoCredentials)?;
    client
        .encryption()
        .request_user_identity(user)
        .await
        .map_err(|error| failed(&error, "Try again later"))?;
    is_known_to_be_verified(client).await
}

/// Uses what is known already.
async fn is_known_to_be_verified(client: &Client) -> Result<bool, MatrixError> {
    let device = client
        .encryption()
        .get_own_device()
        .await
        .map_err(|error| failed(&error, "Try again later"))?;
    Ok(device.is_some_and(|device| device.is_cross_signed_by_owner()))
}

fn failed(error: &impl std::fmt::Display, fix: &str) -> MatrixError {
    MatrixError::Verification {
        why: error.to_string(),
        fix: fix.to_owned(),
    }
}
