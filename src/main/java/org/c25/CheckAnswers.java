package org.c25;

import java.io.PrintStream;
import java.util.Arrays;
import org.c25.annotation.RecordCheck;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/**
 * The command {@code check-answers}: compares the answers that count with the record, without a server. With
 * {@code --rebuild} it rebuilds them if they differ. It takes the settings of the server, such as
 * {@code --c25.data-dir}.
 */
@Import({EmbeddedDatabase.class, Migrations.class, RecordCheck.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
final class CheckAnswers {

    static final String NAME = "check-answers";

    private CheckAnswers() {}

    /**
     * Runs the command.
     *
     * @return the process's exit code: 0 if all is well, or was rebuilt; 1 if there are differences; 2 if the database
     *     could not be read
     */
    static int run(String[] options, PrintStream out) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CheckAnswers.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(options)) {
            RecordCheck check = context.getBean(RecordCheck.class);
            long differences = check.differences();
            if (differences == 0) {
                out.println("The answers that count are those of the record.");
                return 0;
            }
            if (!Arrays.asList(options).contains("--rebuild")) {
                out.println(
                        differences + " differences between the answers that count and the record. Stop the server, and"
                                + " make them anew with --rebuild.");
                return 1;
            }
            check.rebuild();
            out.println(differences + " differences found; all answers that count are made anew from the record.");
            return 0;
        } catch (RuntimeException e) {
            out.println("The database can't be read: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            out.println("Name it by the settings of the server, and stop the server first if it keeps its data in H2.");
            return 2;
        }
    }
}
