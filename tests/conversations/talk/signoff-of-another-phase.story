# Only the phase in which the RFR is can be signed off, and only phases for which the SOP has a sign-off.
-- after setup/development.story
<kevin> !rfr signoff staging badges
| kevin: badges is in development, so its staging sign-off is not due. What development needs: `!rfr next badges`.
<kevin> !rfr signoff planning badges
| kevin: badges: the SOP has no sign-off for planning, only for development and staging. What it needs: `!rfr next badges`.
<kevin> !rfr signoff maintenance badges
| kevin: badges: the SOP has no sign-off for maintenance, only for development and staging. What it needs: `!rfr next badges`.
<kevin> !rfr why
| kevin: Your last refusal: badges: the SOP has no sign-off for maintenance, only for development and staging. What it needs: `!rfr next badges`.
| SOP: the RFR sponsor signs off development (ready for the next step) and staging (fully in configuration management, ready to be deployed), each while the resource is there.
<kevin> !rfr signoff badges
| kevin: “signoff” needs the phase, and no sign-off of yours is due. Where badges stands: `!rfr next badges`.
