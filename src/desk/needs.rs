//! What a command needs to be known at its moment: of groups, of who speaks, and of the speaker's account.

use crate::command::since::Since;
use crate::command::{BreakOrder, Command, Filter, Order, Query, ReminderOrder};
use crate::people::{Account, Identity};

/// How new the answer must be on which a line depends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    #[default]
    Nothing,
    Recent,
    Anew,
}

/// What is to be asked for a line.
#[derive(Default)]
pub(super) struct LineNeeds {
    pub(super) groups: Need,
    pub(super) who: Option<Identity>,
    pub(super) account: Option<Account>,
    /// The account that acts by it, where the account system must call it active.
    pub(super) acts: Option<Account>,
    /// Must it be known of this moment who speaks?
    pub(super) anew: bool,
}

impl LineNeeds {
    pub(super) fn is_nothing(&self) -> bool {
        self.groups == Need::Nothing && self.who.is_none() && self.account.is_none()
    }
}

/// What a command needs to know of who speaks.
pub(super) fn of_speaker(command: &Command) -> Need {
    match command {
        Command::Query(
            Query::WhoAmI | Query::Todo(None) | Query::List(Filter::Mine) | Query::Since(Since::LastWord),
        )
        | Command::Focus(_) => Need::Recent,
        Command::Query(_) => Need::Nothing,
        Command::Link(_) => Need::Anew,
        Command::Reload | Command::Ticks { .. } | Command::Order(_) | Command::Change { .. } => {
            of_groups(command).max(Need::Recent)
        }
    }
}

/// What a command needs of the account system.
pub(super) fn of_groups(command: &Command) -> Need {
    match command {
        Command::Query(Query::WhoAmI) | Command::Reload => Need::Recent,
        Command::Query(_) | Command::Focus(_) | Command::Link(_) => Need::Nothing,
        Command::Ticks { .. } => Need::Anew,
        Command::Order(
            Order::Undo(_) | Order::Break(BreakOrder::Vote { .. } | BreakOrder::Done(_) | BreakOrder::Withdraw { .. }),
        ) => Need::Anew,
        Command::Order(Order::Absence(_) | Order::Reminder(ReminderOrder::Remind(_) | ReminderOrder::Short(_))) => {
            Need::Nothing
        }
        Command::Order(
            Order::Break(BreakOrder::Request { .. }) | Order::Freeze(_) | Order::Reminder(ReminderOrder::About { .. }),
        ) => Need::Recent,
        Command::Change { change, .. } if change.row().live => Need::Anew,
        Command::Change { .. } => Need::Recent,
    }
}

/// What a command needs to know of whether the speaker's account is active: looking needs nothing, but for who one is.
pub(super) fn of_account(command: &Command) -> Need {
    match command {
        Command::Query(Query::WhoAmI) => Need::Recent,
        Command::Query(_) => Need::Nothing,
        Command::Focus(_)
        | Command::Link(_)
        | Command::Reload
        | Command::Ticks { .. }
        | Command::Order(_)
        | Command::Change { .. } => of_speaker(command),
    }
}
