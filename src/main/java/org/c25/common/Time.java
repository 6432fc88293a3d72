package org.c25.common;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the clock that all times come from. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    ServerClock clock() {
        return new ServerClock();
    }
}
