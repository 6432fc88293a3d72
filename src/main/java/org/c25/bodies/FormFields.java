package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The fields of a posted form (application/x-www-form-urlencoded), after those in the query of the address. */
final class FormFields {

    private static final int MOST = 5000;

    private FormFields() {}

    /**
     * Whether the request is a form that is sent by POST. Spring's {@code FormContentFilter} reads forms of other
     * methods later.
     */
    static boolean isForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && String.valueOf(request.getContentType())
                        .split(";")[0]
                        .strip()
                        .equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /**
     * Returns the fields of the address and of the form, by name.
     *
     * @throws BodyRefused 400 if the form is not encoded as it should be, 413 if it has too many fields
     */
    static Map<String, String[]> of(Map<String, String[]> ofAddress, String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        ofAddress.forEach((name, values) -> fields.put(name, new ArrayList<>(List.of(values))));
        if (body.chars().filter(c -> c == '&').count() >= MOST) {
            throw BodyRefused.tooManyFields(MOST);
        }
        for (String field : body.split("&")) {
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                String name = equals < 0 ? field : field.substring(0, equals);
                String value = equals < 0 ? "" : field.substring(equals + 1);
                fields.computeIfAbsent(decoded(name), n -> new ArrayList<>(1)).add(decoded(value));
            }
        }
        Map<String, String[]> all = new LinkedHashMap<>();
        fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw BodyRefused.malformed();
        }
    }
}
