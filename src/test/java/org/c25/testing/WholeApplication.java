package org.c25.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;

/** The whole application, at a port of its own. Tests say {@link OnBothDatabases}, {@link OnH2} or {@link OnPostgreSql}. */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "c25.admin-password=" + Api.ADMIN_PASSWORD,
            // A recruiter's keys in a test lie on this machine.
            "c25.arrivals.jwks-in-own-network=localhost",
            // Who is silent for long enough is stalled and loses the slot in one go.
            "c25.drop-outs.notice=0s"
        })
@Import(QuickPasswords.class)
@ContextCustomizerFactories(EachDatabase.Choice.class)
@Tag("server")
@interface WholeApplication {

    Database[] value();
}
