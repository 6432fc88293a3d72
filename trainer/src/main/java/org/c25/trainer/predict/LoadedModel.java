package org.c25.trainer.predict;

import java.util.Map;
import org.c25.trainer.pictures.Preprocessing;

/**
 * A network that is ready to be asked, with what it takes and gives.
 *
 * @param card what its model card says so far, in the order in which it is written
 */
record LoadedModel(Net net, Preprocessing preprocessing, Readout readout, Map<String, Object> card)
        implements AutoCloseable {

    @Override
    public void close() {
        net.close();
    }
}
