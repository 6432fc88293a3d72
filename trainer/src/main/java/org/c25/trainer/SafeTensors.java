package org.c25.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Named arrays as a safetensors file, which Python and others read. */
public final class SafeTensors {

    private SafeTensors() {}

    /** Writes the file whole, or not at all. The arrays keep their names. */
    public static void write(Path file, Map<String, NDArray> arrays) {
        NDList list = new NDList();
        arrays.forEach((name, array) -> {
            array.setName(name);
            list.add(array);
        });
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            list.encode(bytes, NDList.Encoding.SAFETENSORS);
            WholeFile.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the file.
     *
     * @throws Problem if it is missing or no safetensors file
     */
    public static NDList read(Path file, NDManager manager) {
        try {
            return NDList.decode(manager, Files.readAllBytes(file));
        } catch (IOException | RuntimeException e) {
            throw new Problem(file + " is missing or damaged: " + e.getMessage() + ".");
        }
    }
}
