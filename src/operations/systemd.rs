//! What systemd is told: ready, reloading, stopping, and that the loop is alive. Without systemd nothing happens.

use sd_notify::NotifyState;
use std::time::Duration;

/// The loop beats at least so often.
const BEAT: Duration = Duration::from_secs(5);

fn tell(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::warn!(%error, "systemd cannot be told");
    }
}

/// The store is open and the networks are being connected.
pub fn ready() {
    tell(&[NotifyState::Ready]);
}

/// The loop is alive; the status is what `systemctl status` shows.
pub fn alive(status: &str) {
    tell(&[NotifyState::Watchdog, NotifyState::Status(status)]);
}

/// The end has begun.
pub fn stopping() {
    tell(&[NotifyState::Stopping]);
}

/// How often the loop says that it is alive: twice as often as systemd wants it (`sd_watchdog_enabled(3)`).
pub fn beat() -> Duration {
    sd_notify::watchdog_enabled().map_or(BEAT, |wanted| (wanted / 2).min(BEAT))
}
