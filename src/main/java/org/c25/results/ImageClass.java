package org.c25.results;

import java.util.Locale;
import java.util.Optional;
import org.c25.affect.Expression;

/** A class of a set's images: those of one expression, as AffectNet has it or as most participants have it. */
public record ImageClass(Source source, Expression expression) {

    public enum Source {
        /** AffectNet's own label. */
        AFFECTNET("AffectNet's class"),
        /** The majority vote of the participants that are looked at; the smallest code on a tie. */
        MAJORITY("majority vote");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /** Such as {@code majority vote}. */
        public String words() {
            return words;
        }
    }

    /** How addresses and file names say it: {@code affectnet-fear}. */
    public String key() {
        return (source + "-" + expression).toLowerCase(Locale.ROOT);
    }

    /** The class that a key means, or empty if it means none. */
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
