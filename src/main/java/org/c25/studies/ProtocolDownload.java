package org.c25.studies;

import org.c25.protocol.ProtocolFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A download of the protocol of a study, as a file to keep. */
final class ProtocolDownload {

    private ProtocolDownload() {}

    static ResponseEntity<String> of(StudyView study) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"study" + study.id() + "_protocol.json\"")
                .body(ProtocolFile.write(study.protocol()));
    }
}
