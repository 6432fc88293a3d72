package org.c25.trainer.saved;

import ai.djl.engine.Engine;
import java.util.Map;
import java.util.TreeMap;

/** With what the numbers were computed: others may give other last digits. */
final class Versions {

    private Versions() {}

    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        String own = Versions.class.getPackage().getImplementationVersion();
        if (own != null) {
            all.put("trainer", own);
        }
        all.put("djl", Engine.getDjlVersion());
        all.put("pytorch", Engine.getEngine("PyTorch").getVersion());
        all.put("java", System.getProperty("java.version"));
        return all;
    }
}
