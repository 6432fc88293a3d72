package org.c25.studies;

import java.util.List;
import org.c25.accounts.Visible;
import org.c25.accounts.VisibleResolver;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the study that their path names: {@link Visible @Visible} {@code StudyView study}. */
@Configuration(proxyBeanMethods = false)
class VisibleStudies implements WebMvcConfigurer {

    private final Studies studies;

    VisibleStudies(Studies studies) {
        this.studies = studies;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisibleResolver<>(StudyView.class, studies::require));
    }
}
