//! Scheduled backups: `[backup] every_hours, keep, folder`.

use super::figures::Figures;
use crate::config::Backups;
use crate::store;
use chrono::{DateTime, Utc};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Time until a retry after a failure, unless the next scheduled backup comes earlier.
const AFTER_FAILURE: Duration = Duration::from_secs(15 * 60);

/// Time until the next backup is due.
fn wait(newest: Option<DateTime<Utc>>, every: Duration, now: DateTime<Utc>) -> Duration {
    let Some(newest) = newest else {
        return Duration::ZERO;
    };
    // A newest backup in the future (a wrong clock) counts as one of now.
    let since = (now - newest).to_std().unwrap_or(Duration::ZERO);
    every.saturating_sub(since)
}

/// Makes backups until the runtime ends.
pub async fn run(store_folder: PathBuf, settings: Backups, figures: Arc<Figures>) {
    let mut failed = false;
    loop {
        let newest = store::newest(&settings.folder).unwrap_or_default();
        if let Some(newest) = newest {
            figures.backed_up(newest.timestamp());
        }
        let mut pause = wait(newest, settings.every, Utc::now());
        if failed {
            pause = AFTER_FAILURE.min(settings.every);
        }
        tokio::time::sleep(pause).await;
        let (from, to) = (store_folder.clone(), settings.clone());
        let made = tokio::task::spawn_blocking(move || one(&from, &to)).await;
        match made {
            Ok(Ok(made)) => {
                failed = false;
                figures.backed_up(Utc::now().timestamp());
                tracing::info!("{}", super::control::in_words(&made));
            }
            Ok(Err(error)) => {
                failed = true;
                figures.backup_failed();
                tracing::error!(%error, "the scheduled backup failed");
            }
            // The runtime is ending.
            Err(_) => return,
        }
    }
}

fn one(store_folder: &std::path::Path, settings: &Backups) -> Result<store::Backup, store::StoreError> {
    store::make_folder(&settings.folder)?;
    let made = store::back_up(store_folder, &settings.folder, Utc::now())?;
    // Old ones are removed only after the new one was read back.
    for removed in store::retain(&settings.folder, settings.keep)? {
        tracing::info!(file = %removed.display(), "removed an old backup");
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_one_is_due_by_the_newest() {
        let now: DateTime<Utc> = "2026-03-02T14:00:00Z".parse().expect("a time");
        let day = Duration::from_secs(86400);
        assert_eq!(wait(None, day, now), Duration::ZERO);
        assert_eq!(wait(Some(now - day), day, now), Duration::ZERO);
        assert_eq!(wait(Some(now - day / 4), day, now), day / 4 * 3);
        assert_eq!(wait(Some(now + day), day, now), day);
    }
}
