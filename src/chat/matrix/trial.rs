//! One visit to the homeserver for `rfrbot check --connect`: creates no device and joins no room.

use super::error::{Failure, MatrixError};
use super::login;
use super::session::{client, sound, stored, unreachable};
use crate::adaptor::trial::{PATIENCE, Tell, TrialStep};
use crate::config::MatrixNetwork;
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::ruma::api::client::membership::joined_rooms;
use matrix_sdk::ruma::api::client::session::get_login_types::v3::LoginType;
use matrix_sdk::ruma::{OwnedRoomId, RoomAliasId, RoomId};
use matrix_sdk::store::RoomLoadSettings;
use matrix_sdk::{Client, HttpError};
use tokio::time::timeout;

/// Tries the configured homeserver.
pub(super) async fn visit(network: &MatrixNetwork, tell: &mut Tell<'_>) {
    if let Err(why) = steps(network, tell).await {
        tell(Err(why));
    }
}

async fn steps(network: &MatrixNetwork, tell: &mut Tell<'_>) -> Result<(), String> {
    let session = stored(network).map_err(|error| error.to_string())?;
    let look = "Look at homeserver and ca_file of [matrix]";
    let making = timeout(PATIENCE, client(network, false))
        .await
        .map_err(|_| late(look))?;
    let client = making.map_err(|error| format!("{error}. {look}"))?;
    let versions = within(client.server_versions()).await;
    let versions = versions.map_err(|failure| format!("{}. {look}", words(failure)))?;
    tell(Ok(format!(
        "{} answers, and knows {} versions of the specification",
        network.homeserver,
        versions.len()
    )));
    match session {
        Some(session) => with_session(network, client, session, tell).await,
        None => without_session(network, &client, tell).await,
    }
}

async fn with_session(
    network: &MatrixNetwork,
    client: Client,
    session: MatrixSession,
    tell: &mut Tell<'_>,
) -> Result<(), String> {
    let session = sound(network, session).map_err(|error| error.to_string())?;
    client
        .matrix_auth()
        .restore_session(session, RoomLoadSettings::default())
        .await
        .map_err(|error| Failure::from(&error).words())?;
    let who = within(client.whoami()).await.map_err(|failure| {
        let error = match failure {
            Some(Failure::TokenRefused(why) | Failure::SoftLogout(why)) => MatrixError::TokenRefused {
                session: network.session_file(),
                why,
            },
            Some(failure) => unreachable(failure),
            None => return late("Try again later"),
        };
        error.to_string()
    })?;
    let device = who
        .device_id
        .map_or_else(String::new, |device| format!(" (device {device})"));
    tell(Ok(format!("the stored session is {}'s{device}", who.user_id)));
    let joined = within(client.send(joined_rooms::v3::Request::new())).await;
    let joined = joined.map_err(|failure| format!("the rooms of the account: {}. Try again later", words(failure)))?;
    for room in &network.rooms {
        tell(try_room(&client, room, &joined.joined_rooms).await);
    }
    Ok(())
}

/// Where a configured room leads, and whether the bot is in it.
async fn try_room(client: &Client, room: &str, joined: &[OwnedRoomId]) -> TrialStep {
    let id = match RoomAliasId::parse(room) {
        Ok(alias) => {
            let found = within(client.resolve_room_alias(&alias)).await;
            let found = found.map_err(|failure| {
                format!(
                    "{room} leads to no room ({}): check it in `rooms` of [matrix]",
                    words(failure)
                )
            })?;
            found.room_id
        }
        Err(_) => RoomId::parse(room).map_err(|error| format!("{room}: {error}: check it in `rooms` of [matrix]"))?,
    };
    Ok(if joined.contains(&id) {
        format!("the bot is in {room} ({id})")
    } else {
        format!(
            "the bot is NOT in {room} ({id}) yet: `rfrbot run` joins it, where the room is public or has invited the bot"
        )
    })
}

async fn without_session(network: &MatrixNetwork, client: &Client, tell: &mut Tell<'_>) -> Result<(), String> {
    if let Some(token) = &network.token {
        let asked = timeout(PATIENCE, login::by_token(network, token)).await;
        let session = asked
            .map_err(|_| late("Try again later"))?
            .map_err(|error| error.to_string())?;
        tell(Ok(format!(
            "the token is {}'s (device {})",
            session.meta.user_id, session.meta.device_id
        )));
        return Ok(());
    }
    let ways = within(client.matrix_auth().get_login_types()).await;
    let ways = ways.map_err(|failure| format!("the ways to log in: {}. Try again later", words(failure)))?;
    if !ways.flows.iter().any(|way| matches!(way, LoginType::Password(_))) {
        return Err("the homeserver offers no login by password: give the bot a token_file in [matrix]".to_owned());
    }
    tell(Ok(
        "the homeserver takes passwords; nobody is logged in yet, and no device was made: `rfrbot login matrix` does that"
            .to_owned(),
    ));
    Ok(())
}

/// `None` if the answer takes too long.
async fn within<T>(request: impl IntoFuture<Output = Result<T, HttpError>>) -> Result<T, Option<Failure>> {
    match timeout(PATIENCE, request.into_future()).await {
        Ok(answer) => answer.map_err(|error| Some(Failure::from(&error))),
        Err(_) => Err(None),
    }
}

fn words(failure: Option<Failure>) -> String {
    failure.map_or_else(|| format!("no answer within {} s", PATIENCE.as_secs()), Failure::words)
}

fn late(then: &str) -> String {
    format!("{}. {then}", words(None))
}
