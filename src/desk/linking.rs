//! Linking: a person proves a second identity by a code that is given in private on one network and typed in private on
//! the other.

use super::archive::Archive;
use super::speaking::{kind, log_refusal, refused};
use super::{Answer, Asked, Desk, Handled, Happened};
use crate::command::LinkOrder;
use crate::decision::Decision;
use crate::people::linking::{CODE_COUNTS, CodeMaker, IdentityLink, LinkFact, Redeemed};
use crate::people::{Identity, KnownBy, NotAPerson, Person};
use crate::record::Event;
use crate::text::Message;
use crate::wire::{Beside, Incoming, Manner, Outcome, Outgoing, Place};
use chrono::{DateTime, Utc};

/// Makes eight random bytes that nobody can guess; `None` where there is no source of them.
pub type Random = Box<dyn FnMut() -> Option<[u8; 8]> + Send>;

impl<A: Archive> Desk<A> {
    /// Codes are made from these. Without it nobody can link anything.
    pub fn set_random(&mut self, random: Random) {
        self.random = random;
    }

    /// Something is to be linked, or no longer.
    pub(super) fn link(&mut self, incoming: &Incoming, order: &LinkOrder, now: DateTime<Utc>) -> Answer {
        if !incoming.place.is_direct() {
            log_refusal(incoming, "link", "", "not in private");
            return refused(self.wording.link_in_private(order), None);
        }
        match order {
            LinkOrder::Ask => self.ask_for_code(incoming, now),
            LinkOrder::Type(code) => self.type_code(incoming, code, now),
            LinkOrder::Unlink(which) => self.unlink(incoming, which.as_deref(), now),
        }
    }

    /// Was a code made since it was asked last?
    pub fn take_code_made(&mut self) -> bool {
        std::mem::take(&mut self.code_was_made)
    }

    /// Somebody said a code where others read it, in whichever words: it no longer counts.
    pub(super) fn a_code_was_read(&mut self, incoming: &Incoming) -> Option<Handled> {
        if incoming.place.is_direct() || !self.codes.were_read(&incoming.text) {
            return None;
        }
        log_refusal(incoming, "link", "", "a code was said in a room");
        let beside = Beside {
            outcome: Some(Outcome::Refused),
            ..Beside::default()
        };
        Some(self.say(incoming, self.wording.code_was_read(), beside))
    }

    fn ask_for_code(&mut self, incoming: &Incoming, now: DateTime<Utc>) -> Answer {
        let by = match self.directory.identify(&incoming.identity) {
            Ok(by) => by,
            Err(why) => {
                log_refusal(incoming, "link", "", &kind(&why));
                return refused(self.wording.link_where_known(&why), None);
            }
        };
        if let Some(KnownBy::IdentityLink(link)) = self.directory.known_by(&incoming.identity) {
            log_refusal(incoming, "link", "", "known by a link");
            return refused(self.wording.link_by_a_link(link), None);
        }
        let Some(random) = (self.random)() else {
            return refused(self.wording.no_links_here(), None);
        };
        let made = CodeMaker {
            identity: incoming.identity.clone(),
            network: incoming.place.network.clone(),
            name: incoming.name.clone(),
        };
        let code = self.codes.make(&by, made, random, now);
        self.directory.set_code_until(now + CODE_COUNTS);
        self.code_of_base(now + CODE_COUNTS);
        self.code_was_made = true;
        let links: Vec<&IdentityLink> = self.directory.links().to(by.account()).collect();
        let message = self.wording.link_code(&code, &links);
        Answer::SayAll(vec![Outgoing {
            place: incoming.place.clone(),
            manner: Manner::Reply,
            to: Some(incoming.name.clone()),
            in_reply_to: incoming.id.clone(),
            message,
            beside: only_for(&incoming.identity),
        }])
    }

