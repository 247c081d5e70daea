# A member of sysadmin-main becomes the sponsor by one word.
-- after setup/requested.story
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
