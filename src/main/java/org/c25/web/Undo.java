package org.c25.web;

import java.io.Serializable;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The button beside the message that something was done, which does the opposite. It is an ordinary form, and comes
 * with the next page only. What it posts to decides whether the opposite is still possible, and says why if it is not.
 *
 * @param action the address that the button posts to
 * @param fields the fields that it sends, by name
 */
public record Undo(String action, Map<String, String> fields) implements Serializable {

    /** The attribute of the page in which the layout looks for it. */
    private static final String NAME = "undo";

    public Undo {
        fields = Map.copyOf(fields);
    }

    public static Undo by(String action) {
        return new Undo(action, Map.of());
    }

    /** Offers it on the page that comes next, beside the message there. */
    public void offer(RedirectAttributes flash) {
        flash.addFlashAttribute(NAME, this);
    }
}
