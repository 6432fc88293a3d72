-- A decision on a flag that was made by mistake is taken back by another row, which names it.
alter table flag_decision drop constraint flag_decision_known;
alter table flag_decision add constraint flag_decision_known check (decision in ('ACCEPTED', 'DISMISSED', 'TAKEN_BACK'));
alter table flag_decision add column takes_back bigint references flag_decision (id);
alter table flag_decision add constraint flag_decision_taken_back_once unique (takes_back);

-- PUT_BACK: staff undid that they had taken the slot from somebody.
alter table slot_event drop constraint slot_event_what_known;
alter table slot_event add constraint slot_event_what_known check (what in
    ('TAKEN', 'RETURNED', 'IMPORTED', 'STALLED', 'COMPLETED', 'RELEASED', 'REPLACED', 'WITHDRAWN', 'PUT_BACK'));

-- What was removed or replaced by hand can be put back. All three are null for changes from before this.
-- a UUID; the images that were removed at once have the same
alter table item_change add column deed varchar(36);
-- the whole item as it was, as JSON
alter table item_change add column item varchar(4000);
alter table item_change add column undone_at timestamp(6) with time zone;
