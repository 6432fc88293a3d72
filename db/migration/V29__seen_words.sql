-- What language's words a participant saw, as BCP 47 tags; und where the study does not say in which language they are. Null in rows
-- from before a study could have words in several languages, when everybody saw its own two lines, and where no page was opened.
-- The labels as they stood on the page when the first answer was given, first line first, such as 'en ko'.
alter table participant add column label_languages varchar(80);
-- The instructions when they were last opened before the first answer.
alter table participant add column instructions_language varchar(35);
-- The words of the question when it was answered.
alter table questionnaire_answer add column language varchar(35);
