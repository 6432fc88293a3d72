package org.c25.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** The languages that participants can read: the one they chose, else the browser's if it is one of these, else English. */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.KOREAN);

    private static final String COOKIE = "c25-language";

    private final AcceptHeaderLocaleResolver browsers = new AcceptHeaderLocaleResolver();

    Languages() {
        browsers.setSupportedLocales(ALL);
        browsers.setDefaultLocale(ALL.get(0));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        return (chosen == null ? Optional.<Locale>empty() : named(chosen.getValue()))
                .orElseGet(() -> browsers.resolveLocale(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            throw new UnsupportedOperationException("a language is kept in a cookie");
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, locale.getLanguage())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
    }

    /** The language with this tag, if it is one of ours. */
    static Optional<Locale> named(@Nullable String tag) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(tag)).findFirst();
    }

    /** For the links to the others, on every page: each language calls itself by its own name. */
    public List<Choice> others(Locale current) {
        return ALL.stream()
                .filter(locale -> !locale.getLanguage().equals(current.getLanguage()))
                .map(locale -> new Choice(locale.getLanguage(), locale.getDisplayLanguage(locale)))
                .toList();
    }

    /** @param tag such as {@code ko}; @param name in the language itself */
    public record Choice(String tag, String name) {}
}
