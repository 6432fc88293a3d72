package org.c25.participation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.ParticipantAddresses;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes a sign of life when a participant opens one of their pages, or asks for trials. Images come with either, and
 * aren't counted.
 */
@Configuration(proxyBeanMethods = false)
class VisitInterceptor implements WebMvcConfigurer, HandlerInterceptor {

    private final SignsOfLife signsOfLife;

    VisitInterceptor(SignsOfLife signsOfLife) {
        this.signsOfLife = signsOfLife;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/p/**", ParticipantAddresses.API + "/**")
                .excludePathPatterns(
                        "/p/*/api/images/*", ParticipantAddresses.API + "/images/*", "/p/*/practice/faces/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (request.getMethod().equals("GET") && who != null && who.getPrincipal() instanceof InvitedPerson invited) {
            signsOfLife.visited(invited);
        }
        return true;
    }
}
