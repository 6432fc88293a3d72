package org.c25.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.enrolment.RecruitingLinks;
import org.c25.enrolment.WaitingList;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a set's invitations: its links and how they stand, its recruiting link, and who waits for a place. */
@Component
class InvitationPage {

    private static final int ON_A_PAGE = 100;

    private final Links links;
    private final Mail mail;
    private final RecruitingLinks recruitingLinks;
    private final WaitingList waitingList;
    private final Sets sets;
    private final Studies studies;
    private final Languages languages;

    InvitationPage(
            Links links,
            Mail mail,
            RecruitingLinks recruitingLinks,
            WaitingList waitingList,
            Sets sets,
            Studies studies,
            Languages languages) {
        this.links = links;
        this.mail = mail;
        this.recruitingLinks = recruitingLinks;
        this.waitingList = waitingList;
        this.sets = sets;
        this.studies = studies;
        this.languages = languages;
    }

    /**
     * @param status only the links that stand so; null for all
     * @param page from 1
     * @return the view that shows it
     */
    String show(Caller caller, long id, @Nullable LinkStatus status, int page, Model model) {
        SetView set = sets.require(caller, id);
        List<LinkView> all = links.of(caller, id);
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
        model.addAttribute("mail", mail.isReady());
        model.addAttribute("lacks", mail.lacks());
        model.addAttribute("languages", languages.all());
        model.addAttribute("recruiting", recruitingLinks.of(caller, id).orElse(null));
        model.addAttribute("waiting", waitingList.of(caller, id));
        return "letters/invitations";
    }

    /** How many links stand how, without those of which there are none. */
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
