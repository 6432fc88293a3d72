package org.c25.notices;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.c25.quality.FlagKind;
import org.c25.sets.SetView;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;

/**
 * What a notice tells, in plain words. It names participants by their slot alone, as files do.
 *
 * @param set the set; null for a test
 * @param events what has happened; empty for a test
 */
record NoticeText(
        NoticeKind kind, StudyView study, @Nullable SetView set, List<NoticeEvent> events) {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    /** Returns the subject of an e-mail, in one line. */
    String subject() {
        return kind.title() + ": " + place();
    }

    /** Returns one sentence, or one for each participant. */
    String says() {
        return switch (kind) {
            case FIRST_ANSWER -> "The first answer has come in " + place() + ".";
            case SET_FULL -> place() + " is full: " + slots(" is taken.", " are taken.");
            case ALL_COMPLETE -> "All is complete in " + place() + ": " + slots(" is finished.", " are finished.");
            case STALLED -> stalled();
            case FLAGGED -> flagged();
            case TEST -> "This is a test. Notices of the study “" + name() + "” arrive here.";
        };
    }

    private String slots(String one, String many) {
        int capacity = Objects.requireNonNull(set).capacity();
        return capacity == 1 ? "its one slot" + one : "all " + capacity + " slots" + many;
    }

    private String stalled() {
        TreeSet<Integer> people = slotsOf().stream().collect(Collectors.toCollection(TreeSet::new));
        String names = people.stream().map(NoticeText::participant).collect(Collectors.joining(", "));
        return (people.size() == 1 ? names + " has stalled" : people.size() + " participants have stalled") + " in "
                + place() + (people.size() == 1 ? "." : ": " + names + ".");
    }

    private List<Integer> slotsOf() {
        return events.stream()
                .map(NoticeEvent::about)
                .filter(Objects::nonNull)
                .map(NoticeEvent.About::slot)
                .toList();
    }

    private String flagged() {
        TreeMap<Integer, TreeSet<FlagKind>> bySlot = new TreeMap<>();
        events.forEach(event -> {
            if (event.about() != null && event.rule() != null) {
                bySlot.computeIfAbsent(event.about().slot(), slot -> new TreeSet<>())
                        .add(event.rule());
            }
        });
        return "New flags in " + place() + ": "
                + bySlot.entrySet().stream()
                        .map(person -> participant(person.getKey()) + " ("
                                + person.getValue().stream()
                                        .map(FlagKind::title)
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String participant(int slot) {
        return "participant" + slot;
    }

    private String place() {
        return set == null ? "“" + name() + "”" : set.title() + " of “" + name() + "”";
    }

    /** Returns the study's name without line breaks: a name could hold one, and a subject must not. */
    private String name() {
        return CONTROLS.matcher(study.name()).replaceAll(" ");
    }

    /** Returns the path of the page on which staff see more. */
    String page() {
        if (set == null) {
            return settingsPage();
        }
        return "/sets/" + set.id() + (kind == NoticeKind.FLAGGED ? "/quality" : "");
    }

    /** Returns the path of the page on which notices are chosen. */
    String settingsPage() {
        return "/studies/" + study.id() + "/notices";
    }
}
