package org.c25.studies;

import java.util.Arrays;
import java.util.Locale;
import org.c25.protocol.Design;
import org.c25.protocol.LabelWords;
import org.c25.protocol.Pacing;
import org.c25.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/** What the form of a new study can begin with. Its address names it: {@code ?preset=pilot}. */
enum Preset {
    AFFECTNETC25(
            "AffectNetC25",
            "Eight expressions, nine steps, labels in English and Korean, 25 participants a set, one image in ten shown twice.",
            Protocol.orAsInC25("New", null, null, null, null, null, null)),

    LANGUAGES(
            "AffectNetC25 in eight languages",
            "The same, but who reads the pages in Japanese, Chinese, Spanish, German, French or Arabic sees the labels in"
                    + " that language alone. Everybody else sees English and Korean, as published.",
            Protocol.orAsInC25("New", null, null, null, null, null, Design.USUAL.labelled(LabelWords.C25_IN_EIGHT))),

    PILOT(
            "Quick pilot of 20 images",
            "The same labels and steps for five participants and a set of about 20 images: one image in five is shown twice,"
                    + " soon, after one practice trial and without a break. It takes a person about five minutes.",
            Protocol.orAsInC25("Pilot", null, null, 5, 0.2, 5, Design.USUAL.paced(new Pacing(1, 0, null))));

    private final String title;
    private final String says;
    private final Protocol protocol;

    Preset(String title, String says, Protocol protocol) {
        this.title = title;
        this.says = says;
        this.protocol = protocol;
    }

    /** Returns the preset of this name in an address, or AffectNetC25 if there is none. */
    static Preset named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.inAddress().equals(name))
                .findFirst()
                .orElse(AFFECTNETC25);
    }

    /** Returns its name in the address of the form. */
    public String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** Returns what it fills in, in words. */
    public String says() {
        return says;
    }

    Protocol protocol() {
        return protocol;
    }

    /** Returns the form, filled in. All but the pilot leave the name to whoever makes the study. */
    StudyForm form() {
        return this != PILOT ? StudyForm.copyOf(protocol) : StudyForm.of(protocol);
    }
}
