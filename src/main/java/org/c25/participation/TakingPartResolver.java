package org.c25.participation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the participant who asks, as {@link TakingPart} describes. */
@Configuration(proxyBeanMethods = false)
class TakingPartResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Participants participants;

    TakingPartResolver(Participants participants) {
        this.participants = participants;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(TakingPart.class)
                && parameter.nestedIfOptional().getNestedParameterType() == Participant.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        Object principal = signedIn == null ? null : signedIn.getPrincipal();
        Assert.isInstanceOf(InvitedPerson.class, principal, "only invited people take part");
        InvitedPerson invited = (InvitedPerson) Objects.requireNonNull(principal);
        return parameter.getParameterType() == Optional.class
                ? participants.find(invited)
                : participants.require(invited);
    }
}
