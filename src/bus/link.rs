//! The connection with the broker: AMQP 0-9-1 by lapin, over our own TLS, as the user that the certificate names (SASL
//! EXTERNAL).

use crate::adaptor::connecting::{ByteStream, connect};
use crate::adaptor::tls::protection;
use crate::config::{Bus, Tls};
use crate::trouble::{Protocol, Server};
use crate::visible::escaped;
use async_compat::{Compat, CompatExt};
use async_rs::traits::Reactor;
use async_rs::util::RuntimeParts;
use async_rs::{Runtime, Tokio};
use chrono::{DateTime, Utc};
use futures_util::io::{AsyncRead, AsyncWrite};
use futures_util::{Stream, StreamExt};
use lapin::message::Delivery;
use lapin::options::{
    BasicAckOptions, BasicConsumeOptions, BasicPublishOptions, BasicQosOptions, ConfirmSelectOptions,
    ExchangeDeclareOptions, QueueDeclareOptions,
};
use lapin::tcp::AsyncTcpStream;
use lapin::types::{AMQPValue, FieldTable};
use lapin::uri::{AMQPAuthority, AMQPQueryString, AMQPScheme, AMQPUri, AMQPUserInfo, SASLMechanism};
use lapin::{
    BasicProperties, Channel, Confirmation, Connection, ConnectionProperties, Consumer, ErrorKind, Event, ExchangeKind,
};
use std::io;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::timeout;

/// Bytes of a frame. lapin holds 64 of them in memory; longer messages take several.
const FRAME: u32 = 8192;

/// Seconds between two signs of life.
const HEARTBEAT: u16 = 60;

/// How many messages the broker sends ahead.
const PREFETCH: u16 = 10;

/// How long the end of a connection may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// Why something was not done.
#[derive(Debug)]
pub(super) enum BusRefusal {
    /// The broker cannot be used now.
    Away(String),
    /// It refuses this, and closed the channel.
    Refused(String),
    /// It does not take this now.
    NotNow(String),
}

impl BusRefusal {
    pub(super) fn words(&self) -> &str {
        match self {
            Self::Away(why) | Self::Refused(why) | Self::NotNow(why) => why,
        }
    }
}

/// A connection.
pub(super) struct BusLink {
    connection: Connection,
    events: Pin<Box<dyn Stream<Item = Event> + Send + Sync>>,
    channel: Option<Channel>,
    host: String,
    port: u16,
    patience: Duration,
}

impl BusLink {
    /// Connects and logs in; the certificate is read anew each time.
    pub(super) async fn open(config: &Bus) -> Result<Self, BusRefusal> {
        let tls = Tls::Checked {
            ca_file: config.ca_file.clone(),
            client_cert: Some((config.certificate.clone(), config.key.clone())),
        };
        let tls = protection(&tls).map_err(|error| BusRefusal::Away(error.to_string()))?;
        let server = server(&config.host, config.port);
        let stream = connect(server, config.port, config.timeout, &tls).await;
        let stream = Mutex::new(Some(stream.map_err(BusRefusal::Away)?.compat()));
        let given = async move |_: AMQPUri, _: Runtime<Kit>| {
            let stream = stream.lock().unwrap_or_else(PoisonError::into_inner).take();
            let stream = stream.ok_or_else(|| io::Error::from(io::ErrorKind::NotConnected))?;
            Ok(AsyncTcpStream::Plain(stream))
        };
        let kit = RuntimeParts::new(Tokio::current(), GivenStreams(Tokio::current()));
        let properties = ConnectionProperties::default().with_connection_name("rfrbot".into());
        let connection = Connection::connector(uri(config), Runtime::new(kit), given, properties);
        let mut link = Self {
            connection: within(config.timeout, &config.host, connection, |error| login(config, error)).await?,
            events: Box::pin(futures_util::stream::empty()),
            channel: None,
            host: config.host.clone(),
            port: config.port,
            patience: config.timeout,
        };
        link.events = Box::pin(link.connection.events_listener());
        Ok(link)
    }

