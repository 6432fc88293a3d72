-- What staff call a set, beside its number; null for none.
alter table image_set add column name varchar(100);
