//! Several commands that came in one message are answered by one message: the answers follow each other in it.

use crate::desk::Handled;
use crate::record::Effect;
use crate::wire::{Incoming, IncomingId, Manner, Outcome, Outgoing};

/// Makes one answer of those to these messages; what is kept stays kept.
pub(super) fn answer(handled: &mut [(Option<Incoming>, Handled)], ids: &[Option<IncomingId>]) {
    let several = handled.iter().filter(|(incoming, handled)| {
        let incoming = incoming.as_ref().filter(|incoming| ids.contains(&incoming.id));
        incoming.is_some_and(|incoming| has_reply(handled, incoming))
    });
    if several.count() < 2 {
        return;
    }
    let mut replies = Vec::new();
    for (at, (incoming, handled)) in handled.iter_mut().enumerate() {
        let Some(incoming) = incoming.as_ref().filter(|incoming| ids.contains(&incoming.id)) else {
            continue;
        };
        if let Some(commit) = &mut handled.commit {
            let is_it = |effect: &Effect| matches!(effect, Effect::Say(said) if is_reply(said, incoming));
            while let Some(place) = commit.effects.iter().position(is_it) {
                if let Effect::Say(said) = commit.effects.remove(place) {
                    replies.push((at, Some(place), said));
                }
            }
        }
        let own = std::mem::take(&mut handled.replies);
        let (answers, others): (Vec<Outgoing>, Vec<Outgoing>) =
            own.into_iter().partition(|said| is_reply(said, incoming));
        handled.replies = others;
        replies.extend(answers.into_iter().map(|said| (at, None, said)));
    }
    // What must arrive takes the others along.
    let kept = replies.iter().rposition(|(_, place, _)| place.is_some());
    let Some((at, place, mut whole)) = kept
        .or(replies.len().checked_sub(1))
        .and_then(|found| replies.get(found))
        .cloned()
    else {
        return;
    };
    whole.message.0 = replies.iter().flat_map(|(_, _, said)| said.message.0.clone()).collect();
    whole.beside.outcome = worst(replies.iter().filter_map(|(_, _, said)| said.beside.outcome));
    whole.beside.folded = None;
    let mut about = replies.iter().map(|(_, _, said)| said.beside.rfr);
    let first = about.next().flatten();
    whole.beside.rfr = first.filter(|_| about.all(|other| other == first));
    let mut asks = replies.iter().filter_map(|(_, _, said)| said.beside.asks.clone());
    // A reaction to it signs one thing, if it signs.
    whole.beside.asks = asks
        .next_back()
        .filter(|_| asks.next().is_none() && whole.beside.rfr.is_some());
    for (_, _, said) in &replies {
        for name in &said.beside.highlights {
            if !whole.beside.highlights.contains(name) {
                whole.beside.highlights.push(name.clone());
            }
        }
    }
    let Some((_, handled)) = handled.get_mut(at) else {
        return;
    };
    match (&mut handled.commit, place) {
        (Some(commit), Some(place)) => commit
            .effects
            .insert(place.min(commit.effects.len()), Effect::Say(whole)),
        (_, _) => handled.replies.insert(0, whole),
    }
}

fn is_reply(said: &Outgoing, incoming: &Incoming) -> bool {
    said.manner == Manner::Reply && said.place == incoming.place && said.in_reply_to == incoming.id
}

fn has_reply(handled: &Handled, incoming: &Incoming) -> bool {
    let kept = handled.commit.iter().flat_map(|commit| &commit.effects);
    let is_it = |effect: &Effect| matches!(effect, Effect::Say(said) if is_reply(said, incoming));
    kept.into_iter().any(is_it) || handled.replies.iter().any(|said| is_reply(said, incoming))
}

