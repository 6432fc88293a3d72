package org.c25.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void alternativesAreOfferedBesideTheWordsOfTheList() {
        List<List<LabelWords.Offer>> offered = LabelWords.offered();

        assertThat(offered)
                .hasSize(8)
                .allSatisfy(words -> assertThat(words)
                        .extracting(LabelWords.Offer::language)
                        .contains("English", "Korean", "Japanese", "Chinese", "Spanish", "German", "French", "Arabic"));
        assertThat(offered.get(Expression.CONTEMPT.code()))
                .contains(new LabelWords.Offer("무시", "Korean"), new LabelWords.Offer("경멸", "Korean"))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoReadsALanguageOfTheEightSeesItAndEnglishAndKoreanAreSeenTogether() {
        for (String tag : List.of("ja", "zh", "es", "de", "fr", "ar")) {
            Labels seen = LabelWords.C25_IN_EIGHT.in(tag);
            assertThat(seen.languages()).isEqualTo(tag);
            assertThat(LabelWords.of(seen, BilingualText::first))
                    .isEqualTo(LabelWords.in(tag).orElseThrow());
            assertThat(LabelWords.C25_IN_EIGHT.in(seen.languages())).isEqualTo(seen);
        }
        for (String other : List.of("en", "ko", "tlh", "en ko")) {
            assertThat(LabelWords.C25_IN_EIGHT.in(other).languages()).isEqualTo("en ko");
        }
        assertThat(LabelWords.C25_IN_EIGHT.in("ko").languageNames()).isEqualTo("English and Korean");
    }

    private static Labels labels(LabelWords.Choice first, LabelWords.Choice second) {
        return Labels.of(first.tag(), second.tag(), first.words(), second.words());
    }
}
