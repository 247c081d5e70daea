//! Where the tracker of a test is, and what people do in it. That is our double (`double.rs`) or, where `RFRBOT_FORGEJO`
//! names its address, a real Forgejo. All is done by calls of the published API, with the token of an administrator from
//! `RFRBOT_FORGEJO_TOKEN_FILE`: each test gets a repository of its own, and it is gone afterwards.

use crate::double;
use crate::line::{Fault, Line, Request, ask};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::sync::OnceLock;

const PASSWORD: &str = "only-for-a-throw-away-server-1";
const OWNER: &str = "rfrbot-tests";
/// Who has a login there: the bot, and people.
const LOGINS: [&str; 3] = ["rfrbot", "nora", "kevin_f"];

/// The scopes that the config's manual names, and no others.
const SCOPES: [&str; 2] = ["write:issue", "read:user"];

/// A server, and its administrator's token.
struct Place {
    address: String,
    admin: String,
}

/// The same for all tests of a process.
fn place() -> &'static Place {
    static PLACE: OnceLock<Place> = OnceLock::new();
    PLACE.get_or_init(|| {
        let place = match std::env::var("RFRBOT_FORGEJO") {
            Ok(address) => {
                let file = std::env::var("RFRBOT_FORGEJO_TOKEN_FILE").expect("its file holds an administrator's token");
                Place {
                    address: address.trim_end_matches('/').to_owned(),
                    admin: std::fs::read_to_string(file).unwrap().trim().to_owned(),
                }
            }
            Err(_) => Place {
                address: double::start("127.0.0.1:0"),
                admin: double::ADMIN_TOKEN.to_owned(),
            },
        };
        let admin = format!("token {}", place.admin);
        for login in LOGINS {
            let (status, _) = place.call(
                &admin,
                "POST /admin/users",
                &json!({"username": login, "email": format!("{login}@example.org"), "password": PASSWORD,
                        "must_change_password": false}),
            );
            // It may be there from a run before, perhaps with another password.
            if status == 422 {
                let (status, said) = place.call(
                    &admin,
                    &format!("PATCH /admin/users/{login}"),
                    &json!({"login_name": login, "source_id": 0, "password": PASSWORD, "must_change_password": false}),
                );
                assert_eq!(status, 200, "{login}: {said}");
            }
        }
        let (status, said) = place.call(&admin, "POST /orgs", &json!({"username": OWNER}));
        assert!(matches!(status, 201 | 422), "{status} {said}");
        place
    })
}

impl Place {
    /// One call of the API, such as `GET /user`: status and answer.
    fn call(&self, authorization: &str, what: &str, body: &Value) -> (u16, Value) {
        let (method, path) = what.split_once(' ').unwrap();
        let headers = [
            ("host", self.address.trim_start_matches("http://")),
            ("authorization", authorization),
            ("content-type", "application/json"),
        ];
        let request = Request {
            method: method.to_owned(),
            target: format!("/api/v1{path}"),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
            body: if body.is_null() {
                Vec::new()
            } else {
                body.to_string().into_bytes()
            },
        };
        let answer = ask(&self.address, &request).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or(Value::Null))
    }
}

/// A repository of the tracker with a ticket, and the line by which the bot reaches it.
pub(crate) struct Forge {
    /// The address that the bot knows.
    pub(crate) address: String,
    /// `OWNER/NAME`
    pub(crate) repository: String,
    /// The bot's token.
    pub(crate) token: String,
    line: Line,
}

impl Forge {
    /// With these labels.
    pub(crate) fn with_labels(labels: &[&str]) -> Self {
        let place = place();
        let line = Line::to(&place.address);
        let unique = format!("{:016x}", getrandom::u64().unwrap());
        let made = |by: &str, what: &str, body: &Value| {
            let (status, said) = place.call(by, what, body);
            assert!((200..300).contains(&status), "{what}: {status} {said}");
            said
        };
        let admin = format!("token {}", place.admin);
        made(&admin, &format!("POST /orgs/{OWNER}/repos"), &json!({"name": unique}));
        let forge = Self {
            address: line.address.clone(),
            repository: format!("{OWNER}/{unique}"),
            token: token_with(&SCOPES),
            line,
        };
        for login in LOGINS {
            forge.root(
                "PUT",
                &format!("/collaborators/{login}"),
                &json!({"permission": "write"}),
            );
        }
        for label in labels {
            forge.root("POST", "/labels", &json!({"name": label, "color": "#00aabb"}));
        }
        forge
    }

    /// With the labels that the config of these tests names.
    pub(crate) fn start() -> Self {
        Self::with_labels(&["RFR", "rfr/new", "rfr/planning"])
    }

    fn call(&self, authorization: &str, method: &str, rest: &str, body: &Value) -> Value {
        let what = format!("{method} /repos/{}{rest}", self.repository);
        let (status, said) = place().call(authorization, &what, body);
        assert!((200..300).contains(&status), "{what}: {status} {said}");
        said
    }

