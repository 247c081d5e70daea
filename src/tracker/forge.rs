//! The calls of Forgejo's API that the bot makes, and the fields of its answers that it reads (spec of Forgejo 12 and
//! later; every field is optional there).

use super::door::{Door, ForgeRefusal, LARGEST};
use crate::config::Tracker;
use crate::wire::{TicketComment, TicketRead};
use chrono::{DateTime, SecondsFormat, Utc};
use reqwest::Method;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use std::sync::OnceLock;

/// Tickets and comments on one page; servers may give fewer.
const PER_PAGE: usize = 50;

/// Most pages that are read at once.
const MOST_PAGES: usize = 40;

/// The longest comment, title and name that are read, in bytes.
const LONGEST_COMMENT: usize = 64 * 1024;
const LONGEST_TITLE: usize = 2 * 1024;
const LONGEST_NAME: usize = 200;

/// Most assignees and labels of a ticket that are read.
const MOST_NAMES: usize = 50;

/// The beginning of a text, of so many bytes at most.
fn short(text: &str, most: usize) -> String {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text[..end.unwrap_or_default()].to_owned()
}

/// A text that may be missing or null.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
}

/// A list that may be missing or null.
fn list<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default())
}

/// Somebody who has a login there.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct User {
    #[serde(default, deserialize_with = "text")]
    pub(super) login: String,
}

/// A label.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Label {
    #[serde(default)]
    pub(super) id: i64,
    #[serde(default, deserialize_with = "text")]
    pub(super) name: String,
}

/// A repository, and what the token's account may do in it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Repository {
    #[serde(default, deserialize_with = "text")]
    pub(super) full_name: String,
    #[serde(default)]
    pub(super) archived: bool,
    #[serde(default)]
    pub(super) permissions: Option<Permissions>,
}

/// What an account may do in a repository.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Permissions {
    #[serde(default)]
    pub(super) push: bool,
}

/// A ticket; also a pull request, which has a field of that name.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Issue {
    #[serde(default)]
    pub(super) number: u64,
    #[serde(default, deserialize_with = "text")]
    pub(super) title: String,
    #[serde(default, deserialize_with = "text")]
    pub(super) state: String,
    #[serde(default)]
    pub(super) user: Option<User>,
    #[serde(default)]
    pub(super) assignee: Option<User>,
    #[serde(default, deserialize_with = "list")]
    pub(super) assignees: Vec<User>,
    #[serde(default, deserialize_with = "list")]
    pub(super) labels: Vec<Label>,
    #[serde(default)]
    pub(super) created_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub(super) updated_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pull_request: Option<Value>,
    #[serde(default)]
    pub(super) repository: Option<Repository>,
}

impl Issue {
    /// The logins of its assignees.
    pub(super) fn logins(&self) -> Vec<String> {
        let mut logins: Vec<String> = Vec::new();
        for user in self.assignees.iter().chain(&self.assignee) {
            if !user.login.is_empty() && !logins.contains(&user.login) {
                logins.push(user.login.clone());
            }
        }
        logins
    }

    /// Is this login among its assignees?
    pub(super) fn is_assigned_to(&self, login: &str) -> bool {
        self.logins().iter().any(|known| known.eq_ignore_ascii_case(login))
    }

    /// Is it a pull request? Where it is none, servers say null, and some of their payloads an empty text.
    pub(super) fn is_pull(&self) -> bool {
        self.pull_request.as_ref().is_some_and(Value::is_object)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.state == "closed"
    }
}

/// A comment.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Comment {
    #[serde(default)]
    pub(super) id: u64,
    #[serde(default, deserialize_with = "text")]
    pub(super) body: String,
    #[serde(default)]
    pub(super) user: Option<User>,
    #[serde(default, deserialize_with = "text")]
    pub(super) html_url: String,
    #[serde(default, deserialize_with = "text")]
    pub(super) issue_url: String,
    #[serde(default)]
    pub(super) created_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub(super) updated_at: Option<DateTime<Utc>>,
}

/// What was found, and whether that is all.
pub(super) struct Pages<T> {
    pub(super) found: Vec<T>,
    pub(super) is_all: bool,
}

/// The labels that a ticket may have.
pub(super) struct Labels {
    pub(super) found: Vec<Label>,
    /// May the token not see those of the organisation?
    some_are_hidden: bool,
}

impl Labels {
    /// That this one is missing, and what to do.
    pub(super) fn without(&self, name: &str, repository: &str) -> String {
        let hidden = if self.some_are_hidden {
            " (those of its organisation are only seen with the scope read:organization)"
        } else {
            ""
        };
        format!("the label {name:?} does not exist in {repository}{hidden}: make it there")
    }
}

/// With what every comment of the bot ends, so that it knows its own.
pub(super) const MARK: &str = "<!-- rfrbot ";

