package org.c25.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** The languages that participants can read: the one they chose, else the browser's if it is one of these, else English. */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    /** All these languages. Arabic has the digits that the counter and the manikins' numbers have, too. */
    static final List<Locale> ALL = Stream.of("en", "ko", "ja", "zh", "es", "de", "fr", "ar-u-nu-latn")
            .map(Locale::forLanguageTag)
            .toList();

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");

    private static final String COOKIE = "c25-language";

    private final AcceptHeaderLocaleResolver browsers = new AcceptHeaderLocaleResolver();

    Languages() {
        browsers.setSupportedLocales(ALL);
        browsers.setDefaultLocale(ALL.get(0));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> browsers.resolveLocale(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            throw new UnsupportedOperationException("a language is kept in a cookie");
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                OwnCookie.of(COOKIE, locale.getLanguage(), "/", request)
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
    }

    /** Whether somebody chose a language on this device, or their browser asks for one of ours. */
    public static boolean isKnown(HttpServletRequest request) {
        return chosen(request).isPresent()
                || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && Collections.list(request.getLocales()).stream()
                                .anyMatch(wanted -> named(wanted.getLanguage()).isPresent());
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : named(cookie.getValue());
    }

    /** Returns the language with this tag, if it is one of these. */
    static Optional<Locale> named(@Nullable String tag) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(tag)).findFirst();
    }

    /** Returns all languages for the links on every page, each with its own name for itself. */
    public List<Choice> all() {
        return ALL.stream()
                .map(locale -> new Choice(locale.getLanguage(), ownName(locale), direction(locale)))
                .toList();
    }

    private static String ownName(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** Returns the attribute {@code dir} of a page: {@code ltr} or {@code rtl}. */
    public String direction(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    /**
     * A language that can be chosen.
     *
     * @param tag the language's tag, such as {@code ko}
     * @param name the language's name in itself
     * @param direction the direction of its script
     */
    public record Choice(String tag, String name, String direction) {}
}
