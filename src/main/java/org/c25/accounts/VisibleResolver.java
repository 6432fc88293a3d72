package org.c25.accounts;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Resolves the {@link Visible} parameters of one type. The package that owns the type registers its resolver.
 *
 * @param <T> the type of the parameter
 */
public final class VisibleResolver<T> implements HandlerMethodArgumentResolver {

    /** Finds the thing with an id, if the caller may see it. */
    @FunctionalInterface
    public interface Finder<T> {

        /** @throws org.c25.common.Problem 404 if there is no such thing that the caller may see */
        T require(Caller caller, long id);
    }

    private final Class<T> type;
    private final Finder<T> finder;

    public VisibleResolver(Class<T> type, Finder<T> finder) {
        this.type = type;
        this.finder = finder;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Visible.class) && parameter.getParameterType() == type;
    }

    @Override
    public T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Assert.state(binders != null, "a handler's parameter has a binder");
        String name = String.valueOf(parameter.getParameterName());
        Object inPath =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Object text = inPath instanceof Map<?, ?> variables ? variables.get(name) : null;
        Assert.state(text != null, () -> "the path of " + parameter.getExecutable() + " has no variable " + name);
        try {
            Long id = binders.createBinder(request, null, name).convertIfNecessary(text, Long.class);
            return finder.require(caller(), Long.parseLong(String.valueOf(id)));
        } catch (TypeMismatchException e) {
            // Spring throws the same for any other variable in a path.
            throw new MethodArgumentTypeMismatchException(text, Long.class, name, parameter, e);
        }
    }

    private static Caller caller() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        Object principal = signedIn == null ? null : signedIn.getPrincipal();
        Assert.isInstanceOf(Caller.class, principal, "only staff come to what is visible to them");
        return (Caller) Objects.requireNonNull(principal);
    }
}
