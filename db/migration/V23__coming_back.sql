-- SHA-256 of the token of the device on which a place was taken by a recruiting link, in hexadecimal: that device may do
-- everything, others that come by link and ID alone only go on.
alter table invitation add column place_taken_with varchar(64);
-- How many return codes were tried of late, and until when they count.
alter table invitation add column code_attempts integer default 0 not null;
alter table invitation add column code_attempts_until timestamp(6) with time zone;

-- The secret with which a study's recruiter signs whom it sends.
create table signing_secret (
    study_id bigint primary key references study (id),
    -- AES-256-GCM; its key lies in the data folder, not in the database
    sealed varchar(500) not null,
    made_at timestamp(6) with time zone not null
);
