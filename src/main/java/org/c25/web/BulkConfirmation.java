package org.c25.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A page that says what an action will do to several people before it is done: what will happen to whom, and who will be
 * passed over and why. If everybody is passed over, there is nothing to confirm, and only the way back.
 *
 * @param title a question, such as {@code Revoke 3 links?}
 * @param consequences what holds for all of them; a sentence each
 * @param affected to whom something will happen, and what
 * @param passedOver to whom nothing will happen, and why
 * @param action the address that the button posts to
 * @param fields the fields that the form sends, by name
 * @param note what the form asks for besides; null for nothing
 * @param button the words on the button
 * @param back the address to which people go who change their mind
 */
public record BulkConfirmation(
        String title,
        List<String> consequences,
        List<Line> affected,
        List<Line> passedOver,
        String action,
        Map<String, ? extends List<?>> fields,
        @Nullable Note note,
        String button,
        String back) {

    /** A person or what stands for them, such as {@code participant3} or {@code link #7}, and what will happen or why not. */
    public record Line(String who, String words) {}

    /**
     * A reason that somebody has to give, as the field {@code note}.
     *
     * @param longest the most characters
     * @param text what was typed before; null for nothing
     */
    public record Note(
            String question,
            String hint,
            int longest,
            @Nullable String text) {}

    /**
     * Puts the page into the model.
     *
     * @return the view that shows it
     */
    public String show(Model model) {
        model.addAttribute("confirmation", this);
        return "web/confirm-several";
    }
}
