package org.c25.studies;

import java.util.Arrays;
import java.util.Locale;
import org.c25.protocol.Design;
import org.c25.protocol.Pacing;
import org.c25.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/** What the form of a new study can begin with. Its address names it: {@code ?preset=pilot}. */
enum Preset {
    AFFECTNETC25(
            "AffectNetC25",
            "Eight expressions, nine steps, labels in English and Korean, 25 participants a set, one image in ten shown twice.",
            Protocol.orAsInC25("New", null, null, null, null, null, null)),

    PILOT(
            "Quick pilot of 20 images",
            "The same labels and steps for five participants and a set of about 20 images: one image in five is shown twice,"
                    + " soon, after one practice trial and without a break. It takes a person about five minutes.",
            Protocol.orAsInC25("Pilot", null, null, 5, 0.2, 5, pacedAs(new Pacing(1, 0, null))));

    private final String title;
    private final String says;
    private final Protocol protocol;

    Preset(String title, String says, Protocol protocol) {
        this.title = title;
        this.says = says;
        this.protocol = protocol;
    }

    private static Design pacedAs(Pacing pacing) {
        return new Design(null, null, pacing, null, null, null, null, null, null, null);
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

    /** Returns the form, filled in. AffectNetC25 leaves the name to whoever makes the study. */
    StudyForm form() {
        return this == AFFECTNETC25 ? StudyForm.copyOf(protocol) : StudyForm.of(protocol);
    }
}
