-- The client's UUID of an answer, and the name of a trial's picture, as 16 bytes and no more as text of 36. Both tables are
-- written anew.
-- stop all nodes first: an earlier version writes both as text, and records no answer beside this.
alter table annotation alter column id set data type uuid using cast(id as uuid);
alter table trial alter column image_key set data type uuid using cast(image_key as uuid);

-- Pictures are asked for by their person. An index that begins with the person grows at its end, and not all over.
alter table trial drop constraint trial_image_key_once;
alter table trial add constraint trial_image_key_once unique (participant_id, image_key);