    fn type_code(&mut self, incoming: &Incoming, code: &str, now: DateTime<Utc>) -> Answer {
        if let Identity::Unproven(why) = &incoming.identity {
            let why = NotAPerson::Unproven(*why);
            log_refusal(incoming, "link", "", &kind(&why));
            return refused(self.wording.stranger(&why), None);
        }
        match self.codes.redeem(code, &incoming.identity, &self.directory, now) {
            Err(refusal) => {
                log_refusal(incoming, "link", "", &kind(&refusal));
                refused(self.wording.link_refused(&refusal), None)
            }
            Ok(Redeemed {
                person: by,
                made,
                decision,
            }) => match decision {
                Decision::Already(account) => Answer::Say(self.wording.already_linked(&account)),
                Decision::Events(facts) => {
                    let reply = self.wording.linked(&by, &incoming.identity);
                    let told = facts.iter().filter_map(|fact| match fact {
                        LinkFact::Linked(link) => Some(self.told_at_the_other_end(&made, link)),
                        LinkFact::Unlinked { .. } => None,
                    });
                    let told = told.collect();
                    Answer::Happened(links_changed(
                        Asked {
                            incoming,
                            by,
                            now,
                            captured: None,
                        },
                        facts,
                        reply,
                        told,
                    ))
                }
            },
        }
    }

    /// Whoever made the code hears what it was used for, in private.
    fn told_at_the_other_end(&self, made: &CodeMaker, link: &IdentityLink) -> Outgoing {
        Outgoing {
            place: Place::person(&made.network, link.account.as_str()),
            manner: Manner::Reply,
            to: Some(made.name.clone()),
            in_reply_to: None,
            message: self.wording.linked_elsewhere(link),
            beside: only_for(&made.identity),
        }
    }

    fn unlink(&mut self, incoming: &Incoming, which: Option<&str>, now: DateTime<Utc>) -> Answer {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return refused(said, None),
        };
        let own: Vec<IdentityLink> = self.directory.links().to(by.account()).cloned().collect();
        let found = match which {
            Some(words) => {
                let named = Identity::from_words(words);
                named.and_then(|identity| self.directory.links().of(&identity).cloned())
            }
            None => {
                let here = own.iter().find(|link| link.identity.is_same(&incoming.identity));
                let only = match own.as_slice() {
                    [only] => Some(only),
                    [] | [_, ..] => None,
                };
                here.or(only).cloned()
            }
        };
        let found = found.filter(|link| self.may_unlink(&by, link));
        let Some(link) = found else {
            log_refusal(incoming, "unlink", "", "no such link");
            return refused(self.wording.nothing_to_unlink(&own.iter().collect::<Vec<_>>()), None);
        };
        let fact = LinkFact::Unlinked {
            account: link.account.clone(),
            identity: link.identity.clone(),
        };
        let reply = self.wording.unlinked(&link);
        // Its owner hears of it where another took it back.
        let told = (link.account != *by.account())
            .then(|| self.unlinked_by_another(&by, &link))
            .flatten();
        let told = told.into_iter().collect();
        Answer::Happened(links_changed(
            Asked {
                incoming,
                by,
                now,
                captured: None,
            },
            vec![fact],
            reply,
            told,
        ))
    }

    fn unlinked_by_another(&self, by: &Person, link: &IdentityLink) -> Option<Outgoing> {
        let network = match &link.beside {
            Identity::IrcAccount { network, .. } => network,
            Identity::Matrix { .. } => &self.state.facts().reminders.reached_on(&link.account)?.to_owned(),
            Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => return None,
        };
        Some(Outgoing {
            place: Place::person(network, link.account.as_str()),
            manner: Manner::Reply,
            to: None,
            in_reply_to: None,
            message: self.wording.unlinked_by(by, link),
            beside: Beside::default(),
        })
    }

    fn may_unlink(&self, by: &Person, link: &IdentityLink) -> bool {
        link.account == *by.account() || (by.is_proven() && self.directory.is_operator(by.account()))
    }

    /// The directory takes in what is linked now.
    pub(super) fn knows_links(&mut self) {
        let links = self.state.facts().links.clone();
        self.links_of_base(&links);
        self.directory.set_links(links);
    }
}

/// On IRC for whoever is logged in as that, and for nobody else.
fn only_for(identity: &Identity) -> Beside {
    let logged_in_as = match identity {
        Identity::IrcAccount { account, .. } => Some(account.clone()),
        Identity::Matrix { .. } | Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => None,
    };
    Beside {
        logged_in_as,
        ..Beside::default()
    }
}

fn links_changed(asked: Asked<'_>, facts: Vec<LinkFact>, reply: Message, also: Vec<Outgoing>) -> Box<Happened> {
    Box::new(Happened {
        events: facts.into_iter().map(Event::Link).collect(),
        mails: Vec::new(),
        ticket: None,
        reply,
        announcement: None,
        also,
        calls: Vec::new(),
        keeps: None,
        beside: Beside::default(),
        by: asked.by,
    })
}
