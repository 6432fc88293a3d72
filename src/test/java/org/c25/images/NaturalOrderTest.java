package org.c25.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    private static final List<String> ORDERED = List.of(
            "1.png",
            "02.png",
            "2.png",
            "10.png",
            "99999999999999999999998.png",
            "99999999999999999999999.png",
            "a/1.png",
            "a/2/1.png",
            "a/10.png",
            "a b/1.png",
            "A1.png",
            "a1.png",
            "b2c3.png",
            "b2c20.png",
            "b10.png",
            "\u00e9.png",
            "\uc5bc\uad74.png");

    @Test
    void peopleCountFilesInThisOrder() {
        List<String> mixed = new ArrayList<>(ORDERED);
        Collections.shuffle(mixed, new Random(4));

        mixed.sort(NaturalOrder.OF_PATHS);

        assertThat(mixed).containsExactlyElementsOf(ORDERED);
    }
}
