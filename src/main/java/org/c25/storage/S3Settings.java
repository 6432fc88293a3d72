package org.c25.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files are, if they are in an S3-compatible object store.
 *
 * @param bucket the bucket; without one the files are in the data folder
 * @param folder what all names in the bucket begin with, such as {@code c25/}; may be empty
 * @param endpoint the address of the store, such as {@code http://s3.example.org:9000}; empty for Amazon's own
 * @param region the region, which stores other than Amazon's mostly pass over
 * @param accessKey the name of the key; empty to take both from where Amazon's own tools look
 * @param secretKey the key
 * @param pathStyle whether the bucket is in the path of an address, and not in its host
 */
@ConfigurationProperties("c25.storage.s3")
record S3Settings(
        @DefaultValue("") String bucket,
        @DefaultValue("") String folder,
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    boolean isUsed() {
        return !bucket.isEmpty();
    }

    /** Returns a text without the key: a record's own text would end up in a log. */
    @Override
    public String toString() {
        return "S3Settings[" + bucket + "]";
    }
}
