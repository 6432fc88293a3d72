package org.c25.notices;

import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.mail.MailServer;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the page of a study's notices, with what was just done on it. */
@Component
class NoticesPage {

    private final Notices notices;
    private final NoticeTargets targets;
    private final NoticeAddresses addresses;
    private final MailServer mailServer;

    NoticesPage(Notices notices, NoticeTargets targets, NoticeAddresses addresses, MailServer mailServer) {
        this.notices = notices;
        this.targets = targets;
        this.addresses = addresses;
        this.mailServer = mailServer;
    }

    String show(Caller caller, StudyView study, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("all", NoticeKind.choices());
        Optional<NoticeTarget> own = targets.ofAccount(study, caller);
        model.addAttribute("own", own.orElse(null));
        model.addAttribute(
                "chosen",
                own.map(target -> List.copyOf(target.choices().keySet())).orElse(List.of()));
        model.addAttribute("kept", addresses.of(caller.accountId()).orElse(null));
        model.addAttribute("lacks", mailServer.lacks());
        model.addAttribute(
                "webhooks",
                targets.of(study.id()).stream().filter(NoticeTarget::isWebhook).toList());
        model.addAttribute("notices", notices.of(study));
        if (!model.containsAttribute("wanted")) {
            model.addAttribute("wanted", List.of());
        }
        return "notices/notices";
    }
}
