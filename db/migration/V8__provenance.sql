-- How a set was chosen from AffectNet, so that it can be chosen again. A set made from a manifest has no row.
create table set_source (
    set_id bigint primary key references image_set (id),
    -- RANDOM, or the rule by which models and AffectNet disagree
    rule varchar(20) not null,
    seed bigint not null,
    -- of the files as they were read, in hexadecimal
    training_sha256 varchar(64) not null,
    predictions_sha256 varchar(64),
    -- what else the choice and the pictures depend on, as JSON
    parameters varchar(100000) not null
);

-- How confusing the image is by that rule; null where chance alone decided.
alter table item add column score double precision;
-- AffectNet's face box in pixels of its image, which the stored picture was cropped to.
alter table item add column face_x int;
alter table item add column face_y int;
alter table item add column face_width int;
alter table item add column face_height int;
