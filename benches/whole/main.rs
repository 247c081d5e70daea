//! The whole process, measured from outside: rfrbot beside eggdrop and beside the floor, in one run.
//!
//! `benches/run` is the command. All three sit on one and the same stand-in for an IRC server, take turns, and are
//! asked the same. `--quick` measures a tenth, to try the benchmark itself; `--counts` counts rfrbot's instructions instead.

mod callgrind;
mod counts;
mod figures;
mod floor;
mod process;
mod programs;
mod stand_in;
mod steering;
mod table;

use figures::Amount;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, port, folder] = &arguments[..]
        && mode == "floor"
    {
        return floor::run(port.parse().expect("a port"), Path::new(folder));
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let amount = if quick {
        Amount {
            rounds: 1,
            look_ups: 500,
            changes: 200,
            pipelined: 5_000,
            chat: 10_000,
            beside: Duration::from_secs(2),
            quiet: Duration::from_secs(5),
        }
    } else {
        Amount {
            rounds: 3,
            look_ups: 4_000,
            changes: 400,
            pipelined: 30_000,
            chat: 50_000,
            beside: Duration::from_secs(4),
            quiet: Duration::from_secs(30),
        }
    };
    // Notes are synced, so the folder must be on a disk; eggdrop runs as another user, who must be able to enter it.
    let under =
        std::env::var_os("RFRBOT_BENCH_FOLDER").map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from);
    let folder = tempfile::Builder::new()
        .prefix("whole-")
        .permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .tempdir_in(under)
        .expect("a folder");
    if arguments.iter().any(|argument| argument == "--counts") {
        return counts::count(folder.path(), quick);
    }
    let figures = figures::measure(folder.path(), amount);
    println!("{}", table::table(&figures));
}
