package org.c25.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The "Undo" beside the message that something was done: its address and its fields. */
public record UndoButton(String address, Map<String, String> fields) {

    private static final Pattern UNDO = Pattern.compile(
            "<form (?:(?!</form>).)*?action=\"([^\"]+)\"((?:(?!</form>).)*?)>Undo</button>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");

    /** The button on a page that must have it. */
    public static UndoButton on(HttpResponse<String> page) {
        assertThat(page.body()).contains("class=\"flash done\"", ">Undo<");
        String told = page.body().substring(page.body().indexOf("class=\"flash done\""));
        Matcher form = UNDO.matcher(told);
        assertThat(form.find()).as(told).isTrue();
        Map<String, String> fields = new HashMap<>();
        FIELD.matcher(form.group(2)).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        assertThat(fields).containsKey("_csrf");
        return new UndoButton(form.group(1), fields);
    }

    /** Sends the form, and returns the page that follows. */
    public HttpResponse<String> pressedBy(Visitor visitor) {
        return visitor.send(address, fields);
    }

    /** The same from another appearance of the form, as somebody else has it, or somebody who comes late. */
    public HttpResponse<String> pressedAnewBy(Visitor visitor) {
        Map<String, String> fresh = new HashMap<>(fields);
        fresh.put("_csrf", visitor.formToken("/account"));
        return visitor.send(address, fresh);
    }
}
