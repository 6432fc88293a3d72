package org.c25.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;
import org.thymeleaf.web.IWebRequest;

/**
 * A page with the faults of the form that was sent: each stands beside its field ({@code aria-invalid},
 * {@code aria-describedby}), a folded section with a fault in it is open, and the list on top of the form names the fields in the
 * form's own words and leads to them.
 */
final class MarkedForm {

    /** The attribute of the elements that name a field in the list of faults. */
    private static final String NAMES = "data-field";

    private static final int FAULTS_BESIDE_A_FIELD = 3;

    private final Problem problem;
    private final IModelFactory make;
    private final IWebRequest request;
    private final Map<Integer, IProcessableElementTag> changed = new HashMap<>();
    private final Map<Integer, List<ITemplateEvent>> added = new HashMap<>();
    private final Map<String, FieldTags.Field> faulty = new LinkedHashMap<>();

    /** @param request the request with the form */
    MarkedForm(Problem problem, IModelFactory make, IWebRequest request) {
        this.problem = problem;
        this.make = make;
        this.request = request;
    }

    List<ITemplateEvent> of(List<ITemplateEvent> page) {
        Map<String, List<Fault>> faults = problem.faults().stream()
                .filter(fault -> fault.field() != null)
                .collect(Collectors.groupingBy(
                        fault -> String.valueOf(fault.field()), LinkedHashMap::new, Collectors.toList()));
        List<FieldTags.Field> fields = FieldTags.in(page, this::isSent);
        faults.forEach((name, here) -> {
            List<FieldTags.Field> named =
                    fields.stream().filter(field -> field.is(name)).toList();
            named.forEach(field -> mark(page, field, name));
            named.stream().findFirst().ifPresent(first -> added.put(first.faultAt(), beside(name, here)));
        });
        return changed(page);
    }

    /**
     * Whether a form of the page is the one that was sent. A page can have several forms, and the response to a form
     * comes from the address to which it was sent.
     */
    private boolean isSent(IOpenElementTag form) {
        String action = form.getAttributeValue("action");
        return action != null
                && HtmlUtils.htmlUnescape(action).replaceFirst("[?#].*", "").equals(request.getRequestPath())
                && isMultipart(form.getAttributeValue("enctype"))
                        == isMultipart(request.getHeaderValue("Content-Type"));
    }

    private static boolean isMultipart(@Nullable String type) {
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private void mark(List<ITemplateEvent> page, FieldTags.Field field, String name) {
        IProcessableElementTag tag = (IProcessableElementTag) page.get(field.at());
        String described = tag.getAttributeValue("aria-describedby");
        tag = make.setAttribute(tag, "aria-invalid", "true");
        tag = make.setAttribute(tag, "aria-describedby", (described == null ? "" : described + " ") + "fault-" + name);
        if (tag.getAttributeValue("id") == null && !faulty.containsKey(name)) {
            tag = make.setAttribute(tag, "id", "field-" + name);
        }
        changed.put(field.at(), tag);
        faulty.putIfAbsent(name, field);
        for (int details : field.folded()) {
            changed.put(details, make.setAttribute((IOpenElementTag) page.get(details), "open", "open"));
        }
    }

    private List<ITemplateEvent> beside(String name, List<Fault> faults) {
        String words = faults.stream()
                .limit(FAULTS_BESIDE_A_FIELD)
                .map(fault -> fault.in(null).toString())
                .collect(Collectors.joining("; "));
        int more = faults.size() - FAULTS_BESIDE_A_FIELD;
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "fault");
        attributes.put("id", "fault-" + name);
        return List.of(
                make.createOpenElementTag("small", attributes, AttributeValueQuotes.DOUBLE, false),
                make.createText(HtmlUtils.htmlEscape(more > 0 ? words + "; and " + more + " more" : words)),
                make.createCloseElementTag("small"));
    }

    private List<ITemplateEvent> changed(List<ITemplateEvent> page) {
        List<ITemplateEvent> marked = new ArrayList<>();
        FieldTags.@Nullable Field named = null;
        for (int at = 0; at < page.size(); at++) {
            marked.addAll(added.getOrDefault(at, List.of()));
            ITemplateEvent event = changed.containsKey(at) ? changed.get(at) : page.get(at);
            if (event instanceof IOpenElementTag tag && tag.hasAttribute(NAMES)) {
                String name = tag.getAttributeValue(NAMES);
                named = faulty.get(name);
                event = named == null ? tag : make.setAttribute(tag, "href", "#" + id(named, name));
            } else if (event instanceof IText && named != null) {
                event = named.words().isEmpty() ? event : make.createText(named.words());
                named = null;
            }
            marked.add(event);
        }
        return marked;
    }

    private String id(FieldTags.Field field, String name) {
        IProcessableElementTag tag = changed.get(field.at());
        String id = tag == null ? null : tag.getAttributeValue("id");
        return id == null ? "field-" + name : id;
    }
}
