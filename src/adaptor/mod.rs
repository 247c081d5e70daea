//! What every adaptor needs, whatever its network: whom TLS believes, how to connect, when to try
//! again, what a panic becomes, how a
//! trial tells its steps, and the order to stop.

pub(crate) mod authorities;
pub(crate) mod backoff;
pub(crate) mod connecting;
pub mod guard;
pub(crate) mod tls;
pub mod trial;

use tokio::sync::watch;

/// Waits for the order to stop.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        // Nobody is left who could give the order.
        std::future::pending::<()>().await;
    }
}
