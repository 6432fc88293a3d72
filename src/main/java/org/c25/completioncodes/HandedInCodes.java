package org.c25.completioncodes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.common.CsvText;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.participation.CompletionCode;

/**
 * Reads the codes that people handed in: the table of a recruiter, with a column for the codes and perhaps one for the
 * recruiter's names, or codes one after the other. Between the cells stand commas, semicolons or tabs.
 */
final class HandedInCodes {

    static final int MOST = 10_000;

    /** The names of a column with codes in the files of Prolific, MTurk, SONA and CloudResearch, letters alone. */
    private static final List<String> CODE =
            List.of("completioncode", "answersurveycode", "surveycode", "completionid", "confirmationcode", "code");

    /** The names of the column with external IDs, the likeliest first. */
    private static final List<String> EXTERNAL_ID = List.of(
            "externalid", "participantid", "prolificpid", "prolificid", "workerid", "userid", "participant", "id");

    private final String field;

    private HandedInCodes(String field) {
        this.field = field;
    }

    /**
     * Returns what was handed in, in the order of the text.
     *
     * @param field the name of the field from which the text comes, for faults
     * @throws Problem 422 if it can't be read, holds nothing, or more than {@link #MOST}, or is a table without a column
     *     for codes
     */
    static List<HandedIn> read(String field, String text) {
        return new HandedInCodes(field).read(text);
    }

    private List<HandedIn> read(String text) {
        List<List<String>> rows = rows(text);
        if (rows.isEmpty()) {
            throw Problem.invalid(field, "there is no code in it");
        }
        List<HandedIn> codes = isHeader(rows.get(0))
                ? table(rows)
                : rows.stream().flatMap(HandedInCodes::loose).toList();
        if (codes.size() > MOST) {
            throw Problem.invalid(
                    field, "at most " + Numbers.whole(MOST) + " codes, not " + Numbers.whole(codes.size()));
        }
        return codes;
    }

    private List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        try {
            CsvText whole = CsvText.of(field, text.stripLeading());
            CsvReader<CsvRecord> csv = whole.csv().ofCsvRecord(whole.reader());
            for (CsvRecord row : csv) {
                if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row.getFields());
                }
            }
        } catch (Problem unfit) {
            throw unfit;
        } catch (IOException | RuntimeException e) {
            throw Problem.invalid(field, CsvText.fault(e));
        }
        return rows;
    }

    private static boolean isHeader(List<String> row) {
        return row.stream().noneMatch(CompletionCode::isLike)
                && row.stream()
                        .map(HandedInCodes::letters)
                        .anyMatch(name -> CODE.contains(name) || EXTERNAL_ID.contains(name));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private List<HandedIn> table(List<List<String>> rows) {
        List<String> names = rows.get(0);
        List<List<String>> people = rows.subList(1, rows.size());
        Optional<Integer> id = column(names, EXTERNAL_ID);
        int code = codeColumn(names, people, id)
                .orElseThrow(() -> Problem.invalid(
                        field, "has no column with completion codes; it has " + String.join(", ", names)));
        return people.stream()
                .map(row -> new HandedIn(id.map(column -> cell(row, column)).orElse(""), cell(row, code)))
                .toList();
    }

    /**
     * Returns the column with the most cells that could be codes of ours, other than that of the IDs; if there are
     * none, one by its name.
     */
    private static Optional<Integer> codeColumn(List<String> names, List<List<String>> people, Optional<Integer> id) {
        return IntStream.range(0, names.size())
                .boxed()
                .filter(column -> !id.equals(Optional.of(column)))
                .max(Comparator.comparingLong(column -> codes(people, column)))
                .filter(column -> codes(people, column) > 0)
                .or(() -> column(names, CODE));
    }

    private static long codes(List<List<String>> people, int column) {
        return people.stream()
                .filter(row -> CompletionCode.isLike(cell(row, column)))
                .count();
    }

    private static Optional<Integer> column(List<String> names, List<String> wanted) {
        List<String> bare = names.stream().map(HandedInCodes::letters).toList();
        return wanted.stream().map(bare::indexOf).filter(column -> column >= 0).findFirst();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** Returns the codes of a row without a header: a name and a code, or codes alone. */
    private static Stream<HandedIn> loose(List<String> row) {
        List<String> words = row.stream()
                .flatMap(cell -> CompletionCode.isLike(cell)
                        ? Stream.of(cell)
                        : Stream.of(cell.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> codes = words.stream().filter(CompletionCode::isLike).toList();
        if (words.size() == 2 && codes.size() == 1) {
            String other = words.get(words.get(0).equals(codes.get(0)) ? 1 : 0);
            return Stream.of(new HandedIn(other, codes.get(0)));
        }
        return words.stream().map(word -> new HandedIn("", word));
    }
}
