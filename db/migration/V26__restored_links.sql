-- A link that was revoked can be restored for a day: until then its sealed secret stays. It goes with the next hourly job, and no
-- letter goes to a revoked link meanwhile.
create index invitation_revoked_at on invitation (revoked_at);
