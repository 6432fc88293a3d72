-- How an answer came about, as the annotation page observed it. Null where the client did not say.
alter table annotation add column expression_time_millis bigint;
alter table annotation add column valence_time_millis bigint;
alter table annotation add column arousal_time_millis bigint;
-- how long the page was out of sight; taken out of the times above and of response_time_millis
alter table annotation add column hidden_time_millis bigint;
-- how many choices were changed before the answer was given
alter table annotation add column changes int;
alter table annotation add column input_device varchar(20);
-- in CSS pixels
alter table annotation add column viewport_width int;
alter table annotation add column viewport_height int;
