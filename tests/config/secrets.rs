//! Where secrets may be and where they are read from; none is ever repeated.

use crate::refused;
use rfrbot::config::{Config, Surroundings};
use std::fs;
use tempfile::TempDir;

#[test]
fn a_secret_in_the_file_is_refused_and_never_repeated() {
    let text = "[irc.libera]\nhost = \"irc.libera.chat\"\nserver_password = \"hunter2\"\nchannels = [{ name = \"#a\", \
                key = \"hunter2\" }]\nlogin = { sasl = \"plain\", account = \"rfrbot\", password = \"hunter2\" }";
    let message = refused(text);
    assert_eq!(
        message,
        "rfrbot.toml:3: irc.libera.server_password: a secret must not stand in the config file. Put it alone into a \
         file that only the bot's user can read (chmod 600) and write server_password_file = \"FILE\", or name an \
         environment variable with server_password_env = \"VARIABLE\"\n\
         rfrbot.toml:4: irc.libera.channels[0].key: a secret must not stand in the config file. Put it alone into a \
         file that only the bot's user can read (chmod 600) and write key_file = \"FILE\", or name an environment \
         variable with key_env = \"VARIABLE\"\n\
         rfrbot.toml:5: irc.libera.login.password: a secret must not stand in the config file. Put it alone into a \
         file that only the bot's user can read (chmod 600) and write password_file = \"FILE\", or name an \
         environment variable with password_env = \"VARIABLE\"\n\
         3 problems in all; nothing was started."
    );
    for broken in [
        "[irc.libera]\nserver_password = \"hunter2\nhost = 1",
        "[irc.libera]\nserver_password = hunter2",
        "[irc.libera]\nserver_password_file = [\"hunter2\"]",
        "[irc.libera]\nlogin = { password = \"hunter2\", }}",
    ] {
        assert!(!refused(broken).contains("hunter2"), "{}", refused(broken));
    }
}

#[test]
fn secrets_come_from_credentials_first_then_from_beside_the_config_and_open_modes_are_noted() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().expect("a folder");
    let credentials = TempDir::new().expect("a folder");
    let path = folder.path().join("config.toml");
    let text = "[irc.net]\nhost = \"irc.example\"\nchannels = [\"#a\"]\nserver_password_file = \"net.password\"\n\
                [people.a]\nirc = [\"net/a\"]\n[groups]\nsysadmin-main = [\"a\"]";
    let beside = folder.path().join("net.password");
    fs::write(&beside, "from beside\r\n").expect("a file");
    fs::set_permissions(&beside, fs::Permissions::from_mode(0o644)).expect("a mode");
    let set = Surroundings::given([("CREDENTIALS_DIRECTORY", credentials.path().to_str().expect("UTF-8"))]);
    let password = |surroundings: &Surroundings| {
        let config = Config::from_text_in(text, &path, surroundings).expect("a good config");
        let password = config.irc[0]
            .server_password
            .clone()
            .expect("a password")
            .reveal()
            .to_owned();
        (password, config)
    };

    let (found, config) = password(&set);
    assert_eq!(found, "from beside");
    let notes: Vec<String> = config.notes.iter().map(|note| note.what.clone()).collect();
    assert_eq!(
        notes,
        [format!(
            "{} can be read by others than its owner (mode 644)",
            beside.display()
        )]
    );
    assert!(!format!("{config:?}{}", config.describe().join("")).contains("from beside"));

    fs::write(credentials.path().join("net.password"), "from systemd").expect("a file");
    let (found, config) = password(&set);
    assert_eq!((found.as_str(), config.notes.len()), ("from systemd", 0));

    fs::write(&beside, "two\nlines\n").expect("a file");
    let message = Config::from_text_in(text, &path, &Surroundings::given([]))
        .expect_err("two lines")
        .to_string();
    assert_eq!(
        message,
        format!(
            "{}:4: irc.net.server_password_file: the secret has more than one line, or a NUL in it. Write the secret \
             alone into that file, readable only by the bot's user (chmod 600)",
            path.display()
        )
    );
    fs::write(&beside, "\n").expect("a file");
    let message = Config::from_text_in(text, &path, &Surroundings::given([]))
        .expect_err("empty")
        .to_string();
    assert!(message.contains("the secret is empty"), "{message}");
}
