//! The tracker's part of `rfrbot check --connect`: asks, and writes nothing.

use super::door::ForgeRefusal;
use super::forge::Forge;
use crate::adaptor::trial::{PATIENCE, Tell};
use crate::config::Tracker;
use chrono::{TimeDelta, Utc};

/// Tries the server, the token, the repository, the labels and the tickets.
pub async fn rehearse(config: &Tracker, tell: &mut Tell<'_>) {
    let mut config = config.clone();
    config.timeout = config.timeout.min(PATIENCE);
    let forge = Forge::new(config.clone());
    match forge.version().await {
        Ok(version) => tell(Ok(format!(
            "{} answers, version {}",
            config.server,
            crate::visible::escaped(&version)
        ))),
        Err(refusal) => {
            let why = if let ForgeRefusal::NotThere(why) = &refusal {
                format!("{why}; is forgejo of [tracker] the address of a Forgejo server?")
            } else {
                refusal.words().to_owned()
            };
            return tell(Err(why));
        }
    }
    match forge.user().await {
        Ok(login) => tell(Ok(format!("the token is that of {}", crate::visible::escaped(&login)))),
        Err(ForgeRefusal::Forbidden(why)) => tell(Err(format!(
            "{why}; the scope read:user lets the bot know its own acts"
        ))),
        Err(refusal) => return tell(Err(refusal.words().to_owned())),
    }
    match forge.about().await {
        Ok(about) if about.archived => {
            return tell(Err(format!(
                "{} is archived and takes nothing: name another repository under [tracker]",
                config.repository
            )));
        }
        Ok(about) => {
            let writes = config.assign || config.close || !config.phase_labels.is_empty();
            let may = about.permissions.is_none_or(|permissions| permissions.push);
            tell(if writes && !may {
                Err(format!(
                    "the token's account may not write in {}, so that it cannot assign, label or close: give it write \
                     access, or write assign = false",
                    config.repository
                ))
            } else {
                Ok(format!("{} is there", config.repository))
            });
        }
        // That call alone needs another scope than the bot does.
        Err(ForgeRefusal::Forbidden(_)) => tell(Ok(format!(
            "what the token's account may do in {} is seen only with the scope read:repository",
            config.repository
        ))),
        Err(ForgeRefusal::NotThere(why)) => {
            return tell(Err(format!(
                "{why}: look at repository of [tracker], and at what the token may see"
            )));
        }
        Err(refusal) => return tell(Err(refusal.words().to_owned())),
    }
    match forge.issues_since(Utc::now() - TimeDelta::days(1)).await {
        Ok(issues) => tell(Ok(format!(
            "tickets can be read ({} changed in a day)",
            issues.found.len()
        ))),
        Err(refusal) => tell(Err(refusal.words().to_owned())),
    }
    if config.phase_labels.is_empty() && config.label.is_none() {
        return;
    }
    match forge.labels().await {
        Ok(labels) => {
            for wanted in config.phase_labels.values().chain(&config.label) {
                let mut found = labels.found.iter();
                tell(if found.any(|label| label.name.eq_ignore_ascii_case(wanted)) {
                    Ok(format!("the label {wanted:?} exists"))
                } else {
                    Err(format!(
                        "{}, or take it out of [tracker]",
                        labels.without(wanted, &config.repository)
                    ))
                });
            }
        }
        Err(refusal) => tell(Err(refusal.words().to_owned())),
    }
}
