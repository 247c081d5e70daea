//! `rfrbot check --connect`: is there a ticket, and does the account system say who is in each group?

use super::curl;
use super::fasjson::Fasjson;
use crate::adaptor::trial::Tell;
use crate::config::Accounts;
use crate::text::count;
use std::collections::BTreeMap;

/// Tries it for real, a line for each step.
pub async fn rehearse(config: &Accounts, tell: &mut Tell<'_>) {
    if let Err(why) = curl::knows_spnego().await {
        tell(Err(why));
        return;
    }
    let system = Fasjson::new(config, BTreeMap::new());
    match system.me().await {
        Ok(me) => tell(Ok(format!("{} sees the bot as {me}", config.fasjson))),
        Err(why) => {
            tell(Err(why));
            return;
        }
    }
    for group in &config.groups {
        tell(system.members(group).await.map(|members| {
            let members = u32::try_from(members.len()).unwrap_or(u32::MAX);
            format!("{group} has {}", count(members, "member", "members"))
        }));
    }
}
