# A nick proves nothing: who is not logged in may look at everything and change nothing.
-- after setup/sponsored.story
<stranger> !rfr status badges
| stranger: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
<stranger> !rfr new tahrir 4444 Badges in Python
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<stranger> !rfr advance badges
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<stranger> !rfr note badges hello
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<stranger> !rfr focus badges
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<stranger> !rfr history badges
| stranger: badges: 2 changes, newest first.
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
