package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

/** A recruiter's ID on its way through the browser. */
class OutsideIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"60f1b2c3", "a;b,c=\"d\"", "x{code}y", "testa123", "null-7", "참여자-7", "😀"})
    void comesBackFromItsCookieAsItWas(String text) {
        ResponseCookie cookie = OutsideIdCookie.of(new OutsideId(text), "0123456789abcdef", true);

        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]+");
        assertThat(OutsideIdCookie.idIn(bringing(cookie.getValue()))).contains(new OutsideId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "YSBi", "====", "A"})
    void aCookieThatIsNotOursBringsNone(String value) {
        assertThat(OutsideIdCookie.idIn(bringing(value))).isEmpty();
    }

    private static MockHttpServletRequest bringing(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("c25-outside-id", value));
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {" 60f1b2c3", "60f1b2c3\n", "\u200B60f1b2c3\u00A0"})
    void isWithoutWhatIsInvisibleAroundIt(String text) {
        assertThat(new OutsideId(text).text()).isEqualTo("60f1b2c3");
    }

    @Test
    void isNotInItsOwnText() {
        assertThat(new OutsideId("60f1b2c3")).asString().doesNotContain("60f1b2c3");
    }
}
