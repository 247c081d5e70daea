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
