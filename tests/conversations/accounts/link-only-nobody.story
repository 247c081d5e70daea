# Only who is nobody is linked by a code: not who is somebody, or may be and cannot be asked about now; and who is linked makes no codes.
-- accounts
-- person ralph kevin dora
-- group sysadmin-main kevin
-- profile maja oftc/majka
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- dora is disabled
-- private oftc
-- login dora dora
-- identity dora oftc/dora
<dora> link 10000-00000
| Nothing was linked: the account system has no active account dora, so that you are nobody here. If you are dora, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you.
-- login majka majka
-- accounts silent
<majka> link 10000-00000
-- in 1 minutes
| — Mon 2026-03-02 14:00
| Nothing was linked: I cannot tell now to whom the services account majka on oftc belongs, because of the account system: it did not answer within 10 s. Say it again in a minute.
-- accounts answer
-- in 1 minutes
<majka> link 10000-00000
| Here you are maja already, and that code is another account's. Nothing was linked. How I see you: `whoami`.
-- login nirik nirik
-- private libera
<kevin> link
| On the other network, say to me in private: `link 20000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
<nirik> link 20000-00000
| [libera in private to kevin] services account nirik on oftc is linked to your account by your code. If that was not you: `unlink oftc/nirik`.
| You are kevin here from now on: services account nirik on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
<nirik> link
| A link makes you kevin here, and a code comes from where I know you without one (services account kevin on libera): there, in private, say `link`; then type the code on the other network.
