package org.c25.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.common.UploadProgress;
import org.c25.common.Version;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data packages of all sets of a study in one ZIP, each in a folder such as {@code set1/}, and {@code contents.json},
 * which lists the sets, and every file with its size and checksum. The same data give the same bytes.
 */
@Component
class StudyPackage {

    static final String CONTENTS = "contents.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final DataPackage dataPackage;
    private final Version version;

    StudyPackage(DataPackage dataPackage, Version version) {
        this.dataPackage = dataPackage;
        this.version = version;
    }

    /**
     * Writes the packages of these sets.
     *
     * @param labels whether each package includes AffectNet's own labels
     */
    void write(
            Caller caller,
            StudyView study,
            List<SetView> sets,
            boolean labels,
            OutputStream out,
            UploadProgress progress)
            throws IOException {
        Zip zip = new Zip(out);
        for (SetView set : sets) {
            dataPackage.add(
                    caller,
                    set,
                    study,
                    labels,
                    zip.in(folder(set)),
                    words -> progress.tell(set.title() + ", one of " + sets.size() + ". " + words));
        }
        zip.add(CONTENTS, contents(study, sets, zip.entries()));
        zip.finish();
    }

    private static String folder(SetView set) {
        return "set" + set.number();
    }

    private String contents(StudyView study, List<SetView> sets, List<Zip.Entry> files) {
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("study", study.name());
        contents.put("madeWith", "C25 " + version.text());
        contents.put(
                "sets",
                sets.stream()
                        .map(set -> new Folder(
                                folder(set) + "/", set.number(), set.kind().name(), set.items(), set.capacity()))
                        .toList());
        contents.put("files", files);
        return JSON.writeValueAsString(contents) + "\n";
    }

    /** A set in the list of contents. */
    private record Folder(String folder, int number, String kind, int images, int capacity) {}
}
