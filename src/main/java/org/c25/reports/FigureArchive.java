package org.c25.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.c25.common.UploadProgress;
import org.c25.figures.DrawnFigure;
import org.c25.figures.Figure;
import org.c25.figures.FigureLook;
import org.c25.figures.Figures;
import org.c25.figures.SelectedSet;
import org.springframework.stereotype.Component;

/**
 * All figures of a set in one ZIP, as the page of results shows them: each as SVG and as PNG, the numbers behind it as
 * CSV, and a text that says what each shows.
 */
@Component
class FigureArchive {

    /** The first moment that a ZIP can hold, so that the same answers give the same bytes. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Figures figures;

    FigureArchive(Figures figures) {
        this.figures = figures;
    }

    /** Writes the archive; it has no PNG if the server has no fonts. */
    void write(SelectedSet view, FigureLook look, OutputStream out, UploadProgress progress) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "about.txt", about(view));
        int number = 0;
        for (Figure figure : figures.all()) {
            progress.tell("Drawing " + figure.title(), ++number, figures.all().size());
            DrawnFigure drawn = figure.of(view, look);
            add(zip, view.filename(figure.name(), "svg"), drawn.svg());
            if (FigurePng.isPossible()) {
                add(zip, view.filename(figure.name(), "png"), FigurePng.of(drawn.svg()));
            }
            StringBuilder numbers = new StringBuilder();
            drawn.table().write(numbers, view.selection().words());
            add(zip, view.filename(figure.name(), "csv"), numbers.toString());
        }
        zip.finish();
    }

    private String about(SelectedSet view) {
        StringBuilder text = new StringBuilder(view.words()).append("\n");
        for (Figure figure : figures.all()) {
            text.append("\n").append(view.filename(figure.name(), "svg")).append("\n");
            text.append(figure.title()).append(". ").append(figure.about()).append("\n");
            if (figure.tellsLabels()) {
                text.append("It shows AffectNet's own labels, which AffectNet's licence keeps from being handed on.\n");
            }
        }
        return text.toString();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
