//! What the system says of a process.

use std::fs;
use std::process::Command;
use std::time::Duration;

/// Keeps processes on one CPU while it lives: that of the first of those that they may use. Where one sleeps and wakes
/// on another CPU than the one that wakes it, waking that CPU takes longer than the work, above all on a virtual
/// machine, and which CPU it is is luck.
pub(crate) struct Together(Vec<(u32, String)>);

impl Together {
    pub(crate) fn new(processes: &[u32]) -> Self {
        let before: Vec<_> = processes.iter().map(|process| (*process, allowed(*process))).collect();
        let all = &before.first().expect("a process").1;
        let first: String = all.chars().take_while(char::is_ascii_digit).collect();
        for (process, _) in &before {
            allow(*process, &first);
        }
        Self(before)
    }
}

impl Drop for Together {
    fn drop(&mut self) {
        for (process, cpus) in &self.0 {
            allow(*process, cpus);
        }
    }
}

/// The list of the CPUs that a process may use.
fn allowed(process: u32) -> String {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("the process runs");
    let cpus = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    cpus.expect("its CPUs").trim().to_owned()
}

fn allow(process: u32, cpus: &str) {
    let told = Command::new("taskset")
        .args(["-acp", cpus, &process.to_string()])
        .output();
    assert!(told.is_ok_and(|told| told.status.success()), "taskset works");
}

/// Resident memory in MiB.
pub(crate) fn memory(process: u32) -> f64 {
    mebibytes(process, "VmRSS:")
}

/// What of it is its own, and not mapped from files.
pub(crate) fn own_memory(process: u32) -> f64 {
    mebibytes(process, "RssAnon:")
}

fn mebibytes(process: u32, which: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("the process runs");
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix(which))
        .and_then(|line| line.trim().strip_suffix(" kB"))
        .and_then(|number| number.trim().parse::<f64>().ok())
        .expect("its resident memory");
    kibibytes / 1024.0
}

/// CPU time that all its threads have spent.
pub(crate) fn cpu(process: u32) -> Duration {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("the process runs");
    let spent = tasks.flatten().filter_map(|task| {
        let schedstat = fs::read_to_string(task.path().join("schedstat")).ok()?;
        schedstat.split_whitespace().next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(spent.sum())
}
