package org.c25.monitoring;

import org.c25.accounts.Caller;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what was done to studies and sets, and to admins everything else, too. */
@Controller
class AuditController {

    private final AuditTrail trail;
    private final Studies studies;

    AuditController(AuditTrail trail, Studies studies) {
        this.trail = trail;
        this.studies = studies;
    }

    /**
     * Shows the audit events. {@code study} limits them to one study, {@code q} to those with these words in them, and
     * {@code before} to those earlier than this event.
     */
    @GetMapping("/audit")
    String audit(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Long study,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        model.addAttribute("page", trail.page(caller, study, q.strip(), before));
        model.addAttribute("studies", studies.visibleTo(caller));
        model.addAttribute("chosen", study);
        model.addAttribute("q", q.isBlank() ? null : q.strip());
        model.addAttribute("before", before);
        model.addAttribute("all", caller.isAdmin());
        return "monitoring/audit";
    }
}
