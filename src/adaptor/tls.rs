//! Verified TLS. `crate::trouble` explains failures.

use super::authorities::{AuthoritiesError, authorities, certificates, file_error, unusable};
use crate::config::Tls;
use std::sync::Arc;
use thiserror::Error;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{self, ClientConfig};

/// Why TLS cannot be set up.
#[derive(Debug, Error)]
pub(crate) enum TlsError {
    /// No authorities to trust, or an unusable PEM file.
    #[error(transparent)]
    Authorities(#[from] AuthoritiesError),
    /// The library refuses the settings.
    #[error("TLS settings: {0}")]
    Settings(#[from] rustls::Error),
}

/// How a connection is secured.
#[derive(Clone)]
pub(crate) enum Protection {
    /// Unencrypted, because the config says so.
    Plain,
    /// With TLS.
    Tls(TlsConnector),
}

/// Sets up what the config asks for.
pub(crate) fn protection(tls: &Tls) -> Result<Protection, TlsError> {
    let Tls::Checked { ca_file, client_cert } = tls else {
        return Ok(Protection::Plain);
    };
    let roots = authorities(ca_file.as_deref())?;
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots);
    let config = match client_cert {
        Some((certificate, key)) => {
            let chain = certificates("client certificate", certificate)?;
            let read = PrivateKeyDer::from_pem_file(key);
            let read = read.map_err(|error| unusable("client key", key, &error, "it holds no key in PEM form"))?;
            let unfit = "it cannot be used, or is not the key of the client certificate";
            config
                .with_client_auth_cert(chain, read)
                .map_err(|_| file_error("client key", key, &unfit))?
        }
        None => config.with_no_client_auth(),
    };
    Ok(Protection::Tls(TlsConnector::from(Arc::new(config))))
}
