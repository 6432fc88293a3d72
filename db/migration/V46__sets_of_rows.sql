-- The set stands in the rows of its participants, too, so that they can lie in partitions or on nodes by set. Rows from before,
-- and those that an earlier version writes beside this one, have none: their participant tells it. No query relies on it yet.
alter table trial add column set_id bigint;
alter table annotation add column set_id bigint;
alter table picture_report add column set_id bigint;
alter table questionnaire_answer add column set_id bigint;
