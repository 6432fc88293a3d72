package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Lets a few requests for {@link HeavyStatistics} work at a time, so that whatever the staff look at, most of the
 * database's connections are free for participants. The others wait, without a connection; one that waits too long gets
 * 503 with {@code Retry-After}, or a page that asks again by itself. A request leaves the gate before its response is
 * sent, so that a slow reader keeps nobody waiting.
 */
@ControllerAdvice
class StatisticsGate implements HandlerInterceptor, ResponseBodyAdvice<Object>, WebMvcConfigurer {

    private static final String INSIDE = StatisticsGate.class.getName();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final StatisticsSettings settings;
    final Semaphore places;
    final Semaphore line;

    StatisticsGate(StatisticsSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce(), true);
        this.line = new Semaphore(settings.inLine());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, InterruptedException {
        if (!isHeavy(handler)) {
            return true;
        }
        if (enter()) {
            request.setAttribute(INSIDE, true);
            return true;
        }
        Problem busy = Problem.unavailable(
                "The server works on other statistics: " + settings.atOnce()
                        + " at a time. Try again in a few seconds.",
                RETRY_AFTER);
        if (isForm(request)) {
            throw busy; // A page must not send a form again by itself.
        }
        request.setAttribute(ErrorPages.PAGE, new ModelAndView("web/busy"));
        UnavailableFilter.tell(busy, request, response);
        return false;
    }

    private static boolean isHeavy(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(HeavyStatistics.class)
                        || method.getBeanType().isAnnotationPresent(HeavyStatistics.class));
    }

    private static boolean isForm(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }

    private boolean enter() throws InterruptedException {
        if (places.tryAcquire()) {
            return true;
        }
        if (!line.tryAcquire()) {
            return false;
        }
        try {
            return places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            line.release();
        }
    }

    private void leave(HttpServletRequest request) {
        if (request.getAttribute(INSIDE) != null) {
            request.removeAttribute(INSIDE);
            places.release();
        }
    }

    /** Returns how many requests are in the gate. */
    int atWork() {
        return settings.atOnce() - places.availablePermits();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        leave(request);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        leave(request);
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest ours) {
            leave(ours.getServletRequest());
        }
        return body;
    }
}
