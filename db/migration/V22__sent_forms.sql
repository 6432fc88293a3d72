-- The staff's forms as they were sent, each once, so that a double click does a thing once.
create table sent_form (
    -- SHA-256 of who sent it, to which address, with what, from which showing of the page
    id varchar(64) not null primary key,
    sent_at timestamp(6) with time zone not null,
    -- the answer, sealed with a key that only the browser's form holds; null while the work goes on
    answer bytea
);
create index sent_form_sent on sent_form (sent_at);
