package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A start on a database that has people and answers in it, as after an update. */
abstract class StartingAgain {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Test
    void aStartOnAnExistingDatabaseFindsEverything() {
        Lab lab = new Lab(Api.stranger(port).admin());
        long set = lab.openSet(lab.study(Map.of("capacity", 2)), 3);
        String token = lab.invite(set, 1).get(0);
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        person.answer(0, 2, 8, 4).expect(200);
        byte[] before = lab.export(set, "valence_set1_C2.csv");

        try (ConfigurableApplicationContext again = startedAgain()) {
            int newPort = Integer.parseInt(again.getEnvironment().getRequiredProperty("local.server.port"));
            assertThat(new Lab(Api.stranger(newPort).admin()).export(set, "valence_set1_C2.csv"))
                    .isEqualTo(before);
            Person samePerson = new Person(Api.stranger(newPort), token);
            assertThat(samePerson.trials()).hasSize(3);
            assertThat(samePerson.answer(1, 2, 8, 4).expect(200).number("answered"))
                    .isEqualTo(2);
        }
    }

    private ConfigurableApplicationContext startedAgain() {
        List<String> settings = List.of(
                "c25.data-dir",
                "c25.admin-password",
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password");
        String[] arguments = settings.stream()
                .filter(environment::containsProperty)
                .map(name -> "--" + name + "=" + environment.getProperty(name))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(C25Application.class)
                .properties("server.port=0")
                .run(arguments);
    }
}
