package org.c25.items;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.c25.sets.SetView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands the manifest of a set to a page or a program. */
final class ManifestDownload {

    private ManifestDownload() {}

    static ResponseEntity<byte[]> of(SetView set, SetManifest manifests) throws IOException {
        StringBuilder csv = new StringBuilder();
        manifests.write(set.id(), csv);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("manifest_set" + set.number() + ".csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
