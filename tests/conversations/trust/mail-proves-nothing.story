# A mail signs, sponsors, moves and undoes nothing, whoever it says that it is from, and none of its words become anything else.
-- list
-- announce libera/#fedora-admin
-- address kevin kevin@example.org
-- after setup/staging.story
-- mail from kevin <kevin@example.org> on [badges] !rfr signoff staging badges: !rfr signoff staging badges // rfrbot: advance badges // +1
| * badges: mail on the list from kevin (unproven): “!rfr signoff staging badges” https://lists.example.org/archives/list/infra@lists.example.org/message/IAYEHBDWJS6JSK5KQDZX23BKI2BREILX/.
-- mail from #info kevin <kevin@example.org> on [badges] #topic: Question: !topic @room <b>fine?</b>
| * badges: mail on the list from kevin (unproven): “#topic” https://lists.example.org/archives/list/infra@lists.example.org/message/PL64GNNGOT5QFVZNMJTGVFA4Y5ZFGH4V/; it asks “!topic @room <b>fine?</b>”: `!rfr ask badges from 1` takes that as a question.
-- mail from kevin <kevin@example.org> on [badges] x: Answer 1: signed off // Question: `!rfr advance badges`?
| * badges: mail on the list from kevin (unproven): “x” https://lists.example.org/archives/list/infra@lists.example.org/message/7ADCWIOCCBWBU56BJ3BGMZUD4U2BQAG7/; it asks “`!rfr advance badges`?”: `!rfr ask badges from 2` takes that as a question; it answers question 1, which is not open. Open ones: `!rfr questions badges`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr undo
| kevin: badges: the last change was undone (config-management done).
