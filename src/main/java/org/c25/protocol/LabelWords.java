package org.c25.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The words for labels that come with C25, a list in each language of the participants' pages. English and Korean are as
 * published with AffectNetC25. The others are the words that the field uses in these languages.
 *
 * <p>A list has the eight expressions in the order of their codes, then title, least, middle and greatest of valence,
 * and the same of arousal. The middle of arousal has no word in any language.
 */
public final class LabelWords {

    /** The number of words in a list. */
    public static final int COUNT = 16;

    private static final Map<String, List<String>> BY_LANGUAGE = new LinkedHashMap<>();

    static {
        BY_LANGUAGE.put(Labels.C25.firstLanguage(), of(Labels.C25, BilingualText::first));
        BY_LANGUAGE.put(Labels.C25.secondLanguage(), of(Labels.C25, BilingualText::second));
        add("ja", "喜び 悲しみ 驚き 恐れ 嫌悪 怒り 軽蔑 中立", "感情価 ネガティブ 中立 ポジティブ", "覚醒度 平静 興奮");
        add("zh", "高兴 悲伤 惊讶 恐惧 厌恶 愤怒 轻蔑 中性", "效价 消极 中性 积极", "唤醒度 平静 激动");
        add(
                "es",
                "alegría tristeza sorpresa miedo asco ira desprecio neutral",
                "Valencia Negativa Neutral Positiva",
                "Activación Calma Agitación");
        add(
                "de",
                "Freude Trauer Überraschung Angst Ekel Wut Verachtung neutral",
                "Valenz Negativ Neutral Positiv",
                "Erregung Ruhig Aufgeregt");
        add(
                "fr",
                "joie tristesse surprise peur dégoût colère mépris neutre",
                "Valence Négative Neutre Positive",
                "Activation Calme Agitée");
        add("ar", "سعادة حزن دهشة خوف اشمئزاز غضب ازدراء محايد", "التكافؤ سلبي محايد إيجابي", "الاستثارة هادئ منفعل");
    }

    private LabelWords() {}

    /** Adds a list, from words with spaces between them. Arousal has title, least and greatest alone. */
    private static void add(String language, String expressions, String valence, String arousal) {
        List<String> words = new ArrayList<>(List.of((expressions + " " + valence + " " + arousal).split(" ")));
        words.add(COUNT - 2, "");
        BY_LANGUAGE.put(language, List.copyOf(words));
    }

    /** Returns the languages, English first. */
    public static List<Choice> languages() {
        return BY_LANGUAGE.entrySet().stream()
                .map(list -> new Choice(list.getKey(), name(list.getKey()), list.getValue()))
                .toList();
    }

    private static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Returns the words in a language, or empty if there are none. */
    public static Optional<List<String>> in(String tag) {
        return Optional.ofNullable(BY_LANGUAGE.get(tag));
    }

    /**
     * Returns a study's labels in the order of these lists.
     *
     * @param line the line of each label
     */
    public static List<String> of(Labels labels, Function<BilingualText, String> line) {
        return Stream.concat(
                        labels.expressions().stream(),
                        Stream.of(labels.valence(), labels.arousal())
                                .flatMap(scale -> Stream.of(
                                        scale.title(),
                                        scale.least(),
                                        scale.middle() == null ? BilingualText.NONE : scale.middle(),
                                        scale.greatest())))
                .map(line)
                .toList();
    }

    /**
     * A language that has words here.
     *
     * @param tag its tag, such as {@code ja}
     * @param name its name in English
     * @param words its list
     */
    public record Choice(String tag, String name, List<String> words) {}
}
