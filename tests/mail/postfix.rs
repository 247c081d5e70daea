//! Postfix and, for its accounts and mailboxes, Dovecot: how they are configured and started.

use crate::running::process::Process;
use crate::servers::certificates::Certificates;
use crate::servers::ports::{free_port, loopback};
use crate::waiting::holds_in_time;
use std::fs;
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Everybody who has an account and a mailbox at example.org.
pub(crate) const PEOPLE: [&str; 4] = ["rfrbot", "member", "stranger", "owner"];

/// The ports of all servers.
#[derive(Clone, Copy)]
pub(crate) struct Ports {
    /// SMTP without TLS and without accounts, for whoever is on this machine.
    pub(crate) plain: u16,
    /// SMTP where STARTTLS and an account are needed (RFC 6409).
    pub(crate) submission: u16,
    /// SMTP in TLS from the start, with an account (RFC 8314).
    pub(crate) tls: u16,
    /// IMAP, with STARTTLS.
    pub(crate) imap: u16,
    /// IMAP in TLS from the start.
    pub(crate) imaps: u16,
    /// Dovecot's answers about accounts.
    pub(crate) accounts: u16,
    /// Mailman's LMTP.
    pub(crate) lmtp: u16,
}

impl Ports {
    /// Free ones.
    pub(crate) fn new() -> Self {
        Self {
            plain: free_port(),
            submission: free_port(),
            tls: free_port(),
            imap: free_port(),
            imaps: free_port(),
            accounts: free_port(),
            lmtp: free_port(),
        }
    }
}

/// Finds a program where system servers live, also for users whose PATH lacks the sbin folders.
pub(crate) fn installed(places: &[&str]) -> PathBuf {
    places
        .iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
        .unwrap_or_else(|| panic!("{} is not installed; `tests/run mail` installs it", places[0]))
}

/// A folder that users other than root can enter.
pub(crate) fn open_folder(path: &Path) {
    fs::create_dir_all(path).expect("making a folder");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("opening a folder");
}

fn answers(port: u16) -> bool {
    TcpStream::connect(loopback(port)).is_ok()
}

/// Starts Dovecot: IMAP for everybody, and accounts for Postfix.
pub(crate) fn start_dovecot(folder: &Path, ports: Ports, certificates: &Certificates) -> Process {
    let own = folder.join("dovecot");
    open_folder(&own);
    let users = PEOPLE
        .map(|name| format!("{name}:{{PLAIN}}{name}-password::::::\n"))
        .concat();
    fs::write(own.join("users"), users).expect("writing accounts");
    let at = own.display();
    let boxes = folder.join("boxes");
    let boxes = boxes.display();
    let Ports {
        imap, imaps, accounts, ..
    } = ports;
    let config = format!(
        "base_dir = {at}/run\nstate_dir = {at}/state\nlog_path = {at}/log\nprotocols = imap\nlisten = 127.0.0.1\n\
         ssl = yes\nssl_cert = <{certificate}\nssl_key = <{key}\ndisable_plaintext_auth = no\n\
         auth_mechanisms = plain login\nauth_failure_delay = 0\nfirst_valid_uid = 1\nfirst_valid_gid = 1\n\
         mail_location = maildir:{boxes}/%n\n\
         default_login_user = nobody\ndefault_internal_user = nobody\ndefault_internal_group = nogroup\n\
         service imap-login {{\n chroot =\n inet_listener imap {{\n port = {imap}\n }}\n\
         inet_listener imaps {{\n port = {imaps}\n }}\n}}\n\
         service anvil {{\n chroot =\n}}\n\
         service auth {{\n inet_listener {{\n address = 127.0.0.1\n port = {accounts}\n }}\n}}\n\
         passdb {{\n driver = passwd-file\n args = username_format=%n {at}/users\n}}\n\
         userdb {{\n driver = static\n args = uid=mail gid=mail home={boxes}/%n\n}}\n",
        certificate = certificates.server.certificate.display(),
        key = certificates.server.key.display(),
    );
    fs::write(own.join("dovecot.conf"), config).expect("writing Dovecot's config");
    let program = installed(&["/usr/sbin/dovecot", "/usr/bin/dovecot"]);
    let mut command = Command::new(program);
    command.arg("-F").arg("-c").arg(own.join("dovecot.conf"));
    let mut dovecot = Process::start_group(&mut command, folder, "dovecot.out");
    let up = holds_in_time(|| !dovecot.is_running() || (answers(imap) && answers(imaps) && answers(accounts)));
    let log = || fs::read_to_string(own.join("log")).unwrap_or_default();
    assert!(
        up && dovecot.is_running(),
        "Dovecot did not start:\n{}{}",
        dovecot.output(),
        log()
    );
    dovecot
}

