package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

        assertThatThrownBy(() -> read(lines))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.message())
                                .satisfiesExactly(
                                        one -> assertThat(one).startsWith("line 4: [ko] has 2 different options"),
                                        one -> assertThat(one).startsWith("line 6: is no question of those"),
                                        one -> assertThat(one).startsWith("line 7: is no question of those"),
                                        one -> assertThat(one).startsWith("line 9: [kr] is no language of the pages")));
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
    void eachLanguageOfLabelsTellsItsFault() {
        String typed = "no language\n[ja]\na | b\n[de]\na | a | c | d | e | f | g | h\nV | 1 | | 9\nA | | 5 | 9";

        assertThatThrownBy(() -> LabelLines.read("labels", typed))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.message())
                                .satisfiesExactly(
                                        one -> assertThat(one).startsWith("begin with a line that names a language"),
                                        one -> assertThat(one).startsWith("[ja] has three lines"),
                                        one -> assertThat(one).isEqualTo("[de] expressions are eight different words"),
                                        one -> assertThat(one).isEqualTo("[de] arousal.least is missing")));
    }
}
