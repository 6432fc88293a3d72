-- What a model's file and its card say besides: how sure it is, which values were cut, and which images it was trained on.
alter table model_prediction add column score_happiness double precision;
alter table model_prediction add column score_sadness double precision;
alter table model_prediction add column score_surprise double precision;
alter table model_prediction add column score_fear double precision;
alter table model_prediction add column score_disgust double precision;
alter table model_prediction add column score_anger double precision;
alter table model_prediction add column score_contempt double precision;
alter table model_prediction add column score_neutral double precision;
-- the model said less than -1 or more than 1, and the nearest of these was taken
alter table model_prediction add column valence_clamped boolean not null default false;
alter table model_prediction add column arousal_clamped boolean not null default false;
-- the card says that the model was trained on this picture, or chosen by it
alter table model_prediction add column trained_on boolean not null default false;

-- The card of a model: the JSON that says how it was made, as it was sent.
create table model_card (
    model_id bigint primary key references model_rater (id) on delete cascade,
    content text not null,
    -- of the content, in hexadecimal
    sha256 varchar(64) not null,
    -- whether it says on which images the model was trained
    has_split boolean not null
);
