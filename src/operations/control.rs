//! The control socket: `rfrbot status`, `reload` and `backup` ask the running bot through it.
//!
//! It is in the store's folder, mode 0600: only those who may read the store may ask. A request is one line. The answer
//! is a line `ok` or `failed` (`trouble` before a status with problems), then text, then end of file.

use super::OperatorOrder;
use super::figures::Figures;
use crate::adaptor::counter::Counter;
use crate::{store, visible};
use chrono::Utc;
use std::fs::{DirBuilder, File, Permissions};
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

const SOCKET: &str = "control.sock";
const OK: &str = "ok\n";
const FAILED: &str = "failed\n";
/// Precedes a status with problems.
const TROUBLE: &str = "trouble\n";

/// Clients that send no request within this time are disconnected.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the client waits for the answer to an order.
const ASKING: Duration = Duration::from_secs(60);

/// A socket's path has at most 107 bytes (unix(7)).
const LONGEST_PATH: usize = 107;

const LONGEST_REQUEST: usize = 4 * 1024;
const AT_ONCE: usize = 8;

/// Why a running bot could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// No bot is running.
    #[error("no rfrbot runs on the store in {}: start it with `rfrbot run`", .0.display())]
    NotRunning(PathBuf),
    /// The socket does not work.
    #[error("the bot at {} cannot be asked ({source}); do you have the right to?", path.display())]
    Unreachable {
        /// The socket.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The bot does not answer.
    #[error("the bot on the store in {} does not answer within {seconds} s: it hangs, or its process is stopped; look at its log, or restart it", store.display())]
    Silent {
        /// The store.
        store: PathBuf,
        /// How long the client waited.
        seconds: u64,
    },
    /// The bot answered that it failed.
    #[error("{0}")]
    Failed(String),
}

/// The socket; dropping this removes it.
#[derive(Debug)]
pub struct Socket(PathBuf);

