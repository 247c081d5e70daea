//! A Forgejo of a few calls, held to the published API by foreign clients (`foreign.rs`): what it answers has the fields,
//! statuses and oddities of Forgejo 12, as far as the bot, those clients or the set-up of the tests (`forge.rs`) meet
//! them. It is only spoken to over HTTP, and never misbehaves: that is the line's part (`line.rs`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use crate::line::{Request, read_request};

/// The token of its administrator.
pub(crate) const ADMIN_TOKEN: &str = "adadadadadadadadadadadadadadadadadadadad";

/// At most as many are on a page, however many are asked for: the cut is silent.
const PER_PAGE: usize = 2;

#[derive(Default)]
struct State {
    /// Passwords by login.
    users: BTreeMap<String, String>,
    /// Logins and scopes by token.
    tokens: BTreeMap<String, (String, Vec<String>)>,
    organisations: BTreeSet<String>,
    repositories: BTreeMap<String, Repository>,
    ids: u64,
    seconds: i64,
}

#[derive(Default)]
struct Repository {
    issues: Vec<Value>,
    comments: Vec<Value>,
    labels: Vec<Value>,
    hooks: Vec<Value>,
    /// Who may write in it.
    writers: BTreeSet<String>,
}

/// A call whose caller is known.
struct Call<'c> {
    method: &'c str,
    query: &'c str,
    body: &'c Value,
    /// Its own address.
    base: &'c str,
    /// The login.
    by: &'c str,
}

/// Starts one at this address of loopback; returns the whole address. It serves as long as the process lives.
pub(crate) fn start(at: &str) -> String {
    let server = TcpListener::bind(at).unwrap();
    let address = format!("http://{}", server.local_addr().unwrap());
    let mut state = State::default();
    state.users.insert("root".to_owned(), String::new());
    let all = ("root".to_owned(), vec!["all".to_owned()]);
    state.tokens.insert(ADMIN_TOKEN.to_owned(), all);
    let (state, base) = (Arc::new(Mutex::new(state)), address.clone());
    std::thread::spawn(move || {
        for stream in server.incoming().flatten() {
            let (state, base) = (state.clone(), base.clone());
            std::thread::spawn(move || serve(stream, &state, &base));
        }
    });
    address
}

fn serve(mut stream: TcpStream, state: &Mutex<State>, base: &str) {
    let Some(request) = read_request(&mut stream) else {
        return;
    };
    let (status, answer) = answer(&mut state.lock().unwrap(), base, &request);
    let text = if answer.is_null() {
        String::new()
    } else {
        answer.to_string()
    };
    let _ = write!(
        stream,
        "HTTP/1.1 {status} Status\r\nContent-Type: application/json;charset=utf-8\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{text}",
        text.len()
    );
}

fn refuses(status: u16, message: &str) -> (u16, Value) {
    (
        status,
        json!({"message": message, "url": "https://forge.example.org/api/swagger"}),
    )
}

fn not_found() -> (u16, Value) {
    refuses(404, "The target couldn't be found.")
}

fn user(login: &str) -> Value {
    json!({"id": login.len() + 1, "login": login, "login_name": "", "source_id": 0, "full_name": "", "username": login,
           "email": format!("{login}@noreply.example.org"), "avatar_url": "https://forge.example.org/avatar",
           "html_url": format!("https://forge.example.org/{login}"), "language": "", "is_admin": login == "root",
           "last_login": "0001-01-01T00:00:00Z", "created": "2025-01-01T00:00:00Z", "restricted": false, "active": true,
           "prohibit_login": false, "location": "", "pronouns": "", "website": "", "description": "",
           "visibility": "public", "followers_count": 0, "following_count": 0, "starred_repos_count": 0})
}

fn in_short(full_name: &str) -> Value {
    let (owner, name) = full_name.split_once('/').unwrap();
    json!({"id": 1, "owner": owner, "name": name, "full_name": full_name})
}

