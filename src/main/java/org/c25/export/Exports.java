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
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The files of a set, written row by row while they are read. */
@Service
class Exports {

    private final Sets sets;
    private final SetFiles files;
    private final DataPackage dataPackage;
    private final Studies studies;
    private final Audit audit;

    Exports(Sets sets, SetFiles files, DataPackage dataPackage, Studies studies, Audit audit) {
        this.sets = sets;
        this.files = files;
        this.dataPackage = dataPackage;
        this.studies = studies;
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

    /** All at one moment, so that the files agree with each other whatever comes in meanwhile. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void writePackage(Caller caller, long setId, boolean labels, OutputStream out) throws IOException {
        SetView set = sets.require(caller, setId);
        audit.record(
                caller.getUsername(),
                "file exported",
                "set " + setId,
                DataPackage.NAME + (labels ? ", with AffectNet's labels" : ""));
        dataPackage.write(caller, set, studies.require(caller, set.studyId()), labels, out);
    }

    /** Of one moment, too, though it takes several queries. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void write(Caller caller, long setId, SetFile file, OutputStream out) throws IOException {
        sets.require(caller, setId);
        audit.record(caller.getUsername(), "file exported", "set " + setId, file.name());
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        file.write(writer);
        writer.flush();
    }
}
