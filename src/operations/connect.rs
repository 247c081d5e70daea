//! `rfrbot check --connect`: tries each configured connection for real, with a line for each step, and leaves nothing
//! behind: no mail, no Matrix device, no joined channel.
//!
//! Each adaptor knows its own steps (`chat::irc::trial`, `chat::matrix::trial`, `mail::trial`, `mail::inbox`,
//! `tracker::trial`, `accounts`, `bus::trial`).

use crate::adaptor::trial::{Tell, TrialStep};
use crate::config::{Config, MatrixNetwork};
use crate::{accounts, bus, chat, mail, tracker};
use thiserror::Error;

/// Number of failed steps; the line about each names the fix.
#[derive(Debug, Error)]
#[error("{0} step{s} failed: mend what the lines above name, and check again", s = if *.0 == 1 { "" } else { "s" })]
pub struct Failed(usize);

/// Tries every connection in the config; `say` receives a line for each step.
pub async fn run(config: &Config, say: &mut (dyn FnMut(String) + Send)) -> Result<(), Failed> {
    let (mut steps, mut failed) = (0, 0);
    let mut told = |section: &str, step: TrialStep| {
        steps += 1;
        match step {
            Ok(words) => say(format!("{section}: ok: {words}")),
            Err(words) => {
                failed += 1;
                say(format!("{section}: FAILED: {words}"));
            }
        }
    };
    for network in &config.irc {
        let section = format!("irc.{}", network.name);
        chat::irc::trial::visit(network, &mut |step| told(&section, step)).await;
    }
    if let Some(network) = &config.matrix {
        matrix(network, &mut |step| told("matrix", step)).await;
    }
    if let Some(list) = &config.mail {
        mail::trial::rehearse(list, &mut |step| told("mail", step)).await;
    }
    if let Some(inbox) = &config.inbox {
        mail::inbox::rehearse(&inbox.source, &mut |step| told("mail.inbox", step)).await;
    }
    if let Some(settings) = &config.tracker {
        tracker::rehearse(settings, &mut |step| told("tracker", step)).await;
    }
    if let Some(system) = &config.accounts {
        accounts::rehearse(system, &mut |step| told("accounts", step)).await;
    }
    if let Some(settings) = &config.bus {
        // Boxed because the futures of its library are large.
        Box::pin(bus::rehearse(settings, &mut |step| told("bus", step))).await;
    }
    match (steps, failed) {
        (0, _) => say("the config names nothing to connect to".to_owned()),
        (_, 0) => say("every connection works".to_owned()),
        (_, failed) => return Err(Failed(failed)),
    }
    Ok(())
}

#[cfg(feature = "matrix")]
async fn matrix(network: &MatrixNetwork, tell: &mut Tell<'_>) {
    // Boxed because the SDK's futures are large.
    Box::pin(chat::matrix::try_out(network, tell)).await;
}

#[cfg(not(feature = "matrix"))]
async fn matrix(_: &MatrixNetwork, tell: &mut Tell<'_>) {
    tell(Err(
        "this program was built without Matrix: build it with the default features, or remove [matrix]".to_owned(),
    ));
}
