//! Which rooms the bot enters, its state in each configured room, and what it says in the new room after an upgrade.

use super::super::error::Failure;
use super::super::render;
use super::super::rooms::Moved;
use super::Ears;
use crate::config::MatrixNetwork;
use crate::wording::Wording;
use matrix_sdk::ruma::OwnedTransactionId;
use std::time::Duration;
use tokio::time::Instant;
use tracing::{info, warn};

/// How often to retry rooms the bot is not in.
const REJOIN: Duration = Duration::from_secs(5 * 60);

impl Ears {
    /// Joins the configured rooms that the bot is not in, and the successors of upgraded ones.
    pub(super) async fn join(&mut self) {
        self.rejoin_at = Instant::now() + REJOIN;
        for moved in self.rooms.join().await {
            say_moved(moved).await;
        }
        self.tell_places().await;
    }

    /// Reports the bot's state in each configured room.
    pub(super) async fn tell_places(&mut self) {
        for report in self.rooms.presences() {
            // A receiver that is gone is noticed at the next report.
            let _ = self.reports.send(report).await;
        }
    }
}

/// Says once, after an upgrade, that the bot goes on here.
async fn say_moved(moved: Moved) {
    let (room, words, transaction) = match moved {
        Moved::Followed { from, to } => {
            info!(network = MatrixNetwork::NAME, %from, to = %to.room_id(), "followed an upgrade");
            (to, Wording::followed_upgrade(), format!("rfr-followed-{from}"))
        }
        Moved::Led { alias, to } => {
            info!(network = MatrixNetwork::NAME, alias, to = %to.room_id(), "an alias of the config leads to another room");
            let transaction = format!("rfr-led-{}", to.room_id());
            (to, Wording::led_here(&alias), transaction)
        }
        Moved::Stayed { here, named } => {
            warn!(network = MatrixNetwork::NAME, room = %here.room_id(), %named, "did not follow an upgrade: the other room does not name this one as its predecessor");
            (
                here,
                Wording::stayed_here(named.as_str()),
                format!("rfr-stayed-{named}"),
            )
        }
    };
    for part in render::parts(&words, None) {
        let content = render::content(&part, &render::Answers::default(), true, None);
        let transaction = OwnedTransactionId::from(transaction.as_str());
        let sent = room
            .send_raw("m.room.message", content)
            .with_transaction_id(&transaction)
            .await;
        if let Err(error) = sent {
            let why = Failure::from(&error).words();
            warn!(room = %room.room_id(), why, "could not say where I go on now");
        }
    }
}
