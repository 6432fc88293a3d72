package org.c25.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.accounts.FirstAccount;
import org.c25.affect.Expression;
import org.c25.faces.DrawnFace;
import org.c25.invitations.Invitations;
import org.c25.protocol.Protocol;
import org.c25.security.Secret;
import org.c25.sets.SetCreation;
import org.c25.sets.SetKind;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;

/**
 * The study of a first start, to try everything on: one open set of 40 drawn faces, five of each expression. It is made
 * like any other study, from a manifest and a ZIP, and only if there is no study yet.
 */
@Component
class Demonstration {

    static final String NAME = "Demonstration";

    private static final int FACES_EACH = 5;
    private static final long SEED = 25;

    private final Accounts accounts;
    private final Studies studies;
    private final Sets sets;
    private final SetCreation creation;
    private final Invitations invitations;

    Demonstration(Accounts accounts, Studies studies, Sets sets, SetCreation creation, Invitations invitations) {
        this.accounts = accounts;
        this.studies = studies;
        this.sets = sets;
        this.creation = creation;
        this.invitations = invitations;
    }

    /**
     * Makes the study if there is none, and a link to it.
     *
     * @return a fresh link's secret; empty if there is no demonstration, or nobody can join it any more
     */
    Optional<Secret> prepare() throws IOException {
        Caller admin = accounts.named(FirstAccount.NAME).orElseThrow();
        if (studies.visibleTo(admin).isEmpty()) {
            create(admin);
        }
        return studies.visibleTo(admin).stream()
                .filter(study -> study.name().equals(NAME))
                .flatMap(study -> sets.of(study).stream())
                .filter(SetView::isOpen)
                .findFirst()
                .map(set -> invitations.invite(admin, set.id(), 1).get(0));
    }

    private void create(Caller admin) throws IOException {
        StudyView study = studies.create(admin, Protocol.orAsInC25(NAME, null, null, null, null, null, null));
        Path zip = Files.createTempFile("c25-demonstration-", ".zip");
        try {
            String manifest = draw(zip);
            SetView set = creation.create(
                    admin,
                    study.id(),
                    1,
                    SetKind.CUSTOM,
                    new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)),
                    zip);
            sets.open(admin, set.id());
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /** Draws the faces into a ZIP and returns its manifest. */
    private static String draw(Path zip) throws IOException {
        List<DrawnFace> faces = faces();
        // Drawing takes most of the first start's time, and the faces can be drawn in parallel.
        List<byte[]> pictures = faces.parallelStream().map(DrawnFace::png).toList();
        StringBuilder manifest = new StringBuilder("index,filename,expression,valence,arousal\n");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int index = 0; index < faces.size(); index++) {
                String filename = String.format(Locale.ROOT, "drawn-%02d.png", index);
                manifest.append(line(index, filename, faces.get(index)));
                out.putNextEntry(new ZipEntry(filename));
                out.write(pictures.get(index));
                out.closeEntry();
            }
        }
        return manifest.toString();
    }

    private static List<DrawnFace> faces() {
        Random random = new Random(SEED);
        List<DrawnFace> faces = new ArrayList<>();
        for (Expression expression : Expression.all()) {
            for (int nth = 0; nth < FACES_EACH; nth++) {
                faces.add(face(expression, nth, faces.size(), random));
            }
        }
        return faces;
    }

    private static String line(int index, String filename, DrawnFace face) {
        return String.format(
                Locale.ROOT,
                "%d,%s,%d,%.2f,%.2f\n",
                index,
                filename,
                face.expression().affectNetCode(),
                face.valence(),
                face.arousal());
    }

    private static DrawnFace face(Expression expression, int nth, int seed, Random random) {
        Feeling middle = Feeling.of(expression);
        double strength = 0.6 + 0.8 * nth / (FACES_EACH - 1);
        double valence = clamp(middle.valence() * strength + (random.nextDouble() - 0.5) * 0.2);
        double arousal = clamp(middle.arousal() * strength + (random.nextDouble() - 0.5) * 0.2);
        return new DrawnFace(expression, valence, arousal, seed);
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }

    /** The average valence and arousal of an expression in the circumplex (after Russell 1980). */
    private record Feeling(double valence, double arousal) {

        static Feeling of(Expression expression) {
            return switch (expression) {
                case HAPPINESS -> new Feeling(0.7, 0.35);
                case SADNESS -> new Feeling(-0.65, -0.35);
                case SURPRISE -> new Feeling(0.2, 0.75);
                case FEAR -> new Feeling(-0.55, 0.7);
                case DISGUST -> new Feeling(-0.6, 0.25);
                case ANGER -> new Feeling(-0.6, 0.65);
                case CONTEMPT -> new Feeling(-0.4, 0.15);
                case NEUTRAL -> new Feeling(0, -0.1);
            };
        }
    }
}
