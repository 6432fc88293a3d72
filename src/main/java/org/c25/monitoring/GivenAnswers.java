package org.c25.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.c25.ratings.RatingReader;
import org.c25.sets.Item;
import org.c25.sets.Sets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that one person has answered. */
@Component
class GivenAnswers {

    private final RatingReader reader;
    private final Sets sets;

    GivenAnswers(RatingReader reader, Sets sets) {
        this.reader = reader;
        this.sets = sets;
    }

    /** Returns a person's answers in the order of the trials, each in its latest revision. */
    @Transactional(readOnly = true)
    public List<GivenAnswer> of(long setId, long participantId) {
        Map<Long, Item> items = sets.items(setId).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        Map<Integer, GivenAnswer> byPosition = new HashMap<>();
        List<GivenAnswer> answers = new ArrayList<>();
        reader.forEachTimed(participantId, -1, (rating, firstAt, lastAt) -> {
            Item item = Objects.requireNonNull(items.get(rating.itemId()));
            GivenAnswer answer = new GivenAnswer(rating, item, firstAt, byPosition.get(rating.repeatOf()));
            byPosition.put(rating.position(), answer);
            answers.add(answer);
        });
        return answers;
    }
}
