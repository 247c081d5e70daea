//! `rfrbot init`: five questions, or three without IRC, and a first config. An answer that the config's checks refuse is
//! asked again, so that a written config works.

use crate::command_line::DEFAULT_CONFIG;
use crate::config::{Config, ConfigError, Surroundings};
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

const SENDMAIL: &str = "/usr/sbin/sendmail";

/// Holds the password while the answers are tried.
const TRIED: &str = "RFRBOT_INIT_PASSWORD";

/// Why there is no first config.
#[derive(Debug, Error)]
pub enum InitError {
    /// There is a config already.
    #[error(
        "{}: there is a config already, and it is left as it is; name another file with --config FILE",
        .0.display()
    )]
    Exists(PathBuf),
    /// An answer from a pipe is refused by the config's checks.
    #[error("the answer to “{question}” cannot be used, and nothing was written: {refused}")]
    Refused {
        /// The question.
        question: String,
        /// What is wrong with the answer, and what to do.
        refused: String,
    },
    /// No answer came.
    #[error("the questions were not answered to the end, and nothing was written: {0}")]
    Unanswered(io::Error),
    /// A file or folder cannot be created.
    #[error("{} cannot be written ({cause}); nothing that was there is touched", path.display())]
    Unwritten {
        /// Its path.
        path: PathBuf,
        /// The system's error.
        cause: io::Error,
    },
}

/// The answers, with assumed values for those not given yet.
struct GivenAnswers {
    /// `None` for a bot without IRC.
    host: Option<String>,
    /// `None` for the usual one.
    port: Option<u16>,
    channel: String,
    nick: String,
    password: String,
    account: String,
    services: String,
    mail: Option<ListAnswers>,
    matrix: Option<MatrixAnswers>,
}

#[derive(Clone)]
struct ListAnswers {
    list: String,
    archive: String,
    from: String,
    /// The server and its port, if that was said; `None` for the local sendmail.
    smtp: Option<(String, Option<u16>)>,
}

#[derive(Clone)]
struct MatrixAnswers {
    user: String,
    homeserver: String,
    room: String,
}

/// Asks a question; the flag means that the answer must not be echoed.
type Ask<'a> = &'a mut dyn FnMut(&str, bool) -> io::Result<String>;

