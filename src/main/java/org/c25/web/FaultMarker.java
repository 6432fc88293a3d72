package org.c25.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICDATASection;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.model.IText;

/**
 * Shows each fault of a form that was refused beside its field. It holds a page with a {@link Problem} back until it is
 * complete, and sends it with its faults marked ({@link MarkedForm}); any other page passes through. Thymeleaf makes
 * one marker for each page.
 */
public final class FaultMarker extends AbstractTemplateHandler {

    private final List<ITemplateEvent> page = new ArrayList<>();
    private @Nullable Problem problem;

    @Override
    public void handleTemplateStart(ITemplateStart start) {
        problem = getContext() instanceof IWebContext
                        && getContext().getVariable(Problem.ON_PAGE) instanceof Problem found
                ? found
                : null;
        super.handleTemplateStart(start);
    }

    @Override
    public void handleTemplateEnd(ITemplateEnd end) {
        if (problem != null && getContext() instanceof IWebContext web) {
            IModelFactory make = getContext().getModelFactory();
            MarkedForm form = new MarkedForm(problem, make, web.getExchange().getRequest());
            super.handleText(make.createText(written(form.of(page))));
        }
        super.handleTemplateEnd(end);
    }

    private static String written(List<ITemplateEvent> events) {
        StringWriter html = new StringWriter();
        try {
            for (ITemplateEvent event : events) {
                event.write(html);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    private boolean isKept(ITemplateEvent event) {
        return problem != null && page.add(event);
    }

    @Override
    public void handleText(IText text) {
        if (!isKept(text)) {
            super.handleText(text);
        }
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        if (!isKept(tag)) {
            super.handleOpenElement(tag);
        }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        if (!isKept(tag)) {
            super.handleCloseElement(tag);
        }
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        if (!isKept(tag)) {
            super.handleStandaloneElement(tag);
        }
    }

    @Override
    public void handleComment(IComment comment) {
        if (!isKept(comment)) {
            super.handleComment(comment);
        }
    }

    @Override
    public void handleCDATASection(ICDATASection section) {
        if (!isKept(section)) {
            super.handleCDATASection(section);
        }
    }
}
