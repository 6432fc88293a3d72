package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The networks' libraries have 112 MB, and work in a process of their own: the trainer speaks with the application through files. */
class LibrariesInJarIT {

    @Test
    void noneOfTheTrainersLibrariesIsInTheApplicationsJar() throws IOException {
        List<String> libraries;
        try (JarFile jar = new JarFile(System.getProperty("c25.jar"))) {
            libraries = jar.stream()
                    .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                    .filter(name -> name.startsWith("boot-inf/lib/") && name.endsWith(".jar"))
                    .toList();
        }
        assertThat(libraries).as("the jar's libraries").anyMatch(name -> name.contains("fastcsv"));
        assertThat(libraries)
                .noneMatch(name -> name.contains("djl") || name.contains("torch") || name.contains("onnx"))
                .noneMatch(name -> name.contains("ai/") || name.contains("/model-zoo") || name.contains("c25-trainer"));
    }
}
