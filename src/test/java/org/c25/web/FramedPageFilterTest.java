package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FramedPageFilterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/c25/join/secret");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    private void ask(String destination) throws Exception {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        request.setContextPath("/c25");
        if (destination != null) {
            request.addHeader("Sec-Fetch-Dest", destination);
        }
        Languages languages = new Languages();
        new FramedPageFilter(new BarePage(messages, languages), languages).doFilter(request, response, chain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "frame", "object", "embed"})
    void inAFrameNothingIsDoneAndTheOnlyThingToClickIsTheWayOut(String destination) throws Exception {
        request.setQueryString("a=\"><script>&b=1");
        ask(destination);

        assertThat(chain.getRequest()).as("asked further").isNull();
        assertThat(response.getContentAsString())
                .contains("<h1>Open this in a window of its own</h1>", "href=\"/c25/css/c25.css\"")
                .contains("href=\"/c25/join/secret?a=&quot;&gt;&lt;script&gt;&amp;b=1\"", "target=\"_blank\"")
                .doesNotContain("<form", "<script");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'none'", "frame-ancestors *");
        assertThat(response.getHeader("X-Frame-Options")).isNull();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getCookies()).isEmpty();
    }

    @Test
    void itIsInTheReadersLanguage() throws Exception {
        request.addPreferredLocale(Locale.KOREAN);
        request.addHeader("Accept-Language", "ko");
        ask("iframe");

        assertThat(response.getContentAsString()).contains("lang=\"ko\"", "별도의 창에서 열어 주세요");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "empty", "image"})
    void everythingElseIsAnsweredAsEver(String destination) throws Exception {
        ask(destination);

        assertThat(chain.getRequest()).isSameAs(request);
    }

    @Test
    void aBrowserThatDoesNotTellIsAnsweredAsEver() throws Exception {
        ask(null);

        assertThat(chain.getRequest()).isSameAs(request);
    }
}
