package org.c25.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.c25.affect.Expression;

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

    /** The labels of AffectNetC25, with translations for who reads the pages in another of the eight languages. */
    public static final Labels C25_IN_EIGHT = Labels.C25.with(BY_LANGUAGE.keySet().stream()
            .filter(tag -> !List.of(Labels.C25.languages().split(" ")).contains(tag))
            .map(LabelWords::translation)
            .toList());

    /** Other words in use for the eight expressions, in the order of their codes; - for none. */
    private static final Map<String, String> ALTERNATIVES = Map.of(
            "en", "joy - - - - - scorn -",
            "ko", "기쁨 - 놀라움 공포 혐오 분노 경멸 무표정",
            "ja", "幸福 - - 恐怖 - - 侮蔑 無表情",
            "zh", "快乐 难过 惊奇 害怕 恶心 生气 蔑视 无表情",
            "es", "felicidad - asombro temor repugnancia enfado desdén neutro",
            "de", "Glück Traurigkeit - Furcht Abscheu Ärger - -",
            "fr", "bonheur - - crainte - - dédain -",
            "ar", "فرح - مفاجأة - قرف - احتقار حيادي");

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
                .map(list -> new Choice(list.getKey(), PageLanguages.name(list.getKey()), list.getValue()))
                .toList();
    }

    /** Returns the words in a language, or empty if there are none. */
    public static Optional<List<String>> in(String tag) {
        return Optional.ofNullable(BY_LANGUAGE.get(tag));
    }

    /** Returns the words in a language that has some, as labels of a study for who reads it. */
    static TranslatedLabels translation(String tag) {
        return TranslatedLabels.of(tag, Objects.requireNonNull(BY_LANGUAGE.get(tag)));
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
     * Returns, for each expression in the order of the codes, the words in use for it: of each language the one in its
     * list and, if there is one, another.
     */
    public static List<List<Offer>> offered() {
        return Expression.all().stream()
                .map(expression -> BY_LANGUAGE.keySet().stream()
                        .flatMap(tag -> offered(tag, expression.code()))
                        .toList())
                .toList();
    }

    private static Stream<Offer> offered(String tag, int code) {
        String other = Objects.requireNonNull(ALTERNATIVES.get(tag)).split(" ")[code];
        return Stream.of(Objects.requireNonNull(BY_LANGUAGE.get(tag)).get(code), other)
                .filter(word -> !word.equals("-"))
                .map(word -> new Offer(word, PageLanguages.name(tag)));
    }

    /**
     * A word for an expression.
     *
     * @param language the English name of its language
     */
    public record Offer(String word, String language) {}

    /**
     * A language that has words here.
     *
     * @param tag its tag, such as {@code ja}
     * @param name its name in English
     * @param words its list
     */
    public record Choice(String tag, String name, List<String> words) {

        /** Returns the words as {@link LabelLines} has them. */
        public String lines() {
            return LabelLines.ofC25(tag);
        }
    }
}
