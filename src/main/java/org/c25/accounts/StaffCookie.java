package org.c25.accounts;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.c25.common.Sha256;
import org.c25.security.KeyFile;
import org.c25.storage.FileStore;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a staff session. It has the session's identifier and a check value of it, so that nobody can make the
 * cookie from what the database holds. Requests of participants and programs have no session, whatever cookies their
 * browser sends: for them the database is not asked.
 */
@Component
class StaffCookie implements CookieSerializer {

    private static final String NAME = "c25-staff";
    private static final char MARK = '.';

    private static final Pattern WITHOUT_SESSION =
            Pattern.compile("/(api|p|join|recruit|css|js|webjars|sam|actuator)(/.*)?");

    private final DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    private final KeyFile key;

    StaffCookie(FileStore files) {
        this.key = new KeyFile(files, "sessions.key") {};
        cookie.setCookieName(NAME);
        cookie.setUseBase64Encoding(false);
        cookie.setSameSite("Lax");
    }

    @Override
    public void writeCookieValue(CookieValue session) {
        String id = session.getCookieValue();
        cookie.writeCookieValue(new CookieValue(
                session.getRequest(), session.getResponse(), id.isEmpty() ? id : id + MARK + checkValue(id)));
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return isPageOfAnOutage(request)
                        || WITHOUT_SESSION.matcher(request.getServletPath()).matches()
                ? List.of()
                : cookie.readCookieValues(request).stream()
                        .map(this::checked)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** The page that says that the database is away asks it nothing. */
    private static boolean isPageOfAnOutage(HttpServletRequest request) {
        return Integer.valueOf(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    private Optional<String> checked(String value) {
        int end = value.indexOf(MARK);
        if (end < 0) {
            return Optional.empty();
        }
        String id = value.substring(0, end);
        return MessageDigest.isEqual(bytes(checkValue(id)), bytes(value.substring(end + 1)))
                ? Optional.of(id)
                : Optional.empty();
    }

    private String checkValue(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.hmac(key.bytes(), id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
