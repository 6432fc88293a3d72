package org.c25.web;

import org.c25.common.PlainStrings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.databind.JacksonModule;

/** Refuses every text that holds U+0000, in a form or in JSON: PostgreSQL can't store it, and nobody types it. */
@Configuration(proxyBeanMethods = false)
class PlainText {

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(PlainStrings::isPlain);
        return firewall;
    }

    @Bean
    JacksonModule plainStrings() {
        return PlainStrings.module();
    }
}
