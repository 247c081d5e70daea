"""Makes the list that the tests use, in a fresh Mailman. Arguments: the config, and what is special about the list:
`munging` replaces the author of every post by the list, as DMARC makes lists do."""

import sys

from mailman.core.initialize import initialize

initialize(sys.argv[1])

from mailman.app.lifecycle import create_list
from mailman.database.transaction import transaction
from mailman.interfaces.domain import IDomainManager
from mailman.interfaces.mailinglist import DMARCMitigateAction
from mailman.interfaces.action import Action
from mailman.interfaces.usermanager import IUserManager
from mailman.utilities.datetime import now
from zope.component import getUtility

with transaction():
    getUtility(IDomainManager).add("lists.example.org")
    made = create_list("infrastructure@lists.example.org", ["owner@example.org"])
    made.subject_prefix = "[Infrastructure] "
    made.send_welcome_message = False
    made.admin_immed_notify = False
    made.default_member_action = Action.accept
    if "munging" in sys.argv[2:]:
        made.dmarc_mitigate_action = DMARCMitigateAction.munge_from
        made.dmarc_mitigate_unconditionally = True
    users = getUtility(IUserManager)
    for name in ("rfrbot", "member", "owner"):
        address = users.create_address(f"{name}@example.org", name)
        address.verified_on = now()
        made.subscribe(address)
