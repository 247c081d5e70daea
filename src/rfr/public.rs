//! What of an RFR everybody may read, beyond those who sit in its rooms: accounts, but no nicks, no logins elsewhere, and
//! no names of mails.

use super::{IN_THE_TICKET, Rfr, RfrEvent, TicketView};

/// Who is not named.
const SOMEBODY: &str = "somebody";

/// An RFR with nobody in it but accounts.
pub fn for_everybody(rfr: &Rfr) -> Rfr {
    let mut rfr = rfr.clone();
    for question in &mut rfr.questions {
        question.on_the_list = nobody(question.on_the_list.as_deref());
    }
    if let Some(seen) = &mut rfr.tracked.seen {
        hide_logins(seen);
    }
    rfr
}

/// What happened, with nobody in it but accounts.
pub fn told_to_everybody(event: &RfrEvent) -> RfrEvent {
    let mut event = event.clone();
    if let RfrEvent::Captured { author, .. }
    | RfrEvent::CapturedEdited { author, .. }
    | RfrEvent::TicketHeard { author, .. }
    | RfrEvent::ListMailHeard { name: author, .. } = &mut event
    {
        SOMEBODY.clone_into(author);
    }
    if let RfrEvent::CapturedDeleted { author, by, .. } = &mut event {
        SOMEBODY.clone_into(author);
        *by = None;
    }
    if let RfrEvent::QuestionAsked { on_the_list, .. } = &mut event {
        *on_the_list = nobody(on_the_list.as_deref());
    }
    // A server's own words may name addresses.
    if let RfrEvent::MailFailed { why, .. } = &mut event {
        "the server does not take it".clone_into(why);
    }
    if let RfrEvent::TicketSeen { view } = &mut event {
        hide_logins(view);
    }
    event
}

fn nobody(asked_by: Option<&str>) -> Option<String> {
    let in_the_ticket = asked_by?.ends_with(IN_THE_TICKET);
    Some(format!("{SOMEBODY}{}", if in_the_ticket { IN_THE_TICKET } else { "" }))
}

fn hide_logins(view: &mut TicketView) {
    for login in &mut view.others {
        SOMEBODY.clone_into(login);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};

    /// Whatever an event says of somebody who is no account, it says of nobody in particular.
    #[test]
    fn nobody_but_accounts_is_told_to_everybody() {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let nick = || "mallory_nick".to_owned();
        let events = [
            RfrEvent::Captured {
                author: nick(),
                at,
                link: None,
            },
            RfrEvent::CapturedEdited {
                author: nick(),
                at,
                text: "words".to_owned(),
            },
            RfrEvent::CapturedDeleted {
                author: nick(),
                at,
                by: Some(nick()),
            },
            RfrEvent::TicketHeard {
                author: nick(),
                url: "https://example.org/1".to_owned(),
                offers: Vec::new(),
            },
            RfrEvent::QuestionAsked {
                number: 1,
                text: "why".to_owned(),
                topic: None,
                from_sop: false,
                on_the_list: Some(format!("{}{IN_THE_TICKET}", nick())),
            },
            RfrEvent::TicketSeen {
                view: TicketView {
                    title: "title".to_owned(),
                    closed: false,
                    accounts: vec!["vera".to_owned()],
                    others: vec![nick()],
                    at,
                },
            },
        ];
        for event in events {
            let told = format!("{:?}", told_to_everybody(&event));
            assert!(!told.contains("mallory"), "{told}");
        }
        let asked = nobody(Some("Mallory in the ticket"));
        assert_eq!(asked.as_deref(), Some("somebody in the ticket"));
    }
}
