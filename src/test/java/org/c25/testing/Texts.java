package org.c25.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import org.quicktheories.core.Gen;

/** Generators of texts, for properties that must hold of any. */
public final class Texts {

    private Texts() {}

    /**
     * @param characters of which the text consists, each as likely as the other
     * @param least how many there are, at least
     * @param most how many there are, at most
     */
    public static Gen<String> of(String characters, int least, int most) {
        List<String> each =
                characters.codePoints().mapToObj(Character::toString).toList();
        return lists().of(arbitrary().pick(each)).ofSizeBetween(least, most).map(some -> String.join("", some));
    }

    /** Anything that can be written in UTF-8, which half of a surrogate pair can't: control characters, quotes, any script. */
    public static Gen<String> any(int least, int most) {
        return strings()
                .allPossible()
                .ofLengthBetween(least, most)
                .mix(strings().betweenCodePoints(0, 0xff).ofLengthBetween(least, most))
                .map(text -> new String(text.getBytes(UTF_8), UTF_8));
    }
}