impl Drop for Socket {
    fn drop(&mut self) {
        // Missing already, or unusable from now on: harmless either way.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The path of a store's socket.
pub fn path(store: &Path) -> PathBuf {
    store.join(SOCKET)
}

/// Listens until the runtime ends. The caller must have locked the store, so that any existing socket is a dead one.
pub fn listen(store: &Path, figures: Arc<Figures>, orders: mpsc::Sender<OperatorOrder>) -> io::Result<Socket> {
    let path = path(store);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    // Created in a private folder, so that nobody can connect before its permissions are set.
    let closed = store.join(".control");
    match std::fs::remove_dir_all(&closed) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    DirBuilder::new().mode(0o700).create(&closed)?;
    let made = closed.join(SOCKET);
    let (bound, open) = short(&closed)?;
    let listener = UnixListener::bind(bound)?;
    drop(open);
    std::fs::set_permissions(&made, Permissions::from_mode(0o600))?;
    std::fs::rename(&made, &path)?;
    std::fs::remove_dir(&closed)?;
    let wires = Arc::new(ControlWires { figures, orders });
    tokio::spawn(async move {
        let mut door = Counter::new("control socket", AT_ONCE);
        loop {
            let wires = wires.clone();
            let serve = |(stream, _)| async move {
                // A client that disconnects gets no answer.
                let _ = serve_one(stream, &wires).await;
            };
            door.serve(listener.accept().await, serve).await;
        }
    });
    Ok(Socket(path))
}

struct ControlWires {
    figures: Arc<Figures>,
    orders: mpsc::Sender<OperatorOrder>,
}

async fn serve_one(mut stream: UnixStream, wires: &ControlWires) -> io::Result<()> {
    let mut request = Vec::new();
    let read = async {
        let mut chunk = [0_u8; 512];
        while !request.contains(&b'\n') && request.len() < LONGEST_REQUEST {
            let read = stream.read(&mut chunk).await?;
            if read == 0 {
                break;
            }
            request.extend_from_slice(&chunk[..read]);
        }
        Ok::<(), io::Error>(())
    };
    timeout(PATIENCE, read).await.map_err(io::Error::other)??;
    let request = String::from_utf8_lossy(&request).into_owned();
    let (head, text) = match carry_out(request.lines().next().unwrap_or_default(), wires).await {
        Ok(text) if request.starts_with("status") && !wires.figures.problems().is_empty() => (TROUBLE, text),
        Ok(text) => (OK, text),
        Err(why) => (FAILED, why),
    };
    let text = if text.starts_with('{') {
        visible::json(&text)
    } else {
        visible::escaped_lines(&text)
    };
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(text.as_bytes()).await?;
    stream.shutdown().await
}

async fn carry_out(request: &str, wires: &ControlWires) -> Result<String, String> {
    match request.split_once(' ').unwrap_or((request, "")) {
        ("status", "") => Ok(wires.figures.describe(Utc::now().timestamp())),
        ("status", "json") => Ok(wires.figures.json()),
        ("reload", "") => {
            let (answer, answered) = oneshot::channel();
            let gone = "the bot is stopping";
            wires
                .orders
                .send(OperatorOrder::Reload(answer))
                .await
                .map_err(|_| gone.to_owned())?;
            answered.await.map_err(|_| gone.to_owned())?
        }
        // The operator made a backup.
        ("backed-up", "") => {
            wires.figures.backed_up(Utc::now().timestamp());
            Ok(String::new())
        }
        _ => Err("I know status, reload and backed-up".to_owned()),
    }
}

/// A backup's result, for the operator.
pub fn in_words(made: &store::Backup) -> String {
    format!(
        "backed up {} into {} ({} bytes), and read them back",
        made.report.in_words(),
        made.path.display(),
        made.bytes
    )
}

/// Asks the bot running on a store; waits for its answer, but not for ever: it may hang.
pub fn ask(store: &Path, request: &'static str) -> Result<String, ControlError> {
    told(&answered(store, request, ASKING)?).map(|(_, text)| text)
}

/// Asks the bot running on a store for its status, as text or JSON; also returns whether all is well. A bot that does
/// not answer within `patience` hangs, or its process is stopped.
pub fn status(store: &Path, as_json: bool, patience: Duration) -> Result<(bool, String), ControlError> {
    let request = if as_json { "status json" } else { "status" };
    told(&answered(store, request, patience)?)
}

fn answered(store: &Path, request: &'static str, patience: Duration) -> Result<String, ControlError> {
    let (answer, answered) = std::sync::mpsc::channel();
    let folder = store.to_owned();
    // In its own thread: connecting to a hanging bot may also block for ever.
    std::thread::spawn(move || answer.send(asked(&folder, request)));
    let silent = |_| ControlError::Silent {
        store: store.to_owned(),
        seconds: patience.as_secs(),
    };
    answered.recv_timeout(patience).map_err(silent)?
}

/// The socket in a folder by a path that is short enough, whatever the folder's is; it counts while the folder is open.
fn short(folder: &Path) -> io::Result<(PathBuf, Option<File>)> {
    let path = path(folder);
    if path.as_os_str().len() <= LONGEST_PATH {
        return Ok((path, None));
    }
    let open = File::open(folder)?;
    let path = PathBuf::from(format!("/proc/self/fd/{}/{SOCKET}", open.as_raw_fd()));
    Ok((path, Some(open)))
}

fn asked(store: &Path, request: &str) -> Result<String, ControlError> {
    let path = path(store);
    let unreachable = |source: io::Error| {
        if let io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused = source.kind() {
            return ControlError::NotRunning(store.to_owned());
        }
        let path = path.clone();
        ControlError::Unreachable { path, source }
    };
    let connected = short(store).and_then(|(path, _open)| std::os::unix::net::UnixStream::connect(path));
    let mut stream = connected.map_err(unreachable)?;
    let mut answer = String::new();
    stream
        .set_read_timeout(Some(ASKING))
        .and_then(|()| stream.write_all(format!("{request}\n").as_bytes()))
        .and_then(|()| stream.read_to_string(&mut answer))
        .map_err(unreachable)?;
    Ok(answer)
}

/// Is all well, and what is the text?
fn told(answer: &str) -> Result<(bool, String), ControlError> {
    let heads = [(OK, true), (TROUBLE, false)];
    let good = heads
        .into_iter()
        .find_map(|(head, well)| Some((well, answer.strip_prefix(head)?.to_owned())));
    good.ok_or_else(|| {
        let why = answer.strip_prefix(FAILED);
        ControlError::Failed(why.unwrap_or("the bot gave no answer: it may be stopping").to_owned())
    })
}
