-- Data packages that were frozen: what a paper cites stays what it was. The bytes lie in the data folder under their hash.
create table snapshot (
    set_id bigint not null references image_set (id),
    -- from 1
    version int not null,
    -- SHA-256 of the ZIP, in hexadecimal
    sha256 varchar(64) not null,
    bytes bigint not null,
    note varchar(200) not null,
    taken_by varchar(100) not null,
    taken_at timestamp(6) with time zone not null,
    -- when an admin took the bytes away, as when somebody in them has their answers erased; the row stays
    removed_at timestamp(6) with time zone,
    primary key (set_id, version)
);