    fn root(&self, method: &str, rest: &str, body: &Value) -> Value {
        self.call(&format!("token {}", place().admin), method, rest, body)
    }

    /// A ticket by somebody; returns its number.
    pub(crate) fn ticket(&self, author: &str, title: &str) -> u64 {
        let made = self.call(&by_name(author), "POST", "/issues", &json!({"title": title}));
        made["number"].as_u64().unwrap()
    }

    /// Changes a ticket, as somebody does on the web.
    pub(crate) fn change(&self, number: u64, change: &Value) {
        self.root("PATCH", &format!("/issues/{number}"), change);
    }

    /// Gives a ticket a label of its repository.
    pub(crate) fn label(&self, number: u64, name: &str) {
        let id = self.label_id(name);
        self.root("POST", &format!("/issues/{number}/labels"), &json!({"labels": [id]}));
    }

    /// A label that does not exist any more.
    pub(crate) fn forget_label(&self, name: &str) {
        let id = self.label_id(name);
        self.root("DELETE", &format!("/labels/{id}"), &Value::Null);
    }

    fn label_id(&self, name: &str) -> u64 {
        for page in 1.. {
            let some = self.root("GET", &format!("/labels?page={page}&limit=50"), &Value::Null);
            let some = some.as_array().unwrap();
            assert!(!some.is_empty(), "no label {name}");
            if let Some(label) = some.iter().find(|label| label["name"] == name) {
                return label["id"].as_u64().unwrap();
            }
        }
        unreachable!("pages end")
    }

    /// A comment by somebody; returns it.
    pub(crate) fn comments(&self, number: u64, author: &str, body: &str) -> Value {
        let rest = format!("/issues/{number}/comments");
        self.call(&by_name(author), "POST", &rest, &json!({"body": body}))
    }

    /// Writes a comment anew.
    pub(crate) fn edits(&self, comment: &Value, author: &str, body: &str) {
        let rest = format!("/issues/comments/{}", comment["id"]);
        self.call(&by_name(author), "PATCH", &rest, &json!({"body": body}));
    }

    /// Tells somebody of what happens there.
    pub(crate) fn hook(&self, url: &str, secret: &str) {
        let hook = json!({"type": "forgejo", "active": true, "events": ["issues", "issue_comment"],
                          "config": {"url": url, "content_type": "json", "secret": secret}});
        self.root("POST", "/hooks", &hook);
    }

    /// A ticket as it is.
    pub(crate) fn issue(&self, number: u64) -> Value {
        self.root("GET", &format!("/issues/{number}"), &Value::Null)
    }

    /// The whole repository.
    pub(crate) fn about(&self) -> Value {
        self.root("GET", "", &Value::Null)
    }

    /// The bot's comments in a ticket.
    pub(crate) fn said(&self, number: u64) -> Vec<String> {
        let mut all = self.all_comments(number);
        all.retain(|comment| comment["user"]["login"] == "rfrbot");
        names(&Value::Array(all), "body")
    }

    /// Everybody's comments in a ticket.
    pub(crate) fn comment_bodies(&self, number: u64) -> Vec<String> {
        names(&Value::Array(self.all_comments(number)), "body")
    }

    fn all_comments(&self, number: u64) -> Vec<Value> {
        let all = self.root("GET", &format!("/issues/{number}/comments"), &Value::Null);
        all.as_array().unwrap().clone()
    }

    pub(crate) fn assignees(&self, number: u64) -> Vec<String> {
        names(&self.issue(number)["assignees"], "login")
    }

    pub(crate) fn labels(&self, number: u64) -> Vec<String> {
        names(&self.issue(number)["labels"], "name")
    }

    /// From now on that goes wrong.
    pub(crate) fn fails(&self, fault: Fault) {
        self.line.fails(Some(fault));
    }

    pub(crate) fn works(&self) {
        self.line.fails(None);
    }

    /// Method and path of each call of the bot.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.line.calls()
    }
}

impl Drop for Forge {
    fn drop(&mut self) {
        let what = format!("DELETE /repos/{}", self.repository);
        place().call(&format!("token {}", place().admin), &what, &Value::Null);
    }
}

/// What people and programs reach without the line.
pub(crate) fn server() -> &'static str {
    &place().address
}

/// The server's version.
pub(crate) fn version() -> String {
    let (_, said) = place().call("", "GET /version", &Value::Null);
    said["version"].as_str().unwrap().to_owned()
}

/// A token of the bot with these scopes.
pub(crate) fn token_with(scopes: &[&str]) -> String {
    let name = format!("{:016x}", getrandom::u64().unwrap());
    let wanted = json!({"name": name, "scopes": scopes});
    let (status, made) = place().call(&by_name("rfrbot"), "POST /users/rfrbot/tokens", &wanted);
    assert_eq!(status, 201, "{made}");
    made["sha1"].as_str().unwrap().to_owned()
}

/// How somebody says who they are.
fn by_name(login: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{login}:{PASSWORD}")))
}

fn names(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().unwrap();
    list.iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
}