    /// Waits until the connection is lost; returns why.
    pub(super) async fn lost(&mut self) -> String {
        let mut why = None;
        while self.is_up() {
            match self.events.next().await {
                Some(Event::Error(error)) => why = Some(error),
                Some(_) => {}
                None => break,
            }
        }
        match why {
            Some(error) => self.words(&error),
            None => self.server().closed_link(),
        }
    }

    pub(super) fn is_up(&self) -> bool {
        self.connection.status().connected()
    }

    /// Says goodbye, as far as the broker listens.
    pub(super) async fn close(self) {
        let _ = timeout(GOODBYE, self.connection.close(200, "bye".into())).await;
    }

    /// Publishes a message, and waits for the broker's word that it has it.
    pub(super) async fn publish(
        &mut self,
        exchange: &str,
        topic: &str,
        properties: BasicProperties,
        body: &[u8],
    ) -> Result<(), BusRefusal> {
        let patience = self.patience;
        let published = timeout(patience, self.publish_now(exchange, topic, properties, body)).await;
        match published {
            Ok(Ok(Confirmation::Ack(_))) => Ok(()),
            Ok(Ok(Confirmation::Nack(_) | Confirmation::NotRequested)) => {
                Err(BusRefusal::NotNow(format!("{} does not take a message now", self.host)))
            }
            Ok(Err(error)) => Err(self.refusal(&error)),
            Err(_) => Err(BusRefusal::Away(format!(
                "{} confirms nothing within {} s",
                self.host,
                patience.as_secs()
            ))),
        }
    }

    async fn publish_now(
        &mut self,
        exchange: &str,
        topic: &str,
        properties: BasicProperties,
        body: &[u8],
    ) -> lapin::Result<Confirmation> {
        let channel = match self.channel.take().filter(|channel| channel.status().connected()) {
            Some(channel) => channel,
            None => {
                let channel = self.connection.create_channel().await?;
                channel.confirm_select(ConfirmSelectOptions::default()).await?;
                channel
            }
        };
        let options = BasicPublishOptions::default();
        let confirm = channel
            .basic_publish(exchange.into(), topic.into(), options, body, properties)
            .await?;
        let confirmation = confirm.await?;
        self.channel = Some(channel);
        Ok(confirmation)
    }

    /// Is there such an exchange?
    pub(super) async fn has_exchange(&self, exchange: &str) -> Result<(), BusRefusal> {
        let asked = async {
            let channel = self.connection.create_channel().await?;
            let options = ExchangeDeclareOptions {
                passive: true,
                ..ExchangeDeclareOptions::default()
            };
            channel
                .exchange_declare(exchange.into(), ExchangeKind::Topic, options, FieldTable::default())
                .await?;
            channel.close(200, "bye".into()).await
        };
        self.answered(asked).await
    }

    /// Begins to read a queue, which must be there.
    pub(super) async fn listen(&self, queue: &str) -> Result<Listening, BusRefusal> {
        let asked = async {
            let channel = self.connection.create_channel().await?;
            channel.basic_qos(PREFETCH, BasicQosOptions::default()).await?;
            passively(&channel, queue).await?;
            let options = BasicConsumeOptions::default();
            let consumer = channel
                .basic_consume(queue.into(), "rfrbot".into(), options, FieldTable::default())
                .await?;
            Ok(Listening {
                consumer,
                _channel: channel,
            })
        };
        self.answered(asked).await
    }

    /// Is there such a queue?
    pub(super) async fn has_queue(&self, queue: &str) -> Result<(), BusRefusal> {
        let asked = async {
            let channel = self.connection.create_channel().await?;
            passively(&channel, queue).await?;
            channel.close(200, "bye".into()).await
        };
        self.answered(asked).await
    }

