package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.c25.common.Problem;
import org.c25.security.Secret;
import org.c25.web.BackTo;
import org.c25.web.Confirmation;
import org.c25.web.Table;
import org.c25.web.Table.Column;
import org.c25.web.TableQuery;
import org.c25.web.Undo;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages for signing in, for one's own account, and, for admins, for everybody's accounts. */
@Controller
class AccountController {

    private static final int SIGN_INS = 10;

    private static final String ALL = "/accounts";
    private static final String ALL_TOKENS = "/accounts/tokens";

    private static final Table<AccountView> ACCOUNTS = new Table<>(
            account -> account.name() + " " + account.role().name(),
            List.of("ACTIVE", "DISABLED"),
            account -> List.of(account.enabled() ? "ACTIVE" : "DISABLED"),
            List.of(
                    Column.least("name", "Name", account -> account.name().toLowerCase(Locale.ROOT)),
                    Column.least("role", "Role", AccountView::role),
                    Column.most("since", "Since", AccountView::createdAt)));

    private static final Table<ApiToken> TOKENS = new Table<>(
            token -> token.account() + " " + token.name(),
            List.of(
                    Column.least("account", "Account", token -> token.account().toLowerCase(Locale.ROOT)),
                    Column.least("for", "For", token -> token.name().toLowerCase(Locale.ROOT)),
                    Column.most("made", "Made", ApiToken::createdAt),
                    Column.most("used", "Last used", ApiToken::lastUsedAt)));

    private final Accounts accounts;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final SignInTrail trail;
    private final PresentSession session;

