package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** What controllers share stands in a class of its own, and no class needs more than a few others. */
class ControllersTest {

    private static final int MOST_PARTS = 9;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.c25");

    @Test
    void noControllerGetsOrCallsAnother() {
        assertThat(CLASSES.stream()
                        .filter(ControllersTest::isController)
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> isController(dependency.getTargetClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isController(JavaClass type) {
        return CLASSES.contain(type.getName())
                && (type.isAnnotatedWith(Controller.class) || type.isMetaAnnotatedWith(Controller.class));
    }

    @Test
    void noClassIsMadeOfMoreThanAFewParts() {
        assertThat(CLASSES.stream()
                        .filter(type -> !type.isRecord() && !type.isAnonymousClass())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(constructor ->
                                constructor.getRawParameterTypes().size() > MOST_PARTS)
                        .map(JavaConstructor::getFullName))
                .isEmpty();
    }
}
