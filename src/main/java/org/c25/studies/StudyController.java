package org.c25.studies;

import java.io.IOException;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.Problem;
import org.c25.forms.ReadOnlyForm;
import org.c25.protocol.ProtocolFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows the list of studies, the form for a new one, and the text to which participants consent. A study's own page
 * belongs to the package of its sets.
 */
@Controller
class StudyController {

    private final Studies studies;
    private final DraftProtocols drafts;

    StudyController(Studies studies, DraftProtocols drafts) {
        this.studies = studies;
        this.drafts = drafts;
    }

    /** Shows the studies of the archive; those at work stand on the first page of the staff. */
    @GetMapping(path = "/studies", params = "archived")
    String all(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean archived,
            Model model) {
        List<StudyView> all = studies.visibleTo(caller);
        model.addAttribute(
                "studies",
                all.stream().filter(study -> study.archived() == archived).toList());
        model.addAttribute("archived", archived);
        model.addAttribute("inArchive", all.stream().filter(StudyView::archived).count());
        return "studies/studies";
    }

    /**
     * Shows the form for a new study. {@code from} is the study whose protocol is filled in; left out for that of
     * {@code preset}.
     */
    @GetMapping("/studies/new")
    String blank(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable String preset,
            Model model) {
        Preset chosen = Preset.named(preset);
        StudyForm form = from == null ? chosen.form() : StudyForm.copyOf(drafts.base(caller, from, chosen));
        return form(form, from, chosen, model);
    }

    /** Makes a study. {@code then} says where to go from there: to its preview, or else to its page. */
    @LongBody
    @PostMapping(path = "/studies", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String create(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable String preset,
            @RequestParam(defaultValue = "") String then,
            StudyForm form,
            Model model) {
        Preset chosen = Preset.named(preset);
        try {
            StudyView study = studies.create(caller, form.protocol(drafts.base(caller, from, chosen)));
            return "redirect:/studies/" + study.id() + (then.equals("preview") ? "/preview" : "");
        } catch (Problem problem) {
            problem.named(StudyFormFields::inForm).tellOn(model);
            return form(form, from, chosen, model);
        }
    }

    private static String form(StudyForm form, @Nullable Long from, Preset preset, Model model) {
        StudyFormPage.show(form, form, model);
        model.addAttribute("frozen", false);
        model.addAttribute("from", from);
        model.addAttribute("preset", preset);
        model.addAttribute("presets", Preset.values());
        return "studies/new-study";
    }

    /** Makes a study from a protocol file, with the protocol as it stands there. */
    @PostMapping(path = "/studies", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String createFromFile(
            @AuthenticationPrincipal Caller caller,
            @RequestParam MultipartFile protocol,
            @RequestParam(defaultValue = "") String name,
            Model model)
            throws IOException {
        try {
            return "redirect:/studies/"
                    + studies.create(caller, ProtocolFile.read(protocol.getInputStream(), name))
                            .id();
        } catch (Problem problem) {
            problem.tellOn(model);
            return form(Preset.AFFECTNETC25.form(), null, Preset.AFFECTNETC25, model);
        }
    }

    @PostMapping("/studies/{study}/archiving")
    String archive(@AuthenticationPrincipal Caller caller, @Visible StudyView study, RedirectAttributes flash) {
        studies.archive(caller, study.id());
        flash.addFlashAttribute("done", "The study is archived: participants are told that it has ended.");
        return "redirect:/studies/" + study.id();
    }

    @PostMapping("/studies/{study}/unarchiving")
    String unarchive(@AuthenticationPrincipal Caller caller, @Visible StudyView study, RedirectAttributes flash) {
        studies.unarchive(caller, study.id());
        flash.addFlashAttribute("done", "The study is back from the archive, and its sets are as they were.");
        return "redirect:/studies/" + study.id();
    }

    @GetMapping("/studies/{study}/consent")
    String consentTexts(@Visible StudyView study, Model model) {
        return consentPage(study, study.protocol().consent(), model);
    }

    private String consentPage(StudyView study, String typed, Model model) {
        model.addAttribute("study", study);
        model.addAttribute("typed", typed);
        model.addAttribute("missing", MissingLanguages.ofConsent(typed, study.protocol()));
        model.addAttribute("texts", studies.consentTexts(study.id()));
        return "studies/consent";
    }

    /** Stores a new consent text. {@code preview} shows the text as participants will see it, and stores nothing. */
    @LongBody
    @ReadOnlyForm(ifSent = "preview")
    @PostMapping("/studies/{study}/consent")
    String askConsentTo(
            @AuthenticationPrincipal Caller caller,
            @Visible StudyView study,
            @RequestParam String text,
            @RequestParam(defaultValue = "false") boolean preview,
            Model model,
            RedirectAttributes flash) {
        if (preview) {
            model.addAttribute("preview", text);
            return consentPage(study, text, model);
        }
        try {
            int version = studies.askConsentTo(caller, study.id(), text);
            flash.addFlashAttribute("done", "From now on, participants are asked to agree to version " + version + ".");
        } catch (Problem problem) {
            problem.named(field -> field.equals("consent") ? "text" : field).tellOn(model);
            return consentPage(study, text, model);
        }
        return "redirect:/studies/" + study.id() + "/consent";
    }
}
