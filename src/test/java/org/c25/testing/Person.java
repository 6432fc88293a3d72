package org.c25.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.testing.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Somebody with an invitation's token, who calls the API. */
public final class Person {

    private static final String BASE = "/api/v1/participant";

    private final Api api;

    public Person(Api stranger, String token) {
        this.api = stranger.bearing(token);
    }

    public Answer consent() {
        return api.post(BASE + "/consent", Map.of("accepted", true, "locale", "en"));
    }

    public Answer consent(Map<String, Object> body) {
        return api.post(BASE + "/consent", body);
    }

    /** Every trial, by position. */
    public List<JsonNode> trials() {
        return api.get(BASE + "/trials?from=0&limit=1000")
                .expect(200)
                .json()
                .valueStream()
                .toList();
    }

    public Answer trials(String query) {
        return api.get(BASE + "/trials" + query);
    }

    /** @param address a path, or a whole address as the API gives it */
    public Answer get(String address) {
        return api.get(address);
    }

    public Answer answer(int position, int expression, int valence, int arousal) {
        return answer(position, body(UUID.randomUUID().toString(), expression, valence, arousal));
    }

    public Answer answer(int position, Map<String, ?> body) {
        return api.put(BASE + "/trials/" + position + "/annotation", body);
    }

    /** An answer that was given in this participation, as {@code /standing} names it. */
    public Answer answer(int position, Map<String, ?> body, String participation) {
        return api.saying("C25-Participation", participation).put(BASE + "/trials/" + position + "/annotation", body);
    }

    public Answer answerRaw(int position, String body) {
        return api.putRaw(BASE + "/trials/" + position + "/annotation", body);
    }

    public Answer reportPicture(int position, String body) {
        return api.postRaw(BASE + "/trials/" + position + "/picture-report", "application/json", body);
    }

    public static Map<String, Object> body(String id, int expression, int valence, int arousal) {
        return new HashMap<>(Map.of("id", id, "expression", expression, "valence", valence, "arousal", arousal));
    }

    /** What is there of this person's answers. */
    public Answer answers() {
        return api.get(BASE + "/annotations");
    }

    public Answer data() {
        return api.get(BASE + "/data");
    }

    public Answer standing() {
        return api.get(BASE + "/standing");
    }

    public Answer complete(int answered) {
        return api.post(BASE + "/completion", Map.of("answered", answered));
    }

    /** After the place was released. */
    public Answer comeBack() {
        return api.post(BASE + "/return");
    }

    public Answer withdraw() {
        return api.delete(BASE);
    }
}