    AccountController(
            Accounts accounts, Passwords passwords, ApiTokens tokens, SignInTrail trail, PresentSession session) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.trail = trail;
        this.session = session;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/studies";
    }

    /** @param stale {@code given} if the reply before this one has set a cookie */
    @GetMapping("/sign-in")
    String signIn(@RequestParam(defaultValue = "") String stale, HttpServletRequest request, Model model) {
        model.addAttribute("blocked", stale.equals("given") && request.getCookies() == null);
        return "accounts/sign-in";
    }

    @GetMapping("/account")
    String own(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("account", accounts.own(caller));
        model.addAttribute("tokens", tokens.of(caller));
        model.addAttribute("endedTokens", tokens.endedLately(caller));
        model.addAttribute("signIns", trail.last(caller.getUsername(), SIGN_INS));
        return "accounts/account";
    }

    @PostMapping("/account/password")
    String choosePassword(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String present,
            @RequestParam String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        try {
            Origin origin = Origin.of(request, Origin.Way.ACCOUNT_PAGE);
            session.goOnAs(passwords.choose(caller, present, chosen, origin), request, response);
        } catch (Problem problem) {
            response.setStatus(problem.getStatusCode().value());
            problem.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
            problem.tellOn(model);
            return own(caller, model);
        }
        flash.addFlashAttribute("done", "Your new password is set. You are signed out in all other browsers.");
        return "redirect:/account";
    }

    @PostMapping("/account/tokens")
    String createToken(@AuthenticationPrincipal Caller caller, @RequestParam String name, Model model) {
        try {
            model.addAttribute("newToken", tokens.create(caller, name).text());
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("name", name);
        }
        return own(caller, model);
    }

    @GetMapping("/account/tokens/{id}/revocation")
    String askToRevokeToken(@AuthenticationPrincipal Caller caller, @PathVariable long id, Model model) {
        String name = tokens.of(caller).stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("token"))
                .name();
        return new Confirmation(
                        "Revoke the token “" + name + "”?",
                        List.of(
                                "Every script that uses it will be refused from now on.",
                                "This can't be undone; you can make another token."),
                        "/account/tokens/" + id + "/revocation",
                        "Revoke the token",
                        "/account")
                .ofNoReturn()
                .show(model);
    }

    @PostMapping("/account/tokens/{id}/revocation")
    String revokeToken(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        tokens.revoke(caller, id);
        flash.addFlashAttribute("done", "The token is revoked.");
        return "redirect:/account";
    }

    @GetMapping("/accounts")
    String all(@ModelAttribute("query") TableQuery query, Model model) {
        model.addAttribute("table", ACCOUNTS.view(ALL, accounts.all(), query));
        return "accounts/accounts";
    }

    @PostMapping("/accounts")
    String create(
            @AuthenticationPrincipal Caller admin, @RequestParam String name, @RequestParam Role role, Model model) {
        try {
            Secret password = passwords.createAccount(admin, name.strip(), role);
            showOnce(model, name.strip(), password);
        } catch (Problem problem) {
            problem.tellOn(model);
            model.addAttribute("name", name);
            model.addAttribute("role", role);
        }
        return all(TableQuery.ALL, model);
    }

    @GetMapping("/accounts/{id}/password-reset")
    String askToResetPassword(@PathVariable long id, @ModelAttribute("query") TableQuery query, Model model) {
        String name = accounts.of(id).name();
        return new Confirmation(
                        "Give " + name + " a new password?",
                        List.of(
                                "Their present password will stop working at once, and they will be signed out everywhere.",
                                "The new password will be shown once, for you to pass on.",
                                "Their studies stay. This can't be undone."),
                        "/accounts/" + id + "/password-reset",
                        "Make a new password",
                        query.in(ALL))
                .sending(query.fields())
                .ofNoReturn()
                .show(model);
    }

    @PostMapping("/accounts/{id}/password-reset")
    String resetPassword(
            @AuthenticationPrincipal Caller admin,
            @PathVariable long id,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        showOnce(model, accounts.of(id).name(), passwords.reset(admin, id));
        return all(query, model);
    }

    @GetMapping("/accounts/{id}/disabling")
    String askToDisable(@PathVariable long id, @ModelAttribute("query") TableQuery query, Model model) {
        String name = accounts.of(id).name();
        return new Confirmation(
                        "Disable the account " + name + "?",
                        List.of(
                                "They will be signed out everywhere at once.",
                                "Their API tokens will end for good; after you enable the account, they can make new ones.",
                                "Their studies will go on, and admins can see them.",
                                "You can enable the account again at any time."),
                        "/accounts/" + id + "/disabling",
                        "Disable the account",
                        query.in(ALL))
                .sending(query.fields())
                .show(model);
    }

    @BackTo("/accounts")
    @PostMapping("/accounts/{id}/disabling")
    String disable(
            @AuthenticationPrincipal Caller admin,
            @PathVariable long id,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        accounts.disable(admin, id);
        flash.addFlashAttribute("done", accounts.of(id).name() + " is disabled, and signed out everywhere.");
        Undo.by(query.in("/accounts/" + id + "/enabling")).offer(flash);
        return "redirect:" + query.in(ALL);
    }

    @PostMapping("/accounts/{id}/enabling")
    String enable(
            @AuthenticationPrincipal Caller admin,
            @PathVariable long id,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        accounts.enable(admin, id);
        flash.addFlashAttribute(
                "done", accounts.of(id).name() + " can sign in again. API tokens that ended stay ended.");
        Undo.by(query.in("/accounts/" + id + "/disabling")).offer(flash);
        return "redirect:" + query.in(ALL);
    }

    @GetMapping("/accounts/tokens")
    String everybodysTokens(
            @AuthenticationPrincipal Caller admin, @ModelAttribute("query") TableQuery query, Model model) {
        model.addAttribute("table", TOKENS.view(ALL_TOKENS, tokens.visibleTo(admin), query));
        return "accounts/tokens";
    }

    @PostMapping("/accounts/tokens/{id}/revocation")
    String revokeAnybodys(
            @AuthenticationPrincipal Caller admin,
            @PathVariable long id,
            @ModelAttribute("query") TableQuery query,
            RedirectAttributes flash) {
        tokens.revoke(admin, id);
        flash.addFlashAttribute("done", "The token is revoked, and its owner is told.");
        return "redirect:" + query.in(ALL_TOKENS);
    }

    private static void showOnce(Model model, String name, Secret password) {
        model.addAttribute("newName", name);
        model.addAttribute("newPassword", password.text());
    }
}
