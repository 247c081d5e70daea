//! Why the Matrix side cannot go on.

use crate::trouble::{Protocol, Server};
use matrix_sdk::ruma::api::error::{ErrorKind, FromHttpResponseError, RetryAfter};
use matrix_sdk::{Error, HttpError};
use matrix_sdk_base::crypto::{OlmError, SessionRecipientCollectionError};
use std::error::Error as StdError;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use thiserror::Error as ThisError;

/// Why the Matrix side cannot go on; each says what to do.
#[derive(Debug, ThisError)]
pub enum MatrixError {
    /// The server does not answer properly; retrying may help.
    #[error("Matrix: the homeserver cannot be used now: {why}")]
    Unreachable {
        /// What happened.
        why: String,
        /// How long the server asks us to wait.
        retry_after: Option<Duration>,
    },
    /// The stored session is no longer valid.
    #[error(
        "Matrix: the homeserver refuses the stored session ({why}): it was logged out or revoked. Run `rfrbot login matrix` (it replaces {session}), then `rfrbot matrix verify`", session = .session.display()
    )]
    TokenRefused {
        /// Where the session is stored.
        session: PathBuf,
        /// The server's words.
        why: String,
    },
    /// The server demands a new login for the device, and there are no credentials for one.
    #[error(
        "Matrix: the homeserver has logged the session out until it logs in again ({why}), and the config gives no password for that: run `rfrbot login matrix`, or add password_file to [matrix]"
    )]
    LoginWanted {
        /// The server's words.
        why: String,
    },
    /// The login was refused.
    #[error(
        "Matrix: the homeserver refuses the login of {user} ({why}); it was tried once. Check matrix.user and the password or token, then run `rfrbot login matrix`"
    )]
    LoginRefused {
        /// The user.
        user: String,
        /// The server's words.
        why: String,
    },
    /// There is neither a session nor anything to log in with.
    #[error(
        "Matrix: not logged in, and the config gives no password: run `rfrbot login matrix`, or add password_file to [matrix]"
    )]
    NoCredentials,
    /// The session belongs to another user than the config names.
    #[error(
        "Matrix: the stored session is {found}'s, but matrix.user is {expected}: mend the config, or move {session} and the folder store beside it away and run `rfrbot login matrix`", session = .session.display()
    )]
    OtherUser {
        /// Whose session it is.
        found: String,
        /// Whose it should be.
        expected: String,
        /// Where it is stored.
        session: PathBuf,
    },
    /// There is a session, but its keys are missing.
    #[error(
        "Matrix: there is a session but its keys are gone ({store} is missing), and a device cannot go on without its keys. Never bring an old copy of them back. Remove {session}, run `rfrbot login matrix` for a new device, then `rfrbot matrix verify`", store = .store.display(), session = .session.display()
    )]
    KeysLost {
        /// The folder of the keys.
        store: PathBuf,
        /// Where the session is stored.
        session: PathBuf,
    },
    /// A file of the Matrix side cannot be read or written.
    #[error("Matrix: {path} cannot be used ({why})", path = .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What happened.
        why: String,
    },
    /// The store of keys and rooms does not open.
    #[error(
        "Matrix: the store in {store} does not open ({why}). If it is damaged, move the folder and session.json beside it away, then run `rfrbot login matrix` and `rfrbot matrix verify`", store = .store.display()
    )]
    Store {
        /// Its folder.
        store: PathBuf,
        /// What happened.
        why: String,
    },
    /// There is no recovery secret.
    #[error(
        "Matrix: there is no recovery secret: add recovery_file to [matrix], with a long passphrase or the account's recovery key"
    )]
    NoRecoverySecret,
    /// Verification failed.
    #[error("Matrix: the device could not be verified: {why}. {fix}")]
    Verification {
        /// What happened.
        why: String,
        /// What to do.
        fix: String,
    },
    /// The operating system refused something.
    #[error("Matrix: the operating system refused the event loop: {0}")]
    System(String),
}

impl MatrixError {
    /// Must a person correct something before a retry makes sense?
    pub fn needs_a_person(&self) -> bool {
        match self {
            Self::TokenRefused { .. }
            | Self::LoginRefused { .. }
            | Self::NoCredentials
            | Self::LoginWanted { .. }
            | Self::OtherUser { .. }
            | Self::KeysLost { .. }
            | Self::Store { .. }
            | Self::NoRecoverySecret => true,
            Self::Unreachable { .. } | Self::File { .. } | Self::Verification { .. } | Self::System(_) => false,
        }
    }
}

/// What a failed request means for its caller.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The access token is invalid.
    TokenRefused(String),
    /// The access token is no longer valid, but the device is: it may log in again.
    SoftLogout(String),
    /// Rate limited: wait this long.
    TooFast(Duration),
    /// The server understood the request and refused it for good.
    Refused(String),
    /// Caused by the network, the server or something in between; it may pass.
    Passing(String),
}

/// How long to wait if a rate-limiting server does not say.
const TOO_FAST: Duration = Duration::from_secs(5);

/// Longest wait that a server can impose.
const LONGEST_PENANCE: Duration = Duration::from_secs(30);

/// The fix, where the SDK would only say that cross-signing is not set up.
const NOT_VERIFIED: &str = "the bot's own device is not verified, and so it says nothing in encrypted rooms: stop the bot \
                            and run `rfrbot matrix verify`";

