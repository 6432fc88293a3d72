package org.c25.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;

/** Finds the fields of a form in a page's tags, and the words by which the page names them. */
final class FieldTags {

    private static final Set<String> NOT_TYPED_INTO = Set.of("hidden", "submit", "button", "reset", "image");
    private static final Set<String> CHOSEN_FROM = Set.of("radio", "checkbox");

    private final Predicate<IOpenElementTag> sent;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Deque<Integer> folded = new ArrayDeque<>();
    private final StringBuilder label = new StringBuilder();
    private final StringBuilder legend = new StringBuilder();
    private boolean inForm;
    private boolean inLabel;
    private boolean inLegend;
    private int hints;
    private int legendEnd = -1;

    private FieldTags(Predicate<IOpenElementTag> sent) {
        this.sent = sent;
    }

    /**
     * A field of a form.
     *
     * @param name its name
     * @param nth how many fields of this name come before it
     * @param at the index of its tag in the page
     * @param words the words by which the page names it, as HTML; empty if there are none
     * @param faultAt the index in the page before which its fault is shown
     * @param folded the indexes at which the {@code details} begin that contain it
     */
    record Field(String name, int nth, int at, String words, int faultAt, List<Integer> folded) {

        /** Whether a fault's name means this field: {@code first} or, for the third of that name, {@code first[2]}. */
        boolean is(String faulty) {
            return name.equals(faulty) || (name + "[" + nth + "]").equals(faulty);
        }
    }

    /**
     * Returns the fields of the form that was sent.
     *
     * @param sent whether a form is the one that was sent
     */
    static List<Field> in(List<ITemplateEvent> page, Predicate<IOpenElementTag> sent) {
        FieldTags found = new FieldTags(sent);
        for (int at = 0; at < page.size(); at++) {
            found.read(page.get(at), at);
        }
        return found.fields;
    }

    private void read(ITemplateEvent event, int at) {
        if (event instanceof IOpenElementTag tag) {
            open(tag, at);
        } else if (event instanceof ICloseElementTag tag) {
            close(tag.getElementCompleteName(), at);
        } else if (event instanceof IStandaloneElementTag tag
                && tag.getElementCompleteName().equals("input")) {
            add(tag, at);
        } else if (event instanceof IText text && hints == 0 && (inLabel || inLegend)) {
            (inLegend ? legend : label).append(text.getText());
        }
    }

    private void open(IOpenElementTag tag, int at) {
        switch (tag.getElementCompleteName()) {
            case "form" -> inForm = sent.test(tag);
            case "details" -> folded.push(at);
            case "fieldset" -> {
                legend.setLength(0);
                legendEnd = -1;
            }
            case "legend" -> inLegend = true;
            case "label" -> {
                label.setLength(0);
                inLabel = true;
            }
            case "small" -> hints++;
            case "input", "select", "textarea" -> add(tag, at);
            default -> {}
        }
    }

    private void close(String name, int at) {
        switch (name) {
            case "form" -> inForm = false;
            case "details" -> folded.pollFirst();
            case "fieldset" -> {
                legend.setLength(0);
                legendEnd = -1;
            }
            case "legend" -> {
                inLegend = false;
                legendEnd = at;
            }
            case "label" -> inLabel = false;
            case "small" -> hints--;
            default -> {}
        }
    }

    private void add(IProcessableElementTag tag, int at) {
        String name = tag.getAttributeValue("name");
        String type = tag.getAttributeValue("type");
        if (!inForm || name == null || type != null && NOT_TYPED_INTO.contains(type)) {
            return;
        }
        boolean oneOfSeveral = type != null && CHOSEN_FROM.contains(type) && legendEnd >= 0;
        int nth = oneOfSeveral ? 0 : counts.merge(name, 1, Integer::sum) - 1;
        fields.add(new Field(
                name,
                nth,
                at,
                words(tag.getAttributeValue("aria-label"), oneOfSeveral),
                oneOfSeveral ? legendEnd + 1 : at,
                List.copyOf(folded)));
    }

    private String words(@Nullable String said, boolean oneOfSeveral) {
        String words = said != null ? said : oneOfSeveral || !inLabel ? legend.toString() : label.toString();
        return words.strip().replaceAll("\\s+", " ");
    }
}
