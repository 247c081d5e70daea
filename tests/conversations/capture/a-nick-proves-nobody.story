# Whoever speaks without a login is named as a nick: the note does not pass for the words of the account.
-- after setup/planning.story
-- logout kevin
<kevin> I sponsor everything
<ralph> !rfr note badges < kevin
| ralph: badges: noted: I sponsor everything; said by kevin (a nick, not logged in) on 2026-03-02 14:00 UTC.
<ralph> !rfr history badges
| ralph: badges: 4 changes, newest first.
| 2026-03-02 14:00 ralph: noted: I sponsor everything; said by kevin (a nick, not logged in) on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
