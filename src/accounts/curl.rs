//! One question over HTTP with SPNEGO, by a curl of its own.
//!
//! What is asked stands in curl's standard input, not in its arguments, which everybody on the machine can read.

use crate::config::KerberosTicket;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::time::timeout;

/// What is said where curl is not there.
pub(super) const NO_CURL: &str = "curl is not installed on this machine: install it";

/// The longest answer that is read.
const LONGEST_ANSWER: u64 = 8 << 20;

/// The longest text about what went wrong that is read.
const LONGEST_TROUBLE: u64 = 64 << 10;

/// curl ends by itself when its time is up; what does not is ended so much later.
const GRACE: Duration = Duration::from_secs(1);

/// What a server answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CurlAnswer {
    /// The status of HTTP.
    pub(super) status: u16,
    /// The body.
    pub(super) body: String,
    /// What Kerberos said where it gave no token, in its own words.
    pub(super) kerberos: Option<String>,
}

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum CurlTrouble {
    /// curl is not there.
    NoCurl,
    /// It was over its time.
    TooLate,
    /// curl's own words.
    Failed(String),
}

/// The environment in which curl finds its tickets.
fn environment(ticket: &KerberosTicket) -> Vec<(&'static str, OsString)> {
    match ticket {
        KerberosTicket::Keytab(path) => {
            let mut keytab = OsString::from("FILE:");
            keytab.push(path);
            // A fresh ticket each time, which no file keeps.
            vec![("KRB5_CLIENT_KTNAME", keytab), ("KRB5CCNAME", "MEMORY:rfrbot".into())]
        }
        KerberosTicket::Cache(cache) => vec![("KRB5CCNAME", cache.into())],
        KerberosTicket::Default => Vec::new(),
    }
}

/// Gets what is at that address.
pub(super) async fn get(
    url: &str,
    fields: &str,
    ticket: &KerberosTicket,
    patience: Duration,
) -> Result<CurlAnswer, CurlTrouble> {
    let question = format!(
        "url = \"{url}\"\nnegotiate\nuser = \":\"\nsilent\nshow-error\nverbose\nmax-time = {}\nproto = \"=http,https\"\n\
         header = \"Accept: application/json\"\nheader = \"X-Fields: {fields}\"\nwrite-out = \"\\n%{{http_code}}\"\n",
        patience.as_secs().max(1)
    );
    let curl = Command::new("curl")
        // The config of whoever runs it counts not.
        .args(["-q", "--config", "-"])
        .envs(environment(ticket))
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn();
    let mut curl = curl.map_err(|error| {
        if error.kind() == ErrorKind::NotFound {
            CurlTrouble::NoCurl
        } else {
            CurlTrouble::Failed(format!("curl cannot be started: {error}"))
        }
    })?;
    let (input, output, errors) = (curl.stdin.take(), curl.stdout.take(), curl.stderr.take());
    let (Some(mut input), Some(output), Some(errors)) = (input, output, errors) else {
        return Err(CurlTrouble::Failed("curl has no input or output".to_owned()));
    };
    let talk = async {
        input.write_all(question.as_bytes()).await?;
        drop(input);
        let (mut body, mut trouble) = (Vec::new(), Vec::new());
        let (mut output, mut errors) = (output.take(LONGEST_ANSWER), errors.take(LONGEST_TROUBLE));
        let (read, complained) = tokio::join!(output.read_to_end(&mut body), errors.read_to_end(&mut trouble));
        read?;
        complained?;
        // Where there was more to read, curl cannot end by itself.
        drop((output, errors));
        let ended = curl.wait().await?;
        std::io::Result::Ok((ended, body, trouble))
    };
    let (ended, body, trouble) = timeout(patience + GRACE, talk)
        .await
        .map_err(|_| CurlTrouble::TooLate)?
        .map_err(|error| CurlTrouble::Failed(format!("curl cannot be talked to: {error}")))?;
    let trouble = String::from_utf8_lossy(&trouble);
    if !ended.success() {
        // 28: the operation timed out.
        return Err(if ended.code() == Some(28) {
            CurlTrouble::TooLate
        } else {
            CurlTrouble::Failed(own_words(&trouble))
        });
    }
    let body = String::from_utf8_lossy(&body);
    let (body, status) = body.rsplit_once('\n').unwrap_or_default();
    Ok(CurlAnswer {
        status: status.parse().unwrap_or(0),
        body: body.to_owned(),
        kerberos: kerberos(&trouble),
    })
}

/// What curl says of its own failure; the rest of its talk shows the tokens.
fn own_words(trouble: &str) -> String {
    let words = trouble.lines().rev().find_map(|line| line.strip_prefix("curl: ("));
    let words = words.and_then(|line| line.split_once(") "));
    words.map_or_else(
        || "curl failed without a word".to_owned(),
        |(_, words)| words.to_owned(),
    )
}

/// What Kerberos says where it gives no token; nothing else of curl's talk.
fn kerberos(trouble: &str) -> Option<String> {
    let failed = |line: &str| {
        let (_, words) = line.strip_prefix('*')?.split_once("gss_init_sec_context() failed: ")?;
        let vague = [
            "Unspecified GSS failure.  Minor code may provide more information. ",
            "Unspecified GSS failure. Minor code may provide more information. ",
        ];
        let words = vague
            .iter()
            .find_map(|vague| words.strip_prefix(vague))
            .unwrap_or(words);
        Some(words.trim().trim_end_matches('.').to_owned())
    };
    trouble.lines().find_map(failed)
}

/// Does the curl of this machine know SPNEGO? Else what helps.
pub(super) async fn knows_spnego() -> Result<(), String> {
    let told = Command::new("curl").args(["-q", "--version"]).output().await;
    let told = told.map_err(|_| NO_CURL.to_owned())?;
    if String::from_utf8_lossy(&told.stdout).contains("SPNEGO") {
        Ok(())
    } else {
        Err("this machine's curl does not know SPNEGO: install one with GSS-API (`curl --version` names it)".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_curl_says_only_the_trouble_is_kept() {
        let talk = "* Trying 127.0.0.1:80...\n> GET / HTTP/1.1\n> Authorization: Negotiate YIICsecret\n\
                    * gss_init_sec_context() failed: Unspecified GSS failure.  Minor code may provide more information. \
                    Clock skew too great.\n< HTTP/1.1 401 Unauthorized\ncurl: (7) Failed to connect to x port 80\n";
        assert_eq!(kerberos(talk).as_deref(), Some("Clock skew too great"));
        assert_eq!(own_words(talk), "Failed to connect to x port 80");
        assert_eq!(kerberos("> Authorization: Negotiate YIICsecret\n"), None);
        assert_eq!(
            own_words("> Authorization: Negotiate YIICsecret\n"),
            "curl failed without a word"
        );
    }
}
