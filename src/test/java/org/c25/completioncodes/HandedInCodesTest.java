package org.c25.completioncodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.stream.Collectors;
import org.c25.common.Problem;
import org.c25.testing.Texts;
import org.junit.jupiter.api.Test;

/** The codes that people handed in, from the files of recruiters and as staff paste them. */
class HandedInCodesTest {

    private static final String ONE = "K7QM2-XR4TD";
    private static final String OTHER = "23456-789AB";

    private static List<String> read(String text) {
        return HandedInCodes.read("file", text).stream()
                .map(one -> one.externalId() + " " + one.code())
                .toList();
    }

    @Test
    void theFileOfProlificHasCodesAndIds() {
        assertThat(read("""
                Submission id,Participant id,Status,Completion code,Age
                660aa1,5f2b7c,APPROVED,K7QM2-XR4TD,31
                660aa2,5f2b7d,RETURNED,NOCODE,24
                660aa3,5f2b7e,AWAITING REVIEW,"INVENTED, SORRY",40
                """)).containsExactly("5f2b7c " + ONE, "5f2b7d ", "5f2b7e INVENTED, SORRY");
    }

    @Test
    void otherServicesNameTheirColumnsOtherwise() {
        assertThat(read("HITId,WorkerId,Answer.surveycode\n3XY,A2ABCDEFGH,K7QM2-XR4TD\n"))
                .containsExactly("A2ABCDEFGH " + ONE);
        assertThat(read("user_id;survey_code\n17;k7qm2xr4td\n")).containsExactly("17 k7qm2xr4td");
    }

    @Test
    void theColumnIsFoundByWhatIsInItWhateverItIsCalled() {
        assertThat(read("id\tcode\twhat they typed\n1\tA\tK7QM2-XR4TD\n2\tB\tK7QM2 XR4TD\n3\tC\n"))
                .containsExactly("1 " + ONE, "2 K7QM2 XR4TD", "3 ");
    }

    @Test
    void codesMayBePastedAsTheyAre() {
        assertThat(read("K7QM2-XR4TD\n\n  23456-789AB  \nwhatever\n"))
                .containsExactly(" " + ONE, " " + OTHER, " whatever");
        assertThat(read("K7QM2-XR4TD, 23456-789AB")).containsExactly(" " + ONE, " " + OTHER);
        assertThat(read("k7qm2 xr4td\n")).containsExactly(" k7qm2 xr4td");
        assertThat(read("5f2b7c K7QM2-XR4TD\n5f2b7d\t23456-789AB\n"))
                .containsExactly("5f2b7c " + ONE, "5f2b7d " + OTHER);
    }

    @Test
    void whatHoldsNoCodesIsRefusedByItsField() {
        assertThatThrownBy(() -> read(" \n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there is no code in it");
        assertThatThrownBy(() -> read("Participant id,Status\n1,APPROVED\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("it has Participant id, Status");
        assertThatThrownBy(() -> read("a\n".repeat(HandedInCodes.MOST + 1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("at most 10,000");
    }

    @Test
    void whatThePageCarriesAlongIsReadAsItWas() {
        qt().forAll(lists().of(Texts.any(1, 40)).ofSizeBetween(1, 20)).checkAssert(texts -> {
            List<HandedIn> before =
                    texts.stream().map(text -> new HandedIn("id " + text, text)).toList();

            assertThat(HandedInCodes.read("checked", CodeFiles.carried(before)))
                    .as(texts.stream().collect(Collectors.joining("|")))
                    .isEqualTo(before);
        });
    }
}
