-- Pictures that a participant's device could not show. All of a person's go when that person withdraws.
create table picture_report (
    participant_id bigint not null,
    position int not null,
    reported_at timestamp(6) with time zone not null,
    -- what the client saw, such as "status 500"
    reason varchar(200) not null,
    primary key (participant_id, position),
    constraint picture_report_of_trial foreign key (participant_id, position) references trial (participant_id, position)
);
