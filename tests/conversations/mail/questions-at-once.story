# Where the operator wants it so, a marked question opens at once, and makes the sign-off outdated like any question.
-- list
-- open questions
-- announce libera/#fedora-admin
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| mail: Subject: [badges] Ready for the development sign-off
| mail: Message-ID: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Everything that badges (Badges for everyone) needs for staging is there, but for the development sign-off of its sponsor, kevin.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   development
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer), lmacken (maintainer)
| mail:
| mail: If something stands in the way, now is the time to say so. The sponsor signs in chat, with “!rfr signoff development badges”; a mail does not prove who wrote it.
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
-- mail from Pierre-Yves <pingou@example.org> on [badges] awards: Question: How long are awards kept? //// Who knows?
| * badges: mail on the list from Pierre-Yves (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/PM267BLSUNP53YVBQ2A6UNM4YWQXLFBL/; question 5 is open by it; the development sign-off no longer counts.
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) an answer to question 5 (“How long are awards kept? (asked on the list by Pierre-Yves)”): `!rfr answer badges 5 …`; (2) the sponsor's development sign-off again, because question 5 was opened: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr questions badges
| ralph: badges: 1 of 5 questions open.
| (5) How long are awards kept? (asked on the list by Pierre-Yves) [asked by mailing-list on 2026-03-02]
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
