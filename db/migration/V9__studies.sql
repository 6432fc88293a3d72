-- How often a study was changed, so that of two people who change it at once the second is told.
alter table study add column version int default 0 not null;
-- When the first answer came in, to a face or to a question: what would change its meaning is frozen from then on.
alter table study add column answered_at timestamp(6) with time zone;
-- While this is not null, nothing of the study can be begun; what is there stays.
alter table study add column archived_at timestamp(6) with time zone;

update study set answered_at = (
    select min(a.recorded_at) from annotation a
        join participant p on p.id = a.participant_id
        join image_set s on s.id = p.set_id
    where s.study_id = study.id);
update study set answered_at = (
    select min(coalesce(p.questions_at, p.closing_at)) from questionnaire_answer q
        join participant p on p.id = q.participant_id
        join image_set s on s.id = p.set_id
    where s.study_id = study.id)
    where answered_at is null;

-- Whether everybody waits, newcomers and those at work; apart from whether people can join.
alter table image_set add column paused boolean default false not null;

-- What was done to a study or to one of its sets is looked for by name.
create index audit_event_of_subject on audit_event (subject);
