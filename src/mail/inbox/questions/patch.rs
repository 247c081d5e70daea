//! Lines of a patch, which say nothing to the desk.

const HEADS: [&str; 4] = ["diff --git ", "diff -", "Index: ", "+++ "];

const IN_HEAD: [&str; 12] = [
    "index ",
    "--- ",
    "+++ ",
    "new file mode ",
    "deleted file mode ",
    "old mode ",
    "new mode ",
    "rename ",
    "copy ",
    "similarity index ",
    "======",
    "Binary files ",
];

/// Position in a patch: how many lines of the old and the new file its hunk still has.
#[derive(Default)]
pub(super) struct Patch {
    in_head: bool,
    old: u32,
    new: u32,
    after_blank: bool,
}

impl Patch {
    /// Is the line part of a patch?
    pub(super) fn holds(&mut self, line: &str) -> bool {
        if let Some((old, new)) = piece(line) {
            (self.old, self.new, self.in_head, self.after_blank) = (old, new, false, false);
            return true;
        }
        if self.old > 0 || self.new > 0 {
            let (old, new) = match line.bytes().next() {
                Some(b'-') => (1, 0),
                Some(b'+') => (0, 1),
                Some(b' ' | b'\t') | None => (1, 1),
                Some(b'\\') => (0, 0),
                // Wrapped by a mail program; after a blank line it is the author again.
                Some(_) if !self.after_blank => return true,
                Some(_) => {
                    *self = Self::default();
                    return false;
                }
            };
            self.after_blank = line.trim().is_empty();
            self.old = self.old.saturating_sub(old);
            self.new = self.new.saturating_sub(new);
            return true;
        }
        let begins = HEADS.iter().any(|head| line.starts_with(head)) || line.starts_with("--- a/");
        self.in_head = begins || self.in_head && IN_HEAD.iter().any(|head| line.starts_with(head));
        self.in_head
    }
}

/// `@@ -1,7 +1,6 @@`: how many lines of the old and of the new file follow.
fn piece(line: &str) -> Option<(u32, u32)> {
    let (ranges, _) = line.strip_prefix("@@ -")?.split_once(" @@")?;
    let (old, new) = ranges.split_once(" +")?;
    let count = |range: &str| match range.split_once(',') {
        Some((_, count)) => count.parse().ok(),
        None => range.bytes().all(|byte| byte.is_ascii_digit()).then_some(1),
    };
    Some((count(old)?, count(new)?))
}