/// Asks, and writes the config at that path. Returns what was written and what comes next. A wrong answer is asked
/// again on a terminal, and ends the questions in a pipe.
pub fn make(path: &Path, terminal: bool, ask: Ask<'_>) -> Result<Vec<String>, InitError> {
    if path.exists() {
        return Err(InitError::Exists(path.to_owned()));
    }
    let mut answers = GivenAnswers {
        host: Some("irc.libera.chat".to_owned()),
        port: None,
        channel: "#fedora-admin".to_owned(),
        nick: "rfrbot".to_owned(),
        password: String::new(),
        account: "somebody".to_owned(),
        services: "somebody".to_owned(),
        mail: None,
        matrix: None,
    };
    let mut is_on_irc = true;
    let mut question = |question: &str, default: &str, take: &mut dyn FnMut(&mut GivenAnswers, &str)| loop {
        let shown = if default.is_empty() {
            format!("{question}: ")
        } else {
            format!("{question} [{default}]: ")
        };
        let typed = ask(&shown, question.contains("password")).map_err(InitError::Unanswered)?;
        take(&mut answers, if typed.is_empty() { default } else { &typed });
        let Err(refused) = Config::from_text_in(&answers.text(path, true), path, &answers.tried()) else {
            return Ok::<(), InitError>(());
        };
        let refused = match refused {
            // The file does not exist yet, so its lines and keys would mean nothing to anybody.
            ConfigError::Invalid(problems) => problems
                .iter()
                .map(|problem| format!("{}. {}", problem.what, problem.fix))
                .collect::<Vec<_>>()
                .join("; "),
            other @ (ConfigError::Missing(_) | ConfigError::NotToml(_) | ConfigError::Unreadable { .. }) => {
                other.to_string()
            }
        };
        if !terminal {
            let question = question.trim().to_owned();
            return Err(InitError::Refused { question, refused });
        }
        eprintln!("{refused}");
    };
    question(
        "1. The IRC server, or none",
        "irc.libera.chat",
        &mut |answers, typed| {
            let (host, port) = server(typed);
            is_on_irc = !host.eq_ignore_ascii_case("none");
            answers.host = Some(host).filter(|_| is_on_irc);
            answers.port = port;
        },
    )?;
    if is_on_irc {
        question(
            "2. The channel that the bot sits in",
            "#fedora-admin",
            &mut |answers, typed| {
                let is_word = typed.starts_with(|c: char| c.is_alphanumeric());
                answers.channel = if is_word { format!("#{typed}") } else { typed.to_owned() };
            },
        )?;
        question(
            "3. The bot's nick, which is its account at the network's services too",
            "rfrbot",
            &mut |answers, typed| {
                typed.clone_into(&mut answers.nick);
            },
        )?;
        question(
            "   Its password there (empty: it does not log in)",
            "",
            &mut |answers, typed| {
                typed.clone_into(&mut answers.password);
            },
        )?;
    }
    let (account, more) = if is_on_irc {
        (
            "4. Your Fedora account, which goes into sysadmin-main, and behind it your account at the services if that is \
             another",
            "5.",
        )
    } else {
        ("2. Your Fedora account, which goes into sysadmin-main", "3.")
    };
    question(account, "", &mut |answers, typed| {
        let mut words = typed.split_whitespace();
        words.next().unwrap_or_default().clone_into(&mut answers.account);
        answers.services = words.next().unwrap_or(&answers.account).to_owned();
    })?;
    let mut chosen = String::new();
    question(
        &format!("{more} The mailing list's address, the bot's Matrix id (@rfrbot:fedora.im), or nothing"),
        "",
        &mut |answers, typed| {
            typed.clone_into(&mut chosen);
            answers.choose(typed);
        },
    )?;
    if chosen.starts_with('@') {
        let server = chosen.split_once(':').map_or("", |(_, server)| server);
        let homeserver = match server {
            "fedora.im" => "https://fedora.ems.host".to_owned(),
            server => format!("https://{server}"),
        };
        question("   The homeserver's address", &homeserver, &mut |answers, typed| {
            if let Some(matrix) = &mut answers.matrix {
                typed.clone_into(&mut matrix.homeserver);
            }
        })?;
        question(
            "   The room that the bot sits in",
            &format!("#admin:{server}"),
            &mut |answers, typed| {
                if let Some(matrix) = &mut answers.matrix {
                    typed.clone_into(&mut matrix.room);
                }
            },
        )?;
    } else if let Some((_, domain)) = chosen.split_once('@') {
        question(
            "   The address of its archive",
            &format!("https://{domain}/archives"),
            &mut |answers, typed| {
                if let Some(mail) = &mut answers.mail {
                    typed.clone_into(&mut mail.archive);
                }
            },
        )?;
        question(
            "   The bot's address, which is a member of the list",
            &format!("rfrbot@{domain}"),
            &mut |answers, typed| {
                if let Some(mail) = &mut answers.mail {
                    typed.clone_into(&mut mail.from);
                }
            },
        )?;
        let way = if Path::new(SENDMAIL).is_file() {
            SENDMAIL.to_owned()
        } else {
            format!("smtp.{domain}")
        };
        question(
            "   The server that takes its mails, or the program",
            &way,
            &mut |answers, typed| {
                if let Some(mail) = &mut answers.mail {
                    mail.smtp = Some(server(typed)).filter(|_| !typed.starts_with('/'));
                }
            },
        )?;
    }
    answers.write(path)
}

impl GivenAnswers {
    fn choose(&mut self, typed: &str) {
        self.matrix = typed.starts_with('@').then(|| MatrixAnswers {
            user: typed.to_owned(),
            homeserver: "https://matrix.example.org".to_owned(),
            room: "#admin:example.org".to_owned(),
        });
        self.mail = (!typed.is_empty() && !typed.starts_with('@')).then(|| ListAnswers {
            list: typed.to_owned(),
            archive: "https://lists.example.org/archives".to_owned(),
            from: "rfrbot@example.org".to_owned(),
            smtp: Some(("smtp.example.org".to_owned(), None)),
        });
    }

    /// The network's name: the middle of its server's name.
    fn network(&self) -> String {
        let host = self.host.as_deref().unwrap_or_default();
        let labels: Vec<&str> = host.split('.').collect();
        let middle = labels
            .len()
            .checked_sub(2)
            .and_then(|at| labels.get(at))
            .copied()
            .unwrap_or("irc");
        let usable =
            middle.starts_with(|c: char| c.is_ascii_alphabetic()) && !matches!(middle, "mail" | "matrix" | "console");
        if usable { middle.to_owned() } else { "irc".to_owned() }
    }

    /// The surroundings for trying the answers: the password has no file yet.
    fn tried(&self) -> Surroundings {
        Surroundings::given([(TRIED, self.password.as_str()), ("HOME", "/")])
    }

