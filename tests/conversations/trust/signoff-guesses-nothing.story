# A sign-off never takes leftover words for a note of an RFR that is only guessed, and a note stands behind two dashes.
-- after setup/staging.story
<kevin> !rfr signoff staging tahrir
| kevin: “signoff” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff staging for koschei
| kevin: “signoff” was not done: “for” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff staging no
| kevin: “signoff” was not done: “no” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff staging not yet
| kevin: “signoff” was not done: “not” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff staging when?
| kevin: “signoff” was not done: “when” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff staging cancel
| kevin: “signoff” was not done: “cancel” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff badges staging production
| kevin: “signoff” was not done: a note stands behind “--”. Without the note: `!rfr signoff badges staging`; with the note “production”: `!rfr signoff badges staging -- production`.
<kevin> !rfr signoff staging badges looks good to me
| kevin: “signoff” was not done: a note stands behind “--”. Without the note: `!rfr signoff staging badges`; with the note “looks good to me”: `!rfr signoff staging badges -- looks good to me`.
<kevin> !rfr signoff staging badges --
| kevin: “signoff” needs NOTE…; usage: `!rfr signoff PHASE badges [-- NOTE…]`, for example `!rfr signoff staging badges`.
<kevin> !rfr signoff staging — looks good to me
| kevin: badges: staging signed off “looks good to me” with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<kevin> !rfr undo
| kevin: badges: the last change was undone (staging signed off “looks good to me”).
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<kevin> !rfr signoff staging badges -- looks good to me
| kevin: badges: staging signed off “looks good to me” with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<kevin> !rfr unsign staging it does not look good
| kevin: “unsign” was not done: “it” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr unsign RFR staging REASON…`; for the one that is meant here: `!rfr unsign staging -- it does not look good`.
<kevin> !rfr unsign staging -- it does not look good
| kevin: badges: staging sign-off taken back: it does not look good.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
# Dashes that stick to a word, and a dash that only separates, are no mark of a note.
<kevin> !rfr signoff staging --tahrir
| kevin: “signoff” was not done: “--tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr signoff staging badges --no
| kevin: Nothing was done. Do you mean `!rfr note badges no`? Type that line.
<kevin> !rfr signoff staging – not yet
| kevin: “signoff” was not done: “–” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr signoff RFR staging`; for the one that is meant here: `!rfr signoff staging -- NOTE…`.
<kevin> !rfr unsponsor --badges
| kevin: I know no RFR “--badges”. Did you mean `!rfr unsponsor badges`? Only badges is open; ended ones too: `!rfr list all`.
<kevin> !rfr hold --later
| kevin: “hold” was not done: “--later” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr hold RFR REASON…`; for the one that is meant here: `!rfr hold -- later`.
