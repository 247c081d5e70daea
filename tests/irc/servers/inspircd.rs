//! `InspIRCd` with Atheme services: the closest thing to Libera.Chat on one's own machine.

use super::certificates::Certificates;
use super::client::Person;
use super::leaf::{Leaf, LeafPorts};
use super::ports::{free_port, loopback};
use super::process::{Process, tail};
use super::{holds_in_time, installed};
use std::fmt::Write as _;
use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// How strict the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// No flood limits that a test could reach.
    Lenient,
    /// The same, but a linked server that does not answer for ten to twenty seconds is dropped.
    Impatient,
    /// About twenty lines at once pass; more end the connection with `Excess Flood`.
    LiberaLike,
}

pub(super) const SERVER: &str = "irc.test.invalid";
const SERVICES: &str = "services.test.invalid";

/// The server's features: the capabilities that the bot uses, accounts, certificates, and what Atheme requires (`deaf`,
/// `svshold`).
const SERVER_MODULES: &[&str] = &[
    "spanningtree",
    "cap",
    "ircv3",
    "ircv3_accounttag",
    "ircv3_batch",
    "ircv3_capnotify",
    "ircv3_chghost",
    "ircv3_ctctags",
    "ircv3_echomessage",
    "ircv3_invitenotify",
    "ircv3_labeledresponse",
    "ircv3_msgid",
    "ircv3_servertime",
    "sasl",
    "services_account",
    "setname",
    "botmode",
    "chghost",
    "deaf",
    "svshold",
    "ssl_gnutls",
    "sslinfo",
    "namesx",
    "uhnames",
    "samode",
    "nonotice",
    "cban",
    "sanick",
];

const SERVICES_MODULES: &[&str] = &[
    "protocol/inspircd",
    "backend/opensex",
    "nickserv/main",
    "nickserv/cert",
    "nickserv/drop",
    "nickserv/enforce",
    "nickserv/ghost",
    "nickserv/group",
    "nickserv/identify",
    "nickserv/info",
    "nickserv/logout",
    "nickserv/register",
    "nickserv/set_core",
    "nickserv/set_enforcetime",
    "nickserv/set_accountname",
    "saslserv/main",
    "saslserv/plain",
    "saslserv/external",
];

/// What all servers of the network share. A split is shown as `*.net *.split`, as on most networks.
pub(super) const COMMON: &str = r#"<admin name="Tests" nick="tests" email="tests@test.invalid">
<performance nouserdns="yes">
<options defaultmodes="not">
<security hidesplits="yes">
<limits maxnick="16">
<uline server="services.test.invalid" silent="yes">
<sasl target="services.test.invalid">
<class name="all" commands="*" privs="*" usermodes="*" chanmodes="*" snomasks="*">
<type name="overseer" classes="all">
<oper name="overseer" password="overseer" host="*@*" type="overseer">
"#;

#[derive(Clone, Copy)]
struct Ports {
    plain: u16,
    tls: u16,
    wrong_name: u16,
    services: u16,
    /// For [`Leaf`]: its people, and its link.
    leaf: LeafPorts,
}

/// A running network: `InspIRCd`, Atheme linked to it, and certificates.
pub(crate) struct InspIrcd {
    folder: TempDir,
    profile: Profile,
    left_out: &'static [&'static str],
    ports: Ports,
    certificates: Certificates,
    server: Option<Process>,
    services: Option<Process>,
    starts: u32,
}

impl InspIrcd {
    /// Starts the server and its services, and waits until both work together.
    pub(crate) fn start(profile: Profile) -> Self {
        Self::start_without(profile, &[])
    }

