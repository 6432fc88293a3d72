package org.c25.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

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
            if (request.url().startsWith("http")) {
                URI wanted = URI.create(request.url());
                boolean here = home.getAuthority().equals(wanted.getAuthority());
                if (here && !(wanted.getPath() + "/").startsWith(home.getPath() + "/")) {
                    fault.accept("asked for outside of the path: " + wanted.getPath());
                }
            }
        });
    }

    /** What in a page leads away from the path. */
    static List<String> leadingAway(Page page, String address) {
        return ((List<?>) page.evaluate(LEADING_AWAY, URI.create(address).getPath()))
                .stream().map(found -> "leads away from the path: " + found).toList();
    }
}
