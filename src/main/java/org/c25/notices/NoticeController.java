package org.c25.notices;

import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.studies.StudyView;
import org.c25.web.BackTo;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a study's notices: what the caller wants to be told by e-mail, and what was sent to whom. */
@Controller
class NoticeController {

    private static final String PAGE = "/studies/{study}/notices";

    private final Notices notices;
    private final NoticeTargets targets;
    private final NoticesPage page;

    NoticeController(Notices notices, NoticeTargets targets, NoticesPage page) {
        this.notices = notices;
        this.targets = targets;
        this.page = page;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal Caller caller, @Visible StudyView study, Model model) {
        return page.show(caller, study, model);
    }

    @BackTo(PAGE)
    @PostMapping(PAGE)
    String choose(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam(required = false) @Nullable List<String> kinds,
            RedirectAttributes flash) {
        List<NoticeKind> wanted = NoticeKind.named(kinds);
        targets.choose(caller, study, wanted);
        flash.addFlashAttribute(
                "done",
                wanted.isEmpty()
                        ? "You will get no e-mails about this study."
                        : "You will be told of what happens from now on.");
        return back(study);
    }

    @BackTo(PAGE)
    @PostMapping(PAGE + "/receivers/{receiver}/test")
    String test(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @PathVariable long receiver,
            RedirectAttributes flash) {
        notices.test(caller, study, receiver);
        flash.addFlashAttribute("done", "A test notice is on its way. The list below will say whether it was taken.");
        return back(study);
    }

    @BackTo(PAGE)
    @PostMapping(PAGE + "/{notice}/again")
    String again(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @PathVariable long notice,
            RedirectAttributes flash) {
        notices.again(caller, study, notice);
        flash.addFlashAttribute("done", "The notice is on its way again.");
        return back(study);
    }

    private static String back(StudyView study) {
        return "redirect:/studies/" + study.id() + "/notices";
    }
}
