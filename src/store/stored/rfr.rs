//! The stored form of an RFR's current state, as the database holds it. It is only a copy: when it changes,
//! the database's version goes up and the database is rebuilt from the journal.

use super::names::{self, Named};
use super::outdated;
use crate::people::Account;
use crate::rfr::{
    AskedSponsor, Before, Closed, Decision, Done, Ended, Ending, Hold, Involved, Link, MailThread, Mark, Outdated,
    Question, Rfr, RfrId, Schedule, SignOff, Sponsor, Ticket,
};
use crate::sop::{Edition, Phase, Topic};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct StoredRfr {
    id: u64,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former_names: Vec<String>,
    title: String,
    #[serde(with = "names")]
    ticket: Ticket,
    #[serde(with = "names")]
    edition: Edition,
    requested: StoredMark,
    #[serde(with = "names")]
    phase: Phase,
    phase_since: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<StoredEnded>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hold: Option<StoredHold>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sponsor: Option<StoredSponsor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked_sponsor: Option<StoredAskedSponsor>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people: Vec<StoredInvolved>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    discussions: Vec<StoredLink>,
    thread: MailThread,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sops: Vec<StoredLink>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<StoredLink>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<StoredQuestion>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    decisions: BTreeMap<Named<Topic>, StoredText>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    done: BTreeMap<String, StoredText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    schedule: Option<StoredSchedule>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    signoffs: BTreeMap<Named<Phase>, StoredSignOff>,
    last_seq: u64,
    last_change: StoredMark,
    before: StoredBefore,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StoredBefore {
    Nothing,
    NotYetThere,
    Was(Box<StoredRfr>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMark {
    #[serde(with = "names")]
    by: Account,
    at: DateTime<Utc>,
}

impl From<Mark> for StoredMark {
    fn from(value: Mark) -> Self {
        let Mark { by, at } = value;
        Self { by, at }
    }
}

impl From<StoredMark> for Mark {
    fn from(value: StoredMark) -> Self {
        let StoredMark { by, at } = value;
        Self { by, at }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredLink {
    url: String,
    label: String,
    mark: StoredMark,
}

impl From<Link> for StoredLink {
    fn from(value: Link) -> Self {
        let Link { url, label, mark } = value;
        Self {
            url,
            label,
            mark: mark.into(),
        }
    }
}

impl From<StoredLink> for Link {
    fn from(value: StoredLink) -> Self {
        let StoredLink { url, label, mark } = value;
        Self {
            url,
            label,
            mark: mark.into(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredInvolved {
    #[serde(with = "names")]
    account: Account,
    role: String,
}

impl From<Involved> for StoredInvolved {
    fn from(value: Involved) -> Self {
        let Involved { account, role } = value;
        Self { account, role }
    }
}

impl From<StoredInvolved> for Involved {
    fn from(value: StoredInvolved) -> Self {
        let StoredInvolved { account, role } = value;
        Self { account, role }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSchedule {
    date: NaiveDate,
    note: String,
    mark: StoredMark,
}

impl From<Schedule> for StoredSchedule {
    fn from(value: Schedule) -> Self {
        let Schedule { date, note, mark } = value;
        Self {
            date,
            note,
            mark: mark.into(),
        }
    }
}

impl From<StoredSchedule> for Schedule {
    fn from(value: StoredSchedule) -> Self {
        let StoredSchedule { date, note, mark } = value;
        Self {
            date,
            note,
            mark: mark.into(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSignOff {
    note: String,
    mark: StoredMark,
    #[serde(with = "outdated::optional")]
    outdated: Option<Outdated>,
}

impl From<SignOff> for StoredSignOff {
    fn from(value: SignOff) -> Self {
        let SignOff { note, mark, outdated } = value;
        Self {
            note,
            mark: mark.into(),
            outdated,
        }
    }
}

impl From<StoredSignOff> for SignOff {
    fn from(value: StoredSignOff) -> Self {
        let StoredSignOff { note, mark, outdated } = value;
        Self {
            note,
            mark: mark.into(),
            outdated,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredHold {
    reason: String,
    mark: StoredMark,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agreed: Vec<StoredMark>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    beneath: Vec<StoredHold>,
}

impl From<Hold> for StoredHold {
    fn from(value: Hold) -> Self {
        let Hold {
            reason,
            mark,
            agreed,
            beneath,
        } = value;
        Self {
            reason,
            mark: mark.into(),
            agreed: agreed.into_iter().map(Into::into).collect(),
            beneath: beneath.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<StoredHold> for Hold {
    fn from(value: StoredHold) -> Self {
        let StoredHold {
            reason,
            mark,
            agreed,
            beneath,
        } = value;
        Self {
            reason,
            mark: mark.into(),
            agreed: agreed.into_iter().map(Into::into).collect(),
            beneath: beneath.into_iter().map(Into::into).collect(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredEnded {
    #[serde(with = "names")]
    how: Ending,
    reason: String,
    mark: StoredMark,
}

impl From<Ended> for StoredEnded {
    fn from(value: Ended) -> Self {
        let Ended { how, reason, mark } = value;
        Self {
            how,
            reason,
            mark: mark.into(),
        }
    }
}

impl From<StoredEnded> for Ended {
    fn from(value: StoredEnded) -> Self {
        let StoredEnded { how, reason, mark } = value;
        Self {
            how,
            reason,
            mark: mark.into(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSponsor {
    #[serde(with = "names")]
    account: Account,
    since: DateTime<Utc>,
}

impl From<Sponsor> for StoredSponsor {
    fn from(value: Sponsor) -> Self {
        let Sponsor { account, since } = value;
        Self { account, since }
    }
}

impl From<StoredSponsor> for Sponsor {
    fn from(value: StoredSponsor) -> Self {
        let StoredSponsor { account, since } = value;
        Self { account, since }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredAskedSponsor {
    #[serde(with = "names")]
    account: Account,
    mark: StoredMark,
}

impl From<AskedSponsor> for StoredAskedSponsor {
    fn from(value: AskedSponsor) -> Self {
        let AskedSponsor { account, mark } = value;
        Self {
            account,
            mark: mark.into(),
        }
    }
}

impl From<StoredAskedSponsor> for AskedSponsor {
    fn from(value: StoredAskedSponsor) -> Self {
        let StoredAskedSponsor { account, mark } = value;
        Self {
            account,
            mark: mark.into(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredQuestion {
    number: u32,
    text: String,
    topic: Option<Named<Topic>>,
    from_sop: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on_the_list: Option<String>,
    asked: StoredMark,
    closed: Option<StoredClosed>,
}

impl From<Question> for StoredQuestion {
    fn from(value: Question) -> Self {
        let Question {
            number,
            text,
            topic,
            from_sop,
            on_the_list,
            asked,
            closed,
        } = value;
        Self {
            number,
            text,
            topic: topic.map(Named),
            from_sop,
            on_the_list,
            asked: asked.into(),
            closed: closed.map(Into::into),
        }
    }
}

impl From<StoredQuestion> for Question {
    fn from(value: StoredQuestion) -> Self {
        let StoredQuestion {
            number,
            text,
            topic,
            from_sop,
            on_the_list,
            asked,
            closed,
        } = value;
        Self {
            number,
            text,
            topic: topic.map(|topic| topic.0),
            from_sop,
            on_the_list,
            asked: asked.into(),
            closed: closed.map(Into::into),
        }
    }
}

/// A text with who gave it: a decision, or the note of a done item.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredText {
    text: String,
    mark: StoredMark,
}

impl From<Decision> for StoredText {
    fn from(Decision { text, mark }: Decision) -> Self {
        let mark = mark.into();
        Self { text, mark }
    }
}

impl From<StoredText> for Decision {
    fn from(StoredText { text, mark }: StoredText) -> Self {
        let mark = mark.into();
        Self { text, mark }
    }
}

impl From<Done> for StoredText {
    fn from(Done { note, mark }: Done) -> Self {
        let mark = mark.into();
        Self { text: note, mark }
    }
}

impl From<StoredText> for Done {
    fn from(StoredText { text, mark }: StoredText) -> Self {
        let mark = mark.into();
        Self { note: text, mark }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredClosed {
    Answered {
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by_mail: Option<Named<Account>>,
        mark: StoredMark,
    },
    Withdrawn {
        mark: StoredMark,
    },
}

impl From<Closed> for StoredClosed {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Answered { text, by_mail, mark } => Self::Answered {
                text,
                by_mail: by_mail.map(Named),
                mark: mark.into(),
            },
            Closed::Withdrawn { mark } => Self::Withdrawn { mark: mark.into() },
        }
    }
}

impl From<StoredClosed> for Closed {
    fn from(closed: StoredClosed) -> Self {
        match closed {
            StoredClosed::Answered { text, by_mail, mark } => Self::Answered {
                text,
                by_mail: by_mail.map(|account| account.0),
                mark: mark.into(),
            },
            StoredClosed::Withdrawn { mark } => Self::Withdrawn { mark: mark.into() },
        }
    }
}

impl From<Before> for StoredBefore {
    fn from(before: Before) -> Self {
        match before {
            Before::Nothing => Self::Nothing,
            Before::NotYetThere => Self::NotYetThere,
            Before::Was(rfr) => Self::Was(Box::new((*rfr).into())),
        }
    }
}

impl From<StoredBefore> for Before {
    fn from(before: StoredBefore) -> Self {
        match before {
            StoredBefore::Nothing => Self::Nothing,
            StoredBefore::NotYetThere => Self::NotYetThere,
            StoredBefore::Was(rfr) => Self::Was(Box::new((*rfr).into())),
        }
    }
}

/// Every element of a list in its other form.
fn each<A, B: From<A>>(list: Vec<A>) -> Vec<B> {
    list.into_iter().map(B::from).collect()
}

impl From<Rfr> for StoredRfr {
    fn from(rfr: Rfr) -> Self {
        let Rfr {
            id,
            name,
            former_names,
            title,
            ticket,
            edition,
            requested,
            phase,
            phase_since,
            ended,
            hold,
            sponsor,
            asked_sponsor,
            people,
            discussions,
            thread,
            sops,
            links,
            questions,
            decisions,
            done,
            schedule,
            signoffs,
            last_seq,
            last_change,
            before,
        } = rfr;
        Self {
            id: id.0,
            name,
            former_names,
            title,
            ticket,
            edition,
            requested: requested.into(),
            phase,
            phase_since,
            ended: ended.map(Into::into),
            hold: hold.map(Into::into),
            sponsor: sponsor.map(Into::into),
            asked_sponsor: asked_sponsor.map(Into::into),
            people: each(people),
            discussions: each(discussions),
            thread,
            sops: each(sops),
            links: each(links),
            questions: each(questions),
            decisions: decisions
                .into_iter()
                .map(|(key, value)| (Named(key), value.into()))
                .collect(),
            done: done.into_iter().map(|(key, value)| (key, value.into())).collect(),
            schedule: schedule.map(Into::into),
            signoffs: signoffs
                .into_iter()
                .map(|(key, value)| (Named(key), value.into()))
                .collect(),
            last_seq,
            last_change: last_change.into(),
            before: before.into(),
        }
    }
}

impl From<StoredRfr> for Rfr {
    fn from(rfr: StoredRfr) -> Self {
        let StoredRfr {
            id,
            name,
            former_names,
            title,
            ticket,
            edition,
            requested,
            phase,
            phase_since,
            ended,
            hold,
            sponsor,
            asked_sponsor,
            people,
            discussions,
            thread,
            sops,
            links,
            questions,
            decisions,
            done,
            schedule,
            signoffs,
            last_seq,
            last_change,
            before,
        } = rfr;
        Self {
            id: RfrId(id),
            name,
            former_names,
            title,
            ticket,
            edition,
            requested: requested.into(),
            phase,
            phase_since,
            ended: ended.map(Into::into),
            hold: hold.map(Into::into),
            sponsor: sponsor.map(Into::into),
            asked_sponsor: asked_sponsor.map(Into::into),
            people: each(people),
            discussions: each(discussions),
            thread,
            sops: each(sops),
            links: each(links),
            questions: each(questions),
            decisions: decisions
                .into_iter()
                .map(|(key, value)| (key.0, value.into()))
                .collect(),
            done: done.into_iter().map(|(key, value)| (key, value.into())).collect(),
            schedule: schedule.map(Into::into),
            signoffs: signoffs.into_iter().map(|(key, value)| (key.0, value.into())).collect(),
            last_seq,
            last_change: last_change.into(),
            before: before.into(),
        }
    }
}
