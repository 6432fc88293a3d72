package org.c25.sets;

import java.util.List;
import org.c25.accounts.Visible;
import org.c25.accounts.VisibleResolver;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the set that their path names: {@link Visible @Visible} {@code SetView set}. */
@Configuration(proxyBeanMethods = false)
class VisibleSets implements WebMvcConfigurer {

    private final Sets sets;

    VisibleSets(Sets sets) {
        this.sets = sets;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisibleResolver<>(SetView.class, sets::require));
    }
}
