package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class QuickHandlerMappingTest {

    private static final List<String> ADDRESSES = List.of(
            "/p/{ref}",
            "/p/{ref}/trials/{position}",
            "/only/{page}",
            "/guide/**",
            "/files/{*rest}",
            "/sets/{id}/s?t",
            "/sets/{id}.csv",
            "/plain");

    private final RequestMappingHandlerMapping quick = new QuickHandlerMapping();
    private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();

    @BeforeEach
    void bothHaveTheSameHandlers() throws NoSuchMethodException {
        for (RequestMappingHandlerMapping mapping : List.of(quick, springs)) {
            mapping.setApplicationContext(new StaticWebApplicationContext());
            mapping.afterPropertiesSet();
            for (String address : ADDRESSES) {
                Handler handler = new Handler(address);
                mapping.registerMapping(
                        RequestMappingInfo.paths(address)
                                .methods(RequestMethod.GET)
                                .options(mapping.getBuilderConfiguration())
                                .build(),
                        handler,
                        Handler.class.getMethod("handle"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/p/x, /p/{ref}",
        "/%70/x, /p/{ref}",
        "/p;a=b/x, /p/{ref}",
        "/p/x/trials/3, /p/{ref}/trials/{position}",
        "/p/x/tri%61ls/3, /p/{ref}/trials/{position}",
        "/only/one, /only/{page}",
        "/guide, /guide/**",
        "/guide/a/b, /guide/**",
        "/files, /files/{*rest}",
        "/files/a/b, /files/{*rest}",
        "/sets/4/set, /sets/{id}/s?t",
        "/sets/4.csv, /sets/{id}.csv",
        "/plain, /plain",
        "/nothing/here,",
        "/P/x,"
    })
    void itFindsWhatSpringFinds(String path, String address) throws Exception {
        assertThat(found(springs, path)).isEqualTo(address);
        assertThat(found(quick, path)).isEqualTo(address);
    }

    /** That another method would be right is found out where there is no handler. */
    @Test
    void anotherMethodIsRefusedAsSpringDoes() {
        MockHttpServletRequest request = request("DELETE", "/p/x/trials/3");

        assertThatThrownBy(() -> quick.getHandler(request)).isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }

    private static String found(RequestMappingHandlerMapping mapping, String path) throws Exception {
        HandlerExecutionChain chain = mapping.getHandler(request("GET", path));
        return chain == null ? null : ((Handler) ((HandlerMethod) chain.getHandler()).getBean()).address();
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    public record Handler(String address) {

        public void handle() {}
    }
}
