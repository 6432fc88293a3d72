package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.c25.invitations.ExternalIdKey;
import org.c25.testing.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

/** A recruiter's ID on its way through the browser. */
class ExternalIdTest {

    private static final String REF = "0123456789abcdef";

    @TempDir
    Path folder;

    private ExternalIdCookie cookies;

    @BeforeEach
    void aKey() {
        cookies = new ExternalIdCookie(new ExternalIdKey(Databases.files(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60f1b2c3", "a;b,c=\"d\"", "x{code}y", "testa123", "null-7", "참여자-7", "😀"})
    void comesBackFromItsCookieAsItWas(String text) {
        for (boolean proven : List.of(true, false)) {
            ArrivingId id = new ArrivingId(new ExternalId(text), proven);
            ResponseCookie cookie = cookies.of(id, REF, overHttps());

            assertThat(cookie.isSecure()).isTrue();
            assertThat(cookie.getValue()).matches("[A-Za-z0-9._-]+");
            assertThat(cookies.in(bringing(cookie.getValue()), REF)).contains(id);
        }
    }

    @Test
    void aProofIsForThatIdAndInvitationAlone() {
        String mine = cookies.of(new ArrivingId(new ExternalId("mine"), true), REF, overHttps())
                .getValue();
        String another = cookies.of(new ArrivingId(new ExternalId("another"), false), REF, overHttps())
                .getValue();
        String forged = another + mine.substring(mine.indexOf('.'));

        assertThat(cookies.in(bringing(forged), REF)).contains(new ArrivingId(new ExternalId("another"), false));
        assertThat(cookies.in(bringing(mine), "fedcba9876543210"))
                .contains(new ArrivingId(new ExternalId("mine"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "YSBi", "====", "A"})
    void aCookieThatIsNotOursBringsNone(String value) {
        assertThat(cookies.in(bringing(value), REF)).isEmpty();
    }

    private static MockHttpServletRequest overHttps() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        return request;
    }

    private static MockHttpServletRequest bringing(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("c25-outside-id", value));
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {" 60f1b2c3", "60f1b2c3\n", "\u200B60f1b2c3\u00A0"})
    void isWithoutWhatIsInvisibleAroundIt(String text) {
        assertThat(new ExternalId(text).text()).isEqualTo("60f1b2c3");
    }

    @Test
    void isNotInItsOwnText() {
        assertThat(new ExternalId("60f1b2c3")).asString().doesNotContain("60f1b2c3");
    }
}
