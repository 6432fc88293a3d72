package org.c25.accounts;

import java.util.EnumSet;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.c25.common.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Lets staff go on reading while the database takes no changes: that a session was used is merely noted, and is left out
 * then. Whoever signs in meanwhile is told by what has to be recorded of it.
 */
@Component
class SessionsWhileReadOnly implements BeanPostProcessor, MethodInterceptor {

    private static final Set<Outage> NO_CHANGES = EnumSet.of(Outage.DATABASE_READ_ONLY, Outage.DISK_FULL);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JdbcIndexedSessionRepository)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(this);
        return proxy.getProxy();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        } catch (RuntimeException refused) {
            if (call.getMethod().getName().equals("save")
                    && Outage.of(refused).filter(NO_CHANGES::contains).isPresent()) {
                return null;
            }
            throw refused;
        }
    }
}
