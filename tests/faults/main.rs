//! Real faults: the bot killed at random, power cut, the disk full or read-only, a busy day.
//!
//! They need root (for mounts), `InspIRCd` and Atheme: `tests/run faults`. Each prints what it counted.

#[path = "../shipped/mod.rs"]
mod shipped;

#[path = "../irc/bot.rs"]
mod bot;
mod crash;
mod disk;
mod power;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "../irc/servers/mod.rs"]
#[expect(dead_code, reason = "shared with tests/irc, which uses all of it")]
mod servers;
mod soak;
mod systemd;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// An image of that many MiB with an empty ext4 file system.
pub(crate) fn new_image(image: &Path, mebibytes: u64) {
    File::create(image)
        .and_then(|file| file.set_len(mebibytes << 20))
        .expect("an image");
    let made = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(image).status();
    assert!(made.expect("mkfs.ext4 runs").success());
}

/// A mount in its own folder, until this is dropped.
pub(crate) struct Mount {
    folder: TempDir,
}

impl Mount {
    fn new(arguments: &[&str]) -> Self {
        let folder = TempDir::with_prefix("rfrbot-mount-").expect("a temporary folder");
        let mounted = Command::new("mount")
            .args(arguments)
            .arg(folder.path())
            .output()
            .expect("mount runs");
        assert!(
            mounted.status.success(),
            "this test mounts file systems and must run as root: {}",
            String::from_utf8_lossy(&mounted.stderr)
        );
        Self { folder }
    }

    /// A file system in memory of that many MiB.
    pub(crate) fn memory(mebibytes: u32) -> Self {
        Self::new(&[
            "-t",
            "tmpfs",
            "-o",
            &format!("size={mebibytes}m,mode=700"),
            "rfrbot-test",
        ])
    }

    /// The file system in an image.
    pub(crate) fn image(image: &Path) -> Self {
        Self::new(&["-o", "loop", image.to_str().expect("a path in UTF-8")])
    }

    /// The file system in an image, which becomes read-only at its first error.
    pub(crate) fn frail_image(image: &Path) -> Self {
        let image = image.to_str().expect("a path in UTF-8");
        Self::new(&["-o", "loop,errors=remount-ro", image])
    }

    /// Makes the system find an error in this file system (ext4 has a switch for it).
    pub(crate) fn find_error(&self) {
        let device = Command::new("findmnt")
            .args(["-n", "-o", "SOURCE"])
            .arg(self.folder.path())
            .output()
            .expect("findmnt runs");
        let device = String::from_utf8(device.stdout).expect("text");
        let device = device.trim().trim_start_matches("/dev/");
        let switch = format!("/sys/fs/ext4/{device}/trigger_fs_error");
        std::fs::write(&switch, "rfrbot-test").unwrap_or_else(|error| panic!("{switch}: {error}"));
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub(crate) fn remount(&self, options: &str) {
        let done = Command::new("mount")
            .args(["-o", &format!("remount,{options}")])
            .arg(self.folder.path())
            .status()
            .expect("mount runs");
        assert!(done.success());
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: whatever still uses it is about to end.
        let _ = Command::new("umount").arg("-l").arg(self.folder.path()).status();
    }
}

/// Pseudo-random numbers, the same in each run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}
