//! Fetches published calendars over the web: with verified TLS, a time limit, a size limit enforced while receiving,
//! few redirects, and no second transfer of what has not changed (RFC 9110, section 13.1).
//!
//! No proxy is used: the config determines what the bot connects to, not its environment.

use crate::adaptor::authorities::{AuthoritiesError, authorities};
use crate::calendar::import;
use crate::config::Freezes;
use crate::trouble::{Protocol, Server};
use reqwest::header::{CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use reqwest::header::{LAST_MODIFIED, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode, Url};
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use thiserror::Error;
use tokio::time::timeout;
use tokio_rustls::rustls;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;

/// Time limit for one calendar, from the first packet to the last.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Most redirects that are followed.
const REDIRECTS: usize = 5;

/// Why a calendar could not be fetched.
#[derive(Debug, Error)]
pub enum FetchError {
    /// TLS cannot be set up.
    #[error("{0}")]
    Authorities(String),
    /// The HTTP client refuses the settings.
    #[error("the web client: {0}")]
    Settings(String),
    /// The server could not be reached, or its answer was broken.
    #[error("{0}")]
    Connection(String),
    /// It took too long.
    #[error("the server took longer than {} seconds", .0.as_secs_f32())]
    Slow(Duration),
    /// Too many redirects.
    #[error("the server redirects more than {REDIRECTS} times, or to an address without TLS")]
    Redirects,
    /// The server answered with an error status.
    #[error("the server answered {0}")]
    Status(StatusCode),
    /// The server returned a web page.
    #[error("{}", import::ImportError::WebPage)]
    WebPage,
    /// It is larger than any calendar.
    #[error(
        "it has more than {} bytes. Name a smaller one; of calendars, one of key tasks only",
        import::MAX_BYTES
    )]
    TooLarge,
}

/// The server's validators for the version it returned: sent back, so that it can answer "not modified".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    tag: Option<HeaderValue>,
    modified: Option<HeaderValue>,
}

/// Result of a fetch.
#[derive(Debug)]
pub enum Fetched {
    /// Not modified.
    Same,
    /// Another version.
    New {
        /// The calendar.
        bytes: Vec<u8>,
        /// Its version.
        version: Validators,
    },
}

/// Fetches calendars.
#[derive(Clone, Debug)]
pub struct Fetcher {
    client: Client,
    patience: Duration,
    /// May a server lead from TLS to an address without?
    plain: bool,
}

impl Fetcher {
    /// A fetcher with the config's authorities and rules.
    pub fn new(config: &Freezes, patience: Duration) -> Result<Self, FetchError> {
        let roots = authorities(config.ca_file.as_deref())
            .map_err(|error: AuthoritiesError| FetchError::Authorities(error.to_string()))?;
        let tls = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error: rustls::Error| FetchError::Settings(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .user_agent(concat!("rfrbot/", env!("CARGO_PKG_VERSION")))
            .no_proxy()
            .redirect(Policy::none())
            .referer(false)
            .timeout(patience)
            .build()
            .map_err(|error| FetchError::Settings(innermost(&error)))?;
        Ok(Self {
            client,
            patience,
            plain: config.plain,
        })
    }

    /// Fetches one calendar, unless it is unchanged.
    pub async fn fetch(&self, address: &str, have: &Validators) -> Result<Fetched, FetchError> {
        let address: Url = address
            .parse()
            .map_err(|_| FetchError::Connection(format!("{address} is not a web address")))?;
        let (mut answer, from) = timeout(self.patience, self.follow(address, have))
            .await
            .map_err(|_| FetchError::Slow(self.patience))??;
        let is_page = says_web_page(answer.headers());
        match answer.status() {
            StatusCode::NOT_MODIFIED => return Ok(Fetched::Same),
            status if !status.is_success() && is_page && is_wall(status) => return Err(FetchError::WebPage),
            status if !status.is_success() => return Err(FetchError::Status(status)),
            _ if is_page => return Err(FetchError::WebPage),
            _ => {}
        }
        if answer
            .content_length()
            .is_some_and(|length| length > import::MAX_BYTES as u64)
        {
            return Err(FetchError::TooLarge);
        }
        let version = Validators {
            tag: header(answer.headers(), ETAG),
            modified: header(answer.headers(), LAST_MODIFIED),
        };
        let mut bytes = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|error| self.explain(&from, &error))? {
            if bytes.len() + part.len() > import::MAX_BYTES {
                return Err(FetchError::TooLarge);
            }
            bytes.extend_from_slice(&part);
        }
        Ok(Fetched::New { bytes, version })
    }

    /// The answer behind all redirects, and who gave it: where one of them fails it is named, not the first.
    async fn follow(&self, mut address: Url, have: &Validators) -> Result<(Response, Url), FetchError> {
        for _ in 0..=REDIRECTS {
            let mut request = self.client.get(address.clone());
            for (name, value) in [(IF_NONE_MATCH, &have.tag), (IF_MODIFIED_SINCE, &have.modified)] {
                if let Some(value) = value {
                    request = request.header(name, value);
                }
            }
            let answer = request.send().await.map_err(|error| self.explain(&address, &error))?;
            let is_elsewhere = matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308);
            let location = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            let Some(to) = location.filter(|_| is_elsewhere) else {
                return Ok((answer, address));
            };
            let to = address.join(to).map_err(|_| FetchError::Redirects)?;
            let may_follow =
                to.scheme() == "https" || to.scheme() == "http" && (self.plain || address.scheme() == "http");
            if !may_follow {
                return Err(FetchError::Redirects);
            }
            address = to;
        }
        Err(FetchError::Redirects)
    }

    fn explain(&self, address: &Url, error: &reqwest::Error) -> FetchError {
        if error.is_timeout() {
            FetchError::Slow(self.patience)
        } else {
            let server = Server {
                host: address.host_str().unwrap_or("the server"),
                port: address.port_or_known_default(),
                speaks: Protocol::Web,
            };
            FetchError::Connection(server.explain(error))
        }
    }
}

/// The root cause: the outer errors only say that something failed.
fn innermost(error: &(dyn Error + 'static)) -> String {
    let mut innermost = error;
    while let Some(cause) = innermost.source() {
        innermost = cause;
    }
    innermost.to_string()
}

/// Statuses with which bot blockers show their page.
fn is_wall(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::UNAUTHORIZED
            | StatusCode::FORBIDDEN
            | StatusCode::TOO_MANY_REQUESTS
            | StatusCode::SERVICE_UNAVAILABLE
    )
}

fn says_web_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| {
        let kind = kind.trim_start().to_ascii_lowercase();
        kind.starts_with("text/html") || kind.starts_with("application/xhtml")
    })
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<HeaderValue> {
    headers.get(name).cloned()
}
