-- The mark that the store of images and files has, too: a node with another folder or bucket is found out by it.
create table file_store (
    id int primary key,
    mark varchar(36) not null,
    constraint file_store_one check (id = 1)
);

-- What a long request is doing, in words for the page that waits for it, whichever node that page asks.
create table upload_progress (
    account_id bigint not null references account (id) on delete cascade,
    -- a UUID made by the page
    name varchar(36) not null,
    words varchar(1000) not null,
    told_at timestamp(6) with time zone not null,
    constraint upload_progress_pk primary key (account_id, name)
);
create index upload_progress_told on upload_progress (told_at);
