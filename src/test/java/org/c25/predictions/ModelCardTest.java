package org.c25.predictions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.common.Problem;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The card of a model: what is wrong with it, what it says of images, and what its page shows of it. */
class ModelCardTest {

    private static final String PREDICTIONS = "ab".repeat(32);
    private static final String HEAD = "'format':'c25-model','formatVersion':1";

    private static ModelCard card(String members) {
        String json = "{" + HEAD + (members.isEmpty() ? "" : "," + members) + "}";
        return ModelCard.sent(json.replace('\'', '"').getBytes(UTF_8), PREDICTIONS);
    }

    private static Item item(String filename, @Nullable String hash) {
        return new Item(1, 0, 100, filename, AffectNetLabel.UNKNOWN, hash);
    }

    @Test
    void imagesAreKnownByTheirBytesWhereTheCardHasTheirHashAndElseByName() {
        ModelSplit split = card("""
                        'split':{'train':[{'filename':'a.png','sha256':'AA11'},'b.png'],
                        'validation':[{'filename':'c.png'},{'sha256':'cc33'}],'test':['d.png']}""").split().orElseThrow();

        assertThat(split.wasTrainedOn(item("renamed.png", "aa11"))).isTrue();
        assertThat(split.wasTrainedOn(item("a.png", "ff00")))
                .as("another picture of the same name")
                .isFalse();
        assertThat(split.wasTrainedOn(item("b.png", "ff00"))).isTrue();
        assertThat(split.wasTrainedOn(item("c.png", null))).isTrue();
        assertThat(split.wasTrainedOn(item("x.png", "cc33"))).isTrue();
        assertThat(split.wasTrainedOn(item("a.png", null)))
                .as("a set without pictures knows names alone")
                .isTrue();
        assertThat(split.wasTrainedOn(item("d.png", "dd44"))).isFalse();
    }

    @Test
    void withoutASplitNobodyKnows() {
        assertThat(card("").split()).isEmpty();
        assertThat(card("'split':null").split()).isEmpty();
        assertThat(card("'split':{'by':'image','test':['d.png']}").split()).isEmpty();
        assertThat(card("'split':{'train':[]}").split())
                .as("trained on nothing, as a net of others may be")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|is a JSON object",
                "{'format':'c25-model','formatVersion':|is no JSON",
                "{}|has 'format': 'c25-model'",
                "{'format':'c25-model','formatVersion':2}|has 'formatVersion': 1",
                "{'format':'c25-model','formatVersion':1,'classes':[0,8]}|classes: C25 codes, 0 to 7, not 8",
                "{'format':'c25-model','formatVersion':1,'split':{'train':'all'}}|split, train: is a list of images",
                "{'format':'c25-model','formatVersion':1,'split':{'validation':[7]}}|split, validation: an image is",
                "{'format':'c25-model','formatVersion':1,'outputs':[{'file':'predictions.csv','sha256':'00'}]}|other predictions",
            })
    void whatIsWrongIsTold(String json, String words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ModelCard.sent(json.replace('\'', '"').getBytes(UTF_8), PREDICTIONS))
                .satisfies(problem -> {
                    assertThat(problem.faults()).hasSize(1);
                    assertThat(problem.faults().get(0).field()).isEqualTo("card");
                    assertThat(problem.detail()).contains(words.replace('\'', '"'));
                });
    }

    @Test
    void bytesThatAreNoTextAndTooManyAreRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ModelCard.sent(new byte[] {'{', (byte) 0xff, '}'}, PREDICTIONS))
                .satisfies(problem -> assertThat(problem.detail()).contains("UTF-8"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ModelCard.sent(new byte[4_000_001], PREDICTIONS))
                .satisfies(problem -> assertThat(problem.detail()).contains("at most 4.0 MB"));
    }

    @Test
    void theRightPredictionsAreTakenAndOtherOutputsPassedOver() {
        String outputs = "'outputs':[{'file':'weights.safetensors','sha256':'00'},"
                + "{'file':'predictions.csv','sha256':'" + PREDICTIONS.toUpperCase(Locale.ROOT) + "'}]";

        assertThat(card(outputs).split()).isEmpty();
    }

    @Test
    void whatANetHasNoClassForIsKnown() {
        assertThat(card("'classes':[7,0,1,2,3,4,5]").without()).containsExactly(Expression.CONTEMPT);
        assertThat(card("").without()).isEmpty();
    }

    @Test
    void thePageShowsEveryMemberInALine() {
        ModelCard card = card("""
                'architecture':{'name':'small','parameters':310000,'file':null},'classes':[7,0],
                'split':{'by':'image','seed':1,'train':['1','2','3','4','5','6','7','8','9','10','11','12','13']},
                'inputs':[{'file':'a.csv','sha256':'0123456789abcdef'}],'mine':[1,2.5,'x'],'note':'','metrics':{'test':{'accuracy':0.810,'images':160},'seconds':12}""");

        assertThat(CardLines.of(card))
                .extracting(line -> line.title() + ": " + line.text())
                .containsExactly(
                        "Network: small; parameters 310000",
                        "Classes: neutral, happiness",
                        "Split: by image; seed 1; train 13",
                        "Made from: a.csv; SHA-256 0123456789ab…",
                        "mine: 1, 2.5, x");
        assertThat(CardLines.metrics(card))
                .extracting(line -> line.title() + " = " + line.text())
                .containsExactly("test, accuracy = 0.81", "test, images = 160", "seconds = 12");
        assertThat(CardLines.of(card("'note':'" + "n".repeat(400) + "'")).get(0).text())
                .hasSize(301)
                .endsWith("…");
    }
}