    async fn answered<T>(&self, asked: impl Future<Output = lapin::Result<T>>) -> Result<T, BusRefusal> {
        match timeout(self.patience, asked).await {
            Ok(answer) => answer.map_err(|error| self.refusal(&error)),
            Err(_) => Err(BusRefusal::Away(format!("{} does not answer", self.host))),
        }
    }

    fn refusal(&self, error: &lapin::Error) -> BusRefusal {
        // Only a channel ends by this; the connection goes on.
        if error.is_amqp_soft_error() && self.is_up() {
            return BusRefusal::Refused(self.words(error));
        }
        BusRefusal::Away(self.words(error))
    }

    pub(super) fn words(&self, error: &lapin::Error) -> String {
        words(self.server(), error)
    }

    fn server(&self) -> Server<'_> {
        server(&self.host, self.port)
    }
}

/// Asks for a queue that its admins made, and makes none.
async fn passively(channel: &Channel, queue: &str) -> lapin::Result<()> {
    let options = QueueDeclareOptions {
        passive: true,
        ..QueueDeclareOptions::default()
    };
    channel
        .queue_declare(queue.into(), options, FieldTable::default())
        .await?;
    Ok(())
}

/// A queue that is read.
pub(super) struct Listening {
    consumer: Consumer,
    _channel: Channel,
}

impl Listening {
    /// The next message; or why there is none any more, as far as the broker says.
    pub(super) async fn next(&mut self) -> Result<HeardMessage, Option<lapin::Error>> {
        match self.consumer.next().await {
            Some(Ok(delivery)) => Ok(HeardMessage(delivery)),
            Some(Err(error)) => Err(Some(error)),
            None => Err(None),
        }
    }
}

/// A message of others.
pub(super) struct HeardMessage(Delivery);

impl HeardMessage {
    pub(super) fn topic(&self) -> &str {
        self.0.routing_key.as_str()
    }

    pub(super) fn id(&self) -> Option<&str> {
        let id = self.0.properties.message_id().as_ref()?.as_str();
        (!id.is_empty()).then_some(id)
    }

    /// When it was sent, as far as it says so.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's types of values: a time is a text"
    )]
    pub(super) fn sent(&self) -> Option<DateTime<Utc>> {
        let headers = self.0.properties.headers().as_ref()?;
        let said = match headers.inner().get("sent-at")? {
            AMQPValue::LongString(text) => std::str::from_utf8(text.as_bytes()).ok()?.to_owned(),
            AMQPValue::ShortString(text) => text.as_str().to_owned(),
            _ => return None,
        };
        Some(DateTime::parse_from_rfc3339(&said).ok()?.to_utc())
    }

    pub(super) fn body(&self) -> &[u8] {
        &self.0.data
    }

    /// It is dealt with, and does not come again.
    pub(super) async fn done(self) -> lapin::Result<()> {
        self.0.ack(BasicAckOptions::default()).await?;
        Ok(())
    }
}

/// In this time, or else the broker is away.
async fn within<T>(
    patience: Duration,
    host: &str,
    answer: impl Future<Output = lapin::Result<T>>,
    why: impl FnOnce(&lapin::Error) -> String,
) -> Result<T, BusRefusal> {
    match timeout(patience, answer).await {
        Ok(answer) => answer.map_err(|error| BusRefusal::Away(why(&error))),
        Err(_) => Err(BusRefusal::Away(format!(
            "{host} speaks TLS and then nothing within {} s: is it a broker's port?",
            patience.as_secs()
        ))),
    }
}

