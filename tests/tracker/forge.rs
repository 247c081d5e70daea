//! A Forgejo of a few calls on loopback, held to the published API by foreign clients (`foreign.py`): what it answers
//! has the fields, statuses and oddities of Forgejo 12, as far as the bot or those clients meet them.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

pub(crate) const TOKEN: &str = "0123456789abcdef0123456789abcdef01234567";
pub(crate) const REPOSITORY: &str = "infra/tickets";

/// What goes wrong.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Every connection is closed at once.
    Down,
    /// Every call gets this status, header and body.
    Says(u16, &'static str, &'static str),
    /// A comment is written, and its answer never comes.
    SilentAfterAComment,
    /// A comment is taken with 201, and nothing is kept of it.
    KeepsNoComment,
    /// An assignment is taken with 201, and nothing happens.
    AssignsNobody,
    /// Nobody may change a ticket: 403 with an empty body.
    Forbids,
}

#[derive(Default)]
pub(crate) struct State {
    pub(crate) issues: Vec<Value>,
    pub(crate) comments: Vec<Value>,
    pub(crate) labels: Vec<Value>,
    pub(crate) fault: Option<Fault>,
    /// Method and path of each call.
    pub(crate) calls: Vec<String>,
    seconds: i64,
}

pub(crate) struct Forge {
    pub(crate) address: String,
    state: Arc<Mutex<State>>,
}

