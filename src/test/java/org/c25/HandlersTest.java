package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Participant;
import org.c25.participation.TakingPart;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.c25.testing.Api;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * No handler can forget to ask what its caller may see: an address that names a study or a set gives its handler the
 * study or the set itself, found through the caller; an address of participants gives it who asks.
 */
@OnH2
class HandlersTest {

    private static final Map<String, Class<?>> VISIBLE = Map.of("study", StudyView.class, "set", SetView.class);
    private static final Pattern NAMED = Pattern.compile("/(studies|sets)/\\{(\\w+)}");
    private static final Pattern OF_PARTICIPANTS = Pattern.compile("/p/\\{ref}.*|/api/v1/participant(/.*)?");

    /** Faces that are drawn and not stored, the same for everybody. */
    private static final Set<String> DRAWN_FACES = Set.of("PracticeController#face", "TrialPreviewController#face");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private record Handler(String name, String address, HandlerMethod method) {

        Stream<MethodParameter> parameters() {
            return Arrays.stream(method.getMethodParameters());
        }

        /** Whether it takes the study or set whose id has this name in its address, through what the caller may see. */
        boolean takes(String variable) {
            return parameters()
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(Visible.class)
                            && variable.equals(parameter.getParameter().getName())
                            && parameter.getParameterType() == VISIBLE.get(variable));
        }

        boolean takesWhoAsks() {
            return parameters()
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(AuthenticationPrincipal.class)
                                    && parameter.getParameterType() == InvitedPerson.class
                            || parameter.hasParameterAnnotation(TakingPart.class)
                                    && (parameter.getParameterType() == Participant.class
                                            || ResolvableType.forMethodParameter(parameter)
                                                            .resolveGeneric()
                                                    == Participant.class));
        }

        @Override
        public String toString() {
            return name + " at " + address;
        }
    }

    private List<Handler> handlers() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.c25"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .map(address -> new Handler(
                                entry.getValue().getBeanType().getSimpleName() + "#"
                                        + entry.getValue().getMethod().getName(),
                                address,
                                entry.getValue())))
                .toList();
    }

    @Test
    void whoeverNamesAStudyOrASetIsGivenItThroughWhatTheyMaySee() {
        List<Handler> named = handlers().stream()
                .filter(handler -> NAMED.matcher(handler.address()).find())
                .toList();

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named)
                .filteredOn(handler -> !DRAWN_FACES.contains(handler.name()))
                .allSatisfy(handler -> NAMED.matcher(handler.address())
                        .results()
                        .forEach(id -> assertThat(handler)
                                .as("{%s} is a parameter @Visible of its own name", id.group(2))
                                .matches(one -> one.takes(id.group(2)))));
    }

    @Test
    void aStudyAndASetHaveOneNameInAllAddressesAndAreNeverTakenAsBareNumbers() {
        assertThat(handlers()).allSatisfy(handler -> {
            NAMED.matcher(handler.address())
                    .results()
                    .forEach(id -> assertThat(id.group(2)).isEqualTo(id.group(1).equals("sets") ? "set" : "study"));
            assertThat(handler.parameters())
                    .noneMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class)
                            && VISIBLE.containsKey(parameter.getParameter().getName()));
        });
    }

    @Test
    void theAddressesOfParticipantsGiveTheirHandlersWhoAsks() {
        List<Handler> ofParticipants = handlers().stream()
                .filter(handler -> OF_PARTICIPANTS.matcher(handler.address()).matches())
                .toList();

        assertThat(ofParticipants).hasSizeGreaterThan(40);
        assertThat(ofParticipants)
                .filteredOn(handler -> !DRAWN_FACES.contains(handler.name()))
                .allMatch(Handler::takesWhoAsks);
        assertThat(ofParticipants)
                .as("nobody's participant is staff")
                .noneMatch(handler ->
                        handler.parameters().anyMatch(parameter -> parameter.getParameterType() == Caller.class));
    }

    @Test
    void theApiDescribesTheIdsInItsPathsAndNothingOfWhatTheyBecome() {
        JsonNode api = Api.stranger(port).get("/api/v1/openapi").expect(200).json();

        assertThat(api.at("/components/schemas").propertyNames())
                .doesNotContain("SetView", "StudyView", "Participant", "InvitedPerson", "Caller");
        assertThat(api.get("paths").properties())
                .allSatisfy(path -> NAMED.matcher(path.getKey())
                        .results()
                        .forEach(id -> assertThat(path.getValue().values())
                                .as(path.getKey())
                                .allSatisfy(call -> assertThat(
                                                call.get("parameters").valueStream())
                                        .filteredOn(parameter ->
                                                parameter.get("name").asString().equals(id.group(2)))
                                        .singleElement()
                                        .satisfies(parameter -> {
                                            assertThat(parameter.get("in").asString())
                                                    .isEqualTo("path");
                                            assertThat(parameter
                                                            .at("/schema/format")
                                                            .asString())
                                                    .isEqualTo("int64");
                                        }))));
    }
}
