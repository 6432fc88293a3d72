package org.c25.completioncodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.accounts.Visible;
import org.c25.bodies.LongBody;
import org.c25.common.CsvText;
import org.c25.common.Problem;
import org.c25.forms.ReadOnlyForm;
import org.c25.participation.CompletionCodes;
import org.c25.participation.CompletionCodes.Given;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.web.Table;
import org.c25.web.Table.Column;
import org.c25.web.TableQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page of a set's completion codes, on which staff also check the codes that a recruiter has. */
@Controller
class CompletionCodeController {

    private static final int LONGEST = 5_000_000;

    private static final Table<Given> GIVEN = new Table<>(
            given -> "participant" + given.slot() + " " + given.code(),
            List.of(
                    Column.least("owner", "Given to", Given::slot),
                    Column.least("code", "Code", Given::code),
                    Column.most("finished", "Finished", Given::completedAt)));

    private final CompletionCodes codes;
    private final Sets sets;
    private final Studies studies;

    CompletionCodeController(CompletionCodes codes, Sets sets, Studies studies) {
        this.codes = codes;
        this.sets = sets;
        this.studies = studies;
    }

    @GetMapping("/sets/{set}/completion-codes")
    String page(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @ModelAttribute("query") TableQuery query,
            Model model) {
        StudyView study = studies.require(caller, set.studyId());
        model.addAttribute("set", set);
        model.addAttribute("study", study);
        String path = "/sets/" + set.id() + "/completion-codes";
        model.addAttribute("table", GIVEN.view(path, codes.of(List.of(set.id())), query));
        model.addAttribute("sets", sets.of(study).stream().collect(Collectors.toMap(SetView::id, Function.identity())));
        return "completioncodes/codes";
    }

    /** Checks codes that were pasted or that come in a file, which goes before, and stores nothing of them. */
    @ReadOnlyForm
    @PostMapping(path = "/sets/{set}/completion-codes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String check(
            @AuthenticationPrincipal Caller caller,
            @Visible SetView set,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        model.addAttribute("pasted", pasted);
        try {
            List<HandedIn> handedIn = file == null || file.isEmpty()
                    ? HandedInCodes.read("pasted", pasted)
                    : HandedInCodes.read("file", text(file));
            model.addAttribute("check", check(caller, set, handedIn));
            model.addAttribute("carried", CodeFiles.carried(handedIn));
        } catch (Problem problem) {
            problem.tellOn(model);
        }
        return page(caller, set, TableQuery.ALL, model);
    }

    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > LONGEST) {
            throw Problem.invalid("file", "at most " + LONGEST / 1_000_000 + " MB");
        }
        try (InputStream in = file.getInputStream();
                Reader reader = CsvText.open("file", in).reader()) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("file", CsvText.fault(e));
        }
    }

    private CodeCheck check(Caller caller, SetView set, List<HandedIn> handedIn) {
        StudyView study = studies.require(caller, set.studyId());
        List<Given> given = codes.of(sets.idsOf(study.id()));
        return CodeCheck.of(handedIn, given, set.id());
    }

    /** Returns the outcome of a check as a file. {@code checked} is what the page carried along. */
    @LongBody
    @ReadOnlyForm
    @PostMapping("/sets/{set}/completion-codes/outcome.csv")
    ResponseEntity<byte[]> outcome(
            @AuthenticationPrincipal Caller caller, @Visible SetView set, @RequestParam String checked) {
        return CodeFiles.outcome(set, check(caller, set, HandedInCodes.read("checked", checked)));
    }

    @GetMapping("/sets/{set}/completion-codes.csv")
    ResponseEntity<byte[]> given(@Visible SetView set) {
        return CodeFiles.given(set, codes.of(List.of(set.id())));
    }
}
