//! A panic in one adaptor interrupts that adaptor for a moment, and nothing else.

use super::backoff::{Backoff, Wait, chance};
use crate::trouble::panic_words;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Pauses before a task starts again after a panic.
const PANIC_WAIT: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(10 * 60));

/// The future's value, or the message of the panic that ended it.
///
/// Whatever the future worked with must be discarded or rebuilt afterwards: it stopped half-way.
pub async fn caught<T>(future: impl Future<Output = T>) -> Result<T, String> {
    let outcome = AssertUnwindSafe(future).catch_unwind().await;
    outcome.map_err(|panic| panic_words(panic.as_ref()))
}

/// Runs a task until it ends by itself. After a panic `told` hears why and how long the pause is, and it runs again.
pub async fn kept_running(mut run: impl AsyncFnMut(), told: impl AsyncFn(String, Duration)) {
    let mut restarts = Backoff::new(PANIC_WAIT);
    loop {
        let since = Instant::now();
        let Err(why) = Box::pin(caught(run())).await else {
            return;
        };
        let pause = restarts.next(Wait::Usual, Some(since), Instant::now(), chance());
        told(why, pause).await;
        sleep(pause).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use std::fs::{self, File};
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::path::{Path, PathBuf};
    use std::process::{Child, Command, Stdio};
    use std::time::Duration;

    const CONFIG: &str = "RFRBOT_TEST_PANIC_CONFIG";

    /// The whole bot in its own process, whose network of this name panics twice (see `chat::irc`); does nothing
    /// without a config.
    #[test]
    fn the_bot_of_the_other_tests() {
        let Some(path) = std::env::var_os(CONFIG) else { return };
        let path = PathBuf::from(path);
        let config = Config::load(&path).expect("a config");
        crate::logging::start(config.log.level, config.log.format).expect("a log");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime
            .block_on(crate::startup::run(&config, &path))
            .expect("it runs and stops");
    }

    struct RunningBot(Child);

    impl RunningBot {
        fn start(folder: &Path, networks: &[(&str, u16)], admin_place: &str) -> Self {
            let networks = networks.iter().map(|(name, port)| {
                format!(
                    "[irc.{name}]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\n\
                     reconnect_seconds = [1, 1]\nchannels = [\"#admin\"]\n"
                )
            });
            let networks: Vec<String> = networks.collect();
            let config = format!(
                "[bot]\ndata = \"store\"\n[admin]\nplace = \"{admin_place}\"\n{}",
                networks.concat()
            );
            let path = folder.join("config.toml");
            fs::write(&path, config).expect("a config");
            let child = Command::new(std::env::current_exe().expect("this program"))
                .args([
                    "--exact",
                    "adaptor::guard::tests::the_bot_of_the_other_tests",
                    "--nocapture",
                ])
                .env(CONFIG, path)
                .env_remove("RUST_LOG")
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(File::create(folder.join("log")).expect("a log"))
                .spawn()
                .expect("it starts");
            Self(child)
        }

        fn stop(mut self) {
            let id = self.0.id().to_string();
            let sent = Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
            assert!(sent.success() && self.0.wait().expect("it ends").success());
        }
    }

    impl Drop for RunningBot {
        fn drop(&mut self) {
            // It may have ended already.
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    /// Just enough of a server to let the bot in; returns what the bot says in its room up to these words.
    fn said_until(listener: &TcpListener, words: &str) -> (TcpStream, Vec<String>) {
        let (mut wire, _) = listener.accept().expect("a connection");
        wire.set_read_timeout(Some(Duration::from_secs(60)))
            .expect("a time-out");
        let lines = BufReader::new(wire.try_clone().expect("a copy")).lines();
        let mut said = Vec::new();
        for line in lines {
            let line = line.expect("a line in time");
            let first = line.split(' ').nth(1).unwrap_or_default().to_owned();
            let answer = match line.split(' ').next().unwrap_or_default() {
                "CAP" if first == "LS" => ":s CAP * LS :account-tag\r\n".to_owned(),
                "CAP" if first == "REQ" => ":s CAP rfrbot ACK :account-tag\r\n".to_owned(),
                "CAP" => {
                    ":s 001 rfrbot :hello\r\n:s 005 rfrbot WHOX :are supported\r\n:s 422 rfrbot :no motd\r\n".to_owned()
                }
                "JOIN" => format!(
                    ":rfrbot!r@h JOIN {first}\r\n:s 353 rfrbot = {first} :rfrbot\r\n:s 366 rfrbot {first} :end\r\n"
                ),
                "WHO" => format!(":s 315 rfrbot {first} :end\r\n"),
                "PING" => format!(":s PONG s {first}\r\n"),
                _ => String::new(),
            };
            wire.write_all(answer.as_bytes()).expect("written");
            if line.contains(" #admin :") {
                said.push(line.clone());
                if line.contains(words) {
                    return (wire, said);
                }
            }
        }
        panic!("the bot hung up before {words:?}, after {said:?}");
    }

    const SENTENCE: &str = "My connection to panics-twice ended by a mistake in my own program";

    #[test]
    fn a_panic_in_one_adaptor_is_said_once_in_the_admin_place_and_the_other_network_goes_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let server = || TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = |server: &TcpListener| server.local_addr().expect("an address").port();
        let (sound, shaky) = (server(), server());
        let networks = [("sound", port(&sound)), ("panics-twice", port(&shaky))];
        let bot = RunningBot::start(folder.path(), &networks, "sound/#admin");
        let (mut wire, said) = said_until(&sound, SENTENCE);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("NOTICE #admin :"), "{said:?}");
        assert!(said[0].contains("nothing is lost"), "{said:?}");
        // It panics once more, then works; nothing more is reported about that.
        shaky.accept().expect("it is started again");
        wire.write_all(b"@account=kevin :kevin!k@h PRIVMSG #admin :!rfr version\r\n")
            .expect("written");
        let next = BufReader::new(wire.try_clone().expect("a copy"))
            .lines()
            .map(|line| line.expect("a line in time"))
            .find(|line| line.contains(" #admin :"))
            .expect("an answer");
        assert!(next.contains("kevin: "), "{next}");
        bot.stop();
        let log = fs::read_to_string(folder.path().join("log")).expect("the log");
        assert_eq!(
            log.matches("the adaptor panicked; it starts again in").count(),
            2,
            "{log}"
        );
        assert!(
            log.contains("a mistake in the adaptor") && log.contains("Please report this"),
            "{log}"
        );
    }

    #[test]
    fn the_admin_place_of_the_network_that_panicked_hears_of_it_when_it_is_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let shaky = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = shaky.local_addr().expect("an address").port();
        let bot = RunningBot::start(folder.path(), &[("panics-twice", port)], "panics-twice/#admin");
        let (_wire, said) = said_until(&shaky, SENTENCE);
        assert_eq!(said.len(), 1, "{said:?}");
        bot.stop();
    }

    #[tokio::test]
    async fn a_panic_between_two_waits_becomes_a_value() {
        let mut done = 0;
        let ended = caught(async {
            tokio::task::yield_now().await;
            done += 1;
            assert_eq!(done, 0, "something");
        })
        .await;
        assert_eq!(ended, Err("assertion `left == right` failed: something".to_owned()));
        assert_eq!(done, 1);
        assert_eq!(caught(async { 7 }).await, Ok(7));
    }
}
