# Addresses and notes are kept in the history, and an address that is none is refused.
-- after setup/requested.story
<mallory> !rfr link badges https://github.com/fedora-infra/tahrir upstream source
| mallory: badges: link recorded, https://github.com/fedora-infra/tahrir “upstream source”.
<mallory> !rfr link badges javascript:alert(1) upstream
| mallory: “javascript:alert(1)” is no web address; one begins with https://.
<mallory> !rfr link badges <https://github.com/fedora-infra/tahrir> docs
| mallory: badges: link recorded, https://github.com/fedora-infra/tahrir “docs”.
<mallory> !rfr note badges packaged for EPEL since May
| mallory: badges: noted: packaged for EPEL since May.
<ralph> !rfr history badges
| ralph: badges: 4 changes, newest first.
| 2026-03-02 14:00 mallory: noted: packaged for EPEL since May [libera/#fedora-admin]
| 2026-03-02 14:00 mallory: link recorded, https://github.com/fedora-infra/tahrir “docs” [libera/#fedora-admin]
| 2026-03-02 14:00 mallory: link recorded, https://github.com/fedora-infra/tahrir “upstream source” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
