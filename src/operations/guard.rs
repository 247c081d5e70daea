//! A panic in one adaptor ends that adaptor's work for a moment, and nothing else.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// The future's value, or the words of the panic that ended it.
///
/// What the future worked with must be left alone or made anew afterwards: it stopped in the middle.
pub async fn caught<T>(future: impl Future<Output = T>) -> Result<T, String> {
    let mut future = pin!(future);
    std::future::poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
            Err(panic) => Poll::Ready(Err(words(panic.as_ref()))),
        },
    )
    .await
}

fn words(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
    words
        .unwrap_or("no reason given")
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_between_two_waits_becomes_a_value() {
        let mut done = 0;
        let ended = caught(async {
            tokio::task::yield_now().await;
            done += 1;
            assert_eq!(done, 0, "something");
        })
        .await;
        assert_eq!(ended, Err("assertion `left == right` failed: something".to_owned()));
        assert_eq!(done, 1);
        assert_eq!(caught(async { 7 }).await, Ok(7));
    }
}
