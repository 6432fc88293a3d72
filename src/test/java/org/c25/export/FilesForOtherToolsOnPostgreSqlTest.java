package org.c25.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.c25.testing.Api;
import org.c25.testing.ManyAnswers;
import org.c25.testing.OnPostgreSql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OnPostgreSql
class FilesForOtherToolsOnPostgreSqlTest extends FilesForOtherTools {

    /** PostgreSQL's driver takes all rows into memory at once, unless it is asked for portions inside of a transaction. */
    @Test
    void rowsComeInPortionsByACursor(@Autowired JdbcTemplate template) {
        long set = ManyAnswers.fill(Api.stranger(port).admin(), template, 6000, 1);
        List<String> cursors = new ArrayList<>();
        Runnable look = () -> cursors.addAll(
                jdbc.sql("select statement from pg_cursors").query(String.class).list());

        assertThat(written(set, "long_set1_C1.csv", look)).hasSize(1 + 6000 + 60);
        assertThat(cursors).anyMatch(statement -> statement.contains("response_time_millis"));
        cursors.clear();
        assertThat(written(set, "expression_set1_C1.csv", look)).hasSize(1 + 6000);
        assertThat(cursors).anyMatch(statement -> statement.contains("from item"));
    }
}
