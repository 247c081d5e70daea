//! The bot's places, and the places that the config names.

use super::rows::{BridgedRows, RoomRows};
use crate::config::form::Findings;
use crate::config::irc::IrcNetwork;
use crate::config::matrix::MatrixNetwork;
use crate::config::rows::{Chosen, did_you_mean, join};
use crate::rfr::NewsKind;
use crate::wire::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Every place the bot should be in, by its own networks.
pub(in crate::config) fn configured(irc: &[IrcNetwork], matrix: Option<&MatrixNetwork>) -> Vec<Place> {
    let channels = irc.iter().flat_map(|network| {
        let channels = network.channels.iter();
        channels.map(|channel| Place::channel(&network.name, &channel.name))
    });
    let rooms = matrix.into_iter().flat_map(|network| &network.rooms);
    let rooms = rooms.map(|room| Place::channel(MatrixNetwork::NAME, room));
    channels.chain(rooms).collect()
}

/// Every place the bot sits in.
pub(in crate::config) struct Places {
    configured: Vec<Place>,
    networks: Vec<String>,
}

impl Places {
    pub(in crate::config) fn new(irc: &[IrcNetwork], matrix: Option<&MatrixNetwork>) -> Self {
        let configured = configured(irc, matrix);
        let mut networks: Vec<String> = irc.iter().map(|network| network.name.clone()).collect();
        networks.extend(matrix.map(|_| MatrixNetwork::NAME.to_owned()));
        Self { configured, networks }
    }

    /// Where announcements go: everywhere, unless places are named.
    pub(in crate::config) fn announce(&self, written: Option<Vec<String>>, found: &mut Findings<'_>) -> Vec<Place> {
        let Some(written) = written else {
            return self.configured.clone();
        };
        if written.is_empty() {
            found.note(
                "announce.places",
                "the list is empty, so that nothing is announced anywhere",
                "Leave the key out to announce in every configured channel",
            );
        }
        self.list("announce.places", &written, found)
    }

    /// Of what kinds of news a place is told that is not told of all.
    pub(in crate::config) fn told(
        &self,
        kinds: Option<Vec<Chosen<NewsKind>>>,
        rooms: Vec<RoomRows>,
        announce: &[Place],
        found: &mut Findings<'_>,
    ) -> BTreeMap<Place, BTreeSet<NewsKind>> {
        let set = |kinds: Vec<Chosen<NewsKind>>| kinds.into_iter().map(|kind| kind.0).collect::<BTreeSet<_>>();
        let mut told = BTreeMap::new();
        if let Some(kinds) = kinds.map(set) {
            told.extend(announce.iter().map(|place| (place.clone(), kinds.clone())));
        }
        for (index, room) in rooms.into_iter().enumerate() {
            let key = format!("announce.rooms[{index}].places");
            let kinds = set(room.kinds);
            for place in self.list(&key, &room.places, found) {
                if !announce.contains(&place) {
                    found.problem(
                        &key,
                        format!("nothing is announced in {place}"),
                        "Add it to announce.places, or take it out here",
                    );
                }
                told.insert(place, kinds.clone());
            }
        }
        told
    }

    /// One place, which must be configured.
    pub(in crate::config) fn one(&self, key: &str, written: &str, found: &mut Findings<'_>) -> Option<Place> {
        let (network, room) = network_and_name((key, written), "libera/#fedora-admin", &self.networks, found)?;
        let here = |place: &&Place| place.network == network;
        let matching = self
            .configured
            .iter()
            .find(|place| here(place) && place.room_name().eq_ignore_ascii_case(room));
        if matching.is_none() {
            let known = self.configured.iter().filter(here);
            let fix = match did_you_mean(room, known.map(Place::room_name)) {
                Some(near) => format!("Did you mean \"{network}/{near}\"?"),
                None if network == MatrixNetwork::NAME => format!("Add {room:?} to the rooms of [matrix]"),
                None => format!("Add {room:?} to the channels of [irc.{network}]"),
            };
            let places = if network == MatrixNetwork::NAME {
                "matrix.rooms".to_owned()
            } else {
                format!("irc.{network}.channels")
            };
            found.lacking(key, &[places], format!("the bot does not sit in {written}"), fix);
        }
        matching.cloned()
    }

    /// Sets of places connected by a bridge.
    pub(in crate::config) fn bridged(&self, raw: Vec<BridgedRows>, found: &mut Findings<'_>) -> Vec<Vec<Place>> {
        let mut sets = Vec::new();
        for (index, set) in raw.into_iter().enumerate() {
            let key = format!("announce.bridged[{index}]");
            if set.places.len() < 2 {
                found.lacking(
                    &key,
                    &[format!("{key}.places")],
                    "a bridge joins at least two places",
                    "Write, for example: places = [\"libera/#fedora-admin\", \"matrix/#admin:fedoraproject.org\"]",
                );
            }
            sets.push(self.list(&format!("{key}.places"), &set.places, found));
        }
        sets
    }

    pub(in crate::config) fn list(&self, key: &str, written: &[String], found: &mut Findings<'_>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for (index, place) in written.iter().enumerate() {
            let key = format!("{key}[{index}]");
            match self.one(&key, place, found) {
                Some(place) if places.contains(&place) => {
                    found.problem(&key, format!("{place} stands in the list twice"), "Remove one of them");
                }
                Some(place) => places.push(place),
                None => {}
            }
        }
        places
    }
}

/// `NETWORK/NAME` with a known network.
pub(in crate::config) fn network_and_name<'a>(
    (key, written): (&str, &'a str),
    example: &str,
    names: &[String],
    found: &mut Findings<'_>,
) -> Option<(&'a str, &'a str)> {
    let parts = written
        .split_once('/')
        .filter(|(network, name)| !network.is_empty() && !name.is_empty());
    let Some((network, name)) = parts else {
        found.problem(
            key,
            format!("{written:?} names no network"),
            format!("Write NETWORK/NAME, such as {example:?}"),
        );
        return None;
    };
    if names.iter().any(|known| known == network) {
        return Some((network, name));
    }
    let fix = match did_you_mean(network, names.iter().map(String::as_str)) {
        Some(near) => format!("Did you mean \"{near}/{name}\"?"),
        None => format!("Add [irc.{network}], or use a network that is there"),
    };
    let section = if network == MatrixNetwork::NAME {
        network.to_owned()
    } else {
        join("irc", network)
    };
    found.lacking(key, &[section], format!("there is no network {network:?}"), fix);
    None
}
