package org.c25.bodies;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Registers the parts of this package: with Tomcat's connections, as the first filter, and in front of the handlers.
 */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration implements WebMvcConfigurer {

    private final UploadGate uploads;

    BodyConfiguration(UploadGate uploads) {
        this.uploads = uploads;
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> pacedConnections(BodySettings settings) {
        return factory -> {
            factory.setProtocol(TimedHeads.class.getName());
            factory.addConnectorCustomizers(connector -> {
                ((TimedHeads) connector.getProtocolHandler()).setTime(settings.headTime());
                connector.setAllowTrace(true); // Tomcat would refuse it without listening; BodyGate refuses it instead.
            });
            factory.addConnectorCustomizers(connector -> connector.addLifecycleListener(event -> {
                if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) { // Tomcat sets its own adapter until then.
                    ProtocolHandler protocol = ((Connector) event.getLifecycle()).getProtocolHandler();
                    protocol.setAdapter(new PacedAdapter(protocol.getAdapter(), settings));
                }
            }));
            // The page that tells of a refusal is sent while the rest of the request is still coming in.
            factory.addContextCustomizers(context -> context.setSuspendWrappedResponseAfterForward(false));
        };
    }

    @Bean
    static FilterRegistrationBean<BodyGate> bodyGate(
            BodyLimits limits, BodyAddresses addresses, BodySettings settings, UploadFolder folder) {
        FilterRegistrationBean<BodyGate> gate =
                new FilterRegistrationBean<>(new BodyGate(limits, addresses, settings, folder));
        gate.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return gate;
    }

    @Bean
    static MultipartConfigElement multipartConfig(MultipartProperties properties, UploadFolder folder) {
        properties.setLocation(folder.path().toString());
        return properties.createMultipartConfig();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(uploads).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
