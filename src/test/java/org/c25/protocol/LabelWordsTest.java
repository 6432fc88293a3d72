package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.junit.jupiter.api.Test;

/** The words that come with C25 can be the labels of a study, each language alone or beside another. */
class LabelWordsTest {

    @Test
    void thereAreWordsInEachLanguageOfThePages() {
        assertThat(LabelWords.languages())
                .extracting(LabelWords.Choice::tag)
                .containsExactly("en", "ko", "ja", "zh", "es", "de", "fr", "ar");
        assertThat(LabelWords.languages())
                .extracting(LabelWords.Choice::name)
                .contains("English", "Korean", "Arabic")
                .doesNotHaveDuplicates();
        assertThat(LabelWords.in("tlh")).isEmpty();
    }

    @Test
    void englishAndKoreanAreAsPublished() {
        assertThat(LabelWords.in("en")).hasValue(LabelWords.of(Labels.C25, BilingualText::first));
        assertThat(LabelWords.in("ko").orElseThrow())
                .containsExactly(
                        "행복", "슬픔", "놀람", "두려움", "역겨움", "화남", "무시", "중립", "정서", "부정", "중립", "긍정", "각성", "평온", "", "흥분");
    }

    @Test
    void allWordsAreFitBesideThoseOfEachOtherLanguage() {
        for (LabelWords.Choice one : LabelWords.languages()) {
            assertThat(one.words()).hasSize(LabelWords.COUNT);
            for (LabelWords.Choice other : LabelWords.languages()) {
                Labels labels = labels(one, other);
                assertThat(LabelWords.of(labels, BilingualText::first)).isEqualTo(one.words());
                assertThat(LabelWords.of(labels, BilingualText::second)).isEqualTo(other.words());
            }
        }
    }

    private static Labels labels(LabelWords.Choice first, LabelWords.Choice second) {
        List<BilingualText> words = IntStream.range(0, LabelWords.COUNT)
                .mapToObj(i ->
                        new BilingualText(first.words().get(i), second.words().get(i)))
                .toList();
        int scales = Expression.all().size();
        return new Labels(
                first.tag(),
                second.tag(),
                words.subList(0, scales),
                new ScaleLabels(words.get(scales), words.get(scales + 1), words.get(scales + 2), words.get(scales + 3)),
                new ScaleLabels(words.get(12), words.get(13), words.get(14), words.get(15)));
    }
}
