package org.c25.export;

import java.util.List;
import org.c25.common.CsvLine;
import org.c25.participation.Rater;

/**
 * The file on what language's words each person saw: a row a person. Nothing is known of imported answers, nor of
 * people from before a study could have words in several languages, when everybody saw the same.
 */
final class WordsCsv {

    private WordsCsv() {}

    static List<Column> columns() {
        return List.of(
                Column.whole(C25Csv.PARTICIPANT, "the slot of the person, 0 …"),
                Column.text("labels", "the languages of the labels with the first answer, the first line first: en ko"),
                Column.text("instructions", "the language of the instructions; und where the study does not say it"));
    }

    static void write(Rater rater, CsvLine line) {
        line.add(rater.slot()).add(rater.labelLanguages()).add(rater.instructionsLanguage());
        RaterFiles.end(line);
    }
}
