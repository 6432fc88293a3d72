package org.c25.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.accounts.FirstAccount;
import org.c25.common.ServerClock;
import org.c25.invitations.Invitations;
import org.c25.predictions.Models;
import org.c25.security.Secret;
import org.c25.sets.SetCreation;
import org.c25.sets.SetKind;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.storage.OneNode;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.springframework.stereotype.Component;

/**
 * The study of a first start, to try everything on: an open set of 40 drawn faces that invented raters have begun, and
 * a closed one of 16 that others have finished, with an invented model. It is made like any other study, from manifests
 * and ZIPs, by invitations and answers, and only if there is no study yet.
 */
@Component
class Demonstration {

    static final String NAME = "Demonstration";

    private static final DrawnImages OPEN = new DrawnImages(5, 0);
    static final DrawnImages COMPLETE = new DrawnImages(2, 40);

    private static final Duration MADE = Duration.ofDays(8);
    private static final Duration CLOSED = Duration.ofDays(3);

    private final Accounts accounts;
    private final Studies studies;
    private final Sets sets;
    private final SetCreation creation;
    private final Invitations invitations;
    private final InventedPeople people;
    private final Models models;
    private final OneNode node;
    private final ServerClock clock;

    Demonstration(
            Accounts accounts,
            Studies studies,
            Sets sets,
            SetCreation creation,
            Invitations invitations,
            InventedPeople people,
            Models models,
            OneNode node,
            ServerClock clock) {
        this.accounts = accounts;
        this.studies = studies;
        this.sets = sets;
        this.creation = creation;
        this.invitations = invitations;
        this.people = people;
        this.models = models;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Makes the study if there is none, and a link to it.
     *
     * @return a fresh link's secret; empty if there is no demonstration, or nobody can join it any more
     */
    Optional<Secret> prepare() {
        Caller admin = accounts.named(FirstAccount.NAME).orElseThrow();
        if (studies.visibleTo(admin).isEmpty()) {
            node.alone(() -> createIfNone(admin));
        }
        return studies.visibleTo(admin).stream()
                .filter(study -> study.name().equals(NAME))
                .flatMap(study -> sets.of(study).stream())
                .filter(SetView::isOpen)
                .findFirst()
                .map(set -> invitations.invite(admin, set.id(), 1).get(0));
    }

    private Optional<StudyView> createIfNone(Caller admin) {
        return studies.visibleTo(admin).isEmpty() ? Optional.of(create(admin)) : Optional.empty();
    }

    /** Makes the study with its sets and people, and returns it. */
    StudyView create(Caller admin) {
        Instant made = clock.instant().minus(MADE);
        StudyView study = clock.at(made, () -> studies.create(admin, ShortStudy.named(NAME)));
        SetView open = clock.at(made, () -> opened(admin, study, 1, OPEN));
        SetView complete = clock.at(made, () -> opened(admin, study, 2, COMPLETE));
        people.complete(admin, study, complete);
        clock.at(clock.instant().minus(CLOSED), () -> {
            sets.close(admin, complete.id());
            addModels(admin, complete);
        });
        people.begin(admin, study, open);
        return study;
    }

    private SetView opened(Caller admin, StudyView study, int number, DrawnImages images) {
        try {
            Path zip = Files.createTempFile("c25-demonstration-", ".zip");
            try {
                byte[] manifest = images.draw(zip).getBytes(StandardCharsets.UTF_8);
                SetView set = creation.create(
                        admin, study.id(), number, SetKind.CUSTOM, null, new ByteArrayInputStream(manifest), zip);
                sets.open(admin, set.id());
                return set;
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addModels(Caller admin, SetView set) {
        byte[] invented = InventedModel.predictions(sets.items(set.id()));
        try {
            models.add(
                    admin,
                    set.id(),
                    InventedModel.NAME,
                    InventedModel.NOTE,
                    null,
                    new ByteArrayInputStream(invented),
                    null);
            TrainedModel trained =
                    TrainedModel.in(TrainedModel.class.getClassLoader()).orElse(null);
            if (trained != null) {
                models.add(
                        admin, set.id(), TrainedModel.NAME, TrainedModel.NOTE, null, trained.stream(), trained.card());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
