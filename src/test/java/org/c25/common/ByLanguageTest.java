package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.c25.common.ByLanguage.Part;
import org.junit.jupiter.api.Test;

class ByLanguageTest {

    private static final String TEXT = "You look at faces.\n\n[ko]\n얼굴을 봅니다.\n\n둘째 문단.\n [de] \nSie sehen Gesichter.";

    @Test
    void aReaderGetsThePartInTheirLanguage() {
        assertThat(ByLanguage.read(TEXT).in(Locale.KOREA)).isEqualTo(new Part("ko", "얼굴을 봅니다.\n\n둘째 문단."));
        assertThat(ByLanguage.read(TEXT).in(Locale.GERMAN)).isEqualTo(new Part("de", "Sie sehen Gesichter."));
    }

    @Test
    void everybodyElseGetsTheFirst() {
        assertThat(ByLanguage.read(TEXT).in(Locale.FRENCH)).isEqualTo(new Part("", "You look at faces."));
        assertThat(ByLanguage.read("[ko]\n하나\n[de]\neins").in(Locale.FRENCH)).isEqualTo(new Part("ko", "하나"));
    }

    @Test
    void aTextWithoutMarksIsForAll() {
        assertThat(ByLanguage.read("See [en] here\r\n[a link](https://example.org)")
                        .parts())
                .containsExactly(new Part("", "See [en] here\r\n[a link](https://example.org)"));
    }

    @Test
    void windowsLineEndsAreNoPartOfAMark() {
        assertThat(ByLanguage.read("one\r\n[ko]\r\n하나\r\n").parts())
                .containsExactly(new Part("", "one"), new Part("ko", "하나"));
    }

    @Test
    void nothingIsNothing() {
        assertThat(ByLanguage.read(" \n").in(Locale.ENGLISH).isBlank()).isTrue();
        assertThat(ByLanguage.read("[ko]\n\n").in(Locale.KOREAN).isBlank()).isTrue();
    }
}
