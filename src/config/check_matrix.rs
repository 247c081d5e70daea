//! The checks of `[matrix]`.

use super::check_freezes::is_loopback;
use super::check_people::is_matrix_id;
use super::form::Findings;
use super::key::did_you_mean;
use super::raw::RawMatrix;
use super::shared::{self, Around, within};
use super::{KNOWN_GROUPS, MatrixNetwork};
use std::path::Path;
use std::time::Duration;

/// Minutes after which a command that was sent while the bot was away is left alone.
const DEFAULT_CATCH_UP_MINUTES: u64 = 15;

pub(super) fn network(raw: RawMatrix, data: &Path, around: &Around<'_>, found: &mut Findings<'_>) -> MatrixNetwork {
    let homeserver = homeserver(raw.homeserver, raw.plain.unwrap_or(false), found);
    let user = user(raw.user, found);
    let secret = |key: &str, file, variable, found: &mut Findings<'_>| {
        shared::secret("matrix", key, file, variable, around, found)
    };
    let password = secret("password", raw.password_file, raw.password_env, found);
    let token = secret("token", raw.token_file, raw.token_env, found);
    if password.is_some() && token.is_some() {
        found.problem(
            "matrix",
            "a password and an access token are given, and only one of them can be used",
            "Keep the password: the bot logs in once with it and then keeps its own token",
        );
    }
    let recovery = secret("recovery", raw.recovery_file, raw.recovery_env, found);
    let ca_file = raw
        .ca_file
        .map(|written| shared::pem("matrix.ca_file", &written, "authority", around, found));
    let rooms = rooms(raw.rooms, found);
    for (index, group) in raw.invites_from_groups.iter().enumerate() {
        if !KNOWN_GROUPS.contains(&group.as_str()) {
            let fix =
                did_you_mean(group, KNOWN_GROUPS).map_or_else(String::new, |near| format!("Did you mean {near}?"));
            found.note(
                &format!("matrix.invites_from_groups[{index}]"),
                format!("{group} is none of the groups that rules ask for"),
                fix,
            );
        }
    }
    for (index, server) in raw.account_servers.iter().enumerate() {
        if server.is_empty() || server.contains(|c: char| c.is_whitespace() || matches!(c, '/' | '@' | '*')) {
            found.problem(
                &format!("matrix.account_servers[{index}]"),
                format!("{server:?} is not the name of a homeserver"),
                "Write what stands behind the colon of its Matrix ids, such as \"fedora.im\"",
            );
        }
    }
    for (index, pattern) in raw.bridge_ghosts.iter().enumerate() {
        if !pattern.starts_with(['@', '*']) || pattern == "*" {
            found.problem(
                &format!("matrix.bridge_ghosts[{index}]"),
                format!("{pattern:?} is no pattern of Matrix ids"),
                "Write, for example, \"@_irc_*:libera.chat\"",
            );
        }
    }
    let minutes = within(
        found,
        "matrix.catch_up_minutes",
        raw.catch_up_minutes,
        DEFAULT_CATCH_UP_MINUTES,
        0,
        24 * 60,
    );
    MatrixNetwork {
        homeserver,
        ca_file,
        user,
        password,
        token,
        device_name: raw.device_name.unwrap_or_else(|| "rfrbot".to_owned()),
        rooms,
        invites_from_groups: raw.invites_from_groups,
        account_servers: raw.account_servers,
        bridge_ghosts: raw.bridge_ghosts,
        catch_up: Duration::from_secs(minutes * 60),
        accept_unverified_devices: raw.accept_unverified_devices.unwrap_or(false),
        encrypt_private_rooms: raw.encrypt_private_rooms.unwrap_or(true),
        sign_by_reaction_in_encrypted_rooms: raw.sign_by_reaction_in_encrypted_rooms.unwrap_or(false),
        recovery,
        retry_wait: shared::wait("matrix.retry_seconds", raw.retry_seconds.as_deref(), found),
        prefix: String::new(),
        folder: MatrixNetwork::folder_in(data),
    }
}

fn homeserver(written: Option<String>, plain: bool, found: &mut Findings<'_>) -> String {
    let address = written.unwrap_or_default();
    let key = "matrix.homeserver";
    let fix = "Give the address of the homeserver's client API, such as homeserver = \"https://fedora.ems.host\"";
    if address.is_empty() {
        found.problem(key, "it is not said which homeserver", fix);
    } else if address.contains(|c: char| c.is_whitespace() || c.is_control()) {
        found.problem(key, format!("{address:?} is not a web address"), fix);
    } else if address.trim_end_matches('/').ends_with(':') {
        found.problem(key, format!("{address:?} names no server"), fix);
    } else if let Some(rest) = address.strip_prefix("http://") {
        if !plain && (rest.contains('@') || !is_loopback(rest)) {
            found.lacking(
                key,
                &["matrix.plain"],
                "without https everything crosses the network readable, the access token too",
                "Write https://; where that cannot be, say so with plain = true",
            );
        }
    } else if !address.starts_with("https://") {
        found.problem(key, format!("{address:?} is not a web address"), fix);
    }
    address
}

fn user(written: Option<String>, found: &mut Findings<'_>) -> String {
    let user = written.unwrap_or_default();
    if !is_matrix_id(&user) {
        let what = if user.is_empty() {
            "it is not said who the bot is".to_owned()
        } else {
            format!("{user:?} is not a Matrix id")
        };
        found.problem(
            "matrix.user",
            what,
            "Write it in full, such as user = \"@rfrbot:fedora.im\"",
        );
    }
    user
}

fn rooms(written: Vec<String>, found: &mut Findings<'_>) -> Vec<String> {
    let mut rooms: Vec<String> = Vec::new();
    for (index, room) in written.into_iter().enumerate() {
        let key = format!("matrix.rooms[{index}]");
        // An alias has a server; an id of room version 12 has none.
        let alias = room.strip_prefix('#').is_some_and(|rest| {
            rest.split_once(':')
                .is_some_and(|(name, server)| !name.is_empty() && !server.is_empty())
        });
        let id = room.strip_prefix('!').is_some_and(|rest| !rest.is_empty());
        if !(alias || id) || room.len() > 255 || room.contains(|c: char| c.is_whitespace() || c.is_control()) {
            found.problem(
                &key,
                format!("{room:?} is neither an alias nor an id of a room"),
                "Write the alias with its server, such as \"#admin:fedoraproject.org\", or the id, which begins with !",
            );
        } else if rooms.contains(&room) {
            found.problem(&key, format!("{room} stands in the list twice"), "Remove one of them");
        }
        rooms.push(room);
    }
    if rooms.is_empty() {
        found.note(
            "matrix.rooms",
            "the bot sits in no room, so that only those who may invite it reach it",
            "Add rooms = [\"#admin:fedoraproject.org\"]",
        );
    }
    rooms
}