    /// The same with some of the server's modules left out, for a server that can do less.
    pub(crate) fn start_without(profile: Profile, left_out: &'static [&'static str]) -> Self {
        let folder = TempDir::with_prefix("rfrbot-inspircd-").expect("a temporary folder");
        let certificates = Certificates::create(folder.path());
        let mut network = Self {
            folder,
            profile,
            left_out,
            ports: new_ports(),
            certificates,
            server: None,
            services: None,
            starts: 0,
        };
        // Somebody else can take a port between choosing and starting.
        let mut tries = 1;
        while let Err(log) = network.try_start_server() {
            assert!(tries < 5, "InspIRCd did not start; it printed:\n{}", tail(&log));
            tries += 1;
            network.ports = new_ports();
        }
        network.start_services();
        network
    }

    /// Where it listens without TLS.
    pub(crate) fn address(&self) -> SocketAddr {
        loopback(self.ports.plain)
    }

    /// Where it listens with TLS and a certificate for `localhost`.
    pub(crate) fn tls_address(&self) -> SocketAddr {
        loopback(self.ports.tls)
    }

    /// Where it listens with TLS and a certificate for another name.
    pub(crate) fn wrong_name_address(&self) -> SocketAddr {
        loopback(self.ports.wrong_name)
    }

    /// The certificates: the authority that a client must trust, and a person's.
    pub(crate) fn certificates(&self) -> &Certificates {
        &self.certificates
    }

    /// The folder with the network's files.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The ids of the processes that run now.
    pub(crate) fn process_ids(&self) -> Vec<u32> {
        [&self.server, &self.services]
            .into_iter()
            .flatten()
            .map(Process::id)
            .collect()
    }

    /// Somebody who can connect to it.
    pub(crate) fn person(&self, nick: &str) -> Person {
        Person::new(self.address(), nick)
    }

    /// A second server, linked to this one: services are on this side only.
    pub(crate) fn start_leaf(&self) -> Leaf {
        // All links are on loopback, and the certificates are this server's.
        let modules = self.modules().replace("<module name=\"ssl_gnutls\">\n", "");
        Leaf::start(self.ports.leaf, self.address(), &modules)
    }

    /// Somebody who can connect over TLS, showing the person's certificate.
    pub(crate) fn person_with_certificate(&self, nick: &str) -> Person {
        self.person(nick)
            .tls(self.tls_address(), self.certificates.client_config(true))
    }

    /// Makes a services account by that nick's owner, who then leaves.
    pub(crate) fn register_account(&self, name: &str, password: &str) {
        let mut owner = self.person(name).connect();
        owner.say("NickServ", &format!("REGISTER {password} {name}@test.invalid"));
        owner.expect_line("is now registered to");
        owner.quit();
    }

    /// Lets an account log in by the person's certificate.
    pub(crate) fn add_certificate(&self, account: &str, password: &str) {
        let mut owner = self
            .person_with_certificate(account)
            .identify(account, password)
            .connect();
        owner.say("NickServ", "CERT ADD");
        owner.expect_line("Added fingerprint");
        owner.quit();
    }

    /// Ends services normally: their data is saved, and the server continues without them.
    pub(crate) fn stop_services(&mut self) {
        if let Some(services) = self.services.take() {
            services.end_in_order();
        }
    }

    /// Freezes services (SIGSTOP): they stay linked, and answer nothing.
    pub(crate) fn stall_services(&self) {
        self.services.as_ref().expect("they run").signal("STOP");
    }

    /// Lets them go on.
    pub(crate) fn let_services_go_on(&self) {
        self.services.as_ref().expect("they run").signal("CONT");
    }

    /// Starts the services and waits until they are linked and everything they announced has arrived.
    pub(crate) fn start_services(&mut self) {
        let configuration = self.folder.path().join("atheme.conf");
        fs::write(&configuration, self.services_configuration()).expect("writing Atheme's configuration");
        let data = self.folder.path().join("atheme");
        fs::create_dir_all(&data).expect("a folder for Atheme's data");
        let log = self.next_log("atheme");
        let mut services = Process::start(
            Command::new(installed("atheme-services"))
                .arg("-n")
                .arg("-c")
                .arg(&configuration)
                .arg("-D")
                .arg(&data)
                .arg("-l")
                .arg(data.join("services.log"))
                .arg("-p")
                .arg(data.join("services.pid")),
            self.folder.path(),
            &log,
        );
        // Atheme sends a PING after its burst; this is what it prints at the server's PONG.
        let linked = holds_in_time(|| !services.is_running() || services.output().contains("finished synching"));
        assert!(
            linked && services.is_running(),
            "Atheme did not link to InspIRCd; it printed:\n{}",
            tail(&services.output())
        );
        self.services = Some(services);
    }

    /// Ends the server at once; services are ended normally first, so that accounts are kept.
    pub(crate) fn stop(&mut self) {
        self.stop_services();
        self.server = None;
    }

    /// Starts again after [`Self::stop`], on the same ports, with the same accounts.
    pub(crate) fn start_again(&mut self) {
        self.start_server_again();
        self.start_services();
    }

    /// The same without the services.
    pub(crate) fn start_server_again(&mut self) {
        if let Err(log) = self.try_start_server() {
            panic!("InspIRCd did not start again; it printed:\n{}", tail(&log));
        }
    }

    /// Ends everything and starts it again.
    pub(crate) fn restart(&mut self) {
        self.stop();
        self.start_again();
    }

    /// Starts the server on the chosen ports; the error is its log.
    fn try_start_server(&mut self) -> Result<(), String> {
        let log = self.next_log("inspircd");
        let configuration = self.server_configuration();
        self.server = Some(start_server(self.folder.path(), &configuration, &log, self.address())?);
        Ok(())
    }

    fn next_log(&mut self, program: &str) -> String {
        self.starts += 1;
        format!("{program}.{}.log", self.starts)
    }

    fn server_configuration(&self) -> String {
        let folder = self.folder.path().display();
        let Ports {
            plain,
            tls,
            wrong_name,
            services,
            leaf,
        } = self.ports;
        let limits = match self.profile {
            Profile::Lenient | Profile::Impatient => r#"threshold="100000" commandrate="1000000" recvq="1M""#,
            Profile::LiberaLike => r#"threshold="24" commandrate="2200" recvq="8K""#,
        };
        let mut text = format!(
            r#"<server name="{SERVER}" description="A server for tests" network="TestNet" id="001">
<path configdir="{folder}" datadir="{folder}" logdir="{folder}" runtimedir="{folder}">
<bind address="127.0.0.1" port="{plain}" type="clients">
<bind address="127.0.0.1" port="{tls}" type="clients" sslprofile="right">
<bind address="127.0.0.1" port="{wrong_name}" type="clients" sslprofile="wrong">
<bind address="127.0.0.1" port="{services}" type="servers">
<connect name="everybody" allow="*" timeout="60" pingfreq="300" fakelag="no" {limits}
 softsendq="512K" hardsendq="1M" localmax="500" globalmax="500" maxchans="50" useident="no" resolvehostnames="no">
<link name="{SERVICES}" ipaddr="127.0.0.1" port="{services}" allowmask="127.0.0.0/8" sendpass="link" recvpass="link">
{}{COMMON}"#,
            leaf.link_block()
        );
        for (profile, identity) in [
            ("right", &self.certificates.server),
            ("wrong", &self.certificates.wrong_name),
        ] {
            let _ = writeln!(
                text,
                r#"<sslprofile name="{profile}" provider="gnutls" certfile="{}" keyfile="{}" hash="sha256" requestclientcert="yes">"#,
                identity.certificate.display(),
                identity.key.display()
            );
        }
        if self.profile == Profile::Impatient {
            let options = "<options defaultmodes=\"not\"";
            text = text.replace(options, &format!("{options} serverpingfreq=\"10\""));
        }
        text + self.modules().as_str()
    }

    /// What its servers can do.
    fn modules(&self) -> String {
        let mut text = String::new();
        for module in SERVER_MODULES.iter().filter(|module| !self.left_out.contains(module)) {
            let _ = writeln!(text, r#"<module name="{module}">"#);
        }
        text
    }

    fn services_configuration(&self) -> String {
        let mut text = String::new();
        for module in SERVICES_MODULES {
            let _ = writeln!(text, r#"loadmodule "modules/{module}";"#);
        }
        let port = self.ports.services;
        let _ = write!(
            text,
            r#"serverinfo {{
    name = "{SERVICES}"; desc = "Services for tests"; numeric = "00A"; recontime = 1; netname = "TestNet";
    hidehostsuffix = "users.test.invalid"; adminname = "Tests"; adminemail = "tests@test.invalid";
    registeremail = "tests@test.invalid"; auth = none; casemapping = rfc1459; maxlogins = 50; maxusers = 0;
    loglevel = {{ all; }};
}};
uplink "{SERVER}" {{ host = "127.0.0.1"; password = "link"; port = {port}; }};
nickserv {{ nick = "NickServ"; user = "NickServ"; host = "{SERVICES}"; real = "Accounts"; maxnicks = 20; expire = 0; }};
saslserv {{ nick = "SaslServ"; user = "SaslServ"; host = "{SERVICES}"; real = "SASL"; }};
general {{ commit_interval = 5; ratelimit_uses = 0; }};
"#
        );
        text
    }
}

/// Starts a server and waits until it takes people at this address; the error is its log.
pub(super) fn start_server(
    folder: &Path,
    configuration: &str,
    log: &str,
    address: SocketAddr,
) -> Result<Process, String> {
    let path = folder.join("inspircd.conf");
    fs::write(&path, configuration).expect("writing InspIRCd's configuration");
    let mut server = Process::start(
        Command::new(installed("inspircd"))
            .arg("--config")
            .arg(&path)
            // It refuses to run as root without this flag; for others the flag has no effect.
            .args(["--nofork", "--nopid", "--runasroot"]),
        folder,
        log,
    );
    let up = holds_in_time(|| {
        !server.is_running() || server.output().contains("is now running as") && TcpStream::connect(address).is_ok()
    });
    // If a port is taken it continues, and only logs it.
    if !up || !server.is_running() || server.output().contains("failed to bind") {
        return Err(server.output());
    }
    Ok(server)
}

fn new_ports() -> Ports {
    Ports {
        plain: free_port(),
        tls: free_port(),
        wrong_name: free_port(),
        services: free_port(),
        leaf: LeafPorts::choose(),
    }
}
