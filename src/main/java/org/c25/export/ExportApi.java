package org.c25.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.c25.accounts.Caller;
import org.c25.sets.Sets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Staff")
class ExportApi {

    private final Exports exports;
    private final Imports imports;
    private final Sets sets;

    ExportApi(Exports exports, Imports imports, Sets sets) {
        this.exports = exports;
        this.imports = imports;
        this.sets = sets;
    }

    /** The same file for programs and, at the shorter address, for people who are signed in. */
    @Operation(
            summary = "A file of the set, streamed",
            description = "expression_set1_C25.csv and its like, and majority-vote, soft-labels, long, repeats,"
                    + " crowd-vote_… and crowd-kit_… with the same ending. An unknown name gets 404 and all names.")
    @GetMapping({"/api/v1/sets/{set}/exports/{file}", "/sets/{set}/exports/{file}"})
    void export(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @PathVariable String file,
            HttpServletResponse response)
            throws IOException {
        SetFile found = exports.require(caller, set, file);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        exports.write(caller, set, found, response.getOutputStream());
    }

    @Operation(
            summary = "All files of the set in one ZIP, with protocol, trial orders, codebook and checksums",
            description = "datapackage.json is a Frictionless data package, metadata.json a Croissant description. The"
                    + " same data give the same bytes. No images; AffectNet's own labels only if asked for, as its"
                    + " licence keeps them from being handed on.")
    @GetMapping({"/api/v1/sets/{set}/exports/" + DataPackage.NAME, "/sets/{set}/exports/" + DataPackage.NAME})
    void dataPackage(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @RequestParam(defaultValue = "false") boolean affectNetLabels,
            HttpServletResponse response)
            throws IOException {
        sets.require(caller, set);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("set" + set + "-" + DataPackage.NAME)
                        .build()
                        .toString());
        exports.writePackage(caller, set, affectNetLabels, response.getOutputStream());
    }

    @Operation(summary = "Takes the answers of three C25 CSV files, all or nothing")
    @PostMapping(path = "/api/v1/sets/{set}/imports", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    Imported take(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long set,
            @RequestPart MultipartFile expression,
            @RequestPart MultipartFile valence,
            @RequestPart MultipartFile arousal)
            throws IOException {
        try (InputStream expressions = expression.getInputStream();
                InputStream valences = valence.getInputStream();
                InputStream arousals = arousal.getInputStream()) {
            return new Imported(imports.take(caller, set, expressions, valences, arousals));
        }
    }

    record Imported(int annotations) {}
}
