//! One ticket is one ticket in whatever form: its number, its address with what a browser adds, `owner/repo#4321`.

use super::bare::{bare, ticket_number, web_address};

/// The address of the ticket that a word names; `base` is what the number of one is appended to.
pub(crate) fn address(word: &str, base: Option<&str>) -> Option<String> {
    if let Some(number) = ticket_number(word) {
        return base.map(|base| format!("{base}{number}"));
    }
    let of_base = |number: &str| base.map(|base| format!("{base}{number}"));
    if let Some(url) = web_address(word) {
        let url = without_fragment(&url);
        let number = base.and_then(|base| number_behind(url, base));
        return number.and_then(of_base).or_else(|| Some(with_plain_host(url)));
    }
    let plain = bare(word);
    let base = base?;
    let number = match plain.split_once('#') {
        Some((project, number)) if is_project(project, base) => ticket_number(number)?,
        Some(_) | None => number_behind(without_fragment(plain), base)?,
    };
    of_base(number)
}

/// The same address by the other protocol.
pub(crate) fn other_scheme(url: &str) -> Option<String> {
    match url.strip_prefix("http://") {
        Some(rest) => Some(format!("https://{rest}")),
        None => url.strip_prefix("https://").map(|rest| format!("http://{rest}")),
    }
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

/// The number in an address of the tracker, by whichever protocol.
fn number_behind<'u>(url: &'u str, base: &str) -> Option<&'u str> {
    let (url, base) = (without_scheme(url), without_scheme(base));
    let head = url.get(..base.len())?;
    let number = head.eq_ignore_ascii_case(base).then(|| &url[base.len()..])?;
    let number = number.split('?').next()?.trim_end_matches('/');
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| ticket_number(number)).flatten()
}

/// Is it the tracker's project, as `owner/repo` or its last part?
fn is_project(project: &str, base: &str) -> bool {
    let base = without_scheme(base).to_ascii_lowercase();
    let path = base
        .trim_end_matches('/')
        .trim_end_matches("/issues")
        .trim_end_matches("/issue")
        .trim_end_matches("/-");
    let project = project.to_ascii_lowercase();
    !project.is_empty() && path.strip_suffix(&project).is_some_and(|before| before.ends_with('/'))
}

/// The address with its protocol and host in lower case.
fn with_plain_host(url: &str) -> String {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find(['/', '?']).map_or(url.len(), |at| host + at);
    format!("{}{}", url[..end].to_ascii_lowercase(), &url[end..])
}
