package org.c25.export;

import java.io.IOException;
import java.io.InputStream;
import org.c25.accounts.Caller;
import org.c25.sets.SetView;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The three C25 CSV files of an import, as a page or a program sends them. */
@Component
public class ImportFiles {

    private final Imports imports;

    ImportFiles(Imports imports) {
        this.imports = imports;
    }

    /**
     * Takes the answers of all three files, all or nothing.
     *
     * @return how many answers there are
     * @throws org.c25.common.Problem 422 with everything that is wrong, by line and column; 409 if a slot that is
     *     needed is taken
     */
    public int take(Caller caller, SetView set, MultipartFile expression, MultipartFile valence, MultipartFile arousal)
            throws IOException {
        try (InputStream expressions = expression.getInputStream();
                InputStream valences = valence.getInputStream();
                InputStream arousals = arousal.getInputStream()) {
            return imports.take(caller, set.id(), expressions, valences, arousals);
        }
    }
}
