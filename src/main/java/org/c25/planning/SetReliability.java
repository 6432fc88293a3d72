package org.c25.planning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.ratings.Repeat;
import org.c25.ratings.Repeats;
import org.c25.reliability.Reliability;
import org.c25.results.Results;
import org.springframework.stereotype.Component;

/**
 * Computes how reliable the selected answers of a set are, once for each {@link Results}: these are others as soon as an
 * answer changes.
 */
@Component
public class SetReliability {

    private final Repeats repeats;
    private final Cache<Results, Reliability> known =
            Caffeine.newBuilder().weakKeys().softValues().build();

    SetReliability(Repeats repeats) {
        this.repeats = repeats;
    }

    /** Returns the reliability; takes a second for a usual set. */
    public Reliability of(Results results) {
        return known.get(results.requirePeople(), some -> Reliability.of(some.ratings(), repeats(some), Results.SEED));
    }

    /** Returns the repeats of the selected people and images. */
    private List<Repeat> repeats(Results results) {
        Set<Integer> raters = new HashSet<>(results.raters());
        Set<Integer> images = new HashSet<>();
        IntStream.range(0, results.ratings().images()).map(results::position).forEach(images::add);
        return repeats.of(results.set().id()).stream()
                .filter(one -> raters.contains(one.slot()) && images.contains(one.image()))
                .toList();
    }
}
