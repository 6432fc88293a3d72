package org.c25.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.c25.common.Problem;
import org.c25.web.ErrorPages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Lets the first sending of a form through to its handler. Whoever sends the form again, as a double click does, waits
 * for the first to end and gets the same answer. A form that was refused has made nothing and can be sent again. This
 * works where {@link FormAnswerFilter} takes down the answer: on the staff's pages.
 */
@Configuration(proxyBeanMethods = false)
class OnceOnly implements WebMvcConfigurer, HandlerInterceptor {

    /** The flash attribute that says why something was not done. */
    private static final String REFUSED = "refused";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LOOKED_EVERY = Duration.ofMillis(100);

    private final SentForms forms;

    OnceOnly(SentForms forms) {
        this.forms = forms;
    }

    /** Adds this interceptor as the last of all: a request that comes here is allowed, and its files can be read. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, InterruptedException {
        if (!FormAnswerFilter.isOn(request) || makesNothing(handler, request)) {
            return true;
        }
        FormToken token = FormToken.in(request);
        if (token == null) {
            return true;
        }
        String id = token.idOf(request);
        for (long end = System.nanoTime() + LONGEST_WAIT.toNanos(); System.nanoTime() < end; ) {
            if (forms.claim(id)) {
                FormAnswerFilter.takeDown(id, token, request);
                return true;
            }
            if (forms.standing(id, token) instanceof SentForms.Answered answered) {
                answered.answer().send(request, response);
                return false;
            }
            Thread.sleep(LOOKED_EVERY.toMillis());
        }
        request.setAttribute(ErrorPages.PAGE, new ModelAndView("forms/at-work"));
        response.sendError(HttpStatus.CONFLICT.value());
        return false;
    }

    private static boolean makesNothing(Object handler, HttpServletRequest request) {
        ReadOnlyForm made =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(ReadOnlyForm.class) : null;
        return made != null && (made.ifSent().isEmpty() || request.getParameter(made.ifSent()) != null);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getModel().values().stream().anyMatch(Problem.class::isInstance)) {
            FormAnswerFilter.leaveOut(request);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        if (RequestContextUtils.getOutputFlashMap(request).containsKey(REFUSED)) {
            FormAnswerFilter.leaveOut(request);
        }
    }
}
