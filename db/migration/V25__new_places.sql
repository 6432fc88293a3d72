-- How many times somebody without a place opened a recruiting link, and how many times somebody found no place: counted
-- here, so that a visit leaves no row.
alter table recruiting_link add column opened bigint default 0 not null;
alter table recruiting_link add column turned_away bigint default 0 not null;
update recruiting_link set
    opened = (select count(*) from invitation i where i.recruiting_link_id = recruiting_link.id)
        + (select count(*) from recruiting_refusal r where r.recruiting_link_id = recruiting_link.id),
    turned_away = (
            select count(*) from invitation i left join participant p on p.invitation_id = i.id
            where i.recruiting_link_id = recruiting_link.id and i.turned_away_at is not null and p.id is null
                and not i.withdrawn)
        + (select count(*) from recruiting_refusal r where r.recruiting_link_id = recruiting_link.id);
drop table recruiting_refusal;
alter table invitation drop column turned_away_at;

-- Whoever takes a new place by a recruiting link changes its row here first, so that they are counted one after another.
create table recruiting_gate (
    recruiting_link_id bigint primary key references recruiting_link (id),
    -- how many have passed
    admitted bigint default 0 not null
);
insert into recruiting_gate (recruiting_link_id) select id from recruiting_link;

-- New places of the last minutes, by which the next ones are limited. Rows go a day after, at the latest.
create table new_place (
    recruiting_link_id bigint not null references recruiting_link (id),
    taken_at timestamp(6) with time zone not null,
    -- HMAC-SHA-256 of the link and the client's network address, in hexadecimal; its key lies in the data folder
    address_hmac varchar(64) not null
);
create index new_place_of_link on new_place (recruiting_link_id, taken_at);
