package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.PostOffice;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A start on a database that has people and answers in it, as after an update. */
@OnBothDatabases
class StartingAgainTest {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Test
    void aStartOnAnExistingDatabaseFindsEverything() {
        Api staff = Api.stranger(port).admin();
        Lab lab = new Lab(staff);
        long study = lab.study(Map.of("capacity", 2));
        long set = lab.openSet(study, 3);
        String token = lab.invite(set, 1).get(0);
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        person.answer(0, 2, 8, 4).expect(200);
        byte[] before = lab.export(set, "valence_set1_C2.csv");
        String invited = staff.post(
                        "/api/v1/sets/" + set + "/invitations", Map.of("emails", List.of("anna@example.org")))
                .expect(201)
                .json()
                .get(0)
                .get("url")
                .asString();

        PostOffice office = new PostOffice();
        try (ConfigurableApplicationContext again = startedAgain(office)) {
            int newPort = Integer.parseInt(again.getEnvironment().getRequiredProperty("local.server.port"));
            assertThat(new Lab(Api.stranger(newPort).admin()).export(set, "valence_set1_C2.csv"))
                    .isEqualTo(before);
            Person samePerson = new Person(Api.stranger(newPort), token);
            assertThat(samePerson.trials()).hasSize(3);
            assertThat(samePerson.answer(1, 2, 8, 4).expect(200).number("answered"))
                    .isEqualTo(2);

            Visitor admin = new Visitor(newPort);
            admin.signIn("admin", Api.ADMIN_PASSWORD);
            assertThat(Visitor.found(
                            "href=\"/studies/([0-9]+)\"", admin.get("/studies").body()))
                    .as("the latest study: no demonstration is made where there is any")
                    .isEqualTo(String.valueOf(study));
            String links = "/sets/" + set + "/invitations";
            String send = Visitor.found(
                    "formaction=\"(" + links + "/[0-9]+/letter)",
                    admin.get(links).body());
            admin.post(send, Map.of(), links);
            assertThat(office.awaits(1)).isTrue();
            assertThat(office.letters().get(0).link()).isEqualTo(invited);
        } finally {
            office.close();
        }
    }

    /** With a mail server and the demonstration, which the first start had not. */
    private ConfigurableApplicationContext startedAgain(PostOffice office) {
        List<String> settings = List.of(
                "c25.data-dir",
                "c25.admin-password",
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password");
        Stream<String> mail = Stream.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + office.port,
                "--c25.mail.from=faces@example.org",
                "--c25.mail.interval=100ms",
                "--c25.demonstration=true");
        String[] arguments = Stream.concat(
                        settings.stream()
                                .filter(environment::containsProperty)
                                .map(name -> "--" + name + "=" + environment.getProperty(name)),
                        mail)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(C25Application.class)
                .properties("server.port=0")
                .run(arguments);
    }
}
