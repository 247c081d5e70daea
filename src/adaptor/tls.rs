//! TLS, checked; and what a failed check means in words that name the fix.

use super::authorities::{AuthoritiesError, authorities, certificates, file_error};
use crate::config::Tls;
use std::io;
use std::sync::Arc;
use thiserror::Error;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{self, CertificateError, ClientConfig};

/// Why TLS cannot even be tried.
#[derive(Debug, Error)]
pub(crate) enum TlsError {
    /// Nobody can be believed, or a PEM file cannot be used.
    #[error(transparent)]
    Authorities(#[from] AuthoritiesError),
    /// The library refuses the settings.
    #[error("TLS settings: {0}")]
    Settings(#[from] rustls::Error),
}

/// How a connection is made.
#[derive(Clone)]
pub(crate) enum Protection {
    /// Without any, because the config says so.
    Plain,
    /// With TLS.
    Tls(TlsConnector),
}

/// The protection that the config asks for.
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
            let key = PrivateKeyDer::from_pem_file(key).map_err(|error| file_error("client key", key, &error))?;
            config.with_client_auth_cert(chain, key)?
        }
        None => config.with_no_client_auth(),
    };
    Ok(Protection::Tls(TlsConnector::from(Arc::new(config))))
}

/// What went wrong on a connection, for somebody who can mend it.
pub(crate) fn explain(error: &io::Error, host: &str, port: u16) -> String {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(why)) => match why {
            CertificateError::UnknownIssuer => format!(
                "the certificate of {host} is signed by an authority that this machine does not know: if that is \
                 right (a private server), give the authority's PEM file as `ca_file`"
            ),
            CertificateError::BadSignature => format!(
                "the certificate of {host} is not signed by the authority that this machine knows under that name: if \
                 the server's private authority was made anew, give its new PEM file as `ca_file`"
            ),
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                format!("the certificate is not for {host}: set `host` to a name that the certificate holds")
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => format!(
                "the certificate of {host} has expired: the server's operator must renew it (or this machine's clock \
                 is wrong)"
            ),
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                format!("the certificate of {host} is not valid yet: check this machine's clock")
            }
            other => format!("the certificate of {host} is not acceptable: {other:?}"),
        },
        Some(rustls::Error::InvalidMessage(_)) => format!(
            "{host}:{port} does not speak TLS: set `port` to the server's TLS port (usually 6697), or say in the \
             config that the connection is plain"
        ),
        Some(rustls::Error::AlertReceived(alert)) => {
            format!("{host} ended TLS with {alert:?}: check the client certificate, if one is set")
        }
        Some(other) => format!("TLS with {host}: {other}"),
        None if error.kind() == io::ErrorKind::UnexpectedEof => format!("{host} closed the link"),
        None => format!("{host}:{port}: {error}"),
    }
}
