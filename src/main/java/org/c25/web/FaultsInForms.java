package org.c25.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes Thymeleaf pass every page through a {@link FaultMarker}, so that no form can forget to show its faults. */
@Component
class FaultsInForms extends AbstractDialect implements IPostProcessorDialect {

    private static final int PRECEDENCE = 1000;

    FaultsInForms() {
        super("Faults in forms");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, FaultMarker.class, PRECEDENCE));
    }
}
