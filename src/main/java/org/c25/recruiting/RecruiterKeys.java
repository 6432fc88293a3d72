package org.c25.recruiting;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.c25.protocol.JwksAddresses;

/**
 * Fetches a recruiter's public keys: within seconds, a small text, and from the address itself alone, without following
 * a redirect.
 */
class RecruiterKeys implements ResourceRetriever {

    private static final int MOST_BYTES = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final JwksAddresses addresses;

    RecruiterKeys(JwksAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        addresses.requireFetchable(URI.create(url.toString()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.toString()))
                .header("Accept", "application/json, application/jwk-set+json")
                .timeout(PATIENCE)
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> answer = CLIENT.sendAsync(
                request,
                HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> add(bytes, body))));
        try {
            // The request's own time-out ends with the headers: this one holds for the body, too.
            HttpResponse<Void> whole = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (whole.statusCode() != 200) {
                throw new IOException("The keys were answered with " + whole.statusCode());
            }
            return new Resource(body.toString(StandardCharsets.UTF_8), "application/json");
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The keys can't be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static void add(byte[] bytes, ByteArrayOutputStream body) {
        if (body.size() + bytes.length > MOST_BYTES) {
            throw new UncheckedIOException(new IOException("The keys have more than " + MOST_BYTES + " bytes"));
        }
        body.writeBytes(bytes);
    }
}