fn whole(full_name: &str, may_write: bool) -> Value {
    let (owner, name) = full_name.split_once('/').unwrap();
    json!({"id": 1, "owner": user(owner), "name": name, "full_name": full_name, "description": "", "empty": false,
           "private": false, "archived": false, "has_issues": true, "default_branch": "main",
           "permissions": {"admin": false, "push": may_write, "pull": true}})
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn find(all: &mut [Value], key: &str, wanted: u64) -> Option<usize> {
    all.iter().position(|one| one[key] == wanted)
}

impl State {
    /// The server's time goes on by a second at each look.
    fn now(&mut self) -> String {
        self.seconds += 1;
        let now = chrono::Utc::now() - chrono::TimeDelta::hours(1) + chrono::TimeDelta::seconds(self.seconds);
        now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    fn id(&mut self) -> u64 {
        self.ids += 1;
        7000 + self.ids
    }

    /// Who calls, and with which scopes: by a token, or by name and password.
    fn caller(&self, authorization: &str) -> Option<(String, Vec<String>)> {
        let token = authorization
            .strip_prefix("token ")
            .or_else(|| authorization.strip_prefix("Bearer "));
        if let Some(token) = token {
            return self.tokens.get(token).cloned();
        }
        let decoded = STANDARD.decode(authorization.strip_prefix("Basic ")?).ok()?;
        let pair = String::from_utf8(decoded).ok()?;
        let (login, password) = pair.split_once(':')?;
        let all = (login.to_owned(), vec!["all".to_owned()]);
        (!password.is_empty() && self.users.get(login)? == password).then_some(all)
    }
}

impl Call<'_> {
    fn asks(&self, name: &str) -> Option<String> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        let mut values = pairs.filter(|(known, _)| *known == name);
        values.next().map(|(_, value)| value.replace("%3A", ":"))
    }

    fn page(&self, all: impl Iterator<Item = Value>) -> (u16, Value) {
        let page: usize = self.asks("page").map_or(1, |page| page.parse().unwrap());
        let limit: usize = self.asks("limit").map_or(30, |limit| limit.parse().unwrap());
        let limit = limit.min(PER_PAGE);
        (200, all.skip((page - 1) * limit).take(limit).collect())
    }

    /// `since` is by the time of the last change.
    fn since<'a>(&self, all: &'a [Value]) -> impl DoubleEndedIterator<Item = Value> + use<'a> {
        let since = self.asks("since").unwrap_or_default();
        let changed = all
            .iter()
            .filter(move |one| one["updated_at"].as_str().unwrap() >= since.as_str());
        changed.cloned()
    }
}

fn answer(state: &mut State, base: &str, request: &Request) -> (u16, Value) {
    let target = request.target.as_str();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let Some(path) = path.strip_prefix("/api/v1/") else {
        return (404, Value::Null);
    };
    if path == "version" {
        return (200, json!({"version": "12.0.1+gitea-1.22.0"}));
    }
    let authorization = request.header("authorization").unwrap_or_default();
    let Some((by, scopes)) = state.caller(authorization) else {
        return refuses(401, "invalid username, password or token");
    };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let writes = format!("write:{}", category(&parts));
    let reads = format!("read:{}", category(&parts));
    let is_enough = |scope: &String| scope == "all" || *scope == writes || (request.method == "GET" && *scope == reads);
    if !scopes.iter().any(is_enough) {
        let wanted = if request.method == "GET" { reads } else { writes };
        return refuses(
            403,
            &format!("token does not have at least one of required scope(s), required=[{wanted}]"),
        );
    }
    let body = serde_json::from_slice(&request.body).unwrap_or(Value::Null);
    let call = Call {
        method: &request.method,
        query,
        body: &body,
        base,
        by: &by,
    };
    match parts.as_slice() {
        ["repos", owner, name, rest @ ..] => of_repository(state, &call, &format!("{owner}/{name}"), rest),
        parts => of_server(state, &call, parts),
    }
}

/// The scope that a call needs is of one of these.
fn category(parts: &[&str]) -> &'static str {
    match parts {
        ["repos", _, _, "issues" | "labels", ..] => "issue",
        ["repos", ..] => "repository",
        ["orgs", ..] => "organization",
        ["admin", ..] => "admin",
        _ => "user",
    }
}

