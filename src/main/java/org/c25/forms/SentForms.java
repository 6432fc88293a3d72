package org.c25.forms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The forms that were sent within the last hour, with their answers. An answer may show a secret, so it is sealed
 * (AES-256-GCM, NIST SP 800-38D) with a key made of the form's token, which the database does not have.
 */
@Component
public class SentForms {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    SentForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Claims the work of a form. Returns whether this sending is the first, which does the work. */
    boolean claim(String id) {
        return jdbc.sql("insert into sent_form (id, sent_at) values (?, ?) on conflict do nothing")
                        .params(id, now())
                        .update()
                == 1;
    }

    /** Gives the work back because nothing came of it: whoever sends the form next does the work. */
    void release(String id) {
        jdbc.sql("delete from sent_form where id = ?").param(id).update();
    }

    void keep(String id, FormToken token, FormAnswer answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = cipher(Cipher.ENCRYPT_MODE, id, token, nonce).doFinal(answer.packed());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        jdbc.sql("update sent_form set answer = ? where id = ?")
                .params(
                        ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                                .put(nonce)
                                .put(sealed)
                                .array(),
                        id)
                .update();
    }

    Standing standing(String id, FormToken token) {
        List<byte[]> found = jdbc.sql("select answer from sent_form where id = ?")
                .param(id)
                .query((row, n) -> {
                    byte[] answer = row.getBytes("answer");
                    return answer == null ? new byte[0] : answer;
                })
                .list();
        if (found.isEmpty()) {
            return new Released();
        }
        byte[] sealed = found.get(0);
        return sealed.length == 0 ? new AtWork() : new Answered(open(id, token, sealed));
    }

    private static FormAnswer open(String id, FormToken token, byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        try {
            return FormAnswer.unpacked(cipher(Cipher.DECRYPT_MODE, id, token, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, String id, FormToken token, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, token.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Deletes the forms that are older than an hour, also those of a node that ended in the middle of its work. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forget() {
        jdbc.sql("delete from sent_form where sent_at < ?")
                .param(now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The state of a form that was sent before. */
    interface Standing {}

    record AtWork() implements Standing {}

    record Answered(FormAnswer answer) implements Standing {}

    /** The form was refused or forgotten: it can be sent again. */
    record Released() implements Standing {}
}
