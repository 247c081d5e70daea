//! The board and the config, for `rfrbot status` and the metrics.

use super::Figures;
use super::metrics::family;
use crate::text::count;
use serde_json::json;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError};

/// Where the page is shown, and how often it was asked for.
#[derive(Debug)]
pub(super) struct BoardFigures {
    address: SocketAddr,
    requests: Arc<AtomicU64>,
}

impl Figures {
    /// The page is shown there; its listener counts what it is asked.
    pub fn shows_board(&self, address: SocketAddr, requests: Arc<AtomicU64>) {
        // It is shown once.
        let _ = self.board.set(BoardFigures { address, requests });
    }

    /// What of the config applies only after a restart.
    pub fn awaits_restart(&self, parts: Vec<String>) {
        *self.awaits_restart.lock().unwrap_or_else(PoisonError::into_inner) = parts;
    }

    fn those_that_await_restart(&self) -> Vec<String> {
        self.awaits_restart
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn board_json(&self) -> serde_json::Value {
        self.board.get().map_or(
            serde_json::Value::Null,
            |board| json!({"address": board.address.to_string(), "requests": board.requests.load(Ordering::Relaxed)}),
        )
    }

    pub(super) fn config_json(&self) -> serde_json::Value {
        json!({"awaits_restart": self.those_that_await_restart()})
    }

    pub(super) fn describe_board(&self, text: &mut String) -> std::fmt::Result {
        if let Some(board) = self.board.get() {
            let asked = count(board.requests.load(Ordering::Relaxed), "request", "requests");
            writeln!(text, "board: shown at http://{}, {asked} answered", board.address)?;
        }
        let parts = self.those_that_await_restart();
        if !parts.is_empty() {
            writeln!(text, "config: changed, applies after a restart: {}", parts.join(", "))?;
        }
        Ok(())
    }

    pub(super) fn board_metrics(&self, text: &mut String) -> std::fmt::Result {
        let Some(board) = self.board.get() else {
            return Ok(());
        };
        let name = "rfrbot_board_requests_total";
        family(text, name, "counter", "Requests that the board has answered.")?;
        writeln!(text, "{name} {}", board.requests.load(Ordering::Relaxed))
    }
}
