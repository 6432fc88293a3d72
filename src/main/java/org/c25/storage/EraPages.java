package org.c25.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells participants' devices in each reply, and on each page, which era the database is in: in another one than
 * before, they compare their answers with the server's.
 */
@Configuration(proxyBeanMethods = false)
class EraPages implements WebMvcConfigurer, HandlerInterceptor {

    static final String HEADER = "C25-Era";

    private final DatabaseWatch watch;

    EraPages(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/p/**", "/api/v1/participant/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String era = watch.era();
        if (era != null) {
            response.setHeader(HEADER, era);
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && !String.valueOf(page.getViewName()).startsWith("redirect:")) {
            page.addObject("era", response.getHeader(HEADER));
        }
    }
}
