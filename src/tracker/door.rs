//! One call to the server: with verified TLS, a time limit, a size limit, no redirects and no proxy; and what a refusal
//! means, in words that name the fix. The token is sent in a header and stands in no error.

use crate::adaptor::authorities::authorities;
use crate::config::{Secret, Tracker};
use crate::trouble::{Protocol, Server};
use crate::visible;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, StatusCode, Url};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;

/// The largest answer that is read, in bytes; also that of all the pages of a list.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;

/// The longest message of the server that is repeated, in characters.
const LONGEST_MESSAGE: usize = 200;

/// The longest pause that a server may ask for.
const LONGEST_PAUSE: u64 = 60 * 60;

/// Why a call came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ForgeRefusal {
    /// The server is not reached, slow, overloaded, broken, or hidden behind something: later. With the pause that it
    /// asks for, if any.
    Away(String, Option<Duration>),
    /// It fails at this call (500).
    Broken(String),
    /// It does not take the token.
    Token(String),
    /// The token may not do that.
    Forbidden(String),
    /// There is no such thing, or it is hidden from the token.
    NotThere(String),
    /// It is elsewhere now, or read-only.
    Moved(String),
    /// It does not take what was sent.
    Refused(String),
}

impl ForgeRefusal {
    /// For the operator.
    pub(super) fn words(&self) -> &str {
        match self {
            Self::Away(words, _)
            | Self::Broken(words)
            | Self::Token(words)
            | Self::Forbidden(words)
            | Self::NotThere(words)
            | Self::Moved(words)
            | Self::Refused(words) => words,
        }
    }
}

/// An answer.
pub(super) struct DoorAnswer {
    bytes: Vec<u8>,
}

impl DoorAnswer {
    /// Its length in bytes.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// As a value of this type.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, ForgeRefusal> {
        serde_json::from_slice(&self.bytes)
            // What stands there is not repeated: it may be a secret.
            .map_err(|error| {
                let (line, column) = (error.line(), error.column());
                let words = format!("the server's answer cannot be understood (line {line}, column {column})");
                ForgeRefusal::Away(words, None)
            })
    }
}

/// The way to one server.
pub(super) struct Door {
    client: Result<Client, String>,
    base: String,
    repository: String,
    token: Secret,
    patience: Duration,
}

impl Door {
    pub(super) fn new(config: &Tracker) -> Self {
        Self {
            client: client(config),
            base: format!("{}/api/v1", config.server),
            repository: config.repository.clone(),
            token: config.token.clone(),
            patience: config.timeout,
        }
    }

