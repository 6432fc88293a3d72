package org.c25.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.c25.testing.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of links that are sent by e-mail. */
class SealedSecretsTest {

    @TempDir
    Path folder;

    private final Secret secret = Secret.random();

    @Test
    void aSealedSecretIsOpenedByItsKeyForItsInvitationAlone() {
        SealedSecrets seal = new SealedSecrets(new LinkSealingKey(Databases.files(folder.resolve("ours"))));
        String sealed = seal.seal(secret);

        assertThat(seal.open(sealed, secret.hash())).contains(secret);
        assertThat(seal.open(sealed, Secret.random().hash())).isEmpty();
        assertThat(new SealedSecrets(new LinkSealingKey(Databases.files(folder.resolve("theirs"))))
                        .open(sealed, secret.hash()))
                .isEmpty();
        assertThat(sealed).hasSizeLessThanOrEqualTo(200).doesNotContain(secret.text());
    }

    @Test
    void theSameSecretIsSealedAnewEachTimeAndADamagedOneIsNotOpened() {
        SealedSecrets seal = new SealedSecrets(new LinkSealingKey(Databases.files(folder)));
        String sealed = seal.seal(secret);
        byte[] damaged = Base64.getDecoder().decode(sealed);
        damaged[20] ^= 1;

        assertThat(seal.seal(secret)).isNotEqualTo(sealed);
        assertThat(seal.open(Base64.getEncoder().encodeToString(damaged), secret.hash()))
                .isEmpty();
    }
}
