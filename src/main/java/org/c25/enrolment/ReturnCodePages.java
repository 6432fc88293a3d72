package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.Sets;
import org.c25.web.ErrorPages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds the return code to participants' pages. Pages of a person who has shown who they are can show the code
 * ({@code returnCode}). Other pages leave out what is closed to the person ({@code limited}). A closed address is
 * answered with the page that asks for the code.
 */
@Configuration(proxyBeanMethods = false)
public class ReturnCodePages implements WebMvcConfigurer, HandlerInterceptor {

    static final String VIEW = "enrolment/return-code";

    private final ReturnCodes codes;
    private final Sets sets;

    ReturnCodePages(ReturnCodes codes, Sets sets) {
        this.codes = codes;
        this.sets = sets;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/p/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        InvitedPerson invited = invited();
        if (invited == null
                || page == null
                || String.valueOf(page.getViewName()).startsWith("redirect:")) {
            return;
        }
        page.addObject("limited", invited.limited());
        page.addObject("returnCode", codes.shownTo(invited));
    }

    /** Makes the page that asks for the code the answer to a refused request. */
    public void ask(HttpServletRequest request) {
        InvitedPerson invited = invited();
        if (invited != null) {
            request.setAttribute(ErrorPages.PAGE, page(invited).addObject("closed", true));
        }
    }

    /** Returns the page that asks for the code, before anything was typed. */
    ModelAndView page(InvitedPerson invited) {
        return new ModelAndView(VIEW)
                .addObject("ref", invited.ref())
                .addObject("study", sets.studyOfInvited(invited.setId()))
                .addObject("limited", invited.limited());
    }

    private static @Nullable InvitedPerson invited() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof InvitedPerson invited ? invited : null;
    }
}
