package org.c25.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Forms of pages, as a browser reads them. */
public final class Forms {

    private Forms() {}

    /** What a browser would send of the page's first form in a card, line breaks and all, if it were left as it is. */
    public static Map<String, List<String>> fields(String page) {
        Map<String, List<String>> fields = new HashMap<>();
        String form = Visitor.found("(?s)(<form [^>]*class=\"card\".*?</form>)", page)
                .replaceAll("(?s)<fieldset disabled=.*?</fieldset>", "");
        Matcher field = Pattern.compile(
                        "(?s)<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>|<select name=\"(\\w+(?:\\.\\w+)?)\"(.*?)</select>")
                .matcher(form);
        while (field.find()) {
            if (field.group(4) != null) {
                Matcher option = Pattern.compile("<option([^>]*)value=\"([^\"]*)\"([^>]*)>")
                        .matcher(field.group(5));
                String chosen = null;
                while (option.find()) {
                    if (chosen == null || (option.group(1) + option.group(3)).contains("selected")) {
                        chosen = option.group(2);
                    }
                }
                fields.computeIfAbsent(field.group(4), name -> new ArrayList<>())
                        .add(chosen);
                continue;
            }
            String attributes = field.group(1) != null ? field.group(1) : field.group(2);
            boolean unchecked = attributes.contains("type=\"checkbox\"") && !attributes.contains("checked");
            if (!unchecked && !attributes.contains("disabled")) {
                String value = field.group(1) != null
                        ? attribute("value", attributes)
                        : field.group(3).replaceFirst("^\n", "").replace("\n", "\r\n");
                fields.computeIfAbsent(attribute("name", attributes), name -> new ArrayList<>())
                        .add(HtmlUtils.htmlUnescape(value));
            }
        }
        return fields;
    }

    private static String attribute(String name, String attributes) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return value.find() ? value.group(1) : "";
    }
}
