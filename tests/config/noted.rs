//! Oddities in a good config: noted with their lines, and the bot starts all the same.

use crate::notes;
use rfrbot::config::{Config, Surroundings};
use std::fs;

#[test]
fn what_is_odd_is_noted_and_does_not_stop_the_bot() {
    assert_eq!(
        notes(
            "[irc.net]\nhost = \"irc.example\"\nport = 6667\nchannels = [\"#a\"]\n[people.kevin]\nirc = \
             [\"net/nirik\"]\n[groups]\nsysadmin-mian = [\"kevn\"]\n"
        ),
        [
            "rfrbot.toml:3: irc.net.port: 6667 is the usual port without TLS, but this network uses TLS. If the \
             connection fails at once, try port = 6697",
            "rfrbot.toml:7: groups: nobody is in sysadmin-main, so that nobody can sponsor. Add sysadmin-main = \
             [\"ACCOUNT\", …] under [groups]",
            "rfrbot.toml:8: groups.sysadmin-mian: no rule of the bot asks for this group. Did you mean sysadmin-main?",
            "rfrbot.toml:8: groups.sysadmin-mian[0]: kevn has no [people.kevn] section, so that nothing proves this \
             member yet. Did you mean kevin?",
        ]
    );
}

#[test]
fn a_mistyped_group_that_looks_after_the_bot_is_noted() {
    assert_eq!(
        notes(
            "[admin]\ngroups = [\"sysadmin-mian\"]\n[irc.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\n\
             [people.kevin]\nirc = [\"net/kevin\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n"
        ),
        [
            "rfrbot.toml:2: admin.groups[0]: nobody is in sysadmin-mian, so that it lets nobody look after the bot. \
             Did you mean sysadmin-main?"
        ]
    );
}

#[test]
fn what_may_be_wanted_is_noted_with_its_line() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _) = crate::around_the_example();
    let path = folder.path().join("config.toml");
    fs::set_permissions(folder.path().join("rfrbot.key"), fs::Permissions::from_mode(0o644)).expect("a mode");
    crate::write_private(&folder.path().join("trailing"), "secret \n");
    let text = "[bot]\nprefix = \"rfr\"\n[irc.net]\nhost = \"irc.example\"\nclient_cert = \"rfrbot.crt\"\nclient_key = \
                \"rfrbot.key\"\nserver_password_file = \"trailing\"\nchannels = [\"#a\"]\n[people.kevin]\nirc = \
                [\"net/kevin\", \"net/Kevin\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n[freezes]\nimport = [\"no.ics\"]";
    let config = Config::from_text_in(text, &path, &Surroundings::given([])).expect("a good config");
    let notes: Vec<String> = config.notes.iter().map(ToString::to_string).collect();
    for (note, words) in notes.iter().zip([
        [":2: bot.prefix: ", "is a plain word"],
        [":6: irc.net.client_key: ", "(mode 644)"],
        [":7: irc.net.server_password_file: ", "begins or ends with a blank"],
        [":10: people.kevin.irc[1]: ", "stands here twice"],
        [":14: freezes.import[0]: ", "no.ics cannot be read"],
    ]) {
        for word in words {
            assert!(note.contains(word), "{notes:#?}");
        }
    }
    assert_eq!(notes.len(), 5, "{notes:#?}");
    assert!(!notes.concat().contains("secret \""), "{notes:#?}");
}

#[test]
fn a_fifo_is_no_file_and_nobody_waits_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("config.toml");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("fifo"))
        .status();
    assert!(made.expect("mkfifo").success());
    for (key, written) in [
        ("flag", "[freezes]\nflag = \"fifo\"\n"),
        ("import", "[freezes]\nimport = [\"fifo\"]\n"),
        (
            "ca_file",
            "[irc.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\nca_file = \"fifo\"\n",
        ),
        (
            "server_password_file",
            "[irc.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\nserver_password_file = \"fifo\"\n",
        ),
    ] {
        let (said, path, written) = (std::sync::mpsc::channel(), path.clone(), written.to_owned());
        std::thread::spawn(move || {
            let read = Config::from_text_in(&written, &path, &Surroundings::given([]));
            let notes = |config: Config| {
                config
                    .notes
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .concat()
            };
            said.0.send(read.map_or_else(|error| error.to_string(), notes)).ok();
        });
        let said = said.1.recv_timeout(std::time::Duration::from_secs(60));
        let said = said.unwrap_or_else(|_| panic!("{key}: the FIFO is waited for"));
        assert!(said.contains("it is no file"), "{key}: {said}");
    }
}

#[test]
fn an_id_of_a_bridge_is_noted_because_it_proves_nobody() {
    let notes = notes(
        "[matrix]\nhomeserver = \"https://matrix.example\"\nuser = \"@rfrbot:matrix.example\"\n[people.kevin]\nmatrix = \
         [\"@_irc_kevin:matrix.example\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n",
    );
    assert!(
        notes
            .iter()
            .any(|note| note.contains("rfrbot.toml:5: people.kevin.matrix[0]: ") && note.contains("proves nothing")),
        "{notes:#?}"
    );
}

#[test]
fn a_post_with_a_time_and_a_meeting_is_noted_because_the_time_is_not_used() {
    let notes = notes(
        "[irc.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\n[announce]\nplaces = [\"net/#a\"]\n\
         [people.kevin]\nirc = [\"net/kevin\"]\n[groups]\nsysadmin-main = [\"kevin\"]\n[[posts]]\nname = \"meeting\"\n\
         when = \"mon 14:00 UTC\"\nmeeting = \"Infrastructure Team Meeting\"\n",
    );
    let [note] = notes.as_slice() else {
        panic!("{notes:#?}");
    };
    for words in [":12: posts[0].when: ", "this time is not used", "Remove `when`"] {
        assert!(note.contains(words), "{notes:#?}");
    }
}
