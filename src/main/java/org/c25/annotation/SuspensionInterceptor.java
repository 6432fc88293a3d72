package org.c25.annotation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantStatus;
import org.c25.participation.Participants;
import org.c25.participation.Participations;
import org.c25.sets.Sets;
import org.c25.sets.Suspension;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Runs before every page on which a participant would go on. While their set is paused or their study archived, they
 * read so instead. Answers that they send are taken as always, and participants who have nothing left but to finish go
 * on.
 */
@Configuration(proxyBeanMethods = false)
class SuspensionInterceptor implements WebMvcConfigurer, HandlerInterceptor {

    private final Sets sets;
    private final Participants participants;
    private final Participations participations;
    private final Annotations annotations;

    SuspensionInterceptor(
            Sets sets, Participants participants, Participations participations, Annotations annotations) {
        this.sets = sets;
        this.participants = participants;
        this.participations = participations;
        this.annotations = annotations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/p/*",
                        "/p/*/questions",
                        "/p/*/instructions",
                        "/p/*/practice/**",
                        "/p/*/trials/**",
                        "/p/*/break",
                        "/p/*/unloaded",
                        "/p/*/return")
                .excludePathPatterns("/p/*/practice/faces/*")
                .order(1); // runs after the choice of a language, which this page needs, too
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (request.getMethod().equals("GET") && who != null && who.getPrincipal() instanceof InvitedPerson invited) {
            Optional<Suspension> suspension = sets.suspensionOf(invited.setId());
            if (suspension.isPresent() && isConcerned(invited)) {
                throw new ModelAndViewDefiningException(page(suspension.get(), invited, request));
            }
        }
        return true;
    }

    private boolean isConcerned(InvitedPerson invited) {
        Optional<Participant> participant = participants.find(invited);
        if (participant.isEmpty()) {
            return !participants.isErased(invited);
        }
        Annotations.Standing standing = annotations.standing(participant.get());
        ParticipantStatus status = participant.get().status();
        return status == ParticipantStatus.RELEASED
                || status == ParticipantStatus.AT_WORK && standing.answered() < standing.total();
    }

    private ModelAndView page(Suspension suspension, InvitedPerson invited, HttpServletRequest request) {
        String what = suspension.name().toLowerCase(Locale.ROOT);
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new ModelAndView("enrolment/message")
                .addObject("what", what)
                .addObject("ref", variables.get("ref"))
                .addObject("participation", participations.of(invited).orElse(null))
                .addObject(
                        "answered",
                        participants.find(invited).map(Participant::answered).orElse(null))
                .addObject("study", sets.studyOfInvited(invited.setId()));
    }
}
