package org.c25.forms;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/** Takes down the answer to a form, for whoever sends the form twice. */
public class FormAnswerFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormAnswerFilter.class);
    private static final String ON = FormAnswerFilter.class.getName() + ".ON";
    private static final String SENDING = FormAnswerFilter.class.getName() + ".SENDING";
    private static final int FIRST_ERROR = 400;

    private final SentForms forms;

    public FormAnswerFilter(SentForms forms) {
        this.forms = forms;
    }

    static boolean isOn(HttpServletRequest request) {
        return request.getAttribute(ON) != null;
    }

    /** Notes that this request does the work of a form, so that its answer is taken down. */
    static void takeDown(String id, FormToken token, HttpServletRequest request) {
        request.setAttribute(SENDING, new Sending(id, token, false));
    }

    /** Notes that this request made nothing, so that the form can be sent again. */
    static void leaveOut(HttpServletRequest request) {
        if (request.getAttribute(SENDING) instanceof Sending sending) {
            request.setAttribute(SENDING, new Sending(sending.id(), sending.token(), true));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ON, true);
        HttpServletResponse taken = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (taken == null) {
            taken = new ContentCachingResponseWrapper(response);
        }
        boolean thrown = true;
        try {
            chain.doFilter(request, taken);
            thrown = false;
        } finally {
            if (thrown || !request.isAsyncStarted()) {
                finish(request, (ContentCachingResponseWrapper) taken, thrown);
            }
        }
    }

    private void finish(HttpServletRequest request, ContentCachingResponseWrapper response, boolean thrown)
            throws IOException {
        if (request.getAttribute(SENDING) instanceof Sending sending) {
            request.removeAttribute(SENDING);
            boolean nothingMade = thrown || sending.refused() || response.getStatus() >= FIRST_ERROR;
            try {
                if (nothingMade) {
                    forms.release(sending.id());
                } else {
                    forms.keep(sending.id(), sending.token(), FormAnswer.of(request, response));
                }
            } catch (RuntimeException e) {
                // The answer itself is worth more than that of a second click.
                LOG.warn("The answer to a form could not be kept for who sends it twice: {}", e.getMessage());
            }
        }
        if (!thrown) {
            response.copyBodyToResponse();
        }
    }

    private record Sending(String id, FormToken token, boolean refused) {}
}
