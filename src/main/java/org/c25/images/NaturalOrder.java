package org.c25.images;

import java.util.Comparator;
import java.util.Locale;

/**
 * The order in which people count files: {@code 2.png} before {@code 10.png}, {@code B.png} after {@code a.png}, and what
 * lies in a folder together. It is the same on every machine and in every language: letters stand in the order of
 * Unicode, and only if all else is equal do capitals and leading noughts decide.
 */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder OF_PATHS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        int i = 0;
        int j = 0;
        while (i < first.length() && j < second.length()) {
            int endOfFirst = endOfDigits(first, i);
            int endOfSecond = endOfDigits(second, j);
            int order;
            if (endOfFirst > i && endOfSecond > j) {
                order = compareNumbers(first.substring(i, endOfFirst), second.substring(j, endOfSecond));
                i = endOfFirst;
                j = endOfSecond;
            } else {
                order = Integer.compare(rank(first.codePointAt(i)), rank(second.codePointAt(j)));
                i = first.offsetByCodePoints(i, 1);
                j = second.offsetByCodePoints(j, 1);
            }
            if (order != 0) {
                return order;
            }
        }
        int longer = Integer.compare(first.length() - i, second.length() - j);
        return longer != 0 ? longer : one.compareTo(other);
    }

    /** The end of a folder's name comes before every character that a longer name may have there. */
    private static int rank(int character) {
        return character == '/' ? -1 : character;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Compares numbers of any length. */
    private static int compareNumbers(String one, String other) {
        String first = one.replaceFirst("^0+(?=.)", "");
        String second = other.replaceFirst("^0+(?=.)", "");
        int longer = Integer.compare(first.length(), second.length());
        return longer != 0 ? longer : first.compareTo(second);
    }
}
