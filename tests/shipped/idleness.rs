//! The cost of a running program while nothing happens, counted by the kernel (proc(5)), and its system calls by strace
//! if that is installed and permitted.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long it is counted while nothing happens.
const WINDOW: Duration = Duration::from_secs(12);

/// After this long a bot has finished its one-time work.
const SETTLED: Duration = Duration::from_secs(4);

/// How many seconds strace counts, after the window: it slows down what it watches.
const TRACED: u32 = 6;

/// Most CPU per second of idleness, in microseconds, in any configuration.
const MOST_CPU: f64 = 2_000.0;

/// Most wake-ups per second, in any configuration.
const MOST_WAKEUPS: f64 = 1.0;

/// Most system calls per second, in any configuration.
const MOST_CALLS: f64 = 2.0;

/// sled's pool for its files: seven threads that each check once a second for work, which cannot be configured
/// (`threadpool.rs` of sled 0.34). Their CPU counts like all other.
const SLEDS_POOL: &str = "sled-io";
const MOST_OF_SLEDS_POOL: f64 = 8.0;

/// An idle program.
pub(crate) struct Sleeper {
    /// What is enabled in it.
    pub(crate) name: &'static str,
    /// Its process id.
    pub(crate) id: u32,
}

/// The kernel's counters for a thread.
#[derive(Clone, Copy, Default)]
struct Thread {
    is_sleds_pool: bool,
    /// Voluntary context switches.
    wakeups: u64,
    /// CPU time in microseconds.
    cpu: u64,
}

/// Requires that each of these is idle; prints the cost of each, as rows of a Markdown table.
///
/// # Panics
///
/// If one is not.
pub(crate) fn all_are_idle(sleepers: &[Sleeper]) {
    // The window is the bots' own idle time: what was due at the start is over, and nobody says anything.
    std::thread::sleep(SETTLED);
    let before: Vec<_> = sleepers.iter().map(|sleeper| threads(sleeper.id)).collect();
    let began = Instant::now();
    std::thread::sleep(WINDOW);
    let after: Vec<_> = sleepers.iter().map(|sleeper| threads(sleeper.id)).collect();
    let seconds = began.elapsed().as_secs_f64();
    let folder = tempfile::TempDir::with_prefix("rfrbot-idle-").expect("a folder");
    let traces: Vec<_> = sleepers
        .iter()
        .map(|sleeper| Trace::start(folder.path(), sleeper.id))
        .collect();
    let calls: Vec<_> = traces
        .into_iter()
        .zip(&after)
        .map(|(trace, threads)| trace?.end(threads))
        .collect();
    let mut failed = Vec::new();
    println!("| part | wake-ups/s | of sled's pool/s | system calls/s | CPU ms/s |");
    println!("|---|--:|--:|--:|--:|");
    for (((sleeper, before), after), calls) in sleepers.iter().zip(before).zip(after).zip(calls) {
        let (mut own, mut pool) = (Thread::default(), 0);
        for (id, now) in after {
            let then = before.get(&id).copied().unwrap_or_default();
            let wakeups = now.wakeups.saturating_sub(then.wakeups);
            if now.is_sleds_pool {
                pool += wakeups;
            } else {
                own.wakeups += wakeups;
            }
            own.cpu += now.cpu.saturating_sub(then.cpu);
        }
        #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
        let a_second = |count: u64| count as f64 / seconds;
        let [wakeups, pool, cpu] = [own.wakeups, pool, own.cpu].map(a_second);
        let all_calls = calls.map_or("not counted".to_owned(), |calls| format!("{calls:.2}"));
        let line = format!(
            "| {} | {wakeups:.2} | {pool:.2} | {all_calls} | {:.2} |",
            sleeper.name,
            cpu / 1000.0
        );
        println!("{line}");
        let is_idle = wakeups <= MOST_WAKEUPS
            && pool <= MOST_OF_SLEDS_POOL
            && calls.unwrap_or(0.0) <= MOST_CALLS
            && cpu <= MOST_CPU;
        if !is_idle {
            failed.push(line);
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

/// The threads of a process by their ids.
fn threads(process: u32) -> BTreeMap<u32, Thread> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let threads = tasks.filter_map(|task| {
        let task = task.ok()?;
        let path = task.path();
        let number = |file: &str, key: &str| -> Option<u64> {
            let text = fs::read_to_string(path.join(file)).ok()?;
            let line = text.lines().find_map(|line| line.strip_prefix(key))?;
            line.split_ascii_whitespace().next()?.parse().ok()
        };
        let thread = Thread {
            is_sleds_pool: fs::read_to_string(path.join("comm")).ok()?.starts_with(SLEDS_POOL),
            wakeups: number("status", "voluntary_ctxt_switches:")?,
            // schedstat: nanoseconds on the CPU come first.
            cpu: number("schedstat", "")? / 1000,
        };
        Some((task.file_name().to_str()?.parse().ok()?, thread))
    });
    threads.collect()
}

/// A running strace.
struct Trace {
    process: Child,
    calls: PathBuf,
}

impl Trace {
    /// `None` where it is not installed.
    fn start(folder: &Path, id: u32) -> Option<Self> {
        let calls = folder.join(id.to_string());
        let process = Command::new("timeout")
            .args(["--signal=INT", &TRACED.to_string(), "strace", "-f", "-o"])
            .arg(&calls)
            .args(["-p", &id.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Some(Self {
            process: process.ok()?,
            calls,
        })
    }

    /// System calls per second, without those of sled's pool; `None` if not permitted.
    fn end(mut self, threads: &BTreeMap<u32, Thread>) -> Option<f64> {
        // Its exit code does not matter, only its output.
        let _ = self.process.wait();
        let seen = fs::read_to_string(&self.calls).ok().filter(|seen| !seen.is_empty())?;
        let mut counted: BTreeMap<u32, u32> = BTreeMap::new();
        for line in seen.lines() {
            let (id, call) = line.split_once(' ')?;
            let id: u32 = id.parse().ok()?;
            if !call.contains(" resumed>") && !call.trim_start().starts_with(['+', '-']) {
                *counted.entry(id).or_default() += 1;
            }
        }
        // The first call of a thread is the one in which it was found sleeping.
        let own = counted
            .iter()
            .filter(|(id, _)| !threads.get(id).is_some_and(|thread| thread.is_sleds_pool))
            .map(|(_, count)| count - 1);
        Some(f64::from(own.sum::<u32>()) / f64::from(TRACED))
    }
}
