package org.c25.web;

import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;

/**
 * A page that says what an action will do before it is done. It stands at the action's own address: GET asks, POST
 * does.
 *
 * @param title a question, such as {@code Revoke link #7?}
 * @param consequences what will happen, to how many people and answers, and whether it can be undone; a sentence each
 * @param action the address that the button posts to
 * @param fields the other fields that the form sends, by name
 * @param button the words on the button
 * @param back the address to which people go who change their mind
 * @param forGood whether nothing brings it back: then the button is red, else amber
 */
public record Confirmation(
        String title,
        List<String> consequences,
        String action,
        Map<String, ? extends List<?>> fields,
        String button,
        String back,
        boolean forGood) {

    /** Asks for what can be undone. */
    public Confirmation(String title, List<String> consequences, String action, String button, String back) {
        this(title, consequences, action, Map.of(), button, back, false);
    }

    /** The same with these fields in the form. */
    public Confirmation sending(Map<String, ? extends List<?>> fields) {
        return new Confirmation(title, consequences, action, fields, button, back, forGood);
    }

    /** The same for what can't be undone. */
    public Confirmation ofNoReturn() {
        return new Confirmation(title, consequences, action, fields, button, back, true);
    }

    /**
     * Puts the page into the model.
     *
     * @return the view that shows it
     */
    public String show(Model model) {
        model.addAttribute("confirmation", this);
        return "web/confirm";
    }
}
