package org.c25.notices;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.c25.security.OutsideAddresses;
import org.c25.security.SealedSecrets;
import org.c25.security.Secret;
import org.c25.studies.StudyView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the addresses of webhooks and the secrets that sign what is sent there. Both are sealed: whoever knows the
 * address of a webhook can often write to it.
 */
@Service
class Webhooks {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final NoticeTargets targets;
    private final SealedSecrets seal;
    private final OutsideAddresses outside;
    private final TransactionOperations transaction;

    Webhooks(
            JdbcClient jdbc,
            NoticeTargets targets,
            SealedSecrets seal,
            NoticeSettings settings,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.seal = seal;
        this.outside = new OutsideAddresses(settings.inOwnNetwork());
        this.transaction = transaction;
    }

    /**
     * Adds a webhook to a study.
     *
     * @return the secret that signs what is sent there; it is told this once
     * @throws Problem 422 if nothing would be sent to the address, or nothing is chosen
     */
    Secret add(Caller caller, StudyView study, String typed, Collection<NoticeKind> wanted) {
        Faults faults = new Faults();
        if (wanted.isEmpty()) {
            faults.add("kinds", "names at least one: what is the webhook told of?");
        }
        // Checked before the transaction: it may ask name servers.
        URI address = faults.whole(() -> address(typed));
        Secret secret = Secret.random();
        transaction.executeWithoutResult(status -> targets.add(
                caller,
                study,
                host(address),
                seal.seal(address.toString(), place(study.id())),
                seal.seal(secret.text(), place(study.id())),
                wanted));
        return secret;
    }

    private URI address(String typed) {
        try {
            URI address = URI.create(typed.strip());
            if (typed.strip().length() > LONGEST || address.getUserInfo() != null || address.getFragment() != null) {
                throw unfit("has at most " + LONGEST + " characters, and no name, password or #");
            }
            outside.require(address);
            return address;
        } catch (UnknownHostException e) {
            throw unfit("names a host that can’t be found");
        } catch (IllegalArgumentException e) {
            throw unfit("is no web address, such as https://hooks.example.org/c25");
        } catch (IOException e) {
            throw unfit(e.getMessage()
                    + ". Notices go by https to the public internet. Whoever runs this server can allow a host of its"
                    + " own network (c25.notices.in-own-network)");
        }
    }

    private static Problem unfit(String why) {
        return Problem.invalid("address", why);
    }

    /** Returns as much of an address as pages show: what follows the host can be a secret. */
    private static String host(URI address) {
        String shown = address.getScheme() + "://" + address.getAuthority() + "/…";
        return shown.length() <= 300 ? shown : address.getScheme() + "://…";
    }

    /** Returns where a webhook is and how it is signed; empty if it is removed, or was sealed by another key. */
    Optional<Opened> open(NoticeTarget webhook) {
        return jdbc.sql("select sealed_address, sealed_secret from notice_target where id = ?")
                .param(webhook.id())
                .query((row, n) -> open(
                        webhook.studyId(),
                        Objects.requireNonNull(row.getString("sealed_address")),
                        Objects.requireNonNull(row.getString("sealed_secret"))))
                .optional()
                .flatMap(opened -> opened);
    }

    private Optional<Opened> open(long studyId, String sealedAddress, String sealedSecret) {
        return seal.openText(sealedAddress, place(studyId))
                .flatMap(address -> seal.openText(sealedSecret, place(studyId))
                        .map(secret -> new Opened(URI.create(address), new Secret(secret))));
    }

    /** Checks, as {@link OutsideAddresses#require} does, that a webhook may be asked. */
    void requireAllowed(URI address) throws IOException {
        outside.require(address);
    }

    private static String place(long studyId) {
        return "webhook of study " + studyId;
    }

    /** A webhook as it is asked. */
    record Opened(URI address, Secret secret) {

        /** Returns a text without the address: a record's own text would end up in a log. */
        @Override
        public String toString() {
            return "Opened[…]";
        }
    }
}
