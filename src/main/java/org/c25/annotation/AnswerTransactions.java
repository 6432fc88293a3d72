package org.c25.annotation;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The two kinds of transactions in which answers are recorded. */
@Component
final class AnswerTransactions {

    private final TransactionTemplate rows;
    private final TransactionTemplate entities;

    AnswerTransactions(DataSource database, PlatformTransactionManager transactions) {
        this.rows = new TransactionTemplate(new JdbcTransactionManager(database));
        this.entities = new TransactionTemplate(transactions);
    }

    /** Opens no entity manager: all but a person's first answer, which notes something in the study, need none. */
    TransactionTemplate rows() {
        return rows;
    }

    TransactionTemplate entities() {
        return entities;
    }
}
