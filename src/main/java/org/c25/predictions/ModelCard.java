package org.c25.predictions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's card: the JSON that says how the model was made. It is kept as it was sent.
 *
 * @param content the JSON
 * @param json the same, read: an object
 */
public record ModelCard(String content, JsonNode json) {

    static final String FIELD = "card";
    public static final String FILE = "model.json";

    private static final int MOST_BYTES = 4_000_000;
    private static final String FORMAT = "c25-model";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the bytes of a part of a request; null if none was sent. */
    public static byte @Nullable [] bytes(@Nullable MultipartFile part) throws IOException {
        if (part == null || part.isEmpty()) {
            return null;
        }
        if (part.getSize() > MOST_BYTES) {
            throw tooLong(part.getSize());
        }
        return part.getBytes();
    }

    private static Problem tooLong(long bytes) {
        return Problem.invalid(FIELD, "has at most " + Numbers.bytes(MOST_BYTES) + ", not " + Numbers.bytes(bytes));
    }

    /** Returns a card that was taken before. */
    static ModelCard stored(String content) {
        return new ModelCard(content, JSON.readTree(content));
    }

    /**
     * Takes a card that is sent.
     *
     * @param predictions the SHA-256 of the predictions that came with it
     * @throws Problem 422 with all that is wrong with it
     */
    static ModelCard sent(byte[] bytes, String predictions) {
        if (bytes.length > MOST_BYTES) {
            throw tooLong(bytes.length);
        }
        ModelCard card = read(bytes);
        List<Fault> faults = new ArrayList<>();
        card.check(predictions, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return card;
    }

    private static ModelCard read(byte[] bytes) {
        try {
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode json = JSON.readTree(content);
            if (json.isObject()) {
                return new ModelCard(content, json);
            }
        } catch (CharacterCodingException e) {
            throw Problem.invalid(FIELD, "is not in UTF-8");
        } catch (JacksonException e) {
            throw Problem.invalid(FIELD, "is no JSON: " + e.getOriginalMessage());
        }
        throw Problem.invalid(FIELD, "is a JSON object, as the trainer writes it into " + FILE);
    }

    private void check(String predictions, List<Fault> faults) {
        if (!FORMAT.equals(json.path("format").asString(""))) {
            faults.add(fault("has \"format\": \"" + FORMAT + "\""));
        } else if (json.path("formatVersion").asInt(0) != VERSION) {
            faults.add(fault("has \"formatVersion\": " + VERSION + "; this server knows no other"));
        }
        for (JsonNode code : json.path("classes")) {
            if (!code.isInt() || Expression.ofCode(code.intValue()).isEmpty()) {
                faults.add(fault("classes: C25 codes, 0 to 7, not " + code));
                break;
            }
        }
        ModelSplit.check(json.path("split"), faults);
        List<String> outputs = new ArrayList<>();
        for (JsonNode output : json.path("outputs")) {
            if (output.path("file").asString("").endsWith("predictions.csv")
                    && output.path("sha256").isString()) {
                outputs.add(output.path("sha256").asString());
            }
        }
        if (!outputs.isEmpty() && outputs.stream().noneMatch(predictions::equalsIgnoreCase)) {
            faults.add(fault("is the card of other predictions: it names the SHA-256 " + outputs.get(0)
                    + ", and that of the file is " + predictions));
        }
    }

    static Fault fault(String message) {
        return Fault.inField(FIELD, message);
    }

    String sha256() {
        return Sha256.of(content);
    }

    /** Returns which images the model was trained on; empty if the card doesn't say it. */
    Optional<ModelSplit> split() {
        return ModelSplit.of(json.path("split"));
    }

    /** Marks the predictions of images on which the model was trained. */
    PredictionsUpload mark(PredictionsUpload upload) {
        return split().map(split -> upload.trainedOn(split::wasTrainedOn)).orElse(upload);
    }

    /** Returns the expressions that the model never answers, since its net has no class for them; empty if unknown. */
    public List<Expression> without() {
        JsonNode classes = json.path("classes");
        if (!classes.isArray() || classes.isEmpty()) {
            return List.of();
        }
        List<Expression> without = new ArrayList<>(Expression.all());
        for (JsonNode code : classes) {
            Expression.ofCode(code.intValue()).ifPresent(without::remove);
        }
        return without;
    }
}
