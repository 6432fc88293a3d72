-- Sets of which each participant rates only a portion of the images.
-- stop all nodes first: an earlier version gives whoever comes to such a set all of its images.

-- How many ratings each image gets, and how many images a participant rates at most. Null where everyone rates all.
alter table image_set add column ratings_per_image int;
alter table image_set add column images_per_person int;
alter table image_set add constraint image_set_portions_both
    check ((ratings_per_image is null) = (images_per_person is null));
alter table image_set add constraint image_set_portions_range check (ratings_per_image >= 1 and images_per_person >= 1);

-- The rating slots of each image of such a set, made when it opens. One statement takes some for a participant.
create table rating_slot (
    set_id bigint not null references image_set (id),
    item_id bigint not null,
    -- 0 … ratings_per_image − 1: the column of the C25 files
    number int not null,
    -- who has it; null while it is free
    participant_id bigint references participant (id),
    -- how many ratings the image has when this slot's turn comes: the least first. -1 while somebody has it
    turn int not null,
    -- drawn: the order among slots of one turn
    lot int not null,
    primary key (set_id, item_id, number),
    constraint rating_slot_once_each unique (set_id, participant_id, item_id),
    constraint rating_slot_free_or_taken check ((turn >= 0) = (participant_id is null))
);
-- The queue of the free ones.
create index rating_slot_queue on rating_slot (set_id, turn, lot);

-- The lowest free slot of a large set is found without passing over all that are taken.
create index slot_free on slot (set_id, participant_id, number);
