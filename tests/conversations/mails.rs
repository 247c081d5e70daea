//! The mailing list of a story: mails that leave, and mails that come.

use crate::world::{Server, World};
use chrono::Duration;
use rfrbot::desk::MailSettings;
use rfrbot::wire::{ListMail, MailDelivery, MessageId, Report};

impl World {
    /// A mail reached the server.
    pub(crate) fn mail_out(&mut self, delivery: MailDelivery) -> Vec<String> {
        let MailDelivery { key, mail } = delivery;
        match self.server.clone() {
            Server::Takes => {}
            Server::Delays(why) => {
                let again = self.now + Duration::minutes(1);
                self.step(Report::MailDelayed {
                    key,
                    attempts: 1,
                    why,
                    again,
                });
                return Vec::new();
            }
            Server::Refuses(why) => {
                self.step(Report::Undeliverable { key, why });
                return Vec::new();
            }
        }
        let about = mail.about.clone().or_else(|| {
            let (_, name) = mail.subject.split_once('[')?;
            Some(name.split_once(']')?.0.to_owned())
        });
        let said = written(&mail);
        if let Some(name) = about {
            let ids = mail.references.iter().cloned().chain([mail.message_id.clone()]);
            self.mails.push((name, ids.collect()));
        }
        self.step(Report::Delivered {
            key,
            lines: 1,
            complete: true,
        });
        said
    }

    /// A mail of the list, from the words of a story.
    pub(crate) fn list_mail(&mut self, words: &str) -> ListMail {
        self.messages += 1;
        let (name, rest) = words.split_once(" <").expect("NAME <ADDRESS>");
        let (address, rest) = rest.split_once("> ").expect("an address, then what it is about");
        let (about, text) = rest.split_once(": ").expect("what it is about, then its text");
        let (references, subject) = if let Some(rfr) = about.strip_prefix("re ") {
            let thread = self.mails.iter().rev().find(|(name, _)| name == rfr);
            let (_, thread) = thread.unwrap_or_else(|| panic!("no mail about {rfr} was sent"));
            (thread.clone(), format!("[{rfr}] something"))
        } else {
            let subject = about.strip_prefix("on ").expect("`re RFR` or `on SUBJECT`");
            (Vec::new(), subject.to_owned())
        };
        let mail = ListMail {
            message_id: MessageId::new(&format!("{}@people.example.org", self.messages)).expect("a Message-ID"),
            references,
            subject,
            address: Some(address.to_lowercase()),
            name: name.to_owned(),
            at: self.now,
            text: text.replace(" //// ", "\n\n").replace(" // ", "\n"),
            from_the_list: !text.starts_with("(unproven)"),
            too_large: text.starts_with("(too large)"),
        };
        self.last_mail = Some(mail.clone());
        mail
    }

    pub(crate) fn change_list(&mut self, set: impl FnOnce(&mut MailSettings)) {
        self.before_start(|world| set(world.list.as_mut().expect("there is a list")));
    }
}

/// A mail as a story shows it.
pub(crate) fn written(mail: &rfrbot::wire::Mail) -> Vec<String> {
    let brackets = mail.about.as_ref().map(|name| format!("[{name}] ")).unwrap_or_default();
    let mut said = vec![format!("| mail: Subject: {brackets}{}", mail.subject)];
    said.push(format!("| mail: Message-ID: {}", mail.message_id));
    if let Some(parent) = mail.references.last() {
        said.push(format!("| mail: In-Reply-To: {parent}"));
    }
    said.push("| mail:".to_owned());
    said.extend(
        mail.body
            .lines()
            .map(|line| format!("| mail: {line}").trim_end().to_owned()),
    );
    said
}
