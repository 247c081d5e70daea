//! Notifies systemd: ready, reloading, stopping, and that the loop is alive. Does nothing without systemd.

use sd_notify::NotifyState;
use std::time::Duration;

/// Longest time between two beats of the loop.
const BEAT: Duration = Duration::from_secs(5);

fn tell(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::warn!(%error, "systemd cannot be told");
    }
}

/// The store is open and the networks are connecting.
pub fn ready() {
    tell(&[NotifyState::Ready]);
}

/// The loop is alive; `systemctl status` shows the status.
pub fn alive(status: &str) {
    tell(&[NotifyState::Watchdog, NotifyState::Status(status)]);
}

/// Shutdown has begun.
pub fn stopping() {
    tell(&[NotifyState::Stopping]);
}

/// How often the loop reports that it is alive: twice as often as systemd requires (`sd_watchdog_enabled(3)`).
pub fn beat() -> Duration {
    sd_notify::watchdog_enabled().map_or(BEAT, |wanted| (wanted / 2).min(BEAT))
}
