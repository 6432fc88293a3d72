-- What a study's participants meet (order, arrangement, practice, questions, labels), as JSON; null in a study from before.
alter table study add column design varchar(200000);
alter table study add column consent_version int default 1 not null;

-- Every consent text that a study ever had. Rows are only ever added.
create table consent_text (
    study_id bigint not null references study (id),
    version int not null,
    -- Markdown; empty for the built-in text
    text varchar(20000) not null,
    created_at timestamp(6) with time zone not null,
    primary key (study_id, version)
);
insert into consent_text (study_id, version, text, created_at) select id, 1, consent, created_at from study;

-- Which text a participant agreed to; the hash is of the text as it stood on the page, in the participant's language.
alter table participant add column consent_version int;
alter table participant add column consent_sha256 varchar(64);
-- How the trials and the controls were arranged for this participant.
alter table participant add column trial_ordering varchar(20);
alter table participant add column dimension_order varchar(60);
alter table participant add column scale_direction varchar(20);
-- When the steps beside the trials were done; null while they are not.
alter table participant add column questions_at timestamp(6) with time zone;
alter table participant add column practised_at timestamp(6) with time zone;
alter table participant add column closing_at timestamp(6) with time zone;

-- Answers to questions about the person. They go when the person withdraws and erases.
create table questionnaire_answer (
    participant_id bigint not null references participant (id),
    -- BEFORE or AFTER the trials
    part varchar(10) not null,
    question varchar(40) not null,
    answer varchar(2000) not null,
    primary key (participant_id, part, question),
    constraint questionnaire_answer_part_known check (part in ('BEFORE', 'AFTER'))
);