    fn text(&self, path: &Path, is_trial: bool) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let mut text = "# Made by `rfrbot init`. `rfrbot config` prints every key with its meaning.\n\n".to_owned();
        if path != Path::new(DEFAULT_CONFIG) {
            // Under systemd the unit determines where the store is.
            text.push_str("[bot]\ndata = \"store\"\n\n");
        }
        let network = self.network();
        let mut sections: Vec<String> = Vec::new();
        if let Some(host) = &self.host {
            let port = self.port.map(|port| format!("port = {port}\n")).unwrap_or_default();
            let mut section = format!(
                "[irc.{network}]\nhost = {}\n{port}nick = {}\nchannels = [{}]\n",
                quoted(host),
                quoted(&self.nick),
                quoted(&self.channel)
            );
            if !self.password.is_empty() {
                let source = if is_trial {
                    format!("password_env = \"{TRIED}\"")
                } else {
                    format!("password_file = \"secrets/{network}.password\"")
                };
                let account = quoted(&self.nick);
                let _ = writeln!(section, "login = {{ sasl = \"plain\", account = {account}, {source} }}");
            }
            sections.push(section);
        }
        if let Some(matrix) = &self.matrix {
            sections.push(format!(
                "[matrix]\nhomeserver = {}\nuser = {}\nrooms = [{}]\n",
                quoted(&matrix.homeserver),
                quoted(&matrix.user),
                quoted(&matrix.room)
            ));
        }
        if let Some(mail) = &self.mail {
            let way = match &mail.smtp {
                Some((server, None)) => format!("smtp = {{ host = {} }}", quoted(server)),
                Some((server, Some(port))) => format!("smtp = {{ host = {}, port = {port} }}", quoted(server)),
                None => format!("sendmail = \"{SENDMAIL}\""),
            };
            sections.push(format!(
                "[mail]\nfrom = {}\nlist = {}\narchive = {}\n{way}\n",
                quoted(&mail.from),
                quoted(&mail.list),
                quoted(&mail.archive)
            ));
        }
        let mut proofs = String::new();
        if self.host.is_some() {
            let _ = writeln!(proofs, "irc = [{}]", quoted(&format!("{network}/{}", self.services)));
        }
        let account = quoted(&self.account);
        sections.push(format!("[people.{account}]\n{proofs}"));
        sections.push(format!("[groups]\nsysadmin-main = [{account}]\n"));
        text.push_str(&sections.join("\n"));
        text
    }

    fn write(&self, path: &Path) -> Result<Vec<String>, InitError> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        make_folder(folder)?;
        let mut said = Vec::new();
        let secret = folder.join("secrets").join(format!("{}.password", self.network()));
        let has_secret = self.host.is_some() && !self.password.is_empty();
        if has_secret {
            make_folder(&folder.join("secrets"))?;
            write_new(&secret, &format!("{}\n", self.password), 0o600)?;
            said.push(format!("wrote {} (for its owner alone)", secret.display()));
        }
        if let Err(error) = write_new(path, &self.text(path, false), 0o644) {
            if has_secret {
                // Just created, and not referenced by anything.
                let _ = fs::remove_file(&secret);
            }
            return Err(error);
        }
        said.push(format!("wrote {}", path.display()));
        said.push(format!("next: rfrbot check --config {}", path.display()));
        if self.matrix.is_some() {
            said.push(format!("then: rfrbot login matrix --config {}", path.display()));
        }
        // A bot without a network runs nowhere else.
        let next = if self.host.is_none() && self.matrix.is_none() {
            "console"
        } else {
            "run"
        };
        said.push(format!("then: rfrbot {next} --config {}", path.display()));
        Ok(said)
    }
}

/// A server's name, and the port behind it: `irc.libera.chat:6697`, `[2001:db8::1]:6697`.
fn server(typed: &str) -> (String, Option<u16>) {
    let named = typed.rsplit_once(':').filter(|(host, _)| {
        let is_address = host.starts_with('[') && host.ends_with(']');
        !host.is_empty() && (is_address || !host.contains(':'))
    });
    match named.and_then(|(host, port)| Some((host, port.parse().ok()?))) {
        Some((host, port)) => (host.trim_matches(['[', ']']).to_owned(), Some(port)),
        None => (typed.to_owned(), None),
    }
}

fn make_folder(path: &Path) -> Result<(), InitError> {
    fs::create_dir_all(path).map_err(|cause| unwritten(path, cause))
}

/// Writes a file that must not exist yet.
fn write_new(path: &Path, text: &str, mode: u32) -> Result<(), InitError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    let mut file = options.open(path).map_err(|cause| unwritten(path, cause))?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|cause| {
        // It was made just now, and a part of it would stand in the way of the next try.
        let _ = fs::remove_file(path);
        unwritten(path, cause)
    })
}

fn unwritten(path: &Path, cause: io::Error) -> InitError {
    InitError::Unwritten {
        path: path.to_owned(),
        cause,
    }
}
