//! The rows of `[matrix]`.

use crate::config::rows::{FilePath, Number, SecretPlace, rows};

rows! {
    /// `[matrix]`
    MatrixRows {
        homeserver: Option<String> => "needed", on "https://fedora.ems.host":
            "The address of the homeserver's client API, with https://. Without TLS, elsewhere than on this machine, \
             plain = true must be written out.";
        plain: bool = false: "true allows a homeserver without TLS elsewhere than on this machine.";
        ca_file: Option<FilePath> => "the system's alone", on "private-ca.pem":
            "PEM file of a private certificate authority, trusted in addition to the system's.";
        user: Option<String> => "needed", on "@rfrbot:fedora.im": "The bot's full Matrix id.";
        password: SecretPlace => "none, and then `rfrbot login matrix` asks for it", on "matrix.password":
            "File with the password, for the first login only; the session is then kept in the folder matrix of the store \
             (mode 600) and used at every start.";
        token: SecretPlace => "none", aside "matrix.token":
            "In place of the password, a file with an access token that was made elsewhere and that nothing else uses.";
        device_name: String = "rfrbot": "The name under which the bot's device is listed.";
        rooms: Vec<String> => "none", on ["#admin:fedoraproject.org"]:
            "Rooms that the bot sits in, by alias or by id. A room that is upgraded is followed to a successor that names \
             it as its predecessor. Places are called by these words (matrix/#admin:fedoraproject.org), so keep them.";
        invites_from_groups: Vec<String> => "nobody", on ["sysadmin-main"]:
            "Members of these groups may invite the bot into other rooms and into private conversations; anybody else's \
             invitations are declined, but for private ones while a code of `link` waits to be typed.";
        account_servers: Vec<String> => "none", on ["fedora.im"]:
            "Homeservers that give out names by Fedora accounts: @otto:fedora.im is otto without being listed under \
             [people]. Name only servers on which nobody can choose a name.";
        bridge_ghosts: Vec<String> => "none", on ["@_irc_*:libera.chat"]:
            "Matrix ids of bridged users, with * for any characters. A bridge vouches for nobody, so these ids prove \
             nothing. Names that begin with _ prove nothing either: bridges use them on every homeserver.";
        catch_up_minutes: Number<0, 1440> = 15:
            "A command that was sent while the bot was away is answered afterwards if it is younger than this.";
        accept_unverified_devices: bool = false:
            "In encrypted rooms, the bot listens and talks only to devices that their owners have verified \
             (cross-signing). true accepts every device, including any that a dishonest homeserver adds to \
             somebody's account.";
        encrypt_private_rooms: bool = true:
            "Who asked to be reminded alone (!rfr remind me dm) and has no private room with the bot is invited into a \
             new one. It is encrypted unless this says false; a room that is there already stays as it is.";
        sign_by_reaction_in_encrypted_rooms: bool = false:
            "Reactions are never encrypted, so a homeserver can make up a ✅. true lets the sponsor's ✅ sign off in \
             encrypted rooms, too.";
        recovery: SecretPlace => "none; people then see an unverified device", on "matrix.recovery":
            "File with what opens the account's secret storage: a long passphrase of your choice, or the recovery key of \
             an account that has one. With it the bot makes its device a verified one at each start where it is none yet; \
             `rfrbot matrix verify` does the same.";
        retry_seconds: Vec<i64> = [1, 300]:
            "First and longest wait in seconds before a lost connection is tried again; it doubles in between.";
    }
}