impl From<&Error> for Failure {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's errors: more come with each release"
    )]
    fn from(error: &Error) -> Self {
        if let Error::OlmError(olm) = error
            && let OlmError::SessionRecipientCollectionError(SessionRecipientCollectionError::CrossSigningNotSetup) =
                &**olm
        {
            return Self::Passing(NOT_VERIFIED.to_owned());
        }
        let words = match error {
            Error::Http(error) => words(error),
            other => with_causes(other),
        };
        failure(error.client_api_error_kind(), words)
    }
}

impl From<&HttpError> for Failure {
    fn from(error: &HttpError) -> Self {
        failure(error.client_api_error_kind(), words(error))
    }
}

/// A failed request in words for the operator: what the server said, or why it cannot be reached.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's errors: more come with each release"
)]
fn words(error: &HttpError) -> String {
    match error {
        HttpError::Cached(error) => words(error),
        HttpError::Reqwest(error) => {
            let address = error.url();
            let server = Server {
                host: address.and_then(|url| url.host_str()).unwrap_or("the homeserver"),
                port: address.and_then(reqwest::Url::port_or_known_default),
                speaks: Protocol::Web,
            };
            server.explain(error)
        }
        HttpError::Api(response) => match (&**response, error.as_client_api_error()) {
            (_, Some(said)) if said.error_kind().is_none() => format!(
                "the homeserver answered {} without a word of Matrix: it is starting, a proxy stands before it, or the \
                 address in `homeserver` is another server's",
                said.status_code
            ),
            (FromHttpResponseError::Deserialization(_), _) => {
                "what answers at the address in `homeserver` does not speak Matrix".to_owned()
            }
            (_, _) => with_causes(error),
        },
        other => with_causes(other),
    }
}

/// An error with those causes that its own text omits: that a certificate is not trusted is stated several levels down.
fn with_causes(error: &dyn StdError) -> String {
    let mut words = without_address(&error.to_string());
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = without_address(&error.to_string());
        if !words.contains(&more) {
            words.push_str(": ");
            words.push_str(&more);
        }
        cause = error.source();
    }
    words
}

/// Removes the request's full address, which hides the reason.
fn without_address(words: &str) -> String {
    let Some((before, address)) = words.split_once(" for url (") else {
        return words.to_owned();
    };
    let behind = address.split_once(')').map_or("", |(_, behind)| behind);
    format!("{before}{behind}")
}

fn failure(kind: Option<&ErrorKind>, words: String) -> Failure {
    match kind {
        Some(ErrorKind::UnknownToken(token)) if token.soft_logout => Failure::SoftLogout(words),
        Some(ErrorKind::UnknownToken(_) | ErrorKind::MissingToken | ErrorKind::UserDeactivated) => {
            Failure::TokenRefused(words)
        }
        Some(ErrorKind::LimitExceeded(limit)) => Failure::TooFast(
            match &limit.retry_after {
                Some(RetryAfter::Delay(delay)) => *delay,
                Some(RetryAfter::DateTime(at)) => at.duration_since(SystemTime::now()).unwrap_or_default(),
                None => TOO_FAST,
            }
            .min(LONGEST_PENANCE),
        ),
        Some(ErrorKind::Forbidden | ErrorKind::TooLarge | ErrorKind::NotFound | ErrorKind::BadJson) => {
            Failure::Refused(words)
        }
        Some(_) | None => Failure::Passing(words),
    }
}

impl Failure {
    /// The server's words.
    pub(super) fn words(self) -> String {
        match self {
            Self::TokenRefused(words) | Self::SoftLogout(words) | Self::Refused(words) | Self::Passing(words) => words,
            Self::TooFast(wait) => format!("too fast; again in {} s", wait.as_millis().div_ceil(1000)),
        }
    }

    /// How long the server wants to be left alone.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooFast(wait) => Some(*wait),
            Self::TokenRefused(_) | Self::SoftLogout(_) | Self::Refused(_) | Self::Passing(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ErrorKind, Failure, LONGEST_PENANCE, failure, without_address};
    use serde_json::json;
    use std::time::Duration;

    fn kind(error: &serde_json::Value) -> ErrorKind {
        serde_json::from_value(error.clone()).expect("an error of Matrix")
    }

    #[test]
    fn however_long_a_server_wants_to_be_left_alone_the_wait_is_bounded() {
        for (millis, expected) in [
            (700, Duration::from_millis(700)),
            (86_400_000, LONGEST_PENANCE),
            (9_007_199_254_740_991_u64, LONGEST_PENANCE),
        ] {
            let limit = kind(&json!({ "errcode": "M_LIMIT_EXCEEDED", "error": "x", "retry_after_ms": millis }));
            assert_eq!(failure(Some(&limit), String::new()), Failure::TooFast(expected));
        }
    }

    #[test]
    fn a_soft_logout_is_none_for_good() {
        for (soft, expected) in [
            (true, Failure::SoftLogout(String::new())),
            (false, Failure::TokenRefused(String::new())),
        ] {
            let token = kind(&json!({ "errcode": "M_UNKNOWN_TOKEN", "error": "x", "soft_logout": soft }));
            assert_eq!(failure(Some(&token), String::new()), expected);
        }
    }

    #[test]
    fn nobody_reads_the_address_of_a_request() {
        let words = "error sending request for url (http://127.0.0.1:8008/_matrix/client/v3/sync?filter=%7B%7D)";
        assert_eq!(without_address(words), "error sending request");
    }
}
