-- That somebody with a recruiter's ID has a place in a set, so that one ID takes one place. The ID itself is kept nowhere.
create table outside_id (
    -- an ID comes by one invitation, when its place is taken; the row goes when everything of the person is erased
    invitation_id bigint primary key references invitation (id),
    set_id bigint not null references image_set (id),
    -- HMAC-SHA-256 of the study and the ID, in hexadecimal; its key lies in the data folder, not in the database
    id_hmac varchar(64) not null,
    constraint outside_id_once unique (set_id, id_hmac)
);
