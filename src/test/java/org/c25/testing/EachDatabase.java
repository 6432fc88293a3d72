package org.c25.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Runs a class of tests on one database after the other. Tests of one process run one after the other. */
class EachDatabase implements ClassTemplateInvocationContextProvider {

    private static Database turn = Database.H2;

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        String story = context.getDisplayName().replaceFirst("(Test|IT)$", "");
        return Stream.of(Database.values()).map(database -> new Run(story, database));
    }

    private record Run(String story, Database database)
            implements ClassTemplateInvocationContext, BeforeClassTemplateInvocationCallback, TestWatcher {

        @Override
        public String getDisplayName(int invocation) {
            return story + " [" + database.product + "]";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        /** Spring works out once a class which application context it wants. It does so again for each run, and asks {@link Choice}. */
        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) throws Exception {
            SpringExtension spring = new SpringExtension();
            spring.afterAll(context);
            turn = database;
            spring.beforeAll(context);
        }

        /** Maven's reports call the runs [1] and [2]. */
        @Override
        public void testFailed(ExtensionContext test, Throwable cause) {
            System.err.printf("%s: %s failed%n", getDisplayName(0), test.getDisplayName());
        }
    }

    /** The database that a class names, or the one whose turn it is. */
    static class Choice implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> test, List<ContextConfigurationAttributes> configuration) {
            WholeApplication application =
                    TestContextAnnotationUtils.findMergedAnnotation(test, WholeApplication.class);
            return application.value().length == 1 ? application.value()[0] : turn;
        }
    }
}
