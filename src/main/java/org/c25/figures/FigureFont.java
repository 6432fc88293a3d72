package org.c25.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A font of figures. The reader's machine has it, or one of those that stand in for it, in this order. */
public enum FigureFont {
    HELVETICA("Helvetica", "Helvetica, Arial, Liberation Sans, sans-serif"),
    TIMES("Times", "Times New Roman, Times, Liberation Serif, serif"),
    LATIN_MODERN("Latin Modern (LaTeX)", "Latin Modern Roman, CMU Serif, Times New Roman, Liberation Serif, serif");

    private final String title;
    private final String families;

    FigureFont(String title, String families) {
        this.title = title;
        this.families = families;
    }

    public static Optional<FigureFont> ofKey(String key) {
        return Stream.of(values()).filter(font -> font.key().equals(key)).findFirst();
    }

    /** Returns the keys of all fonts, such as {@code helvetica, times, latin-modern}. */
    public static String keys() {
        return Stream.of(values()).map(FigureFont::key).collect(Collectors.joining(", "));
    }

    /** Returns the name in addresses, such as {@code latin-modern}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name on pages. */
    public String title() {
        return title;
    }

    /** Returns the families of the font as SVG names them, the best first. */
    String families() {
        return families;
    }
}
