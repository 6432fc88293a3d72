package org.c25.operations;

import io.micrometer.common.KeyValues;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Keeps addresses out of traces: those of links hold secrets. A trace has the pattern of the address, such as {@code /join/{secret}}. */
@Component
@ConditionalOnBooleanProperty(Switches.TRACING_ON)
class WithoutAddresses extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }
}
