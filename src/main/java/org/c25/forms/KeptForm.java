package org.c25.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The text that somebody typed into a form that came too late. The pages that ask them to sign in and to send it again
 * carry it on; the server keeps none of it.
 *
 * @param action the address of this server to which the form is sent, without the path under which the server lies
 */
public record KeptForm(String action, List<Field> fields) {

    private static final String ACTION = "kept-action";
    private static final String PREFIX = "kept:";

    /** The names of password fields, whose values no page shows. */
    private static final Set<String> SECRET = Set.of("password", "present", "chosen");

    /**
     * Returns the form that this request sends. Returns nothing if the request may come from another site's page, which
     * must not put words into somebody's mouth; nor if it brings files, which are not read before it is known who sends
     * them.
     */
    static Optional<KeptForm> sentBy(HttpServletRequest request) {
        String type = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE));
        if (!isOurs(request) || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !name.startsWith("kept") && !SECRET.contains(name)) {
                List.of(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return Optional.of(new KeptForm(
                request.getRequestURI().substring(request.getContextPath().length()), fields));
    }

    /** Whether a page of this site sends the request. All present browsers say so if they come by HTTPS. */
    static boolean isOurs(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Returns the form that the form for signing in carries on. */
    public static Optional<KeptForm> carriedBy(HttpServletRequest request) {
        String action = request.getParameter(ACTION);
        // A form sent to //example.org would leave this server.
        if (action == null || !action.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*")) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                List.of(values).forEach(value -> fields.add(new Field(name.substring(PREFIX.length()), value)));
            }
        });
        return Optional.of(new KeptForm(action, fields));
    }

    /** One value of the form. */
    public record Field(String name, String value) {

        /** Whether the value needs more than a line. */
        public boolean isLong() {
            return value.length() > 60 || value.contains("\n");
        }
    }
}
