package org.c25.results;

import java.util.Locale;
import java.util.Optional;
import org.c25.affect.Expression;

/**
 * A class of a set's images: those with one expression, given either by AffectNet or by the majority vote of the
 * participants.
 */
public record ImageClass(Source source, Expression expression) {

    public enum Source {
        /** The label that AffectNet gives. */
        AFFECTNET("AffectNet's class"),
        /** The majority vote of the selected participants; the smallest code on a tie. */
        MAJORITY("majority vote");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /** Returns the source in words, such as {@code majority vote}. */
        public String words() {
            return words;
        }
    }

    /** Returns the class as it stands in addresses and file names, such as {@code affectnet-fear}. */
    public String key() {
        return (source + "-" + expression).toLowerCase(Locale.ROOT);
    }

    /** Returns the class of a key; empty if there is no such class. */
    public static Optional<ImageClass> ofKey(String key) {
        for (Source source : Source.values()) {
            for (Expression expression : Expression.all()) {
                ImageClass one = new ImageClass(source, expression);
                if (one.key().equals(key)) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return source.words() + " " + expression.name().toLowerCase(Locale.ROOT);
    }
}