fn of_server(state: &mut State, call: &Call<'_>, parts: &[&str]) -> (u16, Value) {
    let is_admin = call.by == "root";
    match (call.method, parts) {
        ("GET", ["user"]) => (200, user(call.by)),
        ("GET", ["users", login]) if state.users.contains_key(*login) => (200, user(login)),
        (_, ["admin", ..]) if !is_admin => refuses(403, "user should be the site admin"),
        ("POST", ["admin", "users"]) => {
            let login = word(&call.body["username"]);
            if state.users.contains_key(&login) {
                return refuses(422, "user already exists");
            }
            state.users.insert(login.clone(), word(&call.body["password"]));
            (201, user(&login))
        }
        ("PATCH", ["admin", "users", login]) => {
            let Some(password) = state.users.get_mut(*login) else {
                return not_found();
            };
            *password = word(&call.body["password"]);
            (200, user(login))
        }
        ("POST", ["users", login, "tokens"]) if *login == call.by && call.body["scopes"].is_array() => {
            let id = state.id();
            let token = format!("{id:040x}");
            let scopes = call.body["scopes"].as_array().unwrap().iter().map(word);
            state
                .tokens
                .insert(token.clone(), (call.by.to_owned(), scopes.collect()));
            let last = &token[32..];
            (
                201,
                json!({"id": id, "name": call.body["name"], "sha1": token, "token_last_eight": last,
                         "scopes": call.body["scopes"]}),
            )
        }
        ("POST", ["orgs"]) => {
            let name = word(&call.body["username"]);
            if state.organisations.insert(name.clone()) {
                (201, json!({"id": 1, "name": name, "username": name}))
            } else {
                refuses(422, "user already exists")
            }
        }
        ("POST", ["orgs", owner, "repos"]) if state.organisations.contains(*owner) => {
            let full_name = format!("{owner}/{}", word(&call.body["name"]));
            if state.repositories.contains_key(&full_name) {
                return refuses(409, "The repository with the same name already exists.");
            }
            let writers = BTreeSet::from([call.by.to_owned()]);
            let repository = Repository {
                writers,
                ..Repository::default()
            };
            state.repositories.insert(full_name.clone(), repository);
            (201, whole(&full_name, true))
        }
        ("GET", ["orgs", owner, "labels"]) if state.organisations.contains(*owner) => (200, json!([])),
        _ => not_found(),
    }
}

