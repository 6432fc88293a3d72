package org.c25.jobs;

import org.c25.accounts.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells a page that waits for a long request what the server is doing; 204 if no node knows. */
@Controller
class UploadProgressController {

    private final UploadProgressBoard progressBoard;

    UploadProgressController(UploadProgressBoard progressBoard) {
        this.progressBoard = progressBoard;
    }

    @GetMapping("/work/{name}")
    ResponseEntity<Doing> of(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
        return progressBoard
                .of(caller, name)
                .map(words ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Doing(words)))
                .orElseGet(() -> ResponseEntity.noContent()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    record Doing(String words) {}
}
