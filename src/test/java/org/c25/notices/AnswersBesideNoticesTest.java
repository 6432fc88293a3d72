package org.c25.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;

/** Whoever answers waits for no notice: nothing is sent and nothing is written for it while an answer is recorded. */
@OnBothDatabases
class AnswersBesideNoticesTest extends NoticesStory {

    private static final NoticeKind[] ALL = NoticeKind.choices().toArray(NoticeKind[]::new);

    /** A statement that named one of the tables would fail, and the answer with it. */
    @Test
    void answersFromTheFirstToTheLastTouchNoTableOfNotices() {
        adminWants(ALL);
        addWebhook(hook.address(), ALL);
        TABLES.forEach(table -> jdbc.sql("alter table " + table + " rename to " + table + "_away")
                .update());
        try {
            Person anna = person(join());
            anna.answer(0, 1, 2, 3).expect(200);
            anna.answer(0, 2, 2, 3).expect(200);
            anna.answer(1, 1, 2, 3).expect(200);
            anna.complete(2).expect(200);
        } finally {
            TABLES.forEach(table -> jdbc.sql("alter table " + table + "_away rename to " + table)
                    .update());
        }

        lookAndSend();
        assertThat(subjects()).containsExactly("First answer: Set 1 of “Faces & feelings”");
    }

    @Test
    void answersAreTakenWhileAWebhookHangs() throws Exception {
        addWebhook(hook.address(), NoticeKind.FIRST_ANSWER);
        Person anna = person(join());
        anna.answer(0, 1, 2, 3).expect(200);
        job.look();
        hook.hangs();
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<?> sending = node.submit(sender::sendDue);
            hook.awaitCall();

            anna.answer(1, 1, 2, 3).expect(200);
            anna.complete(2).expect(200);

            assertThat(sending.isDone()).isFalse();
            hook.goesOn();
            sending.get();
        } finally {
            node.shutdown();
        }
        assertThat(states()).containsExactly("FIRST_ANSWER SENT 1");
    }
}
