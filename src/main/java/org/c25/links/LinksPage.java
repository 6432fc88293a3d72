package org.c25.links;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.c25.accounts.Caller;
import org.c25.mail.MailServer;
import org.c25.recruiting.RecruitingLinks;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.waiting.WaitingPeople;
import org.c25.web.Languages;
import org.c25.web.Table;
import org.c25.web.Table.Column;
import org.c25.web.TableQuery;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the page of a set's links, with what was just done on it. */
@Component
class LinksPage {

    private static final int ON_A_PAGE = 100;

    /** How the links are searched, filtered and sorted. */
    static final Table<LinkView> TABLE = new Table<>(
            link -> link.name() + " " + link.status().words()
                    + (link.slot() == null ? "" : " participant" + link.slot()),
            Arrays.stream(LinkStatus.values()).map(LinkStatus::name).toList(),
            link -> List.of(link.status().name()),
            List.of(
                    Column.most("link", "Link", LinkView::id),
                    Column.least("for", "For", link -> Objects.requireNonNullElse(link.email(), "")),
                    Column.least("state", "State", LinkView::status),
                    Column.most(
                            "email",
                            "Last e-mail",
                            link -> link.letter() == null ? null : link.letter().at()),
                    Column.most("made", "Made", LinkView::createdAt)));

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
        return show(caller, set, TableQuery.ALL, model);
    }

    String show(Caller caller, SetView set, TableQuery query, Model model) {
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("table", TABLE.view(path(set), links.of(caller, set.id()), query, ON_A_PAGE));
        model.addAttribute("mail", mailServer.isReady());
        model.addAttribute("lacks", mailServer.lacks());
        model.addAttribute("languages", languages.all());
        model.addAttribute("recruiting", recruitingLinks.of(caller, set.id()).orElse(null));
        model.addAttribute("waiting", waitingPeople.of(caller, set.id()));
        return "links/invitations";
    }

    /** Returns the path of the page of a set's links. */
    static String path(SetView set) {
        return "/sets/" + set.id() + "/invitations";
    }
}
