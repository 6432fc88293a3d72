package org.c25.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Draws samples without replacement in which each stratum has its share (proportional allocation, the remainders to the
 * largest first; Cochran 1977, Sampling Techniques, ch. 5).
 */
public final class StratifiedSample {

    private StratifiedSample() {}

    /**
     * Draws {@code count} of the elements. The same elements in the same order with the same generator give the same
     * sample.
     *
     * @param stratum returns the stratum to which an element belongs
     * @param count 0 … number of elements
     * @return the sample, in the order drawn
     */
    public static <T, S> List<T> draw(
            List<T> elements, Function<? super T, ? extends S> stratum, int count, RandomGenerator random) {
        if (count < 0 || count > elements.size()) {
            throw new IllegalArgumentException("count is 0 … " + elements.size() + ", not " + count);
        }
        Map<S, List<T>> strata = new LinkedHashMap<>();
        for (T element : shuffled(elements, random)) {
            strata.computeIfAbsent(stratum.apply(element), s -> new ArrayList<>())
                    .add(element);
        }
        List<List<T>> groups = List.copyOf(strata.values());
        int[] shares = allocate(groups.stream().mapToInt(List::size).toArray(), count);
        List<T> sample = new ArrayList<>(count);
        for (int i = 0; i < shares.length; i++) {
            sample.addAll(groups.get(i).subList(0, shares[i]));
        }
        return sample;
    }

    private static int[] allocate(int[] sizes, int count) {
        long total = 0;
        for (int size : sizes) {
            total += size;
        }
        int[] shares = new int[sizes.length];
        List<Integer> byRemainder = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < sizes.length; i++) {
            shares[i] = (int) ((long) count * sizes[i] / Math.max(1, total));
            given += shares[i];
            byRemainder.add(i);
        }
        long all = Math.max(1, total);
        byRemainder.sort(Comparator.comparingLong((Integer i) -> -((long) count * sizes[i] % all)));
        for (int i = 0; given < count; i++, given++) {
            shares[byRemainder.get(i)]++;
        }
        return shares;
    }

    /** Returns a copy in random order (Fisher & Yates); it is the same on every machine for the same generator. */
    public static <T> List<T> shuffled(List<T> elements, RandomGenerator random) {
        List<T> copy = new ArrayList<>(elements);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = copy.get(i);
            copy.set(i, copy.get(j));
            copy.set(j, swapped);
        }
        return copy;
    }
}
