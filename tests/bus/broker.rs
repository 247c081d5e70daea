//! A `RabbitMQ` of one test: over TLS alone, with users known by their certificates, rights as Fedora's broker gives them,
//! in a temporary folder and on free ports of loopback.

use crate::running::holds_in_time;
use crate::running::process::Process;
use rcgen::{BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Where Debian has it.
const SERVER: &str = "/usr/lib/rabbitmq/bin/rabbitmq-server";

/// Users, their rights and the queues, as a broker's admins make them.
const DEFINITIONS: &str = include_str!("definitions.json");

/// A broker. Fields are dropped in order: the server before the folder.
pub(crate) struct Broker {
    server: Option<Process>,
    /// Erlang's port mapper, which would else be started as a daemon and stay.
    _epmd: Process,
    pub(crate) port: u16,
    distribution: u16,
    epmd: u16,
    starts: u32,
    folder: TempDir,
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

impl Broker {
    /// Starts one.
    pub(crate) fn start() -> Self {
        let folder = TempDir::with_prefix("rfrbot-bus-").unwrap();
        let epmd = free_port();
        let mut mapper = Command::new("epmd");
        mapper.args(["-port", &epmd.to_string(), "-address", "127.0.0.1"]);
        let mapper = Process::start(&mut mapper, folder.path(), "epmd.log");
        let mut broker = Self {
            server: None,
            _epmd: mapper,
            port: free_port(),
            distribution: free_port(),
            epmd,
            starts: 0,
            folder,
        };
        broker.certificates();
        broker.write("definitions.json", DEFINITIONS);
        broker.write("enabled_plugins", "[rabbitmq_auth_mechanism_ssl].");
        broker.write("env.conf", "");
        let path = |name: &str| broker.path(name).display().to_string();
        broker.write(
            "rabbitmq.conf",
            &format!(
                "listeners.tcp = none\nlisteners.ssl.1 = 127.0.0.1:{}\nssl_options.cacertfile = {}\n\
                 ssl_options.certfile = {}\nssl_options.keyfile = {}\nssl_options.verify = verify_peer\n\
                 ssl_options.fail_if_no_peer_cert = true\nauth_mechanisms.1 = EXTERNAL\n\
                 ssl_cert_login_from = common_name\nload_definitions = {}\nlog.console = true\nlog.file = false\n",
                broker.port,
                path("ca.pem"),
                path("server.pem"),
                path("server.key"),
                path("definitions.json"),
            ),
        );
        broker.begin();
        broker
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Starts the server, and waits until it is up.
    pub(crate) fn begin(&mut self) {
        self.starts += 1;
        let log = format!("server-{}.log", self.starts);
        let mut command = Command::new(SERVER);
        let folder = self.folder.path();
        for (name, at) in [
            ("HOME", "."),
            ("RABBITMQ_MNESIA_BASE", "mnesia"),
            ("RABBITMQ_LOG_BASE", "log"),
            ("RABBITMQ_CONFIG_FILE", "rabbitmq.conf"),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", "enabled_plugins"),
            ("RABBITMQ_CONF_ENV_FILE", "env.conf"),
            ("RABBITMQ_PID_FILE", "pid"),
        ] {
            command.env(name, folder.join(at));
        }
        command
            .env("ERL_EPMD_PORT", self.epmd.to_string())
            .env("ERL_EPMD_ADDRESS", "127.0.0.1")
            .env("RABBITMQ_NODENAME", "rabbit@localhost")
            .env("RABBITMQ_DIST_PORT", self.distribution.to_string())
            // One thread: the machine has other work.
            .env(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1} +S 1:1",
            )
            .current_dir(folder);
        let mut server = Process::start_group(&mut command, folder, &log);
        let up = holds_in_time(|| server.output().contains("Server startup complete") || !server.is_running());
        assert!(
            up && server.is_running(),
            "RabbitMQ does not start:\n{}",
            server.output()
        );
        self.server = Some(server);
    }

    /// Stops it in order.
    pub(crate) fn stop(&mut self) {
        self.server.take().unwrap().end_in_order();
    }

    /// An authority, the server's certificate, and one for each person; one of them is long over.
    fn certificates(&self) {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name = named("the authority of a test");
        let certificate = params.self_signed(&key).unwrap();
        self.write("ca.pem", &certificate.pem());
        let issuer = Issuer::new(params, key);
        for (file, name, until) in [
            ("server", "localhost", 4000),
            ("rfrbot", "rfrbot", 4000),
            ("fan", "fan", 4000),
            ("stranger", "stranger", 4000),
            ("expired", "rfrbot", 2020),
        ] {
            let key = KeyPair::generate().unwrap();
            let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
            params.distinguished_name = named(name);
            params.not_after = date_time_ymd(until, 1, 1);
            let certificate = params.signed_by(&key, &issuer).unwrap();
            self.write(&format!("{file}.pem"), &certificate.pem());
            self.write(&format!("{file}.key"), &key.serialize_pem());
            let only_ours = fs::Permissions::from_mode(0o600);
            fs::set_permissions(self.path(&format!("{file}.key")), only_ours).unwrap();
        }
    }

    /// The section of a bot's config, with the certificate of that name.
    pub(crate) fn section(&self, certificate: &str) -> String {
        let path = |name: String| self.path(&name).display().to_string();
        format!(
            "[bus]\nbroker = \"amqps://localhost:{}/%2Fpubsub\"\ncertificate = \"{}\"\nkey = \"{}\"\nca_file = \"{}\"\n",
            self.port,
            path(format!("{certificate}.pem")),
            path(format!("{certificate}.key")),
            path("ca.pem".to_owned()),
        )
    }

    /// What fedora-messaging is told of it, as somebody who may read everything.
    fn messaging(&self) -> PathBuf {
        let path = |name: &str| self.path(name).display().to_string();
        let config = format!(
            "amqp_url = \"amqps://fan:@localhost:{}/%2Fpubsub\"\npassive_declares = true\ntopic_prefix = \
             \"org.fedoraproject.prod\"\npublish_exchange = \"amq.topic\"\n[tls]\nca_cert = \"{}\"\nkeyfile = \
             \"{}\"\ncertfile = \"{}\"\n[client_properties]\napp = \"a test\"\n[queues.fan]\ndurable = true\n\
             auto_delete = false\nexclusive = false\narguments = {{}}\n[[bindings]]\nqueue = \"fan\"\nexchange = \
             \"amq.topic\"\nrouting_keys = []\n",
            self.port,
            path("ca.pem"),
            path("fan.key"),
            path("fan.pem"),
        );
        let file = self.path("messaging.toml");
        fs::write(&file, config).unwrap();
        file
    }

    /// A script of this folder, in the environment with fedora-messaging and the packages of schemas.
    pub(crate) fn python(&self, script: &str) -> Command {
        let venv = std::env::var("RFRBOT_BUS_VENV").expect("RFRBOT_BUS_VENV, which tests/run sets");
        let mut command = Command::new(Path::new(&venv).join("bin/python"));
        command
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bus").join(script))
            .env("FEDORA_MESSAGING_CONF", self.messaging())
            .env("PYTHONUNBUFFERED", "1")
            .env("PYTHONDONTWRITEBYTECODE", "1");
        command
    }
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}