impl Forge {
    pub(crate) fn start() -> Self {
        let server = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", server.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let (shared, base) = (state.clone(), address.clone());
        std::thread::spawn(move || {
            for stream in server.incoming().flatten() {
                let (state, base) = (shared.clone(), base.clone());
                std::thread::spawn(move || serve(stream, &state, &base));
            }
        });
        Self { address, state }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// A ticket by somebody.
    pub(crate) fn ticket(&self, number: u64, author: &str, title: &str) {
        let issue = self.state().issue(&self.address, number, author, title);
        self.state().issues.push(issue);
    }

    /// Changes a ticket as somebody does on the web.
    pub(crate) fn change(&self, number: u64, change: impl FnOnce(&mut Value)) {
        let mut state = self.state();
        let now = state.now();
        let issue = state.find(number).unwrap();
        change(issue);
        issue["assignee"] = issue["assignees"][0].clone();
        issue["updated_at"] = json!(now);
    }

    /// A comment by somebody; returns it.
    pub(crate) fn comments(&self, number: u64, author: &str, body: &str) -> Value {
        self.state().comment(&self.address, number, author, body)
    }

    /// A ticket as it is.
    pub(crate) fn issue(&self, number: u64) -> Value {
        self.state().find(number).unwrap().clone()
    }

    /// The bot's comments in a ticket.
    pub(crate) fn said(&self, number: u64) -> Vec<String> {
        let end = format!("/issues/{number}");
        let state = self.state();
        let own = state.comments.iter().filter(|comment| {
            comment["user"]["login"] == "rfrbot" && comment["issue_url"].as_str().unwrap().ends_with(&end)
        });
        own.map(|comment| comment["body"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) fn assignees(&self, number: u64) -> Vec<String> {
        names(&self.issue(number)["assignees"], "login")
    }

    pub(crate) fn labels(&self, number: u64) -> Vec<String> {
        names(&self.issue(number)["labels"], "name")
    }

    pub(crate) fn fails(&self, fault: Fault) {
        self.state().fault = Some(fault);
    }

    pub(crate) fn works(&self) {
        self.state().fault = None;
    }
}

fn names(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().unwrap();
    list.iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
}

pub(crate) fn user(login: &str) -> Value {
    json!({"id": login.len() + 1, "login": login, "login_name": "", "source_id": 0, "full_name": "", "username": login,
           "email": format!("{login}@noreply.example.org"), "avatar_url": "https://forge.example.org/avatar",
           "html_url": format!("https://forge.example.org/{login}"), "language": "", "is_admin": false,
           "last_login": "0001-01-01T00:00:00Z", "created": "2025-01-01T00:00:00Z", "restricted": false, "active": false,
           "prohibit_login": false, "location": "", "pronouns": "", "website": "", "description": "",
           "visibility": "public", "followers_count": 0, "following_count": 0, "starred_repos_count": 0})
}

fn repository() -> Value {
    let (owner, name) = REPOSITORY.split_once('/').unwrap();
    json!({"id": 1, "owner": owner, "name": name, "full_name": REPOSITORY})
}

/// The whole repository, as its own call and payloads have it.
pub(crate) fn whole_repository() -> Value {
    let (owner, name) = REPOSITORY.split_once('/').unwrap();
    json!({"id": 1, "owner": user(owner), "name": name, "full_name": REPOSITORY, "description": "", "empty": false,
           "private": false, "archived": false, "has_issues": true, "default_branch": "main",
           "permissions": {"admin": false, "push": true, "pull": true}})
}

impl State {
    /// The server's time goes on by a second at each look.
    fn now(&mut self) -> String {
        self.seconds += 1;
        let now = chrono::Utc::now() - chrono::TimeDelta::hours(1) + chrono::TimeDelta::seconds(self.seconds);
        now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    fn find(&mut self, number: u64) -> Option<&mut Value> {
        self.issues.iter_mut().find(|issue| issue["number"] == number)
    }

    fn issue(&mut self, base: &str, number: u64, author: &str, title: &str) -> Value {
        let now = self.now();
        json!({"id": number + 1000, "url": format!("{base}/api/v1/repos/{REPOSITORY}/issues/{number}"),
               "html_url": format!("{base}/{REPOSITORY}/issues/{number}"), "number": number, "user": user(author),
               "original_author": "", "original_author_id": 0, "title": title, "body": "", "ref": "", "assets": [],
               "labels": [], "milestone": null, "assignee": null, "assignees": [], "state": "open", "is_locked": false,
               "comments": 0, "created_at": now, "updated_at": now, "closed_at": null, "due_date": null,
               "pull_request": null, "repository": repository(), "pin_order": 0})
    }

    fn comment(&mut self, base: &str, number: u64, author: &str, body: &str) -> Value {
        let now = self.now();
        let id = 7000 + self.comments.len();
        let comment = json!({"id": id, "html_url": format!("{base}/{REPOSITORY}/issues/{number}#issuecomment-{id}"),
               "pull_request_url": "", "issue_url": format!("{base}/{REPOSITORY}/issues/{number}"),
               "user": user(author), "original_author": "", "original_author_id": 0, "body": body, "assets": [],
               "created_at": now, "updated_at": now});
        self.comments.push(comment.clone());
        if let Some(issue) = self.find(number) {
            issue["updated_at"] = json!(now);
            issue["comments"] = json!(issue["comments"].as_u64().unwrap() + 1);
        }
        comment
    }
}

fn serve(stream: TcpStream, state: &Mutex<State>, base: &str) {
    if matches!(state.lock().unwrap().fault, Some(Fault::Down)) {
        return;
    }
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    let (mut length, mut token) = (0, String::new());
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
            break;
        }
        let (name, value) = line.trim_end().split_once(':').unwrap();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap(),
            "authorization" => value.trim().clone_into(&mut token),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    lines.read_exact(&mut body).unwrap();
    let mut words = first.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return;
    };
    let body: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let mut state = state.lock().unwrap();
    state.calls.push(format!("{method} {target}"));
    let fault = state.fault.clone();
    let (status, header, text) = if let Some(Fault::Says(status, header, body)) = fault {
        (status, header.to_owned(), body.to_owned())
    } else {
        let (status, answer) = answer(&mut state, base, method, target, &token, &body);
        let text = if answer.is_null() {
            String::new()
        } else {
            answer.to_string()
        };
        (status, "Content-Type: application/json;charset=utf-8".to_owned(), text)
    };
    drop(state);
    if matches!(fault, Some(Fault::SilentAfterAComment)) && method == "POST" && target.ends_with("/comments") {
        std::thread::sleep(Duration::from_secs(60));
        return;
    }
    let mut stream = stream;
    let _ = write!(
        stream,
        "HTTP/1.1 {status} Status\r\n{header}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
        text.len()
    );
}

fn refuses(status: u16, message: &str) -> (u16, Value) {
    (
        status,
        json!({"message": message, "url": "https://forge.example.org/api/swagger"}),
    )
}

fn answer(state: &mut State, base: &str, method: &str, target: &str, token: &str, body: &Value) -> (u16, Value) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let query = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let mut values = pairs
            .filter(|(known, _)| *known == name)
            .map(|(_, value)| value.replace("%3A", ":"));
        values.next()
    };
    let Some(path) = path.strip_prefix("/api/v1") else {
        return (404, Value::Null);
    };
    if path == "/version" {
        return (200, json!({"version": "12.0.1+gitea-1.22.0"}));
    }
    if token != format!("token {TOKEN}") {
        return refuses(401, "invalid username, password or token");
    }
    let is_forbidden = matches!(state.fault, Some(Fault::Forbids));
    let repo = format!("/repos/{REPOSITORY}");
    if path == "/user" {
        return (200, user("rfrbot"));
    }
    let Some(rest) = path.strip_prefix(&repo) else {
        return refuses(404, "The target couldn't be found.");
    };
    let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
    // `since` is by the time of the last change.
    let window = |all: &[Value]| {
        let since = query("since").unwrap_or_default();
        let page: usize = query("page").map_or(1, |page| page.parse().unwrap());
        let limit: usize = query("limit").map_or(30, |limit| limit.parse().unwrap());
        let changed = all
            .iter()
            .filter(|one| one["updated_at"].as_str().unwrap() >= since.as_str());
        // At most two on a page, however many are asked for: the cut is silent.
        let per_page = limit.min(2);
        changed
            .skip((page - 1) * per_page)
            .take(per_page)
            .cloned()
            .collect::<Vec<_>>()
    };
    match (method, parts.as_slice()) {
        ("GET", []) => (200, whole_repository()),
        ("GET", ["labels"]) => (
            200,
            json!(if query("page").as_deref() == Some("1") {
                state.labels.clone()
            } else {
                Vec::new()
            }),
        ),
        ("GET", ["issues"]) => {
            let mut all = state.issues.clone();
            if let Some(wanted) = query("state").filter(|wanted| wanted != "all") {
                all.retain(|issue| issue["state"] == wanted.as_str());
            }
            (200, json!(window(&all)))
        }
        ("POST", ["issues"]) => {
            let number = state
                .issues
                .iter()
                .filter_map(|issue| issue["number"].as_u64())
                .max()
                .unwrap_or(0)
                + 1;
            let issue = state.issue(base, number, "rfrbot", body["title"].as_str().unwrap_or_default());
            state.issues.push(issue.clone());
            (201, issue)
        }
        ("GET", ["issues", "comments"]) => {
            let all = state.comments.clone();
            (200, json!(window(&all)))
        }
        ("PATCH", ["issues", "comments", id]) => {
            let now = state.now();
            let found = state
                .comments
                .iter_mut()
                .find(|comment| comment["id"].as_u64() == id.parse().ok());
            let Some(comment) = found else {
                return refuses(404, "The target couldn't be found.");
            };
            comment["body"] = body["body"].clone();
            comment["updated_at"] = json!(now);
            (200, comment.clone())
        }
        (_, ["issues", number, of @ ..]) => {
            let number = number.parse().unwrap_or(0);
            if state.find(number).is_none() {
                return refuses(404, "The target couldn't be found.");
            }
            of_issue(state, base, (method, number, of), body, is_forbidden)
        }
        _ => refuses(404, "The target couldn't be found."),
    }
}

