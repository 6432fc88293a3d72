package org.c25.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** A page of a form that was refused, as it goes out. */
class FaultMarkerTest {

    private static final String LIST =
            "<ul><li th:each=\"f : ${problem.faults()}\"><a th:data-field=\"${f.field()}\" th:text=\"${f.field()}\">x</a></li></ul>";

    private final MockServletContext servlet = new MockServletContext();

    private String page(String template, Fault... faults) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new FaultsInForms());
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, "POST", "/studies");
        return engine.process(
                template,
                new WebContext(
                        JakartaServletWebApplication.buildApplication(servlet)
                                .buildExchange(request, new MockHttpServletResponse()),
                        Locale.ENGLISH,
                        faults.length == 0 ? Map.of() : Map.of("problem", Problem.invalid(List.of(faults)))));
    }

    private static String form(String inside) {
        return "<form action=\"/studies\" method=\"post\">" + inside + "</form>";
    }

    @Test
    void aFaultStandsBesideItsFieldAndIsNamedInTheFormsWords() {
        String html = page(
                LIST
                        + form(
                                "<label>People  a\n set <small>1 to 1000</small> <input name=\"capacity\" value=\"0\"></label>"
                                        + "<label>Name <input name=\"name\"></label>"),
                Fault.inField("capacity", "is 1 to <1000>"));

        assertThat(html)
                .contains("<a data-field=\"capacity\" href=\"#field-capacity\">People a set</a>")
                .contains("<small class=\"fault\" id=\"fault-capacity\">is 1 to &lt;1000&gt;</small>"
                        + "<input name=\"capacity\" value=\"0\" aria-invalid=\"true\""
                        + " aria-describedby=\"fault-capacity\" id=\"field-capacity\">")
                .contains("<label>Name <input name=\"name\"></label>");
    }

    @Test
    void whatDescribedAFieldBeforeDescribesItStill() {
        String html = page(
                form("<label>Note <textarea name=\"note\" id=\"why\" aria-describedby=\"hint\">x</textarea></label>"),
                Fault.inField("note", "says why"));

        assertThat(html)
                .contains("<small class=\"fault\" id=\"fault-note\">says why</small><textarea name=\"note\" id=\"why\""
                        + " aria-describedby=\"hint fault-note\" aria-invalid=\"true\">x</textarea>");
    }

    @Test
    void aFoldedSectionWithAFaultIsOpen() {
        String html = page(
                form("<details><summary>One</summary><details class=\"b\"><input name=\"a\"></details></details>"
                        + "<details class=\"c\"><input name=\"b\"></details>"),
                Fault.inField("a", "is missing"));

        assertThat(html)
                .contains(
                        "<details open=\"open\"><summary>",
                        "<details class=\"b\" open=\"open\">",
                        "<details class=\"c\"><input");
    }

    @Test
    void boxesOfOneNameHaveTheirFaultOnceBelowTheLegend() {
        String html = page(
                LIST
                        + form("<fieldset><legend>Classes <small>by label</small></legend>"
                                + "<label><input type=\"checkbox\" name=\"c\" value=\"1\"> one</label>"
                                + "<label><input type=\"checkbox\" name=\"c\" value=\"2\"> two</label></fieldset>"),
                Fault.inField("c", "are one or more"));

        assertThat(html)
                .contains(
                        ">Classes</a>", "</legend><small class=\"fault\" id=\"fault-c\">are one or more</small><label>")
                .containsOnlyOnce("<small class=\"fault\"")
                .contains("value=\"1\" aria-invalid=\"true\"", "value=\"2\" aria-invalid=\"true\"");
    }

    @Test
    void oneOfSeveralFieldsOfANameIsNamedByItsPlace() {
        String html = page(
                LIST + form("<input name=\"first\" aria-label=\"joy\"><input name=\"first\" aria-label=\"fear\">"),
                Fault.inField("first[1]", "is missing"));

        assertThat(html)
                .contains(
                        ">fear</a>",
                        "<input name=\"first\" aria-label=\"joy\"><small",
                        "aria-label=\"fear\" aria-invalid=\"true\"");
    }

    @Test
    void manyFaultsOfAFileAreFewBesideItsField() {
        Fault[] faults = new Fault[5];
        for (int i = 0; i < faults.length; i++) {
            faults[i] = Fault.atLine("manifest", i + 2, "index", "is empty");
        }

        String html = page(form("<label>Manifest <input type=\"file\" name=\"manifest\"></label>"), faults);

        assertThat(html)
                .contains(
                        "line 2, index: is empty; line 3, index: is empty; line 4, index: is empty; and 2 more</small>");
    }

    @Test
    void otherFormsOfThePageAndOtherPagesStayAsTheyAre() {
        String others = "<form action=\"/other\" method=\"post\"><input name=\"name\"></form>"
                + "<form action=\"/studies\" enctype=\"multipart/form-data\" method=\"post\"><input name=\"name\"></form>";

        assertThat(page(others, Fault.inField("name", "is missing"))).isEqualTo(others);
        assertThat(page(form("<input name=\"name\">"))).isEqualTo(form("<input name=\"name\">"));
    }

    @Test
    void aFaultThatIsInNoFieldOfTheFormKeepsItsName() {
        assertThat(page(LIST + form("<input name=\"name\">"), Fault.inField("hidden", "is odd")))
                .contains("<a data-field=\"hidden\">hidden</a>");
    }
}
