//! Mutated input for everything that reads what others wrote: no panic, no endless work, and no harm.
//!
//! Seeds lie in `tests/data/corpus/KIND/`; what once failed is kept there too. The budget is fixed, so that a run
//! takes the same time everywhere; `RFRBOT_FUZZ=N` multiplies it. `RFRBOT_FUZZ_SEED=N` takes other dice. Lines of IRC are
//! tried where the session can be looked into: `chat::irc::session::tests::attacks`.

mod attacks;
mod dice;
