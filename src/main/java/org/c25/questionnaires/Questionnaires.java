package org.c25.questionnaires;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.OneTimeStep;
import org.c25.participation.Participant;
import org.c25.participation.ParticipantWithdrew;
import org.c25.participation.Participants;
import org.c25.protocol.Protocol;
import org.c25.protocol.Question;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what participants say of themselves, before and after the trials. */
@Service
@Transactional
public class Questionnaires {

    /** The part of the questions: before or after the trials. */
    public enum Part {
        BEFORE,
        AFTER;

        public List<Question> of(Protocol protocol) {
            return this == BEFORE ? protocol.questions() : protocol.closingQuestions();
        }

        boolean isDone(Participant participant) {
            return this == BEFORE ? participant.questioned() : participant.closed();
        }

        OneTimeStep step() {
            return this == BEFORE ? OneTimeStep.QUESTIONS : OneTimeStep.CLOSING;
        }
    }

    private static final int MOST_CHARACTERS = 2000;
    private static final List<String> AGES =
            List.of("under-18", "18-24", "25-34", "35-44", "45-54", "55-64", "65-or-more");
    private static final List<String> GENDERS = List.of("woman", "man", "non-binary", "other");

    private final JdbcClient jdbc;
    private final Participants participants;
    private final Sets sets;
    private final Studies studies;

    Questionnaires(JdbcClient jdbc, Participants participants, Sets sets, Studies studies) {
        this.jdbc = jdbc;
        this.participants = participants;
        this.sets = sets;
        this.studies = studies;
    }

    /**
     * Keeps a participant's answers, which stay as they are from then on. Questions without an answer are not kept.
     *
     * @param sent the answers by the questions' keys, as they were sent
     * @param page the language of the page with the questions
     * @throws Problem naming every question that must be answered, or whose answer is none of its options; nothing is
     *     stored then
     */
    void answer(InvitedPerson invited, Part part, List<Question> questions, Map<String, String> sent, Locale page) {
        Map<String, String> answers = checked(questions, sent);
        Participant participant = participants.lock(invited); // A form sent twice is answered once.
        if (part.isDone(participant)) {
            return;
        }
        Map<String, String> languages = languages(questions, page);
        answers.forEach((key, answer) -> jdbc.sql("""
                        insert into questionnaire_answer (participant_id, part, question, answer, language, set_id)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(participant.id(), part.name(), key, answer, languages.get(key), participant.setId())
                .update());
        participants.did(participant, part.step());
        if (!answers.isEmpty()) {
            studies.freeze(sets.ofInvited(participant.setId()).studyId());
        }
    }

    /** Returns the languages of the words on the page, by the questions' keys; {@code und} where the study says none. */
    private static Map<String, String> languages(List<Question> questions, Locale page) {
        return questions.stream()
                .collect(Collectors.toMap(
                        Question::key,
                        question -> question.kind().isOwn()
                                ? question.in(page.getLanguage()).tag()
                                : page.getLanguage()));
    }

    /**
     * Returns the answers that are not empty, by the questions' keys.
     *
     * @throws Problem naming every question that must be answered, or whose answer is none of its options
     */
    public static Map<String, String> checked(List<Question> questions, Map<String, String> sent) {
        Map<String, String> answers = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Question question : questions) {
            String key = Objects.requireNonNull(question.key());
            String answer = sent.getOrDefault(key, "").strip();
            List<String> options = codes(question);
            if (answer.isEmpty()) {
                if (question.required()) {
                    faults.add(Fault.inField(key, "needs an answer"));
                }
            } else if (answer.length() > MOST_CHARACTERS || !options.isEmpty() && !options.contains(answer)) {
                faults.add(Fault.inField(key, options.isEmpty() ? "at most 2,000 characters" : "is none of these"));
            } else {
                answers.put(key, answer);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return answers;
    }

    @EventListener
    void erase(ParticipantWithdrew withdrew) {
        jdbc.sql("delete from questionnaire_answer where participant_id = ?")
                .param(withdrew.participantId())
                .update();
    }

    /** Returns the codes that are stored for the options of a question; empty if any text will do. */
    private static List<String> codes(Question question) {
        return switch (question.kind()) {
            case AGE -> AGES;
            case GENDER -> GENDERS;
            case COUNTRY -> Arrays.asList(Locale.getISOCountries());
            case LANGUAGE -> Arrays.asList(Locale.getISOLanguages());
            case CHOICE -> Objects.requireNonNull(question.options());
            case TEXT -> List.of();
        };
    }

    /** Returns the options of a question with their words in a language: countries and languages by name. */
    static List<Option> options(Question question, Locale locale) {
        Comparator<Option> byName =
                Comparator.comparing(option -> String.valueOf(option.words()), Collator.getInstance(locale));
        return switch (question.kind()) {
            case AGE, GENDER ->
                codes(question).stream().map(code -> new Option(code, null)).toList();
            case COUNTRY ->
                codes(question).stream()
                        .map(code -> new Option(
                                code,
                                new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
                        .sorted(byName)
                        .toList();
            case LANGUAGE ->
                codes(question).stream()
                        .map(code ->
                                new Option(code, Locale.forLanguageTag(code).getDisplayLanguage(locale)))
                        .filter(option -> !option.code().equals(option.words()))
                        .sorted(byName)
                        .toList();
            case CHOICE, TEXT -> {
                List<String> words = question.in(locale.getLanguage()).options();
                yield IntStream.range(0, words.size())
                        .mapToObj(i -> new Option(codes(question).get(i), words.get(i)))
                        .toList();
            }
        };
    }

    /**
     * An option of a question.
     *
     * @param code the code that is stored
     * @param words the words that participants read; null if the page has words of its own
     */
    record Option(String code, @Nullable String words) {}
}
