//! Both directions of the mailing list in a run.

use super::settings::domain;
use crate::config::Config;
use crate::delivery::Outbox;
use crate::mail::inbox::{self, InboxSettings, InboxState, ListRules};
use crate::mail::{self, outgoing};
use crate::operations::figures::Figures;
use crate::wire::{IncomingId, Report};
use chrono::Utc;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::mpsc;

/// Own copies that the sender has not looked at yet.
const OWN_COPIES: usize = 64;

/// Both directions of the mailing list, if configured. Otherwise none of it is started.
pub(super) struct MailLine {
    out: Option<outgoing::SenderHandle>,
    inbox: Option<inbox::InboxHandle>,
}

impl MailLine {
    pub(super) fn start(config: &Config, reports: &mpsc::Sender<Report>) -> Self {
        let Some(list) = &config.mail else {
            return Self { out: None, inbox: None };
        };
        let (copied, own_copies) = mpsc::channel(OWN_COPIES);
        let inbox = config.inbox.as_ref().map(|from| {
            let settings = InboxSettings {
                list: ListRules {
                    list_id: list.list_id.clone(),
                    list_address: list.list.clone(),
                    subject_prefix: list.subject_prefix.clone(),
                    own_suffix: mail::own_suffix(domain(&list.from)),
                    own_address: list.from.clone(),
                    proof: from.proof.clone(),
                },
                source: from.source.clone(),
            };
            // Without an inbox the sender is dropped, and nobody waits for own copies.
            inbox::spawn(settings, reports.clone(), copied)
        });
        let out = outgoing::spawn(list.clone(), reports.clone(), own_copies);
        Self { out: Some(out), inbox }
    }

    pub(super) fn connect(&self, outbox: &mut Outbox, handled: &mut HashMap<String, mpsc::Sender<IncomingId>>) {
        if let Some(out) = &self.out {
            outbox.connect_mail(out.deliveries.clone());
        }
        if let Some(inbox) = &self.inbox {
            handled.insert(mail::NETWORK.to_owned(), inbox.handled.clone());
        }
    }

    /// Makes the metrics follow the state of the inbox.
    pub(super) fn tell(&self, figures: &Arc<Figures>) {
        let Some(inbox) = &self.inbox else { return };
        figures.has_inbox();
        let (mut state, figures) = (inbox.state.clone(), figures.clone());
        state.mark_changed();
        tokio::spawn(async move {
            while state.changed().await.is_ok() {
                let trouble = match &*state.borrow_and_update() {
                    InboxState::Starting => continue,
                    InboxState::Reading => None,
                    InboxState::Down(why) => Some(why.clone()),
                };
                figures.inbox_read(Utc::now().timestamp(), trouble);
            }
        });
    }

    pub(super) async fn shutdown(self) {
        if let Some(inbox) = self.inbox {
            inbox.shutdown().await;
        }
        if let Some(out) = self.out {
            out.shutdown().await;
        }
    }
}
