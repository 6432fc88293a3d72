package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The addresses that take files or long bodies, found from the annotations of their handlers. */
@Component
class BodyAddresses {

    private final Supplier<List<Address>> uploads;
    private final Supplier<List<Address>> longBodies;

    /**
     * @param handlers the handlers, which are read no earlier than at the first request: filters are made before
     *     controllers
     */
    BodyAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        uploads = SingletonSupplier.of(() -> addresses(handlers, BodyAddresses::takesFiles));
        longBodies = SingletonSupplier.of(() -> addresses(handlers, BodyAddresses::takesLongBodies));
    }

    boolean takeFiles(HttpServletRequest request) {
        return isIn(uploads, request);
    }

    boolean takeLongBodies(HttpServletRequest request) {
        return isIn(longBodies, request);
    }

    private static List<Address> addresses(ObjectProvider<RequestMappingHandlerMapping> handlers, Kind kind) {
        List<Address> addresses = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> handler :
                handlers.getObject().getHandlerMethods().entrySet()) {
            RequestMappingInfo mapping = handler.getKey();
            if (kind.has(mapping, handler.getValue())) {
                for (PathPattern path : Objects.requireNonNull(mapping.getPathPatternsCondition())
                        .getPatterns()) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        addresses.add(new Address(method.name(), path));
                    }
                }
            }
        }
        return List.copyOf(addresses);
    }

    private static boolean takesFiles(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static boolean takesLongBodies(RequestMappingInfo mapping, HandlerMethod handler) {
        return handler.hasMethodAnnotation(LongBody.class);
    }

    private static boolean isIn(Supplier<List<Address>> addresses, HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(Paths.of(request));
        return addresses.get().stream()
                .anyMatch(address -> address.method().equals(request.getMethod())
                        && address.path().matches(path));
    }

    private interface Kind {
        boolean has(RequestMappingInfo mapping, HandlerMethod handler);
    }

    private record Address(String method, PathPattern path) {}
}
