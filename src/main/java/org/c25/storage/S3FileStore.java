package org.c25.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.c25.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Keeps the files in a bucket of an S3-compatible object store. No other class names the SDK, which is loaded only
 * where a bucket is.
 */
final class S3FileStore implements FileStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(S3FileStore.class);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    /** The statuses of "there is one already", and of "another request is just storing one". */
    private static final int EXISTS = 412;

    private static final int CONFLICT = 409;

    private final S3Client client;
    private final S3Settings settings;
    private final Path temporary;

    private S3FileStore(S3Client client, S3Settings settings, Path temporary) {
        this.client = client;
        this.settings = settings;
        this.temporary = temporary;
    }

    /** @param temporary a folder of this machine, for large files while they are read */
    static S3FileStore of(S3Settings settings, Path temporary) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                // Many stores beside Amazon's don't know the newer check sums; TLS and our own hashes do the same.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ));
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        if (!settings.accessKey().isEmpty()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        }
        return new S3FileStore(builder.build(), settings, temporary);
    }

    @Override
    public void put(String name, byte[] bytes) {
        put(name, RequestBody.fromBytes(bytes));
    }

    @Override
    public void put(String name, Path file) {
        put(name, RequestBody.fromFile(file));
    }

    private void put(String name, RequestBody body) {
        ask(
                "stored",
                name,
                () -> client.putObject(to -> to.bucket(settings.bucket()).key(key(name)), body));
    }

    @Override
    public boolean putFirst(String name, byte[] bytes) {
        return ask("stored", name, () -> {
            try {
                client.putObject(
                        to -> to.bucket(settings.bucket()).key(key(name)).ifNoneMatch("*"),
                        RequestBody.fromBytes(bytes));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == EXISTS || e.statusCode() == CONFLICT) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<Resource> find(String name) {
        return ask("read", name, () -> {
            try {
                return Optional.of(new ByteArrayResource(client.getObjectAsBytes(
                                from -> from.bucket(settings.bucket()).key(key(name)))
                        .asByteArrayUnsafe()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean has(String name) {
        return ask("looked for", name, () -> {
            try {
                client.headObject(of -> of.bucket(settings.bucket()).key(key(name)));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    /** Copies the file to this machine first, as far as the channel is open. */
    @Override
    public FileChannel open(String name) throws IOException {
        Files.createDirectories(temporary);
        Path copy = Files.createTempDirectory(temporary, "stored-").resolve("copy");
        try {
            ask(
                    "read",
                    name,
                    () -> client.getObject(
                            from -> from.bucket(settings.bucket()).key(key(name)), copy));
            return FileChannel.open(copy, StandardOpenOption.READ);
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(name);
        } finally {
            // Its bytes stay until the channel is closed.
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.getParent());
        }
    }

    @Override
    public void remove(String name) {
        ask(
                "removed",
                name,
                () -> client.deleteObject(from -> from.bucket(settings.bucket()).key(key(name))));
    }

    private <T> T ask(String what, String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            LOG.warn("{} could not be {} in {}: {}", name, what, place(), e.toString());
            throw Problem.unavailable(
                    "The store of images and files does not answer. Try again in a moment.", COME_BACK);
        }
    }

    private String key(String name) {
        return settings.folder() + name;
    }

    @Override
    public String place() {
        return "the bucket " + settings.bucket() + (settings.folder().isEmpty() ? "" : " below " + settings.folder());
    }

    @Override
    public void close() {
        client.close();
    }
}
