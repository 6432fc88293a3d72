package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ForwardedPrefixFilterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sets/1");

    private HttpServletRequest filtered(String prefix, boolean fromProxy) throws Exception {
        request.addHeader("X-Forwarded-Prefix", prefix);
        request.setAttribute("org.apache.tomcat.request.forwarded", fromProxy);
        MockFilterChain chain = new MockFilterChain();
        new ForwardedPrefixFilter().doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c25", "/c25/", " /c25"})
    void thePathOfAProxyStandsBeforeEveryAddress(String prefix) throws Exception {
        HttpServletRequest seen = filtered(prefix, true);

        assertThat(seen.getContextPath()).isEqualTo("/c25");
        assertThat(seen.getRequestURI()).isEqualTo("/c25/sets/1");
        assertThat(seen.getRequestURL()).hasToString("http://localhost/c25/sets/1");
        assertThat(OwnCookie.of("c", "v", "/p/x", seen).build().getPath()).isEqualTo("/c25/p/x");
    }

    @Test
    void itTakesThePlaceOfTheServersOwnPath() throws Exception {
        request.setContextPath("/inside");
        request.setRequestURI("/inside/sets/1");

        HttpServletRequest seen = filtered("/out/side", true);

        assertThat(seen.getContextPath()).isEqualTo("/out/side");
        assertThat(seen.getRequestURI()).isEqualTo("/out/side/sets/1");
    }

    @Test
    void aForwardIsToTheAddressThatItNames() throws Exception {
        HttpServletRequest seen = filtered("/c25", true);

        request.setRequestURI("/error");

        assertThat(seen.getRequestURI()).isEqualTo("/c25/error");
    }

    @Test
    void nobodyButAProxyIsBelieved() throws Exception {
        assertThat(filtered("/c25", false).getContextPath()).isEmpty();
    }

    /** What would lead to another server, or is no path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.org",
                "https://example.org",
                "c25",
                "/c25//x",
                "/c25?x",
                "/c\"25",
                "/a, /b",
                "/\\example.org",
                "/c25\r\nX: y"
            })
    void whatIsNoPathIsNotBelieved(String prefix) throws Exception {
        assertThat(filtered(prefix, true).getContextPath()).isEmpty();
    }
}
