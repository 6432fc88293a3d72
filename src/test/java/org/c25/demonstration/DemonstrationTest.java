package org.c25.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.accounts.FirstAccount;
import org.c25.annotation.RecordCheck;
import org.c25.sets.SetState;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What staff find in the study of a first start. */
@OnBothDatabases
class DemonstrationTest {

    private static final int FREE = 17;

    @LocalServerPort
    int port;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Accounts accounts;

    @Autowired
    Sets sets;

    @Autowired
    RecordCheck record;

    @Test
    void staffFindPeopleAtWorkAndASetThatIsComplete() {
        List<SetView> made = made();
        List<String> answers = answers(made);

        lookAtTheOpen(made.get(0));
        lookAtTheComplete(made.get(1));
        made.forEach(this::lookAtTheTimes);
        made.forEach(set -> assertThat(record.differences(set.id())).isZero());
        takeAllThatIsFree(made.get(0));
        assertThat(answers(made())).as("those of another first start").isEqualTo(answers);
    }

    private void lookAtTheOpen(SetView set) {
        assertThat(set.isOpen()).isTrue();
        JsonNode progress = lab().progress(set.id());
        assertThat(numbers(progress, "answered")).containsExactly(44, 44, 44, 44, 15, 44, 33, 26);
        assertThat(progress.get("completed").asInt()).isEqualTo(5);
        assertThat(where(progress, "stalled")).containsExactly(4);
        assertThat(progress.hasNonNull("forecast")).isTrue();
        Map<Integer, List<String>> flags = flags(set);
        assertThat(flags).as("the careless").containsOnlyKeys(2, 6);
        assertThat(flags.get(2)).contains("TOO_FAST", "LONG_RUN", "SCALE_HARDLY_USED");
        assertThat(flags.get(6)).contains("FAR_FROM_OTHERS").doesNotContain("TOO_FAST");

        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/sets/" + set.id() + "/invitations").body()).contains("rater1@demonstration.invalid");
    }

    private void lookAtTheComplete(SetView set) {
        assertThat(set.state()).isEqualTo(SetState.CLOSED);
        assertThat(lab().progress(set.id()).get("completed").asInt()).isEqualTo(set.capacity());
        assertThat(flags(set)).isEmpty();
        String path = "/api/v1/sets/" + set.id();
        assertThat(staff().get(path + "/agreement")
                        .expect(200)
                        .json()
                        .get("expression")
                        .get("fleissKappa")
                        .asDouble())
                .isBetween(0.5, 0.9);
        assertThat(staff().get(path + "/models").expect(200).body()).contains(InventedModel.NAME);
    }

    private void lookAtTheTimes(SetView set) {
        Instant now = Instant.now();
        for (JsonNode person : lab().progress(set.id()).get("participants")) {
            Instant joined = Instant.parse(person.get("joinedAt").asString());
            Instant last = Instant.parse(person.get("lastAnswerAt").asString());
            assertThat(joined).isAfter(now.minus(Duration.ofDays(7))).isBefore(last);
            assertThat(last).isBefore(now);
            Duration looked =
                    Duration.ofMillis(person.get("medianResponseMillis").asLong());
            assertThat(Duration.between(joined, last))
                    .isGreaterThan(looked.multipliedBy(person.get("answered").asLong() / 2));
        }
    }

    private void takeAllThatIsFree(SetView set) {
        List<String> links = lab().invite(set.id(), FREE + 1);
        links.subList(0, FREE)
                .forEach(link -> new Person(Api.stranger(port), link).consent().expect(200));
        new Person(Api.stranger(port), links.get(FREE)).consent().expect(409);
    }

    private List<SetView> made() {
        Caller admin = accounts.named(FirstAccount.NAME).orElseThrow();
        return sets.of(demonstration.create(admin));
    }

    private List<String> answers(List<SetView> made) {
        return List.of(
                new String(lab().export(made.get(0).id(), "valence_set1_C25.csv"), UTF_8),
                new String(lab().export(made.get(1).id(), "expression_set2_C25.csv"), UTF_8));
    }

    /** The rules that flag each participant, by slot. */
    private Map<Integer, List<String>> flags(SetView set) {
        Map<Integer, List<String>> flags = new TreeMap<>();
        for (JsonNode person : staff().get("/api/v1/sets/" + set.id() + "/flags")
                .expect(200)
                .json()
                .get("participants")) {
            List<String> rules = person.get("flags")
                    .valueStream()
                    .map(flag -> flag.get("rule").asString())
                    .toList();
            if (!rules.isEmpty()) {
                flags.put(person.get("participant").asInt(), rules);
            }
        }
        return flags;
    }

    private static List<Integer> numbers(JsonNode progress, String field) {
        return progress.get("participants")
                .valueStream()
                .map(person -> person.get(field).asInt())
                .toList();
    }

    /** The slots of the people of whom this is true. */
    private static List<Integer> where(JsonNode progress, String field) {
        return progress.get("participants")
                .valueStream()
                .filter(person -> person.get(field).asBoolean())
                .map(person -> person.get("participant").asInt())
                .toList();
    }

    private Lab lab() {
        return new Lab(staff());
    }

    private Api staff() {
        return Api.stranger(port).admin();
    }
}