fn of_repository(state: &mut State, call: &Call<'_>, full_name: &str, rest: &[&str]) -> (u16, Value) {
    let (now, id) = (state.now(), state.id());
    let base = call.base;
    let Some(repository) = state.repositories.get_mut(full_name) else {
        return not_found();
    };
    let may_write = repository.writers.contains(call.by);
    match (call.method, rest) {
        ("GET", []) => (200, whole(full_name, may_write)),
        ("DELETE", []) if may_write => {
            state.repositories.remove(full_name);
            (204, Value::Null)
        }
        ("PUT", ["collaborators", login]) if may_write => {
            repository.writers.insert((*login).to_owned());
            (204, Value::Null)
        }
        ("DELETE", ["collaborators", login]) if may_write => {
            repository.writers.remove(*login);
            (204, Value::Null)
        }
        ("POST", ["hooks"]) if may_write => {
            let hook = json!({"id": id, "type": call.body["type"], "active": call.body["active"],
                              "events": call.body["events"], "config": call.body["config"]});
            repository.hooks.push(hook.clone());
            (201, hook)
        }
        ("GET", ["labels"]) => call.page(repository.labels.iter().cloned()),
        ("POST", ["labels"]) if may_write => {
            let color = word(&call.body["color"]).replace('#', "");
            let label = json!({"id": id, "name": call.body["name"], "exclusive": false, "is_archived": false,
                               "color": color, "description": "",
                               "url": format!("{base}/api/v1/repos/{full_name}/labels/{id}")});
            repository.labels.push(label.clone());
            (201, label)
        }
        ("DELETE", ["labels", id]) if may_write => {
            repository
                .labels
                .retain(|label| label["id"].as_u64() != id.parse().ok());
            (204, Value::Null)
        }
        ("GET", ["issues"]) => {
            let state = call.asks("state").unwrap_or_else(|| "open".to_owned());
            // The newest first.
            let found = call.since(&repository.issues).rev();
            call.page(found.filter(|issue| state == "all" || issue["state"] == state.as_str()))
        }
        ("POST", ["issues"]) => {
            let title = &call.body["title"];
            if word(title).is_empty() {
                return refuses(422, "[Title]: Required");
            }
            let number = repository.issues.len() + 1;
            let issue = json!({"id": id, "url": format!("{base}/api/v1/repos/{full_name}/issues/{number}"),
                "html_url": format!("{base}/{full_name}/issues/{number}"), "number": number, "user": user(call.by),
                "original_author": "", "original_author_id": 0, "title": title, "body": word(&call.body["body"]),
                "ref": "", "assets": [], "labels": [], "milestone": null, "assignee": null, "assignees": [],
                "state": "open", "is_locked": false, "comments": 0, "created_at": now, "updated_at": now,
                "closed_at": null, "due_date": null, "pull_request": null, "repository": in_short(full_name),
                "pin_order": 0});
            repository.issues.push(issue.clone());
            repository.deliver(call, full_name, ("issues", "opened"), &issue, None);
            (201, issue)
        }
        ("GET", ["issues", "comments"]) => call.page(call.since(&repository.comments)),
        ("PATCH", ["issues", "comments", id]) => {
            let Some(at) = find(&mut repository.comments, "id", id.parse().unwrap_or(0)) else {
                return not_found();
            };
            let comment = &mut repository.comments[at];
            if !may_write && comment["user"]["login"] != call.by {
                return (403, Value::Null);
            }
            comment["body"] = call.body["body"].clone();
            comment["updated_at"] = json!(now);
            let comment = comment.clone();
            let number = word(&comment["issue_url"]).rsplit('/').next().unwrap().parse().unwrap();
            let at = find(&mut repository.issues, "number", number).unwrap();
            let issue = repository.issues[at].clone();
            repository.deliver(call, full_name, ("issue_comment", "edited"), &issue, Some(&comment));
            (200, comment)
        }
        (_, ["issues", number, of @ ..]) => {
            let Some(at) = find(&mut repository.issues, "number", number.parse().unwrap_or(0)) else {
                return not_found();
            };
            let logins: BTreeSet<String> = state.users.keys().cloned().collect();
            repository.of_issue(call, (full_name, at, of), &logins, (&now, id))
        }
        _ => not_found(),
    }
}

