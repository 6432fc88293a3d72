package org.c25.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.mail.MailServer;
import org.c25.recruiting.RecruitingLinks;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.waiting.WaitingPeople;
import org.c25.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the page of a set's links, with what was just done on it. */
@Component
class LinksPage {

    private static final int ON_A_PAGE = 100;

    private final Links links;
    private final MailServer mailServer;
    private final RecruitingLinks recruitingLinks;
    private final WaitingPeople waitingPeople;
    private final Studies studies;
    private final Languages languages;

    LinksPage(
            Links links,
            MailServer mailServer,
            RecruitingLinks recruitingLinks,
            WaitingPeople waitingPeople,
            Studies studies,
            Languages languages) {
        this.links = links;
        this.mailServer = mailServer;
        this.recruitingLinks = recruitingLinks;
        this.waitingPeople = waitingPeople;
        this.studies = studies;
        this.languages = languages;
    }

    /** Shows all links, from the first page on. */
    String show(Caller caller, SetView set, Model model) {
        return show(caller, set, null, 1, model);
    }

    /**
     * Shows one page of links.
     *
     * @param status the state of the links to show; null for all
     * @param page the page's number, from 1
     */
    String show(Caller caller, SetView set, @Nullable LinkStatus status, int page, Model model) {
        List<LinkView> all = links.of(caller, set.id());
        List<LinkView> wanted = all.stream()
                .filter(link -> status == null || link.status() == status)
                .toList();
        int pages = Math.max(1, (wanted.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("total", all.size());
        model.addAttribute("counts", counts(all));
        model.addAttribute("status", status);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "invitations", wanted.subList((shown - 1) * ON_A_PAGE, Math.min(shown * ON_A_PAGE, wanted.size())));
        model.addAttribute("mail", mailServer.isReady());
        model.addAttribute("lacks", mailServer.lacks());
        model.addAttribute("languages", languages.all());
        model.addAttribute("recruiting", recruitingLinks.of(caller, set.id()).orElse(null));
        model.addAttribute("waiting", waitingPeople.of(caller, set.id()));
        return "links/invitations";
    }

    /** Counts the links in each state; states without links are left out. */
    private static Map<LinkStatus, Integer> counts(List<LinkView> all) {
        Map<LinkStatus, Integer> counts = new LinkedHashMap<>();
        for (LinkStatus status : LinkStatus.values()) {
            int count =
                    (int) all.stream().filter(link -> link.status() == status).count();
            if (count > 0) {
                counts.put(status, count);
            }
        }
        return counts;
    }
}
