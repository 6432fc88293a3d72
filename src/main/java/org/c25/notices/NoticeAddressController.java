package org.c25.notices;

import java.util.List;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.mail.MailServer;
import org.c25.studies.Studies;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the addresses to which notices go: one's own and, for admins, everybody's. */
@Controller
class NoticeAddressController {

    private static final String OWN = "/account/notices";

    private final NoticeAddresses addresses;
    private final NoticeAddressMail mail;
    private final NoticeTargets targets;
    private final Studies studies;
    private final Accounts accounts;
    private final MailServer mailServer;

    NoticeAddressController(
            NoticeAddresses addresses,
            NoticeAddressMail mail,
            NoticeTargets targets,
            Studies studies,
            Accounts accounts,
            MailServer mailServer) {
        this.addresses = addresses;
        this.mail = mail;
        this.targets = targets;
        this.studies = studies;
        this.accounts = accounts;
        this.mailServer = mailServer;
    }

    @GetMapping(OWN)
    String own(@AuthenticationPrincipal Caller caller, Model model) {
        List<Long> chosen = targets.ofAccount(caller).stream()
                .filter(target -> !target.choices().isEmpty())
                .map(NoticeTarget::studyId)
                .toList();
        model.addAttribute("kept", addresses.of(caller.accountId()).orElse(null));
        model.addAttribute("lacks", mailServer.lacks());
        model.addAttribute(
                "studies",
                studies.visibleTo(caller).stream()
                        .filter(study -> !study.archived())
                        .toList());
        model.addAttribute("chosen", chosen);
        return "notices/address";
    }

    @PostMapping(OWN)
    String propose(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String address,
            Model model,
            RedirectAttributes flash) {
        try {
            mail.ask(caller, address);
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("typed", address);
            return own(caller, model);
        }
        flash.addFlashAttribute("done", "An e-mail is on its way to you. Open the link in it within a day.");
        return "redirect:" + OWN;
    }

    @BackTo(OWN)
    @PostMapping(OWN + "/removal")
    String remove(@AuthenticationPrincipal Caller caller, RedirectAttributes flash) {
        addresses.remove(caller);
        flash.addFlashAttribute("done", "Your address is removed: no notice goes to you.");
        return "redirect:" + OWN;
    }

    /** Asks before it counts: programs that look at links in e-mails must prove nothing. */
    @GetMapping(OWN + "/proof/{secret}")
    String askToProve(@AuthenticationPrincipal Caller caller, @PathVariable String secret, Model model) {
        String address = addresses
                .of(caller.accountId())
                .orElseThrow(() -> Problem.notFound("address"))
                .address();
        return new Confirmation(
                        "Is " + address + " your address?",
                        List.of(
                                "Notices that you have chosen will go there.",
                                "You can change or remove it at any time."),
                        OWN + "/proof/" + secret,
                        "Yes, it is mine",
                        OWN)
                .show(model);
    }

    @BackTo(OWN)
    @PostMapping(OWN + "/proof/{secret}")
    String prove(@AuthenticationPrincipal Caller caller, @PathVariable String secret, RedirectAttributes flash) {
        addresses.prove(caller, secret);
        flash.addFlashAttribute("done", "The address is yours: notices will go there.");
        return "redirect:" + OWN;
    }

    @GetMapping("/accounts/{id}/notice-address")
    String ofAccount(@PathVariable long id, Model model) {
        model.addAttribute("account", accounts.of(id));
        model.addAttribute("kept", addresses.of(id).orElse(null));
        return "notices/account-address";
    }

    @PostMapping("/accounts/{id}/notice-address")
    String give(
            @AuthenticationPrincipal Caller admin,
            @PathVariable long id,
            @RequestParam String address,
            Model model,
            RedirectAttributes flash) {
        try {
            addresses.give(admin, id, address);
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("typed", address);
            return ofAccount(id, model);
        }
        flash.addFlashAttribute(
                "done", address.isBlank() ? "The address is removed." : "Notices of this account will go there.");
        return "redirect:/accounts/" + id + "/notice-address";
    }
}
