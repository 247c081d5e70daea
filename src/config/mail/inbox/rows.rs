//! The rows of `[mail.inbox]`.

use crate::config::rows::{FilePath, Number, SecretPlace, rows};

rows! {
    /// `[mail.inbox]`
    InboxRows {
        maildir: Option<FilePath> => "none", aside "/var/mail/rfrbot":
            "In place of imap the folder of a Maildir, which holds new, cur and tmp, and to which the bot's user can \
             write; a mail that was handled goes to cur with the mark S (seen).";
        open_questions: bool = false:
            "true: a line of a mail that begins with `Question:` opens a question of its RFR at once. By mail nobody \
             proves who they are, so that by default it is only offered in the channel.";
        imap: Option<ImapRows> => "none", on imap:
            "A mailbox on an IMAP server. A mail that was handled is marked as seen, so nobody else should read this \
             mailbox.";
        proof: Option<ProofRows> => "none, and then no mail counts as the discussion on the list", on proof:
            "What proves that the list sent a mail, for anybody can write its List-Id; all that is given must hold. What \
             is not proven is skipped, and the log says so. Of the proven mails two count, by two people of whom neither \
             made the request and at least one has an address under `mail` in [people]: anybody can write from two \
             addresses.";
    }
}

rows! {
    /// `[mail.inbox.imap]`
    ImapRows {
        host: Option<String> => "needed", on "imap.example.org": "The server's name.";
        port: Option<Number<1, 65535>> => "993 with TLS, 143 without", on 993: "The server's port.";
        tls: Option<bool> = true:
            "TLS from the first byte, with the certificate checked. Without it plain = true must be written out.";
        plain: bool = false: "true goes without TLS: everything is sent in clear text.";
        ca_file: Option<FilePath> => "the system's alone", on "private-ca.pem":
            "PEM file of a private certificate authority, trusted in addition to the system's.";
        account: Option<String> => "needed", on "rfrbot": "The account.";
        password: SecretPlace => "needed, here or by password_env", on "imap.password": "File with its password.";
        folder: String = "INBOX": "The folder that is read.";
        connect_timeout_seconds: Number<1, 3600> = 30: "Timeout in seconds: for the connection and for TLS, each.";
        reconnect_seconds: Vec<i64> = [1, 300]: "First and longest wait in seconds after a loss.";
    }
}

rows! {
    /// `[mail.inbox.proof]`
    ProofRows {
        return_path: Option<String> => "none", on "lists.example.org":
            "The domain of the envelope's sender, as the machine that delivers notes it (worth something where your \
             server checks SPF); subdomains of it count, too.";
        delivered_to: SecretPlace => "none", on "list.address":
            "File with a secret address with which the bot is a member of the list, such as rfrbot+x7q2@example.org.";
        authserv_id: Option<String> => "none", on "mx.example.org":
            "The name in the Authentication-Results that your own server writes on top; a good signature or envelope of \
             the list's domain must stand there.";
    }
}
