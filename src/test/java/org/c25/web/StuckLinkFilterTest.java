package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StuckLinkFilterTest {

    private static final String SECRET = "Ab-_3456789012345678901234567890";

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    private void follow(String uri, String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", uri);
        request.setQueryString(query);
        new StuckLinkFilter().doFilter(request, response, chain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                ",",
                ")",
                "]",
                "}",
                ">",
                "!",
                "?",
                ";",
                ":",
                "'",
                "\"",
                "%22",
                "%3E",
                "%20",
                "/",
                ").",
                "_",
                "*",
                "%E2%80%9D",
                "%E3%80%82",
                "%C2%A0",
                "%E2%80%8B",
                ";%zz",
                ";jsessionid=1",
                "%"
            })
    void whatIsStuckToTheEndIsTakenOff(String stuck) throws Exception {
        for (String path : new String[] {"/join/", "/recruit/", "/c25/join/"}) {
            follow(path + SECRET + stuck, "language=ko");

            assertThat(response.getStatus()).isEqualTo(302);
            String there = response.getHeader("Location");
            assertThat(URI.create("http://localhost" + path + "x" + stuck.replaceAll("[^/]", ""))
                            .resolve(there))
                    .isEqualTo(URI.create("http://localhost" + path + SECRET + "?language=ko"));
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(chain.getRequest()).isNull();
            response.reset();
        }
    }

    /** Browsers count an empty part of a path as a part; Java's URI does not. */
    @Test
    void twoSlashesAreTakenOff() throws Exception {
        follow("/join/" + SECRET + "//", null);

        assertThat(response.getHeader("Location")).isEqualTo("../../" + SECRET);
    }

    @ParameterizedTest
    @CsvSource({"%22", "(", "%3C", "/"})
    void whatIsStuckToTheBeginningIsTakenOff(String stuck) throws Exception {
        follow("/join/" + stuck + SECRET, null);

        assertThat(response.getHeader("Location")).endsWith(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studies;%zz", "/studies/%", "/p/%2"})
    void aBrokenEscapeIsABadRequest(String uri) throws Exception {
        new BrokenEscapeFilter().doFilter(new MockHttpServletRequest("GET", uri), response, chain);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/join/" + SECRET, "/join/" + SECRET + "a.", "/join/short.", "/p/1/trials.", "/studies/1/"})
    void anythingElseGoesOn(String uri) throws Exception {
        follow(uri, null);

        assertThat(chain.getRequest()).isNotNull();
        assertThat(response.getStatus()).isEqualTo(200);
    }
}
