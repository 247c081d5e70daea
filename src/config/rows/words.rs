//! Spelling of keys, and which word was intended.

/// The most similar of some words, if one is similar enough.
pub(in crate::config) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace('-', "_");
    known
        .into_iter()
        .map(|candidate| {
            let folded = candidate.to_lowercase().replace('-', "_");
            (strsim::damerau_levenshtein(&word, &folded), candidate)
        })
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A key inside a table, as written: quoted if TOML requires it.
pub(in crate::config) fn join(path: &str, name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let name = if bare { name.to_owned() } else { format!("{name:?}") };
    if path.is_empty() {
        name
    } else {
        format!("{path}.{name}")
    }
}

pub(in crate::config) fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}

/// Splits a path as in messages: `people."a.b".irc[0]`.
pub(in crate::config) fn parts(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in path.chars() {
        match c {
            '"' => quoted = !quoted,
            '.' if !quoted => parts.push(String::new()),
            c => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn a_near_word_is_suggested_and_a_far_one_is_not() {
        assert_eq!(did_you_mean("chanels", ["channels", "host"]), Some("channels"));
        assert_eq!(did_you_mean("undo-minutes", ["undo_minutes"]), Some("undo_minutes"));
        assert_eq!(did_you_mean("zebra", ["channels", "host"]), None);
    }
}
