-- One row. Whoever puts an older state of the data into this database, other than by making the tables anew, gives it another
-- id: devices then compare their answers with those that are here.
create table era (
    id varchar(36) not null primary key
);

insert into era (id) values (cast(gen_random_uuid() as varchar(36)));
