package org.c25.trainer.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What outputs mean and how they are written, worked by hand. */
class ReadoutTest {

    private static final List<Integer> THREE = List.of(7, 2, 0);
    private static final Readout READOUT = Readout.of(THREE, Place.column(0), 5, Place.column(3), Place.column(4));

    private static List<Output> outputs(float... values) {
        return List.of(new Output("output", new long[] {values.length / 5, 5}, values));
    }

    private static Prediction said(String index, String filename, float... values) {
        return new Prediction(new Item(index, filename), READOUT.of(outputs(values), 1, 0));
    }

    /** Logits ln 1, ln 2, ln 5 are 1/8, 2/8 and 5/8. */
    @Test
    void logitsBecomeProbabilitiesOfC25sCodes() {
        Reading said = READOUT.of(outputs(0, (float) Math.log(2), (float) Math.log(5), 0.25f, -0.5f), 1, 0);
        assertThat(said.scores()).containsExactly(new double[] {0.625, 0, 0.25, 0, 0, 0, 0, 0.125}, within(1e-7));
        assertThat(said.expression()).isZero();
        assertThat(said.valence()).isEqualTo(0.25);
        assertThat(said.arousal()).isEqualTo(-0.5);
    }

    @Test
    void hugeLogitsAreNoTrouble() {
        Reading said = READOUT.of(outputs(1000, -1000, 999, 0, 0), 1, 0);
        assertThat(said.scores()[7]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    }

    @Test
    void onATieTheSmallestCodeCounts() {
        assertThat(READOUT.of(outputs(1, 1, 0, 0, 0), 1, 0).expression()).isEqualTo(2);
        assertThat(READOUT.of(outputs(1, 1, 1, 0, 0), 1, 0).expression()).isZero();
    }

    @Test
    void eachImageHasItsRow() {
        List<Output> two = outputs(9, 0, 0, 0.1f, 0.2f, 0, 9, 0, 0.3f, 0.4f);
        assertThat(READOUT.of(two, 2, 0).expression()).isEqualTo(7);
        assertThat(READOUT.of(two, 2, 1).expression()).isEqualTo(2);
        assertThat(READOUT.of(two, 2, 1).valence()).isCloseTo(0.3, within(1e-7));
    }

    /** On 1 … 9: 5 is 0, 7 is 0.5, 0 is −1.25. On a scale that runs down, 9 is −1. */
    @Test
    void valuesComeToTheScaleOfC25() {
        Readout nine = new Readout(List.of(), null, 0, false, Place.column(0), Place.column(1), 1, 9);
        Reading said = nine.of(outputs(7, 0, 0, 0, 0), 1, 0);
        assertThat(said.valence()).isEqualTo(0.5);
        assertThat(said.arousal()).isEqualTo(-1.0);
        assertThat(said.givenArousal()).isEqualTo(-1.25);
        assertThat(said.isArousalClamped()).isTrue();
        assertThat(said.isValenceClamped()).isFalse();
        Readout down = new Readout(List.of(), null, 0, false, Place.column(0), null, 9, 1);
        assertThat(down.of(outputs(9, 0, 0, 0, 0), 1, 0).valence()).isEqualTo(-1.0);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> READOUT.of(outputs(0, Float.NaN, 0, 0, 0), 1, 0))
                .hasMessage("The network gives NaN as a class score.");
        assertThatThrownBy(() -> READOUT.of(outputs(0, 0, 0, 0, Float.NEGATIVE_INFINITY), 1, 0))
                .hasMessage("The network gives -Infinity as arousal.");
    }

    @Test
    void refusesOutputsOfAnotherShape() {
        List<Output> scalar = List.of(new Output("output", new long[0], new float[5]));
        assertThatThrownBy(() -> READOUT.of(scalar, 1, 0)).hasMessageContaining("has no row for each of 1 images");
        assertThatThrownBy(() -> READOUT.of(List.of(), 1, 0)).hasMessageContaining("has no output 0");
    }

    @Test
    void probabilitiesAreChecked() {
        Readout shares = new Readout(THREE, Place.column(0), 0, true, null, null, -1, 1);
        assertThat(shares.of(outputs(0.1f, 0.2f, 0.7f, 0, 0), 1, 0).expression())
                .isZero();
        assertThatThrownBy(() -> shares.of(outputs(0.1f, 0.2f, 0.6f, 0, 0), 1, 0))
                .hasMessageContaining("not to 1");
        assertThatThrownBy(() -> shares.of(outputs(-1, 1, 1, 0, 0), 1, 0)).hasMessageContaining("no probability");
    }

    @Test
    void outputsAreNamedOrCounted() {
        assertThat(Place.parse("valence")).isEqualTo(Place.named("valence"));
        assertThat(Place.parse("2")).isEqualTo(new Place(null, 2, 0));
        assertThat(Place.parse("0:8")).isEqualTo(Place.column(8));
        assertThat(Place.parse("a:b:3")).isEqualTo(new Place("a:b", 0, 3));
        assertThatThrownBy(() -> Place.parse("a:b")).hasMessageContaining("NAME:COLUMN");
        assertThatThrownBy(() -> Place.parse("")).hasMessageContaining("NAME:COLUMN");
    }

    /** To the byte: six digits, what a net has not has no column, quotes where a name needs them. */
    @Test
    void writesWhatTheModelsPageTakes() {
        byte[] csv = PredictionsCsv.of(
                List.of(
                        said("1000", "a.png", 0, (float) Math.log(2), (float) Math.log(5), 0.5f, -2),
                        said("1001", "b, \"c\".png", 0, 0, -20, 1.5f, 3),
                        said("1002", "d.png", 0, 0, 0, 1, -1)),
                READOUT);
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("""
                        index,filename,expression,valence,arousal,neutral,happiness,surprise,clamped
                        1000,a.png,0,0.5,-1,0.125,0.625,0.25,arousal
                        1001,"b, ""c"".png",2,1,1,0.5,1.03058E-9,0.5,valence arousal
                        1002,d.png,0,1,-1,0.333333,0.333333,0.333333,
                        """);
    }
}
