//! Known identities: the cross-signing key with which each person's devices were first seen.
//!
//! A homeserver can give a person another identity, and devices with it. A changed identity is reported, and rejected
//! until the operator confirms it (`rfrbot matrix trust`), which also works while the bot runs.

use super::error::MatrixError;
use super::session::file;
use crate::config::MatrixNetwork;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tracing::warn;

/// Most identities that are kept: anybody with an account on any homeserver could add one. Beyond it, somebody new counts
/// as changed, so that nothing is believed unseen.
const MOST: usize = 20_000;

/// The file and its contents: the key by Matrix id.
pub(super) struct Identities {
    path: PathBuf,
    known: Mutex<BTreeMap<String, String>>,
}

impl Identities {
    /// Reads the file; if there is none, nobody is known yet.
    pub(super) fn load(folder: &Path) -> Result<Self, MatrixError> {
        let path = folder.join("identities.json");
        let known = Mutex::new(read(&path)?);
        Ok(Self { path, known })
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Did somebody have an identity when last seen?
    pub(super) fn has_one(&self, mxid: &str) -> bool {
        self.known().contains_key(mxid)
    }

    /// Is this somebody's known identity? The first one seen becomes it. Losing an identity counts as a change.
    pub(super) fn is_known(&self, mxid: &str, key: Option<&str>) -> bool {
        let mut known = self.known();
        if known.get(mxid).map(String::as_str) == key {
            return true;
        }
        // The operator may have confirmed it meanwhile.
        match read(&self.path) {
            Ok(now) => *known = now,
            Err(error) => {
                warn!("{error}");
                return false;
            }
        }
        match (known.get(mxid), key) {
            (Some(before), key) => Some(before.as_str()) == key,
            (None, None) => true,
            (None, Some(_)) if known.len() >= MOST => {
                warn!("{} holds {MOST} identities, and takes no more", self.path.display());
                false
            }
            (None, Some(key)) => {
                known.insert(mxid.to_owned(), key.to_owned());
                if let Err(error) = write(&self.path, &known) {
                    warn!("{error}");
                }
                true
            }
        }
    }
}

/// Forgets somebody's known identity: the next one seen is accepted.
pub(super) fn forget(network: &MatrixNetwork, mxid: &str) -> Result<String, MatrixError> {
    let path = network.folder.join("identities.json");
    let mut known = read(&path)?;
    if known.remove(mxid).is_none() {
        return Ok(format!(
            "no identity of {mxid} is known; the first that the bot sees is taken"
        ));
    }
    write(&path, &known)?;
    Ok(format!("the next identity of {mxid} that the bot sees is taken"))
}

fn read(path: &Path) -> Result<BTreeMap<String, String>, MatrixError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(file(path, &error)),
    };
    serde_json::from_slice(&bytes).map_err(|error| file(path, &error.into()))
}

fn write(path: &Path, known: &BTreeMap<String, String>) -> Result<(), MatrixError> {
    let new = path.with_extension("json.new");
    let written = serde_json::to_vec(known)
        .map_err(io::Error::from)
        .and_then(|bytes| fs::write(&new, bytes))
        .and_then(|()| fs::File::open(&new)?.sync_all())
        .and_then(|()| fs::rename(&new, path));
    written.map_err(|error| file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::{Identities, MOST, read, write};

    #[test]
    fn so_many_identities_are_kept_and_beyond_them_nobody_new_is_believed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("identities.json");
        let full = (0..MOST).map(|number| (format!("@a{number}:example.test"), "key".to_owned()));
        write(&path, &full.collect()).expect("the file can be written");
        let identities = Identities::load(folder.path()).expect("the file can be read");
        assert!(identities.is_known("@a7:example.test", Some("key")));
        assert!(!identities.is_known("@new:example.test", Some("key")));
        assert!(identities.is_known("@new:example.test", None), "nothing is to be kept");
        assert_eq!(read(&path).expect("the file can be read").len(), MOST);
    }

    #[test]
    fn another_identity_is_nobodys_until_the_operator_has_confirmed_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let load = || Identities::load(folder.path()).expect("the file can be read");
        let kevin = "@kevin:example.test";
        let identities = load();
        assert!(identities.is_known(kevin, None), "somebody without an identity");
        assert!(identities.is_known(kevin, Some("first")));
        for identities in [identities, load()] {
            assert!(identities.is_known(kevin, Some("first")));
            assert!(!identities.is_known(kevin, Some("second")));
            assert!(!identities.is_known(kevin, None), "an identity that is hidden");
        }
        let identities = load();
        let path = folder.path().join("identities.json");
        let mut known = read(&path).expect("the file can be read");
        known.remove(kevin);
        write(&path, &known).expect("the file can be written");
        assert!(
            identities.is_known(kevin, Some("second")),
            "it was confirmed while the bot runs"
        );
        assert!(!identities.is_known(kevin, Some("first")));
    }
}
