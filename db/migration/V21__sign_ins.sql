-- Guessing a password takes longer with each wrong one, on all nodes alike.
create table sign_in_delay (
    -- what is tried and from where, such as 'account 3 from 192.0.2.7'; a name that no account has is one of 65,536 numbers
    subject varchar(150) not null primary key,
    failures int not null,
    -- no password is looked at before
    free_at timestamp(6) with time zone not null,
    -- from then on the row counts for nothing
    forgotten_at timestamp(6) with time zone not null,
    -- whether the audit trail tells of somebody who was refused until free_at
    told boolean not null
);
create index sign_in_delay_forgotten on sign_in_delay (forgotten_at);

-- From where somebody has signed in before: others' wrong passwords don't delay them there.
create table sign_in_place (
    account_id bigint not null references account (id),
    -- 'address 192.0.2.7', or 'browser ' and the SHA-256 of what its cookie holds
    place varchar(100) not null,
    last_at timestamp(6) with time zone not null,
    primary key (account_id, place)
);

-- Goes up whenever whoever is signed in to the account has to sign in again.
alter table account add column access_version int default 0 not null;

alter table api_token add column last_used_at timestamp(6) with time zone;
-- Why a token ended: REVOKED, REVOKED_BY_ADMIN, PASSWORD_CHOSEN, PASSWORD_RESET or ACCOUNT_DISABLED.
alter table api_token add column end_reason varchar(20);
update api_token set end_reason = 'REVOKED' where revoked_at is not null;
