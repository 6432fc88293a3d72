package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:81",
        "::1, http://localhost:81",
        "192.0.2.7, http://192.0.2.7:81",
        "2001:db8::7, http://[2001:db8:0:0:0:0:0:7]:81"
    })
    void aServerBoundToOneAddressIsReachedThereAlone(String bound, String called) throws UnknownHostException {
        ServerProperties settings = new ServerProperties();
        settings.setAddress(InetAddress.getByName(bound));
        OwnAddress own = new OwnAddress(settings, "");

        assertThat(own.inTheNetwork(81)).isEqualTo(called);
        assertThat(own.onThisMachine(81)).isEqualTo(called);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8090, http://localhost:8090",
        "0.0.0.0:8090, http://localhost:8090",
        "8090, http://localhost:8090",
        "192.0.2.7:80, http://192.0.2.7:80",
        "[2001:db8::7]:80, http://[2001:db8::7]:80"
    })
    void aContainerIsReachedWhereTheMachineListensForIt(String published, String called) {
        OwnAddress own = new OwnAddress(new ServerProperties(), published);

        assertThat(own.inTheNetwork(8080)).isEqualTo(called);
        assertThat(own.onThisMachine(8080)).isEqualTo(called);
    }

    @Test
    void otherwiseOthersCallItByTheMachinesAddressAndTheMachineItselfByLocalhost() {
        ServerProperties settings = new ServerProperties();
        settings.getServlet().setContextPath("/faces");
        settings.setSsl(new Ssl());
        OwnAddress own = new OwnAddress(settings, "");

        assertThat(own.inTheNetwork(81)).matches("https://(localhost|[0-9.]+|\\[[0-9a-f:]+]):81/faces");
        assertThat(own.inTheNetwork(81)).doesNotContain("0.0.0.0", "127.0.");
        assertThat(own.onThisMachine(81)).isEqualTo("https://localhost:81/faces");
    }
}
