package org.c25.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.sets.Sets;
import org.c25.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a set, written row by row while they are read. */
@Service
class Exports {

    private final Sets sets;
    private final SetFiles files;
    private final Audit audit;

    Exports(Sets sets, SetFiles files, Audit audit) {
        this.sets = sets;
        this.files = files;
        this.audit = audit;
    }

    /** @throws Problem 404 if the set has no such file */
    @Transactional(readOnly = true)
    public SetFile require(Caller caller, long setId, String name) {
        List<SetFile> all = files.all(sets.require(caller, setId));
        return all.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "file; this set has " + all.stream().map(SetFile::name).collect(Collectors.joining(", "))));
    }

    @Transactional
    public void write(Caller caller, long setId, SetFile file, OutputStream out) throws IOException {
        sets.require(caller, setId);
        audit.record(caller.getUsername(), "file exported", "set " + setId, file.name());
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        file.content().write(writer);
        writer.flush();
    }
}
