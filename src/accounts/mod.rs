//! The account system: who is in which group, and whose profile names an identity, asked of FASJSON.
//!
//! HTTP with SPNEGO is curl's work, one process for each question: calls of Kerberos wait for servers and cannot be
//! interrupted, but a process can be ended when its time is up, gets its key by an environment of its own, and needs no
//! library to build with. The room decides nothing, and keeps nothing between two questions.

mod curl;
mod fasjson;
mod profiles;
mod trial;

pub use fasjson::Fasjson;
pub use profiles::{Found, forms, whose};
pub use trial::rehearse;

use crate::config::Accounts;
use crate::wire::{AccountsAsked, QUESTIONS_AT_ONCE, Report};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;

/// Answers questions until nobody can ask any more. `hosts` are those of the IRC networks, by their names.
pub fn spawn(
    config: &Accounts,
    hosts: BTreeMap<String, String>,
    mut asked: mpsc::Receiver<AccountsAsked>,
    reports: mpsc::WeakSender<Report>,
) -> JoinHandle<()> {
    let system = Arc::new(Fasjson::new(config, hosts));
    let free = Arc::new(Semaphore::new(QUESTIONS_AT_ONCE));
    tokio::spawn(async move {
        while let Some(asked) = asked.recv().await {
            let Ok(permit) = free.clone().acquire_owned().await else {
                return;
            };
            let (system, reports) = (system.clone(), reports.clone());
            tokio::spawn(async move {
                let told = system.told(asked).await;
                // Before anybody is heard who waits for it.
                drop(permit);
                // Questions alone keep nobody waiting for reports.
                if let Some(reports) = reports.upgrade() {
                    let _ = reports.send(Report::Accounts(told)).await;
                }
            });
        }
    })
}
