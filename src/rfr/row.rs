//! What is true of a kind of event, as [`RfrEvent::row`] states it once for each: whether it is news, what it does to a
//! sign-off, what takes it back, what it counts as.
//!
//! [`RfrEvent::row`]: super::RfrEvent::row

use super::{Change, Daily, Ending, NewsKind, Outdated};
use crate::people::{Account, Right};
use crate::sop::{Edition, Phase, Topic};
use chrono::NaiveDate;

/// What is true of a kind of event.
#[derive(Debug)]
pub(crate) struct EventRow<'a> {
    /// What is announced, and news for those who were away.
    pub(crate) news: Option<News<'a>>,
    /// Of which kind it is, where it is told: as an announcement, or in a short line.
    pub(crate) kind: Option<NewsKind>,
    /// What it changes of what a sign-off signs.
    pub(crate) signed: Option<Signed<'a>>,
    /// Is it about a mail, and not a change of the RFR?
    pub(crate) is_of_the_list: bool,
    /// Does it leave the matter as it was, so that who was asked to sign is still asked the same?
    pub(crate) is_beside_the_matter: bool,
    /// What it counted as towards the limits of a day, beside as a change.
    pub(crate) daily: Option<Daily>,
    /// What takes it back.
    pub(crate) back: Back<'a>,
}

/// What those who were away are told.
#[derive(Debug)]
pub(crate) enum News<'a> {
    Requested {
        title: &'a str,
    },
    Renamed {
        to: &'a str,
    },
    Sponsored {
        account: &'a Account,
    },
    Unsponsored {
        reason: &'a str,
    },
    SignOffOutdated {
        phase: Phase,
        because: &'a Outdated,
    },
    Held {
        reason: &'a str,
    },
    ReleaseAgreed {
        reason: &'a str,
    },
    ReleaseDisagreed,
    Released {
        reason: &'a str,
        stays: Option<&'a Account>,
    },
    Advanced {
        from: Phase,
        to: Phase,
    },
    Reverted {
        from: Phase,
        to: Phase,
        reason: &'a str,
    },
    Adopted {
        from: Edition,
        to: Edition,
        reason: &'a str,
    },
    Ended {
        how: Ending,
        reason: &'a str,
    },
    Reopened {
        reason: &'a str,
    },
    Undone,
}

impl News<'_> {
    /// Of which kind it is.
    fn kind(&self) -> NewsKind {
        match self {
            Self::Requested { .. } | Self::Renamed { .. } | Self::Adopted { .. } => NewsKind::Requests,
            Self::Sponsored { .. } | Self::Unsponsored { .. } => NewsKind::Sponsors,
            Self::SignOffOutdated { .. } => NewsKind::SignOffs,
            Self::Held { .. } | Self::ReleaseAgreed { .. } | Self::ReleaseDisagreed | Self::Released { .. } => {
                NewsKind::Holds
            }
            Self::Advanced { .. } | Self::Reverted { .. } => NewsKind::Phases,
            Self::Ended { .. } | Self::Reopened { .. } => NewsKind::Ends,
            Self::Undone => NewsKind::Undone,
        }
    }
}

/// What a sign-off signs.
#[derive(Debug)]
pub(crate) enum Signed<'a> {
    /// The questions: one was opened.
    Question(u32),
    /// An answer: it was corrected.
    Answer(u32),
    /// What was decided.
    Decision(Topic),
    /// That an item is done: it is not after all.
    Item(&'a str),
    /// The linked SOPs: they were taken back.
    Sops,
    /// The day for production, or that there is one.
    Date(Option<NaiveDate>),
    /// Who sponsors it, if anybody.
    Sponsor(Option<&'a Account>),
    /// The discussion: it was taken back.
    Discussion,
}

/// What taking an event back needs of the person who caused it.
#[derive(Debug)]
pub(crate) enum Back<'a> {
    /// Nothing: these are own words, or another event of the same commit answers for it.
    Freely,
    /// That right.
    With(Right),
    /// The right of that change.
    As(Change),
    /// That change: its right, and that nothing refuses it.
    By(Change),
    /// It moves forward: the right of that change, and every gate on the way open.
    Forward(Change),
    /// What giving the name before it would need.
    ToName,
    /// What asking the sponsor who was asked before it would need.
    ToAskedSponsor,
    /// What having the sponsor before it would need.
    ToSponsor,
    /// What having the item as it was before would need.
    ToItem(&'a str),
    /// What having the date before it would need.
    ToDate,
    /// What ending it would need.
    ToEnd,
}

/// The row of an event that changes nothing but the record.
pub(super) const fn plain(back: Back<'_>) -> EventRow<'_> {
    EventRow {
        news: None,
        kind: None,
        signed: None,
        is_of_the_list: false,
        is_beside_the_matter: false,
        daily: None,
        back,
    }
}

/// The row of an event that leaves the matter as it was.
pub(super) fn beside_the_matter(back: Back<'_>) -> EventRow<'_> {
    EventRow {
        is_beside_the_matter: true,
        ..plain(back)
    }
}

/// The row of an event that is announced.
pub(super) fn announced<'a>(news: News<'a>, back: Back<'a>) -> EventRow<'a> {
    EventRow {
        kind: Some(news.kind()),
        news: Some(news),
        ..plain(back)
    }
}

/// The row of an event that is told in a short line.
pub(super) fn told(kind: NewsKind, row: EventRow<'_>) -> EventRow<'_> {
    EventRow {
        kind: Some(kind),
        ..row
    }
}
