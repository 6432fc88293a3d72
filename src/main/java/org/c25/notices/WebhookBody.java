package org.c25.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.c25.quality.FlagKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that a webhook gets. It names people by their slot alone.
 *
 * @param id the number of the notice; the same when it comes twice
 * @param kind the name of a {@link NoticeKind}
 * @param text what has happened, in English words
 * @param set the set; left out of a test
 * @param events what has happened, the oldest first; empty in a test
 * @param page the address of the page on which staff see more; left out if this server does not know its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookBody(
        long id,
        String kind,
        String text,
        Named study,
        @Nullable Numbered set,
        List<Happened> events,
        @Nullable String page) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Named(long id, String name) {}

    record Numbered(long id, int number) {}

    /**
     * An event.
     *
     * @param participant the slot of the participant whom it is about, as in the column {@code participant{slot}}
     * @param flag the kind of a flag
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            Instant at,
            @Nullable Integer participant,
            @Nullable FlagKind flag) {

        static Happened of(NoticeEvent event) {
            return new Happened(
                    event.happenedAt(),
                    event.about() == null ? null : event.about().slot(),
                    event.rule());
        }
    }

    static String of(long id, NoticeText text, @Nullable String publicAddress) {
        return JSON.writeValueAsString(new WebhookBody(
                id,
                text.kind().name(),
                text.says(),
                new Named(text.study().id(), text.study().name()),
                text.set() == null
                        ? null
                        : new Numbered(text.set().id(), text.set().number()),
                text.events().stream().map(Happened::of).toList(),
                publicAddress == null ? null : publicAddress + text.page()));
    }
}
