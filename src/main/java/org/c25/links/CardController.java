package org.c25.links;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.forms.ReadOnlyForm;
import org.c25.sets.SetView;
import org.c25.studies.Studies;
import org.c25.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Writes new links to take along: as a file, and as cards to print. Their page sends them here, and they are kept
 * nowhere.
 */
@Controller
class CardController {

    private static final int ON_A_SHEET = 8;

    private final PostedLinks posted;
    private final Studies studies;
    private final Languages languages;
    private final MessageSource messages;

    CardController(PostedLinks posted, Studies studies, Languages languages, MessageSource messages) {
        this.posted = posted;
        this.studies = studies;
        this.languages = languages;
        this.messages = messages;
    }

    @LongBody
    @ReadOnlyForm
    @PostMapping("/sets/{set}/invitations/links.csv")
    ResponseEntity<byte[]> csv(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestParam String links) {
        StringBuilder csv = new StringBuilder(ShownLink.CSV_HEADER);
        posted.read(caller, set.id(), links).forEach(link -> csv.append(link.csv()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("links_set" + set.number() + ".csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    @LongBody
    @ReadOnlyForm
    @PostMapping("/sets/{set}/invitations/cards")
    String cards(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam String links,
            @RequestParam(defaultValue = "en") String language,
            Model model) {
        List<ShownLink> shown = posted.read(caller, set.id(), links);
        Locale locale = Locale.forLanguageTag(language);
        model.addAttribute("set", set);
        model.addAttribute("study", studies.require(caller, set.studyId()));
        model.addAttribute("sheets", sheets(shown));
        model.addAttribute("locale", locale);
        model.addAttribute("direction", languages.direction(locale));
        model.addAttribute("invited", messages.getMessage("card.invited", null, locale));
        model.addAttribute("scan", messages.getMessage("card.scan", null, locale));
        model.addAttribute("yours", messages.getMessage("letter.yours", null, locale));
        return "links/cards";
    }

    private static List<List<ShownLink>> sheets(List<ShownLink> links) {
        List<List<ShownLink>> sheets = new ArrayList<>();
        for (int from = 0; from < links.size(); from += ON_A_SHEET) {
            sheets.add(links.subList(from, Math.min(from + ON_A_SHEET, links.size())));
        }
        return sheets;
    }
}
