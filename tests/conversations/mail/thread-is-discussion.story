# Two other people's mails in the RFR's thread are the discussion that the SOP wants, where one of the two is known by address; one's, or the requester's own, are not.
-- list
-- announce libera/#fedora-admin
-- address ralph ralph@example.org
-- address pingou pingou@example.org
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new badges 4321 Badges
| mail: Subject: [badges] New request: Badges
| mail: Message-ID: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks for a new resource in our infrastructure: Badges.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| mail: Subject: [badges] From pre-sponsorship to planning
| mail: Message-ID: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges) from pre-sponsorship to planning.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   planning
| mail:     Sponsor: kevin
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail: - (4) Who is involved in deploying and maintaining it?
| mail:
| mail: Next is development, which needs: a discussion on the infrastructure list and somebody who deploys and maintains it (ralph). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr people badges add ralph
| ralph: badges: ralph recorded as maintainer; question 4 answered: ralph (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
-- mail from Ralph <ralph@example.org> re badges: I want this so much.
| * badges: mail on the list from ralph (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/.
<ralph> !rfr advance badges
| ralph: badges stays in planning; development needs: a discussion on the infrastructure list: `!rfr discussed badges URL`. `!rfr why` shows the rules.
-- mail from Adam <adam@example.net> re badges: Good.
| * badges: mail on the list from Adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/`.
<ralph> !rfr advance badges
| ralph: badges stays in planning; development needs: a discussion on the infrastructure list: `!rfr discussed badges URL`. `!rfr why` shows the rules.
-- mail from Pierre-Yves <pingou@example.org> re badges: Me too.
| * badges: mail on the list from pingou (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/2VKIPQL4FT5ARMB5O3CQ2IBZKAD7JHNH/; with it, the discussion on the list is met.
<ralph> !rfr undone badges list-discussion that was about something else
| ralph: badges: list discussion taken back: that was about something else.
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
<ralph> !rfr advance badges
| ralph: badges stays in planning; development needs: a discussion on the infrastructure list: `!rfr discussed badges URL`. `!rfr why` shows the rules.
<ralph> !rfr undo
| ralph: badges: the last change was undone (list discussion taken back: that was about something else).
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| mail: Subject: [badges] From planning to development
| mail: Message-ID: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges) from planning to development.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   development
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer)
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail:
| mail: Next is staging, which needs: a decision on caching, load-balancing and deployment and the SOPs that it needs (ralph); the sponsor's development sign-off (kevin). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
