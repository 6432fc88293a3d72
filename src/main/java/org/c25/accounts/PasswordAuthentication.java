package org.c25.accounts;

import org.c25.common.Problem;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Lets Spring Security check passwords with {@link SignIns}, for the sign-in form and for HTTP Basic alike. */
@Component
class PasswordAuthentication implements AuthenticationProvider {

    private final SignIns signIns;

    PasswordAuthentication(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * Checks a name and a password.
     *
     * @throws NotNow if the password is not looked at, since it comes too early or too many wait for theirs
     */
    @Override
    public Authentication authenticate(Authentication asked) {
        if (!(asked.getDetails() instanceof Origin origin)) {
            throw new IllegalStateException("each way to send a password says where it comes from");
        }
        Caller caller;
        try {
            caller = signIns.check(asked.getName(), String.valueOf(asked.getCredentials()), origin)
                    .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
        } catch (Problem later) {
            throw new NotNow(later);
        }
        UsernamePasswordAuthenticationToken known =
                UsernamePasswordAuthenticationToken.authenticated(caller, null, caller.getAuthorities());
        known.setDetails(origin);
        return known;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** A refusal without a look at the password. Its problem says when to try again. */
    static class NotNow extends AuthenticationException {

        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        NotNow(Problem problem) {
            super(problem.detail());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
