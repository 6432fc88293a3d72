package org.c25.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** For tests of a server that lies under a path of its host, such as {@code /c25}: what leads away from there. */
final class UnderAPath {

    /** Addresses of this host in a page, in whatever attribute, that are not under the path. */
    private static final String LEADING_AWAY = """
            root => [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
              .filter(({ name, value }) => /^(href|src|action|formaction|data-.*)$/.test(name) && /^\\/(?!\\/)/.test(value)
                || name === "srcset" && value.startsWith("/")
                || name === "content" && /url=\\//.test(value))
              .map(({ name, value }) => [name, value.replace(/.*url=/, "")])
              .filter(([, value]) => value !== root && !value.startsWith(root + "/"))
              .map(([name, value]) => `${element.localName} ${name}=${value}`))""";

    private UnderAPath() {}

    /** Tells from now on of each request of a page to the same host that is not under the path. */
    static void watch(Page page, String address, Consumer<String> fault) {
        URI home = URI.create(address);
        page.onRequest(request -> {
            String host = home.resolve("/").toString();
            if (request.url().startsWith(host) && !request.url().matches(Pattern.quote(address) + "([/?#].*)?")) {
                fault.accept("asked for outside of the path: " + request.url());
            }
        });
    }

    /** Tells from now on also of what in each page that comes leads away from the path. */
    static void watchLinks(Page page, String address, Consumer<String> fault) {
        String told = "leads away from the path: ";
        page.addInitScript("addEventListener('DOMContentLoaded', () => (" + LEADING_AWAY + ")('"
                + URI.create(address).getPath() + "').forEach(found => console.warn('" + told + "' + found)));");
        page.onConsoleMessage(message -> {
            if (message.text().startsWith(told)) {
                fault.accept(message.text() + " on " + page.url());
            }
        });
    }

    /** What in a page leads away from the path. */
    static List<String> leadingAway(Page page, String address) {
        return ((List<?>) page.evaluate(LEADING_AWAY, URI.create(address).getPath()))
                .stream().map(found -> "leads away from the path: " + found).toList();
    }
}
