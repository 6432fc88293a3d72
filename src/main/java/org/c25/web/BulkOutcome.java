package org.c25.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an action on several people went: each is done by itself, and whom it can't be done to is passed over. */
public final class BulkOutcome {

    private static final int NAMED = 10;

    private final List<String> done = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    /**
     * Does it to one of them. A problem, such as that somebody else was quicker, passes them over.
     *
     * @return whether it was done
     */
    public boolean attempt(String who, Runnable action) {
        try {
            action.run();
            add(who, null);
            return true;
        } catch (Problem problem) {
            add(who, problem.detail());
            return false;
        }
    }

    /** Notes how it went for one of them. @param whyNot why they were passed over; null if it was done */
    public void add(String who, @Nullable String whyNot) {
        if (whyNot == null) {
            done.add(who);
        } else {
            passedOver.add(who + " (" + whyNot + ")");
        }
    }

    /**
     * Tells the next page.
     *
     * @param one what was done if it was one, such as {@code is revoked}
     * @param several the same of several, such as {@code are revoked}
     */
    public void tell(RedirectAttributes flash, String one, String several) {
        if (!done.isEmpty()) {
            flash.addFlashAttribute("done", named(done) + " " + (done.size() == 1 ? one : several) + ".");
        }
        List<String> refused = new ArrayList<>();
        if (done.isEmpty()) {
            refused.add("Nothing was changed.");
        }
        if (!passedOver.isEmpty()) {
            refused.add("Passed over: " + named(passedOver));
        }
        if (!refused.isEmpty()) {
            flash.addFlashAttribute("refused", String.join(" ", refused));
        }
    }

    private static String named(List<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " and " + Numbers.whole(all.size() - NAMED) + " more" : first;
    }
}
