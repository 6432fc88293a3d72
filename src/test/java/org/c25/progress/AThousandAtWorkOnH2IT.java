package org.c25.progress;

import org.c25.testing.OnH2;

/** With a quarter of the images: H2 takes long to fill. */
@OnH2
class AThousandAtWorkOnH2IT extends AThousandAtWork {

    @Override
    int images() {
        return 200;
    }
}
