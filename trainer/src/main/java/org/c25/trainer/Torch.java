package org.c25.trainer;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** PyTorch, started so that it calls nobody and leaves the rest of the machine its cores. */
public final class Torch {

    private static final String LIBRARIES = "/native/lib/pytorch.properties";

    private Torch() {}

    /**
     * Starts PyTorch, once in a program; later calls set the number of threads alone. The first start on a machine unpacks
     * its libraries (452 MB) below {@code DJL_CACHE_DIR}.
     *
     * @param threads how many threads compute; another number gives other last digits
     */
    public static void start(int threads) {
        // Before the first call of DJL, which would else look for models and tell that it was started.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("org.slf4j.simpleLogger.log.ai.djl.util.cuda", "off");
        System.setProperty("org.slf4j.simpleLogger.log.ai.djl", "warn");
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        needLibraries();
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(threads);
        // Only what is learned from is recorded.
        JniUtils.setGradMode(false);
    }

    /** Without them DJL would look for others, offline in vain, and say something of URLs. */
    private static void needLibraries() {
        if (Torch.class.getResource(LIBRARIES) == null && System.getenv("PYTORCH_LIBRARY_PATH") == null) {
            throw new Problem(
                    "There is no PyTorch for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch")
                            + " here: bin/train and TorchScript files run on Linux (x86-64, ARM64),"
                            + " on Macs with Apple's processors, and on Windows (x86-64). bin/predict on ONNX files needs no PyTorch.");
        }
    }

    /** Returns the engine; {@link #start} comes first. */
    public static Engine engine() {
        return Engine.getEngine("PyTorch");
    }

    /** Returns how many threads are taken where nobody says: all cores but one, at least one. */
    public static int usualThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
