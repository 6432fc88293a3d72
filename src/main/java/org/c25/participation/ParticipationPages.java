package org.c25.participation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.invitations.InvitedPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds to each page of a participant the {@code participation} that it belongs to, or whether the person is surely a
 * {@code newcomer}, who never took part.
 */
@Configuration(proxyBeanMethods = false)
class ParticipationPages implements WebMvcConfigurer, HandlerInterceptor {

    private final Participations participations;

    ParticipationPages(Participations participations) {
        this.participations = participations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/p/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (page != null
                && !String.valueOf(page.getViewName()).startsWith("redirect:")
                && who != null
                && who.getPrincipal() instanceof InvitedPerson invited) {
            participations
                    .of(invited)
                    .ifPresentOrElse(
                            found -> page.addObject("participation", found),
                            () -> page.addObject("newcomer", participations.none(invited)));
        }
    }
}
