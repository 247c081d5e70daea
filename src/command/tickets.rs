//! One ticket is one ticket in whatever form: its number, its address with what a browser adds, `owner/repo#4321`.

use super::bare::{bare, ticket_number, web_address};

/// The address of the ticket that a word names; `base` is what the number of one is appended to.
pub(crate) fn address(word: &str, base: Option<&str>) -> Option<String> {
    if let Some(number) = ticket_number(word) {
        return base.map(|base| format!("{base}{number}"));
    }
    let of_base = |number: &str| base.map(|base| format!("{base}{number}"));
    if let Some(url) = web_address(word) {
        let url = plain_address(without_fragment(&url));
        let number = base.and_then(|base| number_behind(&url, base));
        return number.and_then(of_base).or(Some(url));
    }
    let plain = bare(word);
    let base = base?;
    if let Some((project, number)) = plain.split_once('#')
        && is_project(project, base)
    {
        return of_base(ticket_number(number)?);
    }
    if !plain.contains('/') {
        return None;
    }
    let url = plain_address(&format!("https://{}", without_fragment(plain)));
    of_base(number_behind(&url, base)?)
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

/// The number in an address of the tracker, by whichever protocol.
fn number_behind<'u>(url: &'u str, base: &str) -> Option<&'u str> {
    let base = plain_address(base);
    let (url, base) = (without_scheme(url), without_scheme(&base));
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

/// An address in its plainest form (RFC 3986, section 6.2): what a program may write in more than one way is written in
/// one. The port that its protocol has anyway and empty parts of the path are left out.
pub(super) fn plain_address(url: &str) -> String {
    let url = decoded(url);
    let Some((scheme, rest)) = url.split_once("://") else {
        return url;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, behind) = rest.split_at(end);
    let (path, query) = behind.split_at(behind.find(['?', '#']).unwrap_or(behind.len()));
    let scheme = scheme.to_ascii_lowercase();
    let host = authority.to_ascii_lowercase();
    let port = if scheme == "http" { ":80" } else { ":443" };
    let host = host.strip_suffix(port).or(host.strip_suffix(':')).unwrap_or(&host);
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let mut plain = format!("{scheme}://{}", host.trim_end_matches('.'));
    for part in &parts {
        plain.push('/');
        plain.push_str(part);
    }
    if path.ends_with('/') {
        plain.push('/');
    }
    plain + query
}

/// The text with `%34` as the sign that it stands for, where that needs no such writing (RFC 3986, section 2.3).
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, behind) = rest.split_at(at);
        decoded.push_str(before);
        let sign = behind
            .get(1..3)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .map(char::from);
        let sign = sign.filter(|sign| sign.is_ascii_alphanumeric() || "-._~".contains(*sign));
        let (sign, used) = sign.map_or(('%', 1), |sign| (sign, 3));
        decoded.push(sign);
        rest = behind.get(used..).unwrap_or_default();
    }
    decoded + rest
}

/// The forms in which the address of a ticket may have been recorded, in which none is better than another.
pub(crate) fn alike(url: &str) -> impl Iterator<Item = String> {
    let other = match url.strip_prefix("http://") {
        Some(rest) => Some(format!("https://{rest}")),
        None => url.strip_prefix("https://").map(|rest| format!("http://{rest}")),
    };
    let with_slash = |url: String| {
        let has_query = url.contains('?');
        let other = match url.strip_suffix('/') {
            Some(without) => without.to_owned(),
            None => format!("{url}/"),
        };
        std::iter::once(url).chain((!has_query).then_some(other))
    };
    std::iter::once(url.to_owned()).chain(other).flat_map(with_slash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ticket_has_one_address() {
        let base = "https://forge.example.org/infra/tickets/issues/";
        let wanted = Some(format!("{base}4321"));
        for word in [
            "4321",
            "#04321",
            "0004321",
            "infra/tickets#04321",
            "https://forge.example.org/infra/tickets/issues/4321",
            "https://forge.example.org/infra/tickets/issues/04321",
            "https://forge.example.org:443/infra/tickets/issues/4321",
            "http://forge.example.org:80/infra/tickets/issues/4321/",
            "https://forge.example.org//infra/tickets//issues/4321",
            "https://forge.example.org/infra/./x/../tickets/issues/4321",
            "https://forge.example.org/infra/tickets/issues/%34321",
            "https://forge.example.org/infra/ticke%74s/issues/43%32%31?x=1#c",
            "https://forge.example.org./infra/tickets/issues/4321",
            "forge.example.org//infra/tickets/issues/04321",
        ] {
            assert_eq!(address(word, Some(base)), wanted, "{word}");
        }
        for (url, plain) in [
            ("https://Example.org:8443/a%2Fb//c", "https://example.org:8443/a%2Fb/c"),
            ("https://example.org/?id=4%321#c", "https://example.org/?id=421"),
            ("https://example.org/%zz%", "https://example.org/%zz%"),
        ] {
            assert_eq!(address(url, Some(base)).as_deref(), Some(plain), "{url}");
        }
    }
}
