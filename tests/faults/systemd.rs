//! The unit that `rfrbot unit` prints, under a real systemd: the test's own, in separate namespaces.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const CONFIG: &str = r##"
[irc.lab]
host = "127.0.0.1"
port = 1
nick = "rfrbot"
channels = ["#a"]
client_cert = "rfrbot.crt"
client_key = "secrets_rfrbot.key"
login = { sasl = "external" }
[mail]
from = "rfrbot@example.org"
list = "infra@lists.example.org"
archive = "https://lists.example.org/a"
smtp = { host = "127.0.0.1", port = 1, plain = true, account = "rfrbot", password_file = "secrets_smtp.password" }
[people.kevin]
irc = ["lab/kevin"]
[groups]
sysadmin-main = ["kevin"]
"##;

/// What a Matrix section adds.
const MATRIX: &str = r##"
[matrix]
homeserver = "http://127.0.0.1:1"
plain = true
user = "@rfrbot:example.org"
password_file = "secrets_matrix.password"
rooms = ["#a:example.org"]
"##;

/// As an administrator types it, in a shell without the service's variables.
const TRIAL: &str = r#"
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
systemctl start rfrbot; echo "started: $?"
pid=$(systemctl show rfrbot -p MainPID --value)
echo "user: $(stat -c %u /proc/$pid) $(grep NoNewPrivs /proc/$pid/status) $(grep 'core file' /proc/$pid/limits)"
stat -c 'store: %a %u' /var/lib/rfrbot/ /var/lib/rfrbot/journal
stat -c 'credential: %a' /run/credentials/rfrbot.service/*
for words in status reload "backup /root/one.backup" "backup /tmp/two.backup" "verify /tmp/two.backup" verify digest \
  "export /root/three" check "mail test" "login matrix" "matrix verify"; do
  said=$(timeout 60 rfrbot $words </dev/null 2>&1); echo "---- $words: $?"; echo "$said"
done
echo "---- end"
systemctl reload rfrbot; echo "reloaded: $?"
systemctl stop rfrbot; echo "stopped: $? $(systemctl show rfrbot -p Result)"
chmod 0644 /etc/rfrbot/secrets/rfrbot.key
echo "---- open key"; rfrbot check 2>&1
echo '[nonsense]' >>/etc/rfrbot/config.toml
systemctl start rfrbot; echo "---- broken: $?"
systemctl show rfrbot -p ExecMainStatus -p NRestarts -p ActiveState
"#;

/// A command's output and exit code.
fn said<'a>(all: &'a str, words: &str) -> (&'a str, &'a str) {
    let begin = format!("---- {words}: ");
    let from = all
        .split(&begin)
        .nth(1)
        .unwrap_or_else(|| panic!("no {words} in {all}"));
    from.split("\n---- ")
        .next()
        .unwrap_or_default()
        .split_once('\n')
        .unwrap_or((from, ""))
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("a file");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("its mode");
}

#[test]
#[ignore = "needs root and systemd: tests/run faults"]
fn the_recommended_unit_works_under_systemd_and_so_does_every_command_beside_it() {
    let folder = TempDir::with_prefix("rfrbot-systemd-").expect("a folder");
    let secrets = folder.path().join("etc/secrets");
    fs::create_dir_all(&secrets).expect("a folder");
    fs::set_permissions(&secrets, fs::Permissions::from_mode(0o700)).expect("its mode");
    let matrix = if cfg!(feature = "matrix") { MATRIX } else { "" };
    fs::write(folder.path().join("etc/config.toml"), format!("{CONFIG}{matrix}")).expect("a config");
    let own = rcgen::generate_simple_self_signed(vec!["rfrbot".to_owned()]).expect("a certificate");
    fs::write(folder.path().join("etc/rfrbot.crt"), own.cert.pem()).expect("a certificate");
    write(&secrets.join("rfrbot.key"), &own.signing_key.serialize_pem());
    for name in ["smtp.password", "matrix.password"] {
        write(&secrets.join(name), "open sesame\n");
    }
    fs::write(folder.path().join("trial"), TRIAL).expect("a script");
    let ran = Command::new("/bin/bash")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/systemd.sh"))
        .arg(crate::shipped::program())
        .arg(folder.path())
        .output()
        .expect("bash runs");
    let all = fs::read_to_string(folder.path().join("said")).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    assert!(all.contains("started: 0"), "{all}");
    assert!(!all.contains("user: 0 ") && all.contains("NoNewPrivs:\t1"), "{all}");
    assert!(all.contains("Max core file size        0"), "{all}");
    assert_eq!(all.matches("credential: 400").count(), 3, "{all}");
    assert_eq!(all.matches("store: 700").count(), 2, "{all}");
    let of_service = "/var/lib/rfrbot";
    for (words, ended, holds) in [
        ("status", "1", "network lab: DOWN"),
        ("reload", "0", "read the config anew"),
        ("backup /root/one.backup", "0", "backed up 0 changes"),
        // The service has a /tmp of its own.
        ("backup /tmp/two.backup", "0", "backed up 0 changes"),
        ("verify /tmp/two.backup", "0", "all sound"),
        ("verify", "0", "all sound"),
        ("digest", "0", "No RFR is open"),
        ("export /root/three", "0", "exported 0 changes"),
        ("check", "0", of_service),
        ("mail test", "1", "nothing listens there"),
    ] {
        let (code, text) = said(&all, words);
        assert!(code == ended && text.contains(holds), "{words}: {code}: {text}");
    }
    assert!(said(&all, "status").1.contains("last backup: none"), "{all}");
    if cfg!(feature = "matrix") {
        for (words, holds) in [
            ("login matrix", "nothing listens there"),
            ("matrix verify", "recovery_file"),
        ] {
            let (code, text) = said(&all, words);
            assert!(code == "1" && text.contains(holds), "{words}: {code}: {text}");
        }
    }
    assert!(
        all.contains("reloaded: 0") && all.contains("stopped: 0 Result=success"),
        "{all}"
    );
    let open = all.split("---- open key").nth(1).unwrap_or_default();
    assert!(
        open.contains("/etc/rfrbot/secrets/rfrbot.key") && open.contains("mode 644"),
        "{open}"
    );
    // No retry if a person must correct something.
    let broken = open.split("---- broken: 1").nth(1).unwrap_or_default();
    for line in ["ExecMainStatus=78", "NRestarts=0", "ActiveState=failed"] {
        assert!(broken.contains(line), "{all}");
    }
}
