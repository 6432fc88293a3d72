package org.c25.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class ManikinTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @ParameterizedTest
    @MethodSource("drawings")
    void isACompactDocumentThatRefersToNothing(String svg) {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg))))
                .doesNotThrowAnyException();
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"")
                .hasSizeLessThan(2500)
                .doesNotContain(" id=", "href", "url(", "<script", "NaN")
                .doesNotContainPattern("\\d\\.\\d\\d");
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void staysWithinItsFrame(String svg) {
        Stream.of("body", "burst")
                .filter(part -> svg.contains("<path class=\"" + part))
                .forEach(part -> {
                    assertThat(xs(svg, part)).allMatch(x -> x > 1 && x < 109);
                    assertThat(ys(svg, part)).allMatch(y -> y > 1 && y < 119);
                });
    }

    @Test
    void isDifferentAtEveryStep() {
        assertThat(drawings()).hasSize(36).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        List<String> drawings = drawings().toList();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(drawings()).containsExactlyElementsOf(drawings);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void smilesMoreWithEveryStepOfValence() {
        List<Double> bends = steps(step -> bend(Manikin.valence(step)));

        assertThat(bends).isSorted().doesNotHaveDuplicates();
        assertThat(bends.get(0)).isNegative();
        assertThat(bends.get(4)).isZero();
        assertThat(bends.get(8)).isPositive();
    }

    /** 37 pixels is the width of a step on a phone of 360. */
    @Test
    void tellsTheStepsBesideTheMiddleApartOnAPhone() {
        List<Double> bends = steps(step -> bend(Manikin.smallValence(step)));
        double pixels = 37.0 / 68;

        assertThat(bends).isSorted().doesNotHaveDuplicates();
        assertThat(pixels * (bends.get(5) - bends.get(3)) / 2)
                .as("how much lower the middle of the mouth is at 6 than at 4, with the same corners")
                .isGreaterThan(4);
        assertThat(steps(step -> burstHalfWidth(Manikin.smallArousal(step))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void looksMoreWorriedWithEveryStepOfValenceBelowTheMiddle() {
        // Of the first brow, the left one, the outer end is drawn last: a worried brow is lower there.
        List<Double> slopes = steps(step -> {
            List<Double> ys = ys(Manikin.valence(step), "brow");
            return ys.get(2) - ys.get(0);
        });

        assertThat(slopes.subList(0, 5))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        assertThat(slopes.get(4)).isZero();
    }

    @Test
    void opensTheEyesMoreWithEveryStepOfArousal() {
        List<Double> openings = steps(step -> {
            List<Double> ys = ys(Manikin.arousal(step), "eye");
            return ys.get(1) - ys.get(4);
        });

        assertThat(openings).isSorted().doesNotHaveDuplicates();
        assertThat(openings.get(0)).isZero();
    }

    @Test
    void burstsFromADotBeyondTheBody() {
        List<Double> widths = steps(step -> burstHalfWidth(Manikin.arousal(step)));

        assertThat(widths).isSorted().doesNotHaveDuplicates();
        assertThat(widths.get(0)).isLessThanOrEqualTo(2);
        assertThat(widths.get(4)).isLessThan(bodyHalfWidth());
        assertThat(widths.get(8)).isGreaterThan(bodyHalfWidth());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void refusesAStepOffTheScale(int step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manikin.valence(step))
                .withMessageContaining("not " + step);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manikin.arousal(step))
                .withMessageContaining("not " + step);
    }

    private static Stream<String> drawings() {
        return Stream.<IntFunction<String>>of(
                        Manikin::valence, Manikin::arousal, Manikin::smallValence, Manikin::smallArousal)
                .flatMap(manikins -> steps(manikins).stream());
    }

    private static <T> List<T> steps(IntFunction<T> of) {
        return IntStream.rangeClosed(1, 9).mapToObj(of).toList();
    }

    private static double bend(String svg) {
        List<Double> ys = ys(svg, "mouth");
        return ys.get(1) - ys.get(0);
    }

    private static double burstHalfWidth(String svg) {
        if (svg.contains("<circle class=\"burst\"")) {
            return Double.parseDouble(attribute(svg, "burst", "r"));
        }
        return halfWidth(xs(svg, "burst"));
    }

    private static double bodyHalfWidth() {
        return halfWidth(xs(Manikin.arousal(9), "body"));
    }

    private static double halfWidth(List<Double> xs) {
        return xs.stream().mapToDouble(x -> Math.abs(x - 55)).max().orElseThrow();
    }

    private static List<Double> xs(String svg, String part) {
        return everyOther(numbers(svg, part), 0);
    }

    private static List<Double> ys(String svg, String part) {
        return everyOther(numbers(svg, part), 1);
    }

    private static List<Double> everyOther(List<Double> numbers, int first) {
        return IntStream.range(0, numbers.size())
                .filter(i -> i % 2 == first)
                .mapToObj(numbers::get)
                .toList();
    }

    /** Of the first path of that name, which must be of coordinate pairs alone. */
    private static List<Double> numbers(String svg, String part) {
        return NUMBER.matcher(attribute(svg, part, "d"))
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
    }

    private static String attribute(String svg, String part, String name) {
        return Pattern.compile("class=\"" + part + "\"[^>]* " + name + "=\"([^\"]*)\"")
                .matcher(svg)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
