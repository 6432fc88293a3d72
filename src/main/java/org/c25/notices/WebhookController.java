package org.c25.notices;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.common.Problem;
import org.c25.studies.StudyView;
import org.c25.web.Confirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and removes the webhooks of a study. */
@Controller
class WebhookController {

    private final Webhooks webhooks;
    private final NoticeTargets targets;
    private final Notices notices;
    private final NoticesPage page;

    WebhookController(Webhooks webhooks, NoticeTargets targets, Notices notices, NoticesPage page) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.notices = notices;
        this.page = page;
    }

    /** Adds a webhook. This response shows its secret, and no other page does. */
    @PostMapping("/studies/{study}/webhooks")
    String add(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam String address,
            @RequestParam(required = false) @Nullable List<String> kinds,
            Model model) {
        List<NoticeKind> wanted = NoticeKind.named(kinds);
        try {
            model.addAttribute(
                    "secret", webhooks.add(caller, study, address, wanted).text());
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("address", address);
            model.addAttribute("wanted", wanted);
        }
        return page.show(caller, study, model);
    }

    @GetMapping("/studies/{study}/webhooks/{webhook}/removal")
    String askToRemove(
            @AuthenticationPrincipal Caller caller, @Visible StudyView study, @PathVariable long webhook, Model model) {
        return new Confirmation(
                        "Remove the webhook " + require(caller, study, webhook).host() + "?",
                        List.of(
                                "It will be told of nothing more, and notices that wait for it will not be sent.",
                                "Its secret will be erased, and its notices will go from the list.",
                                "This can't be undone; you can add it again, with another secret."),
                        "/studies/" + study.id() + "/webhooks/" + webhook + "/removal",
                        "Remove the webhook",
                        "/studies/" + study.id() + "/notices")
                .show(model);
    }

    @PostMapping("/studies/{study}/webhooks/{webhook}/removal")
    String remove(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @PathVariable long webhook,
            RedirectAttributes flash) {
        targets.remove(caller, study, require(caller, study, webhook));
        flash.addFlashAttribute("done", "The webhook is removed.");
        return "redirect:/studies/" + study.id() + "/notices";
    }

    private NoticeTarget require(Caller caller, StudyView study, long id) {
        NoticeTarget target = notices.target(caller, study, id);
        if (!target.isWebhook()) {
            throw Problem.notFound("webhook");
        }
        return target;
    }
}
