package org.c25.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import org.c25.testing.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** The cookie of a staff session, as each node writes and reads it. */
class StaffCookieTest {

    private static final String ID = "0f0f0f0f-1234-4321-8888-0123456789ab";

    @TempDir
    Path shared;

    private Cookie cookie;

    @BeforeEach
    void oneNodeWritesIt() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new StaffCookie(Databases.files(shared))
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, ID));
        cookie = response.getCookie("c25-staff");
    }

    private static MockHttpServletRequest request(String path, Cookie cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setCookies(cookie);
        return request;
    }

    @Test
    void anotherNodeReadsItAndOneWithOtherFilesDoesNot(@TempDir Path others) {
        assertThat(new StaffCookie(Databases.files(shared)).readCookieValues(request("/studies", cookie)))
                .containsExactly(ID);
        assertThat(new StaffCookie(Databases.files(others)).readCookieValues(request("/studies", cookie)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/p/0123456789abcdef/trials/1",
                "/p/0123456789abcdef/api/trials/1/annotation",
                "/join/secret",
                "/recruit/secret",
                "/api/v1/participant/trials/1/annotation",
                "/actuator/health"
            })
    void participantsAndProgramsHaveNoSessionWhateverTheirBrowserSends(String path) {
        assertThat(new StaffCookie(Databases.files(shared)).readCookieValues(request(path, cookie)))
                .isEmpty();
    }

    @Test
    void aCookieThatWasChangedIsNone() {
        Cookie changed = new Cookie("c25-staff", "1" + cookie.getValue().substring(1));

        assertThat(new StaffCookie(Databases.files(shared)).readCookieValues(request("/studies", changed)))
                .isEmpty();
    }
}
