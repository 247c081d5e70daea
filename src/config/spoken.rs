//! Parts of the sentences that describe a config.

use crate::wire::Place;
use std::time::Duration;

pub(super) fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 120 && seconds.is_multiple_of(60) {
        format!("{} minutes", seconds / 60)
    } else if seconds == 1 {
        "1 second".to_owned()
    } else {
        format!("{seconds} seconds")
    }
}

/// A list of places, or "nowhere".
pub(super) fn places(places: &[Place]) -> String {
    if places.is_empty() {
        return "nowhere".to_owned();
    }
    let places: Vec<String> = places.iter().map(ToString::to_string).collect();
    places.join(", ")
}
