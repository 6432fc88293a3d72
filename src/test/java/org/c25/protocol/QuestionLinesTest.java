package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.junit.jupiter.api.Test;

/** Questions and labels as they are typed in several languages. */
class QuestionLinesTest {

    private static List<Question> read(String lines) {
        return QuestionLines.read("own", lines);
    }

    @Test
    void theSameQuestionsStandAgainBelowALanguageAndAreToldByKeyOrPlace() {
        List<Question> questions = read("""
                Which hand? * | left | right
                [glasses] Glasses?

                [ko]
                어느 손? | 왼손 | 오른손
                안경?
                [ar]
                [glasses] نظارات؟
                """);

        assertThat(questions).extracting(Question::key).containsExactly("q1", "glasses");
        assertThat(questions.get(0).required()).isTrue();
        assertThat(questions.get(0).in("ko").options()).containsExactly("왼손", "오른손");
        assertThat(questions.get(1).in("ko").text()).isEqualTo("안경?");
        assertThat(questions.get(1).in("ar")).isEqualTo(new TranslatedQuestion("ar", "نظارات؟", null));
        assertThat(questions.get(0).in("ar"))
                .as("everybody else's")
                .isEqualTo(new TranslatedQuestion("", "Which hand?", List.of("left", "right")));
    }

    @Test
    void aKeyBelowALanguageTakesNoNumberAway() {
        assertThat(read("Hand?\n[ko]\n[q1] 손?")).extracting(Question::key).containsExactly("q1");
    }

    @Test
    void faultsAreToldByTheirLine() {
        String lines = "Hand? | left | right\nGlasses?\n[ko]\n손? | 왼손\n안경?\n또?\n[nobody] ?\n[kr]\n손? | 왼손 | 오른손";

        assertThat(faults(() -> read(lines)))
                .containsExactly(
                        "own, line 4: [ko] needs 2 different options, as many as the question",
                        "own, line 6: [ko] the question is missing before the first language: 또?",
                        "own, line 7: [ko] the question is missing before the first language: ?",
                        "own, line 9: [kr] is no language of the pages: en, ko, ja, zh, es, de, fr, ar");
    }

    private static List<String> faults(ThrowingCallable read) {
        return catchThrowableOfType(Problem.class, read).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @Test
    void labelsAreThreeLinesBelowTheirLanguage() {
        String typed = "[ja]\na | b | c | d | e | f | g | h\nV | 1 | | 9\nA | 1 | 5 | 9";

        TranslatedLabels labels = LabelLines.read("labels", typed).get(0);

        assertThat(labels.expressions()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(labels.valence()).isEqualTo(new TranslatedLabels.Scale("V", "1", "", "9"));
        assertThat(LabelLines.withC25(typed, "ja")).as("it is there").isEqualTo(typed);
        assertThat(LabelLines.read("labels", LabelLines.withC25(typed, "de")))
                .containsExactly(labels, LabelWords.translation("de"));
    }

    @Test
    void faultsOfLabelsAreToldByTheirLineAndLanguage() {
        String words = "a | b | c | d | e | f | g | h";
        String scales = "V | 1 | | 9\nA | 1 | 5 | 9";
        String typed = "no language\n[ja]\n" + words + "\n\n[zh]\n" + words + "\nV | 1 | 9\nA | 1 | 5 | 9\n[de]\n"
                + words.replace('b', 'a') + "\n" + scales.replace("A | 1", "A | ") + "\n[kr]\n" + words + "\n" + scales;

        assertThat(faults(() -> LabelLines.read("labels", typed)))
                .containsExactly(
                        "labels, line 1: needs a line above it that names its language, such as [ja]",
                        "labels, line 2: [ja] needs three lines: the eight expressions; title, 1, 5 and 9 of valence;"
                                + " title, 1, 5 and 9 of arousal",
                        "labels, line 7: [zh] needs title, 1, 5 and 9 of valence, with | between them: 4 words, and not 3",
                        "labels, line 9: [de] expressions: eight different words are needed",
                        "labels, line 9: [de] 1 of arousal: is missing",
                        "labels, line 13: [kr] is no language of the pages: en, ko, ja, zh, es, de, fr, ar");
    }
}
