package org.c25.downloads;

import org.c25.accounts.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The page on which a person waits for a large file, and the file itself. */
@Controller
class DownloadController {

    private final Downloads downloads;

    DownloadController(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/downloads/{id}")
    String waiting(@AuthenticationPrincipal Caller caller, @PathVariable String id, Model model) {
        Download download = downloads.require(caller, id);
        model.addAttribute("id", id);
        model.addAttribute("order", download.order());
        model.addAttribute("state", state(download));
        return "downloads/waiting";
    }

    @GetMapping("/downloads/{id}/state")
    ResponseEntity<State> state(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state(downloads.require(caller, id)));
    }

    /** Returns whether a download is ready, and how far it is. If it failed, the address of its file says why. */
    private State state(Download download) {
        return new State(download.task().isDone(), download.words(downloads.before(download)));
    }

    record State(boolean ready, String words) {}

    @GetMapping("/downloads/{id}/file")
    View file(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return downloads.hand(downloads.require(caller, id));
    }
}