/// How the whole ended: as the part that needs somebody most.
fn worst(outcomes: impl Iterator<Item = Outcome>) -> Option<Outcome> {
    outcomes.max_by_key(|outcome| match outcome {
        Outcome::Done => 0,
        Outcome::AskedBack => 1,
        Outcome::Refused => 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{By, Identity};
    use crate::record::Commit;
    use crate::rfr::{Origin, RfrId};
    use crate::text::{Message, Paragraph};
    use crate::wire::{Beside, Place};

    fn id(number: u32) -> IncomingId {
        IncomingId {
            network: "matrix".to_owned(),
            id: format!("$event#{number}"),
        }
    }

    fn incoming(number: u32) -> Incoming {
        Incoming {
            id: Some(id(number)),
            place: Place::channel("matrix", "!room"),
            name: "vera".to_owned(),
            identity: Identity::Matrix {
                mxid: "@vera:example.org".to_owned(),
            },
            own_name: "rfrbot".to_owned(),
            text: String::new(),
            at: chrono::DateTime::UNIX_EPOCH,
            quoted: None,
        }
    }

    fn reply(number: u32, words: &str, outcome: Option<Outcome>, rfr: u64) -> Outgoing {
        Outgoing {
            place: Place::channel("matrix", "!room"),
            manner: Manner::Reply,
            to: Some("vera".to_owned()),
            in_reply_to: Some(id(number)),
            message: Message::line(Paragraph::new().text(words)),
            beside: Beside {
                outcome,
                rfr: Some(RfrId(rfr)),
                ..Beside::default()
            },
        }
    }

    fn kept(said: Vec<Outgoing>) -> Handled {
        let commit = Commit {
            origin: Origin {
                seq: 7,
                at: chrono::DateTime::UNIX_EPOCH,
                by: By::Bot,
                proof: String::new(),
                place: String::new(),
                words: String::new(),
            },
            incoming: None,
            events: Vec::new(),
            effects: said.into_iter().map(Effect::Say).collect(),
        };
        Handled {
            commit: Some(commit),
            replies: Vec::new(),
        }
    }

    fn passing(said: Outgoing) -> Handled {
        Handled {
            commit: None,
            replies: vec![said],
        }
    }

    fn said(handled: &[(Option<Incoming>, Handled)]) -> Vec<Vec<String>> {
        let of_one = |(_, handled): &(Option<Incoming>, Handled)| {
            let effects = handled.commit.iter().flat_map(|commit| &commit.effects);
            let kept = effects.filter_map(|effect| match effect {
                Effect::Say(said) => Some(said.message.plain_lines().join(" / ")),
                Effect::Mail(_) | Effect::Ticket(_) | Effect::Bus(_) => None,
            });
            let passing = handled
                .replies
                .iter()
                .map(|said| said.message.plain_lines().join(" / "));
            kept.chain(passing).collect()
        };
        handled.iter().map(of_one).collect()
    }

    #[test]
    fn answers_to_one_message_are_one_and_what_is_kept_takes_the_others_along() {
        let mut announcement = reply(2, "told to all", None, 1);
        announcement.manner = Manner::Announcement;
        let mut handled = vec![
            (Some(incoming(1)), passing(reply(1, "one", None, 1))),
            (
                Some(incoming(2)),
                kept(vec![reply(2, "two", Some(Outcome::Done), 1), announcement]),
            ),
            (Some(incoming(3)), passing(reply(3, "three", Some(Outcome::Refused), 1))),
            (Some(incoming(9)), passing(reply(9, "of another message", None, 1))),
        ];
        let ids: Vec<_> = (1..=3).map(|number| Some(id(number))).collect();
        answer(&mut handled, &ids);
        assert_eq!(
            said(&handled),
            [
                &[][..],
                &["one / two / three".to_owned(), "told to all".to_owned()],
                &[],
                &["of another message".to_owned()]
            ]
        );
        let commit = handled[1].1.commit.as_ref().expect("it was kept");
        let Effect::Say(whole) = &commit.effects[0] else {
            panic!("a mail")
        };
        assert_eq!(whole.beside.outcome, Some(Outcome::Refused));
        assert_eq!(whole.beside.rfr, Some(RfrId(1)));
    }

    #[test]
    fn one_answer_stays_as_it_is() {
        let one = || vec![(Some(incoming(1)), passing(reply(1, "one", None, 1)))];
        let mut handled = one();
        answer(&mut handled, &[Some(id(1))]);
        assert_eq!(said(&handled), said(&one()));
    }
}
