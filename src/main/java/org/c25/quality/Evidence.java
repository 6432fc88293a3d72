package org.c25.quality;

import java.util.Collection;
import java.util.List;

/**
 * The evidence on which a flag rests.
 *
 * @param words a text with the numbers, such as {@code 312 of 880 answers in under 1.5 s; median 1.2 s}; at most 2000
 *     characters
 * @param positions the positions of the trials behind it, from 0, in ascending order
 */
record Evidence(String words, List<Integer> positions) {

    static final int LONGEST = 2000;

    Evidence {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        positions = positions.stream().distinct().sorted().toList();
    }

    static Evidence of(String words, Collection<AnsweredTrial> behind) {
        return new Evidence(words, behind.stream().map(AnsweredTrial::position).toList());
    }
}
