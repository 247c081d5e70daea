//! A second server of the same network, for netsplits: linked to the first, cut off by an order, by silence or by a
//! kill, and linked again.

use super::client::{Client, Person};
use super::inspircd::{COMMON, SERVER, start_server};
use super::ports::{free_port, loopback};
use super::process::{Process, tail};
use std::fmt::Write as _;
use std::net::SocketAddr;
use tempfile::TempDir;

const NAME: &str = "leaf.test.invalid";

/// Where the second server listens.
#[derive(Clone, Copy)]
pub(super) struct LeafPorts {
    people: u16,
    link: u16,
}

impl LeafPorts {
    /// Ports that nobody listens on now.
    pub(super) fn choose() -> Self {
        Self {
            people: free_port(),
            link: free_port(),
        }
    }

    /// What the first server must know to link to the second.
    pub(super) fn link_block(self) -> String {
        link_block(NAME, self.link)
    }
}

fn link_block(name: &str, port: u16) -> String {
    format!(
        "<link name=\"{name}\" ipaddr=\"127.0.0.1\" port=\"{port}\" allowmask=\"127.0.0.0/8\" sendpass=\"leaf\" \
         recvpass=\"leaf\">\n"
    )
}

/// A running second server. It begins cut off.
pub(crate) struct Leaf {
    process: Option<Process>,
    folder: TempDir,
    configuration: String,
    ports: LeafPorts,
    /// An operator on the first server, who links and splits.
    overseer: Client,
}

impl Leaf {
    pub(super) fn start(ports: LeafPorts, hub: SocketAddr, modules: &str) -> Self {
        let folder = TempDir::with_prefix("rfrbot-leaf-").expect("a temporary folder");
        let path = folder.path().display();
        let LeafPorts { people, link } = ports;
        let mut configuration = format!(
            r#"<server name="{NAME}" description="A second server for tests" network="TestNet" id="002">
<path configdir="{path}" datadir="{path}" logdir="{path}" runtimedir="{path}">
<bind address="127.0.0.1" port="{people}" type="clients">
<bind address="127.0.0.1" port="{link}" type="servers">
<connect name="everybody" allow="*" timeout="60" pingfreq="300" fakelag="no" threshold="100000" commandrate="1000000"
 recvq="1M" softsendq="512K" hardsendq="1M" localmax="500" globalmax="500" maxchans="50" useident="no" resolvehostnames="no">
{COMMON}"#
        );
        configuration.push_str(&link_block(SERVER, hub.port()));
        let _ = write!(configuration, "{modules}");
        let mut overseer = Person::new(hub, "splitter").connect();
        overseer.become_operator();
        // Links and splits are shown to operators who ask.
        overseer.raw("MODE splitter +s +lL");
        let mut leaf = Self {
            process: None,
            folder,
            configuration,
            ports,
            overseer,
        };
        leaf.begin();
        leaf
    }

    /// Starts it, cut off.
    pub(crate) fn begin(&mut self) {
        let process = start_server(self.folder.path(), &self.configuration, "leaf.log", self.address());
        let failed =
            |log: String| -> Process { panic!("the second InspIRCd did not start; it printed:\n{}", tail(&log)) };
        self.process = Some(process.unwrap_or_else(failed));
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        loopback(self.ports.people)
    }

    /// Somebody who can connect to it.
    pub(crate) fn person(&self, nick: &str) -> Person {
        Person::new(self.address(), nick)
    }

    /// Links it to the first server, and waits until all of its people are known there.
    pub(crate) fn link(&mut self) {
        self.overseer.raw(&format!("CONNECT {NAME}"));
        self.overseer.expect("the end of the link's burst", |line| {
            line.raw.contains(NAME) && line.raw.contains("Received end of netburst")
        });
    }

    /// Cuts the link, and waits until the first server knows.
    pub(crate) fn split(&mut self) {
        self.overseer.raw(&format!("SQUIT {NAME} :cable"));
        self.expect_split();
    }

    /// Freezes it (SIGSTOP): the link seems to live until the first server misses its PONG, ten to twenty seconds
    /// later.
    pub(crate) fn stall(&self) {
        self.process().signal("STOP");
    }

    /// Waits until the first server knows that it is cut off.
    pub(crate) fn expect_split(&mut self) {
        self.overseer.expect("the split", |line| {
            line.raw.contains(NAME) && line.raw.contains("split")
        });
    }

    /// Lets it go on after [`Leaf::stall`].
    pub(crate) fn go_on(&self) {
        self.process().signal("CONT");
    }

    fn process(&self) -> &Process {
        self.process.as_ref().expect("it runs")
    }

    /// Kills it (SIGKILL), and waits until the first server knows.
    pub(crate) fn die(&mut self) {
        drop(self.process.take().expect("it runs"));
        self.expect_split();
    }
}
