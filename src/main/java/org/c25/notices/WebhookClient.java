package org.c25.notices;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.c25.common.Version;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sends notices to webhooks: within seconds, to the address itself alone, without following a redirect, and without
 * reading what is answered.
 */
@Component
class WebhookClient {

    private static final int GONE = 410;
    private static final String LATE = "There was no answer in time";

    private final Webhooks webhooks;
    private final NoticeSettings settings;
    private final Version version;
    private final Clock clock;
    /** Made for the first notice: it brings threads and TLS, and many servers never send one. */
    private final SingletonSupplier<HttpClient> http;

    WebhookClient(Webhooks webhooks, NoticeSettings settings, Version version, Clock clock) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.version = version;
        this.clock = clock;
        this.http = SingletonSupplier.of(() -> HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    }

    /**
     * Sends one notice.
     *
     * @param noticeId its number, by which one that came twice can be recognised
     * @param body JSON
     */
    void send(NoticeTarget webhook, long noticeId, String body) throws NoticeRefusal {
        Webhooks.Opened opened = webhooks.open(webhook)
                .orElseThrow(() -> new NoticeRefusal(
                        "The address can’t be read: links.key is not the file with which it was sealed. Remove the"
                                + " webhook and add it again",
                        true));
        requireAllowed(opened);
        HttpRequest request = HttpRequest.newBuilder(opened.address())
                .header("Content-Type", "application/json")
                .header("User-Agent", "C25/" + version.text())
                .header("C25-Notice", String.valueOf(noticeId))
                .header(WebhookSignature.HEADER, WebhookSignature.of(body, opened.secret(), clock.instant()))
                .timeout(settings.patience())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = status(request);
        if (status < 200 || status > 299) {
            boolean redirect = status >= 300 && status < 400;
            throw new NoticeRefusal(
                    "It was answered with " + status + (redirect ? ": redirects are not followed" : ""),
                    status == GONE);
        }
    }

    private void requireAllowed(Webhooks.Opened opened) throws NoticeRefusal {
        try {
            webhooks.requireAllowed(opened.address());
        } catch (UnknownHostException e) {
            throw new NoticeRefusal("The host can’t be found", false);
        } catch (IOException e) {
            throw new NoticeRefusal("Nothing is sent there: the address " + e.getMessage(), false);
        }
    }

    private int status(HttpRequest request) throws NoticeRefusal {
        CompletableFuture<HttpResponse<Void>> answer =
                http.obtain().sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            // The request's own time-out ends with the headers: this one holds for the body, too.
            return answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (TimeoutException e) {
            throw new NoticeRefusal(LATE, false);
        } catch (ExecutionException e) {
            // Not its message: it could quote the address.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof HttpTimeoutException) {
                throw new NoticeRefusal(LATE, false);
            }
            throw new NoticeRefusal("The connection failed: " + cause.getClass().getSimpleName(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoticeRefusal("The server was stopped meanwhile", false);
        } finally {
            answer.cancel(true);
        }
    }
}
