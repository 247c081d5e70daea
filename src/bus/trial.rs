//! The part of the bus in `rfrbot check --connect`: asks, and publishes nothing.

use super::link::BusLink;
use crate::adaptor::trial::{PATIENCE, Tell};
use crate::config::Bus;

/// Tries the broker, the certificate and the exchange.
pub async fn rehearse(config: &Bus, tell: &mut Tell<'_>) {
    let mut config = config.clone();
    config.timeout = config.timeout.min(PATIENCE);
    let link = match BusLink::open(&config).await {
        Ok(link) => link,
        Err(refusal) => return tell(Err(refusal.words().to_owned())),
    };
    tell(Ok(format!(
        "{}:{} lets the bot into {:?} by its certificate",
        config.host, config.port, config.vhost
    )));
    tell(match link.has_exchange(&config.exchange).await {
        Ok(()) => Ok(format!(
            "the exchange {} is there; whether the bot may publish {} is seen with the first message",
            config.exchange,
            config.topic_prefix.clone() + ".rfrbot.*"
        )),
        Err(refusal) => Err(format!("{}; look at exchange of [bus]", refusal.words())),
    });
    if let Some(queue) = &config.queue {
        tell(match link.has_queue(queue).await {
            Ok(()) => Ok(format!(
                "the queue {queue} is there; whether the bot may read it is seen when it runs"
            )),
            Err(refusal) => Err(format!(
                "{}; its admins make the queue, and its name is queue of [bus]",
                refusal.words()
            )),
        });
    }
    link.close().await;
}
