-- Whose answers a frozen data package holds, so that it can be told once some of them have been erased.
create table snapshot_person (
    set_id bigint not null,
    version int not null,
    -- null once the person has had everything erased
    participant_id bigint,
    constraint snapshot_person_of_snapshot foreign key (set_id, version) references snapshot (set_id, version)
);
create index snapshot_person_of_snapshot on snapshot_person (set_id, version);
create index snapshot_person_of_participant on snapshot_person (participant_id);

-- Of those that were frozen until now: whoever had a place by then, and who left afterwards with everything erased.
insert into snapshot_person (set_id, version, participant_id)
    select s.set_id, s.version, p.id from snapshot s
        join participant p on p.set_id = s.set_id and p.consented_at <= s.taken_at;
insert into snapshot_person (set_id, version, participant_id)
    select s.set_id, s.version, null from snapshot s
        join withdrawal w on w.set_id = s.set_id and w.participant_id is null and w.withdrawn_at >= s.taken_at
    where exists (
        select 1 from slot_event e
        where e.set_id = s.set_id and e.slot_number = w.slot_number and e.what in ('TAKEN', 'RETURNED') and e.at <= s.taken_at
            and not exists (
                select 1 from slot_event f
                where f.set_id = e.set_id and f.slot_number = e.slot_number and f.what = 'TAKEN' and f.id > e.id
                    and f.at > s.taken_at and f.at <= w.withdrawn_at));

-- Which earlier version was made anew without the people whose answers had been erased.
alter table snapshot add column replaces int;
