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
 * Keeps the language that the address of a participant's page names, such as {@code ?language=ko}, and sends the same page
 * again in that language. A link can name the language, too: the page that it leads to is in it.
 */
@Configuration(proxyBeanMethods = false)
class LanguageChoice implements WebMvcConfigurer, HandlerInterceptor {

    private static final String PARAMETER = "language";
    private static final String JOIN = "/join/";

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/p/**", JOIN + "**", "/studies/*/preview/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Locale> chosen = Languages.named(request.getParameter(PARAMETER));
        if (chosen.isEmpty() || !request.getMethod().equals("GET")) {
            return true;
        }
        languages.setLocale(request, response, chosen.get());
        if (request.getServletPath().startsWith(JOIN)) {
            return true;
        }
        response.sendRedirect(request.getRequestURI());
        return false;
    }
}
