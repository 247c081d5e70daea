//! The stored forms of an origin and of events of an RFR.

use super::{names, outdated, plausible, reason};
use crate::people::{Account, By};
use crate::rfr::{Ending, Origin, Outdated, Reason, RfrEvent, Ticket, TicketView};
use crate::sop::{Document, Edition, Phase, Topic, Upkeep};
use crate::wire::{MailKind, MessageId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(remote = "Origin", deny_unknown_fields)]
pub(super) struct StoredOrigin {
    #[serde(deserialize_with = "plausible::number")]
    seq: u64,
    #[serde(deserialize_with = "plausible::moment")]
    at: DateTime<Utc>,
    #[serde(with = "names")]
    by: By,
    proof: String,
    place: String,
    words: String,
}

/// An edition: its name, the hash of its text, and the text, which is what counts.
pub(super) struct StoredEdition(pub(super) Edition);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionText {
    name: String,
    hash: String,
    text: String,
}

impl Serialize for StoredEdition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(edition) = self;
        EditionText {
            name: edition.name().to_owned(),
            hash: edition.hash().to_owned(),
            text: edition.text().to_owned(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for StoredEdition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let EditionText { name, hash, text } = EditionText::deserialize(deserializer)?;
        let no = |what: String| D::Error::custom(format!("the text of the edition `{name}` {what}"));
        let edition = Edition::read(&text).map_err(|mistakes| {
            let first = mistakes
                .first()
                .map(|mistake| format!("{}: {}", mistake.line, mistake.what));
            no(format!("cannot be read: line {}", first.unwrap_or_default()))
        })?;
        if edition.name() == name && edition.hash() == hash {
            Ok(Self(edition))
        } else {
            Err(no(format!(
                "is that of `{}` with the hash {}",
                edition.name(),
                edition.hash()
            )))
        }
    }
}