/// The server, as far as the bot needs it.
pub(super) struct Forge {
    door: Door,
    base: String,
    pub(super) repository: String,
    /// The login of the token's account, once known.
    own: OnceLock<String>,
}

impl Forge {
    pub(super) fn new(config: Tracker) -> Self {
        Self {
            door: Door::new(&config),
            base: config.base(),
            repository: config.repository,
            own: OnceLock::new(),
        }
    }

    /// The number of a ticket of this repository.
    pub(super) fn number(&self, url: &str) -> Option<u64> {
        url.strip_prefix(&self.base)?.parse().ok()
    }

    /// The bot's own login, as far as it is known.
    pub(super) fn own(&self) -> Option<&str> {
        self.own.get().map(String::as_str)
    }

    /// Learns who the bot is there, where the token may ask that.
    pub(super) async fn learn_own(&self) -> Result<(), ForgeRefusal> {
        if self.own().is_some() {
            return Ok(());
        }
        match self.user().await {
            Ok(_) | Err(ForgeRefusal::Forbidden(_)) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Is it a comment of the bot itself?
    pub(super) fn is_own(&self, comment: &Comment) -> bool {
        let author = comment.user.as_ref().map_or("", |user| &user.login);
        match self.own() {
            Some(own) => author.eq_ignore_ascii_case(own),
            None => comment.body.contains(MARK),
        }
    }

    /// A ticket as the desk knows it.
    pub(super) fn read(&self, issue: &Issue) -> TicketRead {
        let author = issue.user.as_ref().map_or("", |user| &user.login);
        let logins = issue.logins();
        let assignees = logins.iter().take(MOST_NAMES).map(|login| short(login, LONGEST_NAME));
        let labels = issue.labels.iter().take(MOST_NAMES);
        TicketRead {
            url: format!("{}{}", self.base, issue.number),
            number: issue.number,
            title: short(&issue.title, LONGEST_TITLE),
            author: short(author, LONGEST_NAME),
            closed: issue.is_closed(),
            assignees: assignees.collect(),
            labels: labels.map(|label| short(&label.name, LONGEST_NAME)).collect(),
            created: issue.created_at.unwrap_or_default(),
            updated: issue.updated_at.unwrap_or_default(),
        }
    }

    /// A comment as the desk knows it; `number` is its ticket's.
    pub(super) fn heard(&self, comment: Comment, number: u64) -> TicketComment {
        let ticket = format!("{}{number}", self.base);
        TicketComment {
            id: comment.id,
            url: format!("{ticket}#issuecomment-{}", comment.id),
            ticket,
            author: short(&comment.user.unwrap_or_default().login, LONGEST_NAME),
            text: short(&comment.body, LONGEST_COMMENT),
            is_edited: comment.updated_at > comment.created_at,
        }
    }

    async fn get<T: serde::de::DeserializeOwned>(&self, path: &str) -> Result<T, ForgeRefusal> {
        self.door.call(Method::GET, path, None).await?.read()
    }

    fn of_repository(&self, rest: &str) -> String {
        format!("/repos/{}{rest}", self.repository)
    }

    /// The server's version.
    pub(super) async fn version(&self) -> Result<String, ForgeRefusal> {
        #[derive(Deserialize)]
        struct Version {
            #[serde(default, deserialize_with = "text")]
            version: String,
        }
        Ok(self.get::<Version>("/version").await?.version)
    }

    /// The token's account.
    pub(super) async fn user(&self) -> Result<String, ForgeRefusal> {
        let user: User = self.get("/user").await?;
        // It is known from then on.
        let _ = self.own.set(user.login.clone());
        Ok(user.login)
    }

    /// The repository.
    pub(super) async fn about(&self) -> Result<Repository, ForgeRefusal> {
        self.get(&self.of_repository("")).await
    }

    /// One ticket.
    pub(super) async fn issue(&self, number: u64) -> Result<Issue, ForgeRefusal> {
        let issue: Issue = self.get(&self.of_repository(&format!("/issues/{number}"))).await?;
        self.is_here(&issue)?;
        if issue.number == number {
            Ok(issue)
        } else {
            Err(ForgeRefusal::Away(
                format!("the server answered with another ticket than {number}"),
                None,
            ))
        }
    }

    /// Is it a ticket of the repository that was asked for?
    pub(super) fn is_here(&self, issue: &Issue) -> Result<(), ForgeRefusal> {
        let named = issue.repository.as_ref().map_or("", |repository| &repository.full_name);
        if named.is_empty() || named.eq_ignore_ascii_case(&self.repository) {
            return Ok(());
        }
        Err(ForgeRefusal::Moved(format!(
            "the tickets of {} are in {} now: write repository = \"…\" anew under [tracker]",
            self.repository,
            crate::visible::escaped(named)
        )))
    }

    /// All tickets that changed since then, open or closed.
    pub(super) async fn issues_since(&self, since: DateTime<Utc>) -> Result<Pages<Issue>, ForgeRefusal> {
        let query = format!("/issues?state=all&type=issues&since={}", stamp(since));
        let mut issues: Pages<Issue> = self.pages(&self.of_repository(&query)).await?;
        issues.found.retain(|issue| !issue.is_pull() && issue.number > 0);
        for issue in &issues.found {
            self.is_here(issue)?;
        }
        Ok(issues)
    }

    /// All comments that changed since then, of every ticket, the oldest first.
    pub(super) async fn comments_since(&self, since: DateTime<Utc>) -> Result<Pages<Comment>, ForgeRefusal> {
        let query = format!("/issues/comments?since={}", stamp(since));
        self.pages(&self.of_repository(&query)).await
    }

    /// Page by page until an empty one: how many a server gives at once is its own matter.
    async fn pages<T: serde::de::DeserializeOwned>(&self, path: &str) -> Result<Pages<T>, ForgeRefusal> {
        let (mut all, mut is_all, mut bytes) = (Vec::new(), false, 0);
        let separator = if path.contains('?') { '&' } else { '?' };
        for page in 1..=MOST_PAGES {
            let path = format!("{path}{separator}page={page}&limit={PER_PAGE}");
            let answer = self.door.call(Method::GET, &path, None).await?;
            bytes += answer.len();
            let found: Vec<T> = answer.read()?;
            is_all = found.is_empty();
            all.extend(found);
            if is_all || bytes > LARGEST {
                break;
            }
        }
        Ok(Pages { found: all, is_all })
    }

    /// The comments of one ticket.
    pub(super) async fn comments_of(&self, number: u64) -> Result<Vec<Comment>, ForgeRefusal> {
        self.get(&self.of_repository(&format!("/issues/{number}/comments")))
            .await
    }

    /// Writes a comment.
    pub(super) async fn comment(&self, number: u64, body: &str) -> Result<Comment, ForgeRefusal> {
        let path = self.of_repository(&format!("/issues/{number}/comments"));
        self.door
            .call(Method::POST, &path, Some(&json!({"body": body})))
            .await?
            .read()
    }

    /// Writes a comment anew.
    pub(super) async fn edit_comment(&self, id: u64, body: &str) -> Result<(), ForgeRefusal> {
        let path = self.of_repository(&format!("/issues/comments/{id}"));
        self.door
            .call(Method::PATCH, &path, Some(&json!({"body": body})))
            .await?;
        Ok(())
    }

    /// Changes a ticket. The answer is to be compared with what was asked: what the token may not change is left out
    /// silently, with 201.
    pub(super) async fn edit(&self, number: u64, change: &Value) -> Result<Issue, ForgeRefusal> {
        let path = self.of_repository(&format!("/issues/{number}"));
        self.door.call(Method::PATCH, &path, Some(change)).await?.read()
    }

    /// The labels that a ticket may have: the repository's, then the organisation's.
    pub(super) async fn labels(&self) -> Result<Labels, ForgeRefusal> {
        let mut found: Vec<Label> = self.pages(&self.of_repository("/labels")).await?.found;
        let owner = self.repository.split('/').next().unwrap_or_default();
        let mut some_are_hidden = false;
        match self.pages::<Label>(&format!("/orgs/{owner}/labels")).await {
            Ok(more) => found.extend(more.found),
            // A person's repository has no organisation.
            Err(ForgeRefusal::NotThere(_)) => {}
            Err(ForgeRefusal::Forbidden(_)) => some_are_hidden = true,
            Err(
                other @ (ForgeRefusal::Away(..)
                | ForgeRefusal::Broken(_)
                | ForgeRefusal::Token(_)
                | ForgeRefusal::Moved(_)
                | ForgeRefusal::Refused(_)),
            ) => return Err(other),
        }
        Ok(Labels { found, some_are_hidden })
    }

    /// Adds a label; returns those that the ticket has then.
    pub(super) async fn add_label(&self, number: u64, id: i64) -> Result<Vec<Label>, ForgeRefusal> {
        let path = self.of_repository(&format!("/issues/{number}/labels"));
        self.door
            .call(Method::POST, &path, Some(&json!({"labels": [id]})))
            .await?
            .read()
    }

    /// Takes a label away.
    pub(super) async fn remove_label(&self, number: u64, id: i64) -> Result<(), ForgeRefusal> {
        let path = self.of_repository(&format!("/issues/{number}/labels/{id}"));
        self.door.call(Method::DELETE, &path, None).await?;
        Ok(())
    }
}

/// A time as a query takes it.
fn stamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The number at the end of a ticket's address.
pub(super) fn number_at_end(url: &str) -> Option<u64> {
    url.split('#')
        .next()?
        .trim_end_matches('/')
        .rsplit('/')
        .next()?
        .parse()
        .ok()
}