    /// One call.
    pub(super) async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<DoorAnswer, ForgeRefusal> {
        let away = |words: String| ForgeRefusal::Away(words, None);
        let client = self.client.as_ref().map_err(|why| away(why.clone()))?;
        let address: Url = format!("{}{path}", self.base)
            .parse()
            .map_err(|_| away(format!("{path} is no path")))?;
        let mut token = HeaderValue::from_str(&format!("token {}", self.token.current().reveal())).map_err(|_| {
            ForgeRefusal::Token("the token has characters that no token has: write it into its file anew".to_owned())
        })?;
        token.set_sensitive(true);
        let mut request = client
            .request(method, address.clone())
            .header(AUTHORIZATION, token)
            .header(ACCEPT, "application/json");
        if let Some(body) = body {
            request = request.header(CONTENT_TYPE, "application/json").body(body.to_string());
        }
        let mut answer = request.send().await.map_err(|error| self.explain(&address, &error))?;
        let status = answer.status();
        let headers = answer.headers().clone();
        let mut bytes = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|error| self.explain(&address, &error))? {
            if bytes.len() + part.len() > LARGEST {
                return Err(away(format!("an answer has more than {} MiB", LARGEST >> 20)));
            }
            bytes.extend_from_slice(&part);
        }
        let is_json = headers
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("application/json"));
        if status.is_success() && (is_json || bytes.is_empty()) {
            return Ok(DoorAnswer { bytes });
        }
        Err(self.refusal(status, &headers, &bytes))
    }

    fn refusal(&self, status: StatusCode, headers: &HeaderMap, bytes: &[u8]) -> ForgeRefusal {
        #[derive(Deserialize)]
        struct ToldDoor {
            #[serde(default)]
            message: String,
        }
        let repository = &self.repository;
        let said = serde_json::from_slice::<ToldDoor>(bytes)
            .map(|told| told.message)
            .unwrap_or_default();
        let said: String = visible::escaped(&self.without_token(&said))
            .chars()
            .take(LONGEST_MESSAGE)
            .collect();
        let said = if said.is_empty() {
            String::new()
        } else {
            format!(" “{said}”")
        };
        let code = status.as_u16();
        let is_page = {
            let start = bytes.trim_ascii_start();
            start.starts_with(b"<")
        };
        match code {
            300..=399 => {
                let to = headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("elsewhere");
                let to = to.split(['?', '#']).next().unwrap_or_default();
                ForgeRefusal::Moved(format!(
                    "the server says that this moved to {} ({code}): write the new address or repository under [tracker]",
                    visible::escaped(&self.without_token(to))
                ))
            }
            401 => ForgeRefusal::Token(
                "the server does not take the token (401): make a new one with the scopes write:issue and read:user, and \
                 write it into token_file of [tracker]"
                    .to_owned(),
            ),
            403 if !is_page => ForgeRefusal::Forbidden(format!(
                "the token may not do that (403{said}): give it the scope write:issue, and its account write access to \
                 {repository}"
            )),
            404 if !is_page => ForgeRefusal::NotThere(format!("the server has no such thing, or hides it from the token (404{said}): look at repository of [tracker]")),
            423 => ForgeRefusal::Moved(format!(
                "{repository} is archived (423{said}): unarchive it, or name another repository under [tracker]"
            )),
            429 => ForgeRefusal::Away(
                "the server asks for fewer calls (429): raise poll_seconds of [tracker] if it stays so".to_owned(),
                pause(headers),
            ),
            500 if !is_page => ForgeRefusal::Broken(format!("the server failed at it (500{said})")),
            502..=504 => ForgeRefusal::Away(format!("the server does not work at the moment ({code})"), pause(headers)),
            200..=299 | 403 | 404 | 500 => ForgeRefusal::Away(
                format!(
                    "a web page came in place of an answer ({code}): something stands before the server; let the bot \
                     through to {}",
                    self.base
                ),
                pause(headers),
            ),
            500.. => ForgeRefusal::Away(format!("the server does not work at the moment ({code})"), pause(headers)),
            _ => ForgeRefusal::Refused(format!("the server does not take it ({code}{said})")),
        }
    }

    /// A server may repeat what it was sent.
    fn without_token(&self, said: &str) -> String {
        let token = self.token.current();
        match token.reveal() {
            "" => said.to_owned(),
            token => said.replace(token, "…"),
        }
    }

    fn explain(&self, address: &Url, error: &reqwest::Error) -> ForgeRefusal {
        if error.is_timeout() {
            let seconds = self.patience.as_secs();
            return ForgeRefusal::Away(format!("the server takes longer than {seconds} seconds"), None);
        }
        let server = Server {
            host: address.host_str().unwrap_or("the server"),
            port: address.port_or_known_default(),
            speaks: Protocol::Web,
        };
        ForgeRefusal::Away(server.explain(error), None)
    }
}

/// The pause that the server asks for, in seconds (RFC 9110, section 10.2.3).
fn pause(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse::<u64>().ok()?;
    Some(Duration::from_secs(seconds.min(LONGEST_PAUSE)))
}

fn client(config: &Tracker) -> Result<Client, String> {
    let roots = authorities(config.ca_file.as_deref()).map_err(|error| error.to_string())?;
    let tls = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Client::builder()
        .tls_backend_preconfigured(tls)
        .user_agent(concat!("rfrbot/", env!("CARGO_PKG_VERSION")))
        .no_proxy()
        .redirect(Policy::none())
        .referer(false)
        .timeout(config.timeout)
        .build()
        .map_err(|error| error.to_string())
}