impl Repository {
    fn of_issue(
        &mut self,
        call: &Call<'_>,
        (full_name, at, of): (&str, usize, &[&str]),
        logins: &BTreeSet<String>,
        (now, id): (&str, u64),
    ) -> (u16, Value) {
        let may_write = self.writers.contains(call.by);
        let end = format!("/issues/{}", self.issues[at]["number"]);
        match (call.method, of) {
            ("GET", []) => (200, self.issues[at].clone()),
            // It has an empty body.
            ("PATCH", []) if !may_write && self.issues[at]["user"]["login"] != call.by => (403, Value::Null),
            ("PATCH", []) => {
                let issue = &mut self.issues[at];
                let mut action = "edited";
                // An author who may not write gets 201 all the same.
                if let Some(wanted) = call.body["assignees"].as_array().filter(|_| may_write) {
                    let known = |login: &Value| logins.contains(login.as_str().unwrap_or_default());
                    if let Some(unknown) = wanted.iter().find(|login| !known(login)) {
                        return refuses(500, &format!("user does not exist [uid: 0, name: {}]", word(unknown)));
                    }
                    let users: Vec<Value> = wanted.iter().map(|login| user(login.as_str().unwrap())).collect();
                    issue["assignee"] = users.first().cloned().unwrap_or(Value::Null);
                    issue["assignees"] = json!(users);
                    action = "assigned";
                }
                if !call.body["title"].is_null() {
                    issue["title"] = call.body["title"].clone();
                }
                if let Some(state) = call.body["state"].as_str() {
                    action = if state == "closed" { "closed" } else { "reopened" };
                    issue["state"] = json!(state);
                    issue["closed_at"] = if state == "closed" { json!(now) } else { Value::Null };
                }
                issue["updated_at"] = json!(now);
                let issue = issue.clone();
                self.deliver(call, full_name, ("issues", action), &issue, None);
                (201, issue)
            }
            ("GET", ["comments"]) => {
                let mut all = self.comments.clone();
                all.retain(|comment| comment["issue_url"].as_str().unwrap().ends_with(&end));
                (200, json!(all))
            }
            ("POST", ["comments"]) => {
                let page = format!("{}/{full_name}{end}", call.base);
                let comment = json!({"id": id, "html_url": format!("{page}#issuecomment-{id}"), "pull_request_url": "",
                    "issue_url": page, "user": user(call.by), "original_author": "", "original_author_id": 0,
                    "body": call.body["body"], "assets": [], "created_at": now, "updated_at": now});
                self.comments.push(comment.clone());
                let issue = &mut self.issues[at];
                issue["updated_at"] = json!(now);
                issue["comments"] = json!(issue["comments"].as_u64().unwrap() + 1);
                let issue = issue.clone();
                self.deliver(call, full_name, ("issue_comment", "created"), &issue, Some(&comment));
                (201, comment)
            }
            ("GET", ["labels"]) => (200, self.issues[at]["labels"].clone()),
            (_, ["labels", ..]) if !may_write => refuses(403, "write permission is required"),
            ("POST" | "DELETE", ["labels", taken @ ..]) => {
                let wanted = call.body["labels"].as_array().cloned().unwrap_or_default();
                let mut labels = self.issues[at]["labels"].as_array().unwrap().clone();
                let added = self
                    .labels
                    .iter()
                    .filter(|label| wanted.contains(&label["id"]))
                    .cloned();
                labels.extend(added);
                labels.retain(|label| taken.iter().all(|id| label["id"].as_u64() != id.parse().ok()));
                labels.sort_by_key(|label| word(&label["name"]));
                let issue = &mut self.issues[at];
                issue["labels"] = json!(labels);
                issue["updated_at"] = json!(now);
                let issue = issue.clone();
                self.deliver(call, full_name, ("issues", "label_updated"), &issue, None);
                if call.method == "POST" {
                    (200, json!(labels))
                } else {
                    (204, Value::Null)
                }
            }
            _ => not_found(),
        }
    }

    /// Tells the hooks, each once, and does not care how that went.
    fn deliver(
        &self,
        call: &Call<'_>,
        full_name: &str,
        (event, action): (&'static str, &str),
        issue: &Value,
        comment: Option<&Value>,
    ) {
        let mut payload = json!({"action": action, "number": issue["number"], "issue": issue,
                                 "repository": whole(full_name, true), "sender": user(call.by)});
        if let Some(comment) = comment {
            payload["comment"] = comment.clone();
            payload["is_pull"] = json!(false);
        }
        let body = serde_json::to_vec_pretty(&payload).unwrap();
        for hook in &self.hooks {
            let wanted = hook["events"].as_array().unwrap();
            if !wanted.iter().any(|wanted| wanted == event) {
                continue;
            }
            let mut mac = Hmac::<Sha256>::new_from_slice(word(&hook["config"]["secret"]).as_bytes()).unwrap();
            mac.update(&body);
            let signature = data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes());
            let (url, body) = (word(&hook["config"]["url"]), body.clone());
            let id = format!("{signature:.32}");
            std::thread::spawn(move || {
                let (server, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
                let Ok(mut stream) = TcpStream::connect(server) else {
                    return;
                };
                let head = format!(
                    "POST /{path} HTTP/1.1\r\nHost: {server}\r\nContent-Type: application/json\r\n\
                     X-Forgejo-Event: {event}\r\nX-Forgejo-Delivery: {id}\r\nX-Forgejo-Signature: {signature}\r\n\
                     X-Hub-Signature-256: sha256={signature}\r\nContent-Length: {}\r\n\r\n",
                    body.len()
                );
                let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
                let _ = stream.read_to_end(&mut Vec::new());
            });
        }
    }
}
