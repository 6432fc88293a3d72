-- The answers that count: a row for each trial that has an answer, kept in the transaction that records the answer. All of it
-- follows from annotation and trial, and can be made anew from them.
create table rating (
    participant_id bigint not null,
    position int not null,
    set_id bigint not null,
    item_id bigint not null,
    -- the position of the first showing; null for a first showing
    repeat_of int,
    -- the latest revision; null only where an imported file had an empty cell
    expression smallint,
    valence smallint,
    arousal smallint,
    -- of the first answer to the trial, and of the latest; null where the client did not say
    first_response_time_millis bigint,
    last_response_time_millis bigint,
    -- how many answers the trial has
    revisions int not null,
    first_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    primary key (participant_id, position),
    constraint rating_of_trial foreign key (participant_id, position) references trial (participant_id, position)
);
create index rating_of_item on rating (set_id, item_id);

insert into rating (participant_id, position, set_id, item_id, repeat_of, expression, valence, arousal,
        first_response_time_millis, last_response_time_millis, revisions, first_at, last_at)
    select t.participant_id, t.position, p.set_id, t.item_id, t.repeat_of, latest.expression, latest.valence, latest.arousal,
        earliest.response_time_millis, latest.response_time_millis, latest.revision, earliest.recorded_at, latest.recorded_at
    from annotation latest
    join annotation earliest on earliest.participant_id = latest.participant_id and earliest.position = latest.position
        and earliest.revision = 1
    join trial t on t.participant_id = latest.participant_id and t.position = latest.position
    join participant p on p.id = latest.participant_id
    where not exists (
        select 1 from annotation later
        where later.participant_id = latest.participant_id and later.position = latest.position
            and later.revision > latest.revision);

-- How many trials of this person have an answer, and how many answers there are, revisions included.
alter table participant add column answered int default 0 not null;
alter table participant add column annotations int default 0 not null;
-- Up to when the answers so far would have been given, had they come at the fastest pace that is taken; null for none.
alter table participant add column paced_until timestamp(6) with time zone;

update participant set
    answered = (select count(*) from rating r where r.participant_id = participant.id),
    annotations = (select count(*) from annotation a where a.participant_id = participant.id);
