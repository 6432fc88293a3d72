package org.c25.faces;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The look of a drawn person: everything that does not change with the expression.
 *
 * @param softness 0 … 1: from an angular face with strong brows to a soft one with lashes
 * @param age 0 … 1: from young to old
 * @param width half the face's width, pixels
 * @param jaw the jaw's half width as a share of the face's
 * @param chin how far the chin lies below the eyes, pixels
 * @param lips fullness of the lips, about 0.8 … 1.3
 * @param tilt how far the head leans, clockwise, radians
 * @param shift how far the person stands to the right of the middle, pixels
 */
record FaceLook(
        Color skin,
        Color hair,
        Color iris,
        Color clothes,
        Color accent,
        Color backdrop,
        HairStyle style,
        Beard beard,
        Glasses glasses,
        Neckline neckline,
        boolean freckles,
        boolean earrings,
        boolean lidCrease,
        double softness,
        double age,
        double width,
        double jaw,
        double chin,
        double lips,
        double noseWidth,
        double tilt,
        double shift) {

    enum HairStyle {
        PARTED,
        CROPPED,
        QUIFF,
        CURLY,
        BALD,
        RECEDING,
        AFRO,
        BOB,
        FRINGE,
        LONG,
        WAVY,
        BUN,
        PONYTAIL,
        BRAIDS,
        HEADSCARF
    }

    enum Beard {
        NONE,
        STUBBLE,
        MOUSTACHE,
        SHORT,
        FULL
    }

    enum Glasses {
        NONE,
        ROUND,
        SQUARE
    }

    enum Neckline {
        CREW,
        V,
        COLLAR,
        TURTLENECK
    }

    /** The age from which hair is grey. */
    static final double GREY = 0.78;

    private static final List<Color> SKINS =
            colors(0xFBE1D2, 0xF7D5BE, 0xF1C6A6, 0xE9B68F, 0xDDA37A, 0xCB8F64, 0xB5784F, 0x9C6442, 0x835038, 0x6B402E);
    private static final List<Color> DARK_HAIR = colors(0x231C1E, 0x2B211F, 0x3A2A24, 0x1F1D26);
    private static final List<Color> ANY_HAIR =
            colors(0x2B211F, 0x4A3226, 0x6B432B, 0x8A5A35, 0xB98A4E, 0xDDB873, 0xA9502E, 0x7A3B2A);
    private static final List<Color> GREY_HAIR = colors(0x8E8E96, 0xB9B8BD, 0xDCDADB, 0x6F6E76);
    private static final List<Color> DARK_EYES = colors(0x3B2418, 0x4A2D1B, 0x2E1D17);
    private static final List<Color> ANY_EYES = colors(0x4A7FA5, 0x5E8C6A, 0x6B4A2B, 0x7A8C4F, 0x6D8796, 0x54351F);
    private static final List<Color> CLOTHES =
            colors(0x2F4B66, 0xC4614A, 0xDFA65A, 0x4F8583, 0x776A9B, 0x46634F, 0xCF8591, 0xEFE9DF, 0x474B5C, 0x86A8C2);
    private static final List<Color> BACKDROPS =
            colors(0xD9E7F1, 0xF3E2D0, 0xE2E4F4, 0xDAEADB, 0xF5DBDA, 0xECE3F2, 0xD5EBE8, 0xF6EAC9);
    private static final List<HairStyle> SOFT_STYLES = List.of(
            HairStyle.BOB,
            HairStyle.FRINGE,
            HairStyle.LONG,
            HairStyle.WAVY,
            HairStyle.BUN,
            HairStyle.PONYTAIL,
            HairStyle.BRAIDS,
            HairStyle.HEADSCARF,
            HairStyle.PARTED,
            HairStyle.AFRO,
            HairStyle.CURLY,
            HairStyle.CROPPED);
    private static final List<HairStyle> ANGULAR_STYLES = List.of(
            HairStyle.PARTED,
            HairStyle.CROPPED,
            HairStyle.QUIFF,
            HairStyle.CURLY,
            HairStyle.PARTED,
            HairStyle.BALD,
            HairStyle.BRAIDS,
            HairStyle.WAVY,
            HairStyle.AFRO,
            HairStyle.BUN);

    static FaceLook of(long seed) {
        // SplittableRandom, because java.util.Random starts alike from neighbouring seeds.
        RandomGenerator random = new SplittableRandom(seed);
        // Tones and softness come in turn rather than by chance, so that even a few neighbouring seeds show the whole
        // range.
        int tone = Math.floorMod(seed * 7, SKINS.size());
        boolean soft = Math.floorMod(seed + Math.floorDiv(seed, SKINS.size()), 2) == 0;
        double softness = soft ? between(random, 0.65, 1) : between(random, 0, 0.35);
        double age = random.nextDouble();
        HairStyle style = style(random, soft, age);
        Beard beard = soft || random.nextInt(5) < 2 ? Beard.NONE : oneOf(random, List.of(Beard.values()));
        int clothes = random.nextInt(CLOTHES.size());
        return new FaceLook(
                SKINS.get(tone),
                hair(random, tone, age),
                oneOf(random, tone < 4 ? ANY_EYES : DARK_EYES),
                CLOTHES.get(clothes),
                CLOTHES.get((clothes + 3 + random.nextInt(4)) % CLOTHES.size()),
                oneOf(random, BACKDROPS),
                style,
                beard,
                random.nextInt(4) > 0 ? Glasses.NONE : random.nextBoolean() ? Glasses.ROUND : Glasses.SQUARE,
                oneOf(random, List.of(Neckline.values())),
                tone < 5 && random.nextInt(4) == 0,
                soft && random.nextInt(2) == 0,
                random.nextInt(4) > 0,
                softness,
                age,
                between(random, 77, 86),
                between(random, 0.4, 0.5) + 0.07 * (1 - softness),
                between(random, 99, 108),
                between(random, 0.85, 1.1) + 0.15 * softness + 0.015 * tone,
                between(random, 0.88, 1.12) + 0.015 * tone,
                between(random, -0.05, 0.05),
                between(random, -6, 6));
    }

    private static HairStyle style(RandomGenerator random, boolean soft, double age) {
        if (!soft && age > 0.75 && random.nextInt(2) == 0) {
            return HairStyle.RECEDING;
        }
        return oneOf(random, soft ? SOFT_STYLES : ANGULAR_STYLES);
    }

    private static Color hair(RandomGenerator random, int tone, double age) {
        if (age > GREY) {
            return oneOf(random, GREY_HAIR);
        }
        return oneOf(random, tone < 4 ? ANY_HAIR : DARK_HAIR);
    }

    private static <T> T oneOf(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static double between(RandomGenerator random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private static List<Color> colors(Integer... rgb) {
        return Arrays.stream(rgb).map(Color::new).toList();
    }

    /** Returns the colour of skin that light does not reach. */
    Color shade() {
        return FaceBrush.times(skin, 0.85, 0.74, 0.7);
    }

    /** Returns the colour of lines in the skin. */
    Color line() {
        return FaceBrush.times(skin, 0.6, 0.45, 0.42);
    }

    Color lip() {
        Color rose = new Color(0xB8434F);
        return FaceBrush.mix(FaceBrush.times(skin, 0.86, 0.7, 0.68), rose, 0.2 + 0.28 * softness);
    }

    /** Returns the colour of the brows: that of the hair, but always dark enough to be read. */
    Color brow() {
        Color dark = FaceBrush.mix(hair, new Color(0x3A1C12), 0.4);
        return age > GREY ? FaceBrush.mix(dark, line(), 0.6) : dark;
    }
}
