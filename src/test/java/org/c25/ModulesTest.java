package org.c25;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages and the arrows between them, as each package-info states them. */
class ModulesTest {

    @Test
    void arrowsRunOnlyWherePackagesAllowThem() {
        ApplicationModules.of(C25Application.class).verify();
    }
}