/// Mirrors [`RfrEvent`]: serde converts between the two, and does not compile if they differ.
#[derive(Serialize, Deserialize)]
#[serde(remote = "RfrEvent", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredRfrEvent {
    Requested {
        #[serde(deserialize_with = "plausible::name")]
        name: String,
        #[serde(with = "names")]
        ticket: Ticket,
        title: String,
        #[serde(with = "names")]
        edition: Edition,
    },
    Renamed {
        #[serde(deserialize_with = "plausible::name")]
        to: String,
    },
    NameFreed {
        #[serde(deserialize_with = "plausible::name")]
        name: String,
    },
    Retitled {
        to: String,
    },
    TicketChanged {
        #[serde(with = "names")]
        to: Ticket,
    },
    SponsorAsked {
        #[serde(with = "names")]
        account: Account,
    },
    SponsorDeclined,
    Sponsored {
        #[serde(with = "names")]
        account: Account,
    },
    Unsponsored {
        reason: String,
    },
    DiscussionRecorded {
        url: String,
    },
    DiscussedInChat {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        log: Option<String>,
    },
    DiscussionsCleared {
        reason: String,
    },
    PersonAdded {
        #[serde(with = "names")]
        account: Account,
        role: String,
    },
    PersonRemoved {
        #[serde(with = "names")]
        account: Account,
    },
    QuestionAsked {
        #[serde(deserialize_with = "plausible::small_number")]
        number: u32,
        text: String,
        #[serde(serialize_with = "optional_word", deserialize_with = "names::optional")]
        topic: Option<Topic>,
        from_sop: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_the_list: Option<String>,
    },
    QuestionAnswered {
        #[serde(deserialize_with = "plausible::small_number")]
        number: u32,
        text: String,
        #[serde(
            default,
            serialize_with = "optional_word",
            deserialize_with = "names::optional",
            skip_serializing_if = "Option::is_none"
        )]
        by_mail: Option<Account>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    QuestionWithdrawn {
        #[serde(deserialize_with = "plausible::small_number")]
        number: u32,
    },
    TopicDecided {
        #[serde(with = "names")]
        topic: Topic,
        text: String,
    },
    ItemDone {
        item: String,
        note: String,
    },
    ItemUndone {
        item: String,
        #[serde(with = "reason")]
        reason: Reason,
    },
    SopLinked {
        url: String,
        #[serde(
            default,
            serialize_with = "optional_word",
            deserialize_with = "names::optional",
            skip_serializing_if = "Option::is_none"
        )]
        document: Option<Document>,
    },
    SopNotNeeded {
        #[serde(with = "names")]
        document: Document,
        why: String,
    },
    LookedAfter {
        #[serde(with = "names")]
        what: Upkeep,
        text: String,
    },
    SopsCleared {
        reason: String,
    },
    Scheduled {
        #[serde(deserialize_with = "plausible::day")]
        date: NaiveDate,
        note: String,
    },
    Unscheduled {
        #[serde(with = "reason")]
        reason: Reason,
    },
    Noted {
        text: String,
    },
    Captured {
        author: String,
        #[serde(deserialize_with = "plausible::moment")]
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link: Option<String>,
    },
    CapturedEdited {
        author: String,
        #[serde(deserialize_with = "plausible::moment")]
        at: DateTime<Utc>,
        text: String,
    },
    CapturedDeleted {
        author: String,
        #[serde(deserialize_with = "plausible::moment")]
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    Linked {
        url: String,
        label: String,
    },
    SignedOff {
        #[serde(with = "names")]
        phase: Phase,
        note: String,
    },
    SignOffWithdrawn {
        #[serde(with = "names")]
        phase: Phase,
        reason: String,
    },
    SignOffOutdated {
        #[serde(with = "names")]
        phase: Phase,
        #[serde(with = "outdated")]
        because: Outdated,
    },
    Held {
        reason: String,
    },
    ReleaseDisagreed,
    ReleaseAgreed {
        reason: String,
    },
    Released {
        reason: String,
        #[serde(
            default,
            serialize_with = "optional_word",
            deserialize_with = "names::optional",
            skip_serializing_if = "Option::is_none"
        )]
        stays: Option<Account>,
    },
    Advanced {
        #[serde(with = "names")]
        from: Phase,
        #[serde(with = "names")]
        to: Phase,
    },
    Reverted {
        #[serde(with = "names")]
        from: Phase,
        #[serde(with = "names")]
        to: Phase,
        reason: String,
    },
    Adopted {
        #[serde(with = "names")]
        from: Edition,
        #[serde(with = "names")]
        to: Edition,
        reason: String,
    },
    Ended {
        #[serde(with = "names")]
        how: Ending,
        reason: String,
    },
    Reopened {
        reason: String,
    },
    Reported {
        text: String,
    },
    Mailed {
        kind: MailKind,
        message_id: MessageId,
        index: u32,
        url: Option<String>,
        meets: Option<String>,
    },
    MailSent {
        message_id: MessageId,
    },
    MailFailed {
        message_id: MessageId,
        why: String,
    },
    MailHeldBack {
        subject: String,
    },
    HeldBackTold,
    ListMailHeard {
        message_id: MessageId,
        name: String,
        subject: String,
        url: Option<String>,
        counts: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by_another: Option<String>,
        offers: Vec<String>,
    },
    TitleAwaited,
    TicketTaken {
        title: String,
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "optional_word",
            deserialize_with = "names::optional"
        )]
        requester: Option<Account>,
    },
    AssignmentWanted {
        wanted: bool,
    },
    TicketSeen {
        #[serde(with = "StoredTicketView")]
        view: TicketView,
    },
    TicketHeard {
        author: String,
        url: String,
        offers: Vec<String>,
    },
    OfferTaken {
        #[serde(deserialize_with = "plausible::small_number")]
        offer: u32,
        #[serde(deserialize_with = "plausible::small_number")]
        question: u32,
    },
    Undone {
        #[serde(deserialize_with = "plausible::number")]
        seq: u64,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TicketView", deny_unknown_fields)]
struct StoredTicketView {
    title: String,
    closed: bool,
    accounts: Vec<String>,
    others: Vec<String>,
    #[serde(deserialize_with = "plausible::moment")]
    at: DateTime<Utc>,
}

#[expect(clippy::ref_option, reason = "serde hands fields over this way")]
fn optional_word<T: names::StoredWord + Clone, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.clone().map(names::StoredName).serialize(serializer)
}
