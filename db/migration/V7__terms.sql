-- The rest of how a study is arranged for a participant, so that all of it stands with the participant.
alter table participant add column in_order boolean;
alter table participant add column minimum_viewing_millis int;
alter table participant add column repeat_share double precision;
alter table participant add column repeat_minimum_lag int;

-- Until now a study could not be changed, so its present terms are those of everybody in it.
update participant set
    repeat_share = (
        select y.repeat_share from image_set s join study y on y.id = s.study_id where s.id = participant.set_id),
    repeat_minimum_lag = (
        select y.repeat_minimum_lag from image_set s join study y on y.id = s.study_id where s.id = participant.set_id)
    where status <> 'IMPORTED';
update participant set in_order = true where dimension_order is not null and set_id in (
    select s.id from image_set s join study y on y.id = s.study_id where y.design like '%"inOrder":true%');
update participant set in_order = false where dimension_order is not null and in_order is null;
update participant set minimum_viewing_millis = (
        select cast(substring(d.millis from 1 for position('}' in d.millis) - 1) as int) from (
            select s.id, substring(y.design from position('"minimumViewingMillis":' in y.design) + 23) as millis
            from image_set s join study y on y.id = s.study_id) d
        where d.id = participant.set_id)
    where dimension_order is not null and set_id in (
        select s.id from image_set s join study y on y.id = s.study_id
        where y.design like '%"minimumViewingMillis":%');
update participant set minimum_viewing_millis = 0 where dimension_order is not null and minimum_viewing_millis is null;

-- Whether the page around the face was dimmed when the answer was given; null where the client did not say.
alter table annotation add column dimmed boolean;
