package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Handles {@code ?language=ko} on any of a participant's pages, and on their previews: it keeps the choice, and shows
 * the same page in that language.
 */
@Configuration(proxyBeanMethods = false)
class LanguageChoice implements WebMvcConfigurer, HandlerInterceptor {

    private static final String PARAMETER = "language";

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/p/**", "/studies/*/preview/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Locale> chosen = Languages.named(request.getParameter(PARAMETER));
        if (chosen.isEmpty() || !request.getMethod().equals("GET")) {
            return true;
        }
        languages.setLocale(request, response, chosen.get());
        response.sendRedirect(request.getRequestURI());
        return false;
    }
}
