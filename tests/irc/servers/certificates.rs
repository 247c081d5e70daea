//! Certificates made for one test: a private authority, servers with the right and a wrong name, and a person's.

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// A certificate and its key, as PEM files.
#[derive(Clone)]
pub(crate) struct Identity {
    /// The certificate's file.
    pub(crate) certificate: PathBuf,
    /// The private key's file.
    pub(crate) key: PathBuf,
}

/// All certificates of a test, as PEM files in one folder.
pub(crate) struct Certificates {
    /// The private authority that a client must trust.
    pub(crate) authority: PathBuf,
    /// A server certificate for `localhost`.
    pub(crate) server: Identity,
    /// A server certificate of the same authority for another name.
    pub(crate) wrong_name: Identity,
    /// A client certificate, for SASL EXTERNAL.
    pub(crate) person: Identity,
}

impl Certificates {
    /// Makes them in a folder.
    pub(crate) fn create(folder: &Path) -> Self {
        let key = KeyPair::generate().expect("making the authority's key");
        let mut params = CertificateParams::new(Vec::new()).expect("the authority's parameters");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let certificate = params.self_signed(&key).expect("signing the authority");
        let authority = folder.join("authority.pem");
        fs::write(&authority, certificate.pem()).expect("writing the authority");
        let issuer = Issuer::new(params, key);
        let issue = |name: &str| {
            let key = KeyPair::generate().expect("making a key");
            let certificate = CertificateParams::new(vec![name.to_owned()])
                .expect("a certificate's parameters")
                .signed_by(&key, &issuer)
                .expect("signing a certificate");
            let identity = Identity {
                certificate: folder.join(format!("{name}.pem")),
                key: folder.join(format!("{name}.key")),
            };
            fs::write(&identity.certificate, certificate.pem()).expect("writing a certificate");
            fs::write(&identity.key, key.serialize_pem()).expect("writing a key");
            identity
        };
        Self {
            authority,
            server: issue("localhost"),
            wrong_name: issue("elsewhere.test.invalid"),
            person: issue("person.test.invalid"),
        }
    }

    /// A client that trusts the authority, and shows the person's certificate if it wants to.
    pub(crate) fn client_config(&self, show_certificate: bool) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        roots
            .add(read_certificate(&self.authority))
            .expect("trusting the test's authority");
        let builder = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("TLS versions")
            .with_root_certificates(roots);
        Arc::new(if show_certificate {
            let key = PrivateKeyDer::from_pem_file(&self.person.key).expect("reading the person's key");
            builder
                .with_client_auth_cert(vec![read_certificate(&self.person.certificate)], key)
                .expect("using the person's certificate")
        } else {
            builder.with_no_client_auth()
        })
    }
}

fn read_certificate(path: &Path) -> CertificateDer<'static> {
    CertificateDer::from_pem_file(path).expect("reading a certificate that this test wrote")
}