/// Why a login failed.
fn login(config: &Bus, error: &lapin::Error) -> String {
    if let ErrorKind::ProtocolError(refused) = error.kind() {
        let said = escaped(refused.get_message().as_str().trim_end_matches('.'));
        let host = &config.host;
        return match refused.get_id() {
            403 => format!(
                "{host} knows no user by the name in the client certificate, or does not take certificates: {said}. Ask \
                 its admins which name (CN) `certificate` of [bus] must have"
            ),
            530 if said.contains("refused for user") => format!(
                "{host} does not let the bot into the virtual host {:?}: {said}. Its admins give that user the right to it, or \
                 `certificate` of [bus] must be another user's",
                config.vhost
            ),
            530 => format!(
                "{host} does not let the bot into the virtual host {:?}: {said}. Check the part after the slash in \
                 `broker` of [bus]",
                config.vhost
            ),
            _ => format!("{host} ended the login: {said}"),
        };
    }
    let server = server(&config.host, config.port);
    let said = words(server, error);
    // The broker's alert may be lost where it closes at once (TLS 1.3 lets it look at our certificate after its own part).
    if of_the_connection(error).is_some_and(|cause| server.just_closed(cause)) {
        return format!(
            "{said} before it let the bot in, as brokers do when the client certificate has expired, or comes from an \
             authority that they do not trust: `openssl x509 -noout -dates -issuer -in {}` shows both",
            config.certificate.display()
        );
    }
    said
}

fn server(host: &str, port: u16) -> Server<'_> {
    Server {
        host,
        port: Some(port),
        speaks: Protocol::Amqp,
    }
}

/// The error of the connection below, if it is one.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's errors: more of them come with each release"
)]
fn of_the_connection(error: &lapin::Error) -> Option<&io::Error> {
    match error.kind() {
        ErrorKind::IOError(cause) | ErrorKind::RuntimeShutdownError(cause) => Some(cause.as_ref()),
        _ => None,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's errors: more of them come with each release"
)]
fn words(server: Server<'_>, error: &lapin::Error) -> String {
    if let Some(cause) = of_the_connection(error) {
        return server.explain(cause);
    }
    let host = server.host;
    match error.kind() {
        ErrorKind::ProtocolError(refused) => format!("{host} says: {}", escaped(refused.get_message().as_str())),
        ErrorKind::MissingHeartbeatError => format!("{host} gives no sign of life"),
        _ => format!("{host} closed the link ({})", escaped(&error.to_string())),
    }
}

fn uri(config: &Bus) -> AMQPUri {
    AMQPUri {
        scheme: AMQPScheme::AMQPS,
        authority: AMQPAuthority {
            userinfo: AMQPUserInfo {
                username: String::new(),
                password: String::new(),
            },
            host: config.host.clone(),
            port: config.port,
        },
        vhost: config.vhost.clone(),
        query: AMQPQueryString {
            frame_max: Some(FRAME),
            heartbeat: Some(HEARTBEAT),
            auth_mechanism: Some(SASLMechanism::External),
            ..AMQPQueryString::default()
        },
    }
}

/// The runtime as lapin wants it: this program's, with streams that are given.
type Kit = RuntimeParts<Tokio, GivenStreams>;

/// Streams are given, and never opened by lapin.
#[derive(Clone, Debug)]
struct GivenStreams(Tokio);

impl Reactor for GivenStreams {
    type TcpStream = Compat<Box<dyn ByteStream>>;
    type Sleep = <Tokio as Reactor>::Sleep;

    fn register<H: io::Read + io::Write + Send + 'static>(
        &self,
        _: H,
    ) -> io::Result<impl AsyncRead + AsyncWrite + Send + Unpin + 'static> {
        Err::<Self::TcpStream, _>(io::Error::from(io::ErrorKind::Unsupported))
    }

    fn sleep(&self, duration: Duration) -> Self::Sleep {
        self.0.sleep(duration)
    }

    fn interval(&self, duration: Duration) -> impl Stream<Item = std::time::Instant> + Send + 'static {
        self.0.interval(duration)
    }

    fn tcp_connect_addr(
        &self,
        _: std::net::SocketAddr,
    ) -> impl Future<Output = io::Result<Self::TcpStream>> + Send + 'static {
        std::future::ready(Err(io::Error::from(io::ErrorKind::Unsupported)))
    }
}
