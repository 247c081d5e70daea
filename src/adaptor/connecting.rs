//! A connection to a server, with or without TLS. `crate::trouble` explains failures.

use super::tls::Protection;
use crate::trouble::Server;
use std::fmt::Debug;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::rustls::pki_types::ServerName;
use tracing::debug;

/// A connection, encrypted or not.
pub(crate) trait ByteStream: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> ByteStream for T {}

/// Connects. The timeout applies to TCP and to TLS separately.
pub(crate) async fn connect(
    server: Server<'_>,
    port: u16,
    patience: Duration,
    protection: &Protection,
) -> Result<Box<dyn ByteStream>, String> {
    let host = server.host;
    let seconds = patience.as_secs_f32();
    let tcp = timeout(patience, TcpStream::connect((host, port)))
        .await
        .map_err(|_| format!("{host}:{port} does not answer within {seconds} s"))?
        .map_err(|error| server.explain(&error))?;
    // Lines are short and must arrive at once.
    if let Err(error) = tcp.set_nodelay(true) {
        debug!(%error, "cannot switch off Nagle's algorithm");
    }
    let tls = match protection {
        Protection::Plain => return Ok(Box::new(tcp)),
        Protection::Tls(connector) => connector,
    };
    let name = ServerName::try_from(host.to_owned()).map_err(|_| format!("`host` {host} is no name of a server"))?;
    let stream = timeout(patience, tls.connect(name, tcp))
        .await
        .map_err(|_| format!("{host}:{port} does not answer TLS within {seconds} s: is it the server's TLS port?"))?
        .map_err(|error| server.explain_tls(&error))?;
    Ok(Box::new(stream))
}
