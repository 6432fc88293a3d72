-- When somebody of the staff first looked at a preview, which leaves no other trace: it is one of their first steps.
alter table account add column previewed_at timestamp(6) with time zone;
-- When they put the list of first steps away; null while it may be shown.
alter table account add column first_steps_away_at timestamp(6) with time zone;

-- Whoever has made a study has taken them.
update account set first_steps_away_at = current_timestamp where id in (select owner_id from study);
