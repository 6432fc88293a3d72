package org.c25.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff")
class BackupApi {

    private final DatabaseBackup backup;

    BackupApi(DatabaseBackup backup) {
        this.backup = backup;
    }

    @Operation(
            summary = "Writes a copy of the H2 database, as it is at this moment, into the data folder",
            description =
                    "For admins, and for bin/backup, which moves it away. Nothing is downloaded. 409 on PostgreSQL:"
                            + " pg_dump makes such a copy there.")
    @PostMapping("/api/v1/backups")
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@AuthenticationPrincipal Caller caller) {
        if (!caller.isAdmin()) {
            throw Problem.forbidden("Only admins can back the database up.");
        }
        return new Made(backup.make(caller));
    }

    /** @param file the name of the copy in the data folder */
    record Made(String file) {}
}
