package org.c25.enrolment;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.c25.accounts.Secret;
import org.springframework.stereotype.Component;

/**
 * The secrets of people who come by a recruiting link. A secret is computed from the set and the recruiter's ID, so it is
 * the same at any time and on any device. It also proves that this server made it and for which set, so that nothing has
 * to be stored of somebody until they take a place.
 */
@Component
class ArrivalSecrets {

    private static final int PERSON_BYTES = 16;
    private static final int PROOF_BYTES = 12;
    private static final int LENGTH = PERSON_BYTES + Long.BYTES + PROOF_BYTES;

    private final OutsideIdKey key;

    ArrivalSecrets(OutsideIdKey key) {
        this.key = key;
    }

    /** By which an ID comes to a set: the person's part, the set, and the proof, 48 characters in all. */
    Secret of(long setId, OutsideId id) {
        byte[] person = new byte[PERSON_BYTES];
        ByteBuffer.wrap(key.digest("arrival " + setId + " " + id.text())).get(person);
        byte[] all = ByteBuffer.allocate(LENGTH)
                .put(person)
                .putLong(setId)
                .put(proof(setId, person))
                .array();
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    /** By which the ID came until secrets had a proof; such invitations keep theirs. */
    Secret earlier(long setId, OutsideId id) {
        return Secret.of(key.digest("invitation " + setId + " " + id.text()));
    }

    /** Whether a secret with this hash is one by which the ID comes. */
    boolean isOf(String hash, long setId, OutsideId id) {
        return of(setId, id).hash().equals(hash) || earlier(setId, id).hash().equals(hash);
    }

    /** Who brings a secret with a proof, whether or not anything is stored of them; empty for any other secret. */
    Optional<Invited> newcomer(Secret secret) {
        ByteBuffer bytes = decoded(secret.text());
        if (bytes.remaining() != LENGTH) {
            return Optional.empty();
        }
        byte[] person = new byte[PERSON_BYTES];
        bytes.get(person);
        long setId = bytes.getLong();
        byte[] proof = new byte[PROOF_BYTES];
        bytes.get(proof);
        return MessageDigest.isEqual(proof, proof(setId, person))
                ? Optional.of(Invited.newcomer(setId, secret.hash()))
                : Optional.empty();
    }

    private static ByteBuffer decoded(String text) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return ByteBuffer.allocate(0);
        }
    }

    private byte[] proof(long setId, byte[] person) {
        byte[] proof = new byte[PROOF_BYTES];
        ByteBuffer.wrap(key.digest("made here " + setId + " " + HexFormat.of().formatHex(person)))
                .get(proof);
        return proof;
    }
}
