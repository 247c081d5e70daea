//! The checks of `[matrix]`.

use super::network::MatrixNetwork;
use super::rows::MatrixRows;
use crate::config::judge::{Judge, Pem, is_loopback, is_matrix_id, unknown_group};
use std::path::Path;

pub(in crate::config) fn network(raw: MatrixRows, data: &Path, judge: &mut Judge<'_, '_>) -> MatrixNetwork {
    let password = judge.secret("password", raw.password);
    let token = judge.secret("token", raw.token);
    if password.is_some() && token.is_some() {
        judge.problem(
            "",
            "a password and an access token are given, and only one of them can be used",
            "Keep the password: the bot logs in once with it and then keeps its own token",
        );
    }
    for (index, group) in raw.invites_from_groups.iter().enumerate() {
        if let Some(fix) = unknown_group(group) {
            judge.note(
                &format!("invites_from_groups[{index}]"),
                format!("{group} is none of the groups that rules ask for"),
                fix,
            );
        }
    }
    for (index, server) in raw.account_servers.iter().enumerate() {
        if server.is_empty() || server.contains(|c: char| c.is_whitespace() || matches!(c, '/' | '@' | '*')) {
            judge.problem(
                &format!("account_servers[{index}]"),
                format!("{server:?} is not the name of a homeserver"),
                "Write what stands behind the colon of its Matrix ids, such as \"fedora.im\"",
            );
        }
    }
    for (index, pattern) in raw.bridge_ghosts.iter().enumerate() {
        if !pattern.starts_with(['@', '*']) || pattern == "*" {
            judge.problem(
                &format!("bridge_ghosts[{index}]"),
                format!("{pattern:?} is no pattern of Matrix ids"),
                "Write, for example, \"@_irc_*:libera.chat\"",
            );
        }
    }
    rooms(&raw.rooms, judge);
    MatrixNetwork {
        homeserver: homeserver(raw.homeserver, raw.plain, judge),
        ca_file: judge.pem("ca_file", raw.ca_file, Pem::Authority),
        user: user(raw.user, judge),
        password,
        token,
        device_name: raw.device_name,
        rooms: raw.rooms,
        invites_from_groups: raw.invites_from_groups,
        account_servers: raw.account_servers,
        bridge_ghosts: raw.bridge_ghosts,
        catch_up: raw.catch_up_minutes.minutes(),
        accept_unverified_devices: raw.accept_unverified_devices,
        encrypt_private_rooms: raw.encrypt_private_rooms,
        sign_by_reaction_in_encrypted_rooms: raw.sign_by_reaction_in_encrypted_rooms,
        recovery: judge.secret("recovery", raw.recovery),
        retry_wait: judge.wait("retry_seconds", &raw.retry_seconds),
        prefix: String::new(),
        folder: MatrixNetwork::folder_in(data),
    }
}

fn homeserver(written: Option<String>, plain: bool, judge: &mut Judge<'_, '_>) -> String {
    let address = written.unwrap_or_default();
    let key = "homeserver";
    let fix = "Give the address of the homeserver's client API, such as homeserver = \"https://fedora.ems.host\"";
    if address.is_empty() {
        judge.problem(key, "it is not said which homeserver", fix);
    } else if address.contains(|c: char| c.is_whitespace() || c.is_control()) {
        judge.problem(key, format!("{address:?} is not a web address"), fix);
    } else if address.trim_end_matches('/').ends_with(':') {
        judge.problem(key, format!("{address:?} names no server"), fix);
    } else if let Some(rest) = address.strip_prefix("http://") {
        if !plain && (rest.contains('@') || !is_loopback(rest)) {
            judge.lacking(
                key,
                &["plain"],
                "without https everything crosses the network readable, the access token too",
                "Write https://; where that cannot be, say so with plain = true",
            );
        }
    } else if !address.starts_with("https://") {
        judge.problem(key, format!("{address:?} is not a web address"), fix);
    }
    address
}

fn user(written: Option<String>, judge: &mut Judge<'_, '_>) -> String {
    let user = written.unwrap_or_default();
    if !is_matrix_id(&user) {
        let what = if user.is_empty() {
            "it is not said who the bot is".to_owned()
        } else {
            format!("{user:?} is not a Matrix id")
        };
        judge.problem("user", what, "Write it in full, such as user = \"@rfrbot:fedora.im\"");
    }
    user
}

fn rooms(rooms: &[String], judge: &mut Judge<'_, '_>) {
    for (index, room) in rooms.iter().enumerate() {
        let key = format!("rooms[{index}]");
        // An alias has a server; an id in room version 12 has none.
        let alias = room.strip_prefix('#').is_some_and(|rest| {
            rest.split_once(':')
                .is_some_and(|(name, server)| !name.is_empty() && !server.is_empty())
        });
        let id = room.strip_prefix('!').is_some_and(|rest| !rest.is_empty());
        if !(alias || id) || room.len() > 255 || room.contains(|c: char| c.is_whitespace() || c.is_control()) {
            judge.problem(
                &key,
                format!("{room:?} is neither an alias nor an id of a room"),
                "Write the alias with its server, such as \"#admin:fedoraproject.org\", or the id, which begins with !",
            );
        } else if rooms[..index].contains(room) {
            judge.problem(&key, format!("{room} stands in the list twice"), "Remove one of them");
        }
    }
    if rooms.is_empty() {
        judge.note(
            "rooms",
            "the bot sits in no room, so that only those who may invite it reach it",
            "Add rooms = [\"#admin:fedoraproject.org\"]",
        );
    }
}
