package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of a request as Spring does, and asks no address that begins otherwise than the request's. Spring alone looks at
 * the method, the headers and the types of some three hundred addresses first, which took a third of an answer's time.
 */
final class QuickHandlerMapping extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        static WebMvcRegistrations quickHandlerMapping() {
            return new WebMvcRegistrations() {
                @Override
                public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                    return new QuickHandlerMapping();
                }
            };
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return mayMatch(info, request) ? super.getMatchingMapping(info, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo info, HttpServletRequest request) {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return true; // It may be another way to write an address.
        }
        for (String beginning : beginnings.computeIfAbsent(info, QuickHandlerMapping::beginningsOf)) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** What stands before the first variable of each of its addresses. A variable of any length takes its slash along. */
    private static List<String> beginningsOf(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .map(pattern -> pattern.split("/?[{*?]", 2)[0])
                .toList();
    }
}