fn of_issue(
    state: &mut State,
    base: &str,
    (method, number, of): (&str, u64, &[&str]),
    body: &Value,
    is_forbidden: bool,
) -> (u16, Value) {
    let now = state.now();
    let ignores = matches!(state.fault, Some(Fault::AssignsNobody));
    match (method, of) {
        ("GET", []) => (200, state.find(number).unwrap().clone()),
        // It has an empty body.
        ("PATCH", []) if is_forbidden => (403, Value::Null),
        ("PATCH", []) => {
            let issue = state.find(number).unwrap();
            if let Some(logins) = body["assignees"].as_array().filter(|_| !ignores) {
                let users: Vec<Value> = logins.iter().map(|login| user(login.as_str().unwrap())).collect();
                issue["assignee"] = users.first().cloned().unwrap_or(Value::Null);
                issue["assignees"] = json!(users);
            }
            for key in ["title", "state"] {
                if !body[key].is_null() {
                    issue[key] = body[key].clone();
                }
            }
            issue["updated_at"] = json!(now);
            (201, issue.clone())
        }
        ("GET", ["comments"]) => {
            let end = format!("/issues/{number}");
            let mut all = state.comments.clone();
            all.retain(|comment| comment["issue_url"].as_str().unwrap().ends_with(&end));
            (200, json!(all))
        }
        ("POST", ["comments"]) if matches!(state.fault, Some(Fault::KeepsNoComment)) => {
            (201, json!({"id": 1, "body": "", "user": user("rfrbot")}))
        }
        ("POST", ["comments"]) => (
            201,
            state.comment(base, number, "rfrbot", body["body"].as_str().unwrap_or_default()),
        ),
        ("POST", ["labels"]) => {
            let wanted = body["labels"].as_array().cloned().unwrap_or_default();
            let found: Vec<Value> = state
                .labels
                .iter()
                .filter(|label| wanted.contains(&label["id"]))
                .cloned()
                .collect();
            let issue = state.find(number).unwrap();
            issue["labels"].as_array_mut().unwrap().extend(found);
            issue["updated_at"] = json!(now);
            (200, issue["labels"].clone())
        }
        ("GET", ["labels"]) => (200, state.find(number).unwrap()["labels"].clone()),
        ("DELETE", ["labels", id]) => {
            let labels = state.find(number).unwrap()["labels"].as_array_mut().unwrap();
            labels.retain(|label| label["id"].as_u64() != id.parse().ok());
            (204, Value::Null)
        }
        _ => refuses(404, "The target couldn't be found."),
    }
}

/// A label that exists.
pub(crate) fn label(id: u64, name: &str) -> Value {
    json!({"id": id, "name": name, "exclusive": false, "is_archived": false, "color": "00aabb", "description": "",
           "url": format!("https://forge.example.org/api/v1/repos/{REPOSITORY}/labels/{id}")})
}