/// Starts Postfix.
pub(crate) fn start_postfix(folder: &Path, ports: Ports, certificates: &Certificates) -> Process {
    let own = folder.join("postfix");
    let config = own.join("config");
    for part in ["config", "queue", "data"] {
        open_folder(&own.join(part));
    }
    open_folder(&own);
    give(&own.join("data"), "postfix");
    let boxes = folder.join("boxes");
    open_folder(&boxes);
    give(&boxes, "mail:mail");
    write_tables(&config, ports);
    let at = own.display();
    let Ports {
        plain,
        submission,
        tls,
        accounts,
        ..
    } = ports;
    let main = format!(
        "compatibility_level = 3.6\nmyhostname = mail.example.org\nmydestination =\ninet_interfaces = 127.0.0.1\n\
         inet_protocols = ipv4\nqueue_directory = {at}/queue\ndata_directory = {at}/data\n\
         maillog_file = {at}/log\nmaillog_file_prefixes = {at}\nmynetworks = 127.0.0.0/8\n\
         relay_domains = lists.example.org\nrelay_recipient_maps = regexp:{at}/config/lists\n\
         transport_maps = regexp:{at}/config/transport\nvirtual_mailbox_domains = example.org\n\
         virtual_mailbox_base = {boxes}\nvirtual_mailbox_maps = texthash:{at}/config/mailboxes\n\
         virtual_minimum_uid = 1\nvirtual_uid_maps = static:{uid}\nvirtual_gid_maps = static:{gid}\n\
         alias_maps =\nalias_database =\nlocal_recipient_maps =\nminimal_backoff_time = 1s\n\
         maximal_backoff_time = 2s\nqueue_run_delay = 1s\nsmtpd_error_sleep_time = 0\nmax_use = 1\n\
         smtpd_sasl_type = dovecot\nsmtpd_sasl_path = inet:127.0.0.1:{accounts}\n\
         smtpd_sender_login_maps = texthash:{at}/config/owners\n\
         smtpd_recipient_restrictions = check_sender_access regexp:{at}/config/greylist, permit_mynetworks, reject\n\
         smtpd_tls_cert_file = {certificate}\nsmtpd_tls_key_file = {key}\nsmtpd_tls_security_level = none\n",
        boxes = boxes.display(),
        uid = id(&["-u", "mail"]),
        gid = id(&["-g", "mail"]),
        certificate = certificates.server.certificate.display(),
        key = certificates.server.key.display(),
    );
    fs::write(config.join("main.cf"), main).expect("writing Postfix's config");
    let with_account = "-o smtpd_sasl_auth_enable=yes -o mynetworks= -o \
                        smtpd_recipient_restrictions=reject_sender_login_mismatch,permit_sasl_authenticated,reject";
    // The queue manager wakes up each second: a mail that was "skipped, still being delivered" returns to the incoming
    // queue, which is checked again only at this wake-up (or for another mail).
    let services = format!(
        "127.0.0.1:{plain} inet n - n - - smtpd\n\
         127.0.0.1:{submission} inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt {with_account}\n\
         127.0.0.1:{tls} inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes {with_account}\n\
         pickup unix n - n 1 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 1 1 qmgr\n\
         tlsmgr unix - - n 1000? 1 tlsmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\n\
         defer unix - - n - 0 bounce\ntrace unix - - n - 0 bounce\nverify unix - - n - 1 verify\n\
         flush unix n - n 1000? 0 flush\nproxymap unix - - n - - proxymap\nsmtp unix - - n - - smtp\n\
         relay unix - - n - - smtp\nshowq unix n - n - - showq\nerror unix - - n - - error\n\
         retry unix - - n - - error\nvirtual unix - n n - - virtual\nlmtp unix - - n - - lmtp\n\
         anvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\npostlog unix-dgram n - n - 1 postlogd\n"
    );
    fs::write(config.join("master.cf"), services).expect("writing Postfix's services");
    assert_eq!(
        id(&["-u"]),
        "0",
        "Postfix can only be started by root: run these tests as root"
    );
    let checked = Command::new(installed(&["/usr/sbin/postfix"]))
        .arg("-c")
        .arg(&config)
        .arg("check")
        .output()
        .expect("running `postfix check`");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let mut command = Command::new(installed(&[
        "/usr/lib/postfix/sbin/master",
        "/usr/libexec/postfix/master",
    ]));
    command
        .arg("-c")
        .arg(&config)
        .arg("-d")
        .env("MAIL_CONFIG", &config)
        .current_dir(own.join("queue"));
    let mut postfix = Process::start_group(&mut command, folder, "postfix.out");
    let up = holds_in_time(|| !postfix.is_running() || (answers(plain) && answers(submission) && answers(tls)));
    let log = || fs::read_to_string(own.join("log")).unwrap_or_default();
    assert!(
        up && postfix.is_running(),
        "Postfix did not start:\n{}{}",
        postfix.output(),
        log()
    );
    postfix
}

fn write_tables(config: &Path, ports: Ports) {
    let write = |name: &str, text: String| fs::write(config.join(name), text).expect("writing a table of Postfix");
    write(
        "lists",
        "/^infrastructure(-[a-z]+(\\+[^@]*)?)?@lists\\.example\\.org$/ ok\n".to_owned(),
    );
    write(
        "transport",
        format!("/@lists\\.example\\.org$/ lmtp:[127.0.0.1]:{}\n", ports.lmtp),
    );
    write(
        "mailboxes",
        PEOPLE.map(|name| format!("{name}@example.org {name}/\n")).concat(),
    );
    write(
        "owners",
        PEOPLE.map(|name| format!("{name}@example.org {name}\n")).concat(),
    );
    write("greylist", String::new());
}

/// Gives a folder to another user.
fn give(path: &Path, owner: &str) {
    let done = Command::new("chown")
        .arg(owner)
        .arg(path)
        .status()
        .expect("running chown");
    assert!(
        done.success(),
        "{} cannot be given to {owner}: run these tests as root",
        path.display()
    );
}

fn id(arguments: &[&str]) -> String {
    let output = Command::new("id").args(arguments).output().expect("running id");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
