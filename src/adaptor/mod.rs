//! What every adaptor needs, whatever its network: trusted certificate authorities, connecting, retry pauses, catching
//! panics, reporting trial steps, and the order to stop.

pub(crate) mod authorities;
pub(crate) mod backoff;
pub(crate) mod connecting;
pub(crate) mod counter;
pub mod guard;
pub(crate) mod http;
pub(crate) mod tls;
pub mod trial;

use tokio::sync::watch;

/// Waits for the order to stop.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        // Nobody can give the order any more.
        std::future::pending::<()>().await;
    }
}
