package org.c25.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.common.Fault;
import org.c25.common.PlainStrings;
import org.c25.common.Problem;
import org.c25.common.UnfitJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A protocol as a file to keep, to compare and to hand on: JSON with the fields of the API, always in the same order.
 * It is read strictly, so that a misspelt field is not taken for one left out.
 */
public final class ProtocolFile {

    private static final String FIELD = "protocol";

    /** The greatest size of a file, which is more than all fields at their longest. */
    private static final int MOST_BYTES = 10_000_000;

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(PlainStrings.module())
            .build();

    private ProtocolFile() {}

    public static String write(Protocol protocol) {
        return JSON.writeValueAsString(WrittenProtocol.of(protocol)).replace("\r\n", "\n") + "\n";
    }

    /**
     * Reads a protocol from a file.
     *
     * @param name the name to use instead of the one in the file; null or blank for the file's own
     * @throws Problem 422 naming the field that is unfit, unknown or missing, or the line at which it is no JSON
     */
    public static Protocol read(InputStream file, @Nullable String name) throws IOException {
        WrittenProtocol written = read(file);
        return name == null || name.isBlank()
                ? written.protocol()
                : written.named(name).protocol();
    }

    private static WrittenProtocol read(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Problem.invalid(FIELD, "at most 10 MB");
        }
        try {
            WrittenProtocol written = JSON.readValue(bytes, WrittenProtocol.class);
            if (written == null) {
                throw Problem.invalid(FIELD, "a JSON object is needed");
            }
            return written;
        } catch (JacksonException e) {
            throw UnfitJson.problem(e, FIELD).orElseGet(() -> notJson(e));
        }
    }

    private static Problem notJson(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("UTF-8") || message.contains("Unexpected character ('\0'")) {
            return Problem.invalid(FIELD, "is not in UTF-8; save it in UTF-8 and send it again");
        }
        long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        Matcher twice = TWICE.matcher(message);
        return Problem.invalid(List.of(
                twice.find()
                        ? Fault.atLine(FIELD, line, twice.group(1), "is there twice; keep one")
                        : Fault.atLine(FIELD, line, null, "is not JSON")));
    }
}
