//! Is an address that of a discussion: in the archive of a mailing list, or a log of chat?
//!
//! The config's own archive always is. Others are known by how archives and logs are named everywhere: a team may move its
//! list, and a discussion may be years old.

use super::tickets::plain_address;

/// How the host of an archive or of a log begins.
const HOSTS: [&str; 17] = [
    "lists", "list", "listes", "mail", "mailman", "mailman3", "ml", "groups", "lore", "marc", "meetbot", "irclog",
    "irclogs", "logs", "chatlogs", "chat", "botbot",
];

/// A part of the path that only archives and logs have.
const PARTS: [&str; 11] = [
    "archives",
    "pipermail",
    "hyperkitty",
    "mailman",
    "mailman3",
    "mail-archive",
    "meetbot",
    "irclog",
    "irclogs",
    "chatlogs",
    "listarchive",
];

/// Is it one? `archive` is that of the config.
pub(super) fn is_one(url: &str, archive: Option<&str>) -> bool {
    let plain = plain_address(url);
    let of_the_config = archive.is_some_and(|archive| plain.starts_with(&plain_address(archive)));
    let (host, path) = plain
        .split_once("://")
        .map(|(_, rest)| rest.split_once('/').unwrap_or((rest, "")))
        .unwrap_or_default();
    let of_a_room = host == "matrix.to" && path.contains('$');
    let begins = host.split_once('.').is_some_and(|(first, _)| HOSTS.contains(&first));
    let has_part = path
        .split(['/', '?', '#'])
        .any(|part| PARTS.contains(&part.to_lowercase().as_str()));
    of_the_config || of_a_room || (begins || has_part) && !path.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_and_logs_are_known() {
        for url in [
            "https://lists.example.org/archives/list/infra@lists.example.org/thread/ABC/",
            "https://LISTS.example.org:443/thread/1",
            "https://example.org/pipermail/infra/2014-July/1.html",
            "https://meetbot.example.org/infra/2026-11-26/infra.log.html",
            "https://example.org/meetbot/infra.2026-11-26.log.html",
            "https://matrix.to/#/!room:example.org/$event:example.org?via=example.org",
            "https://lore.kernel.org/all/1@x/",
        ] {
            assert!(is_one(url, None), "{url}");
        }
        for url in [
            "https://example.org/a",
            "https://docs.example.org/sop/badges",
            "https://listsexample.org/archive/1",
            "https://lists.example.org",
            "https://matrix.to/#/@vera:example.org",
            "https://forge.example.org/infra/tickets/issues/4321",
        ] {
            assert!(!is_one(url, None), "{url}");
        }
        let archive = Some("https://forum.example.org/infra");
        assert!(is_one("https://Forum.example.org/infra/list/1", archive));
        assert!(!is_one("https://forum.example.org/cats/1", archive));
    }
}
