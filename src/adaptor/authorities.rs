//! Trusted certificate authorities: the system's, and one of the operator's own.

use std::path::{Path, PathBuf};
use thiserror::Error;
use tokio_rustls::rustls::RootCertStore;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};

/// Why there are no authorities to trust.
#[derive(Debug, Error)]
pub(crate) enum AuthoritiesError {
    /// A PEM file cannot be used.
    #[error("{what} {}: {why}", path.display())]
    File {
        /// What it should contain.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// No authority is known at all.
    #[error("no certificate authority is known: install the system's (package ca-certificates) or give `ca_file`")]
    None,
}

/// The system's authorities, and those of a PEM file.
pub(crate) fn authorities(ca_file: Option<&Path>) -> Result<RootCertStore, AuthoritiesError> {
    let mut roots = RootCertStore::empty();
    for authority in rustls_native_certs::load_native_certs().certs {
        // A single unusual certificate in the system's store must not exclude the others.
        let _ = roots.add(authority);
    }
    if let Some(path) = ca_file {
        const WHAT: &str = "authority (`ca_file`)";
        for authority in certificates(WHAT, path)? {
            roots
                .add(authority)
                .map_err(|_| file_error(WHAT, path, &"a certificate in it is no authority's, or broken"))?;
        }
    }
    if roots.is_empty() {
        return Err(AuthoritiesError::None);
    }
    Ok(roots)
}

/// The certificates in a PEM file, at least one.
pub(crate) fn certificates(what: &'static str, path: &Path) -> Result<Vec<CertificateDer<'static>>, AuthoritiesError> {
    const NONE: &str = "it holds no certificate in PEM form";
    let found: Result<Vec<_>, _> = CertificateDer::pem_file_iter(path).and_then(Iterator::collect);
    let found = found.map_err(|error| unusable(what, path, &error, NONE))?;
    if found.is_empty() {
        return Err(file_error(what, path, &NONE));
    }
    Ok(found)
}

/// Why a PEM file cannot be used; `broken` if it can be read but not parsed.
pub(crate) fn unusable(what: &'static str, path: &Path, error: &pem::Error, broken: &str) -> AuthoritiesError {
    if let pem::Error::Io(error) = error {
        return file_error(what, path, &format!("it cannot be read ({error})"));
    }
    file_error(what, path, &broken)
}

/// What is wrong with a PEM file.
pub(crate) fn file_error(what: &'static str, path: &Path, why: &dyn std::fmt::Display) -> AuthoritiesError {
    AuthoritiesError::File {
        what,
        path: path.to_owned(),
        why: why.to_string(),
    }
}
