package org.c25.trainer.predict;

import java.util.List;

/** Mean and standard deviation of ImageNet's pictures by channel (red, green, blue), on 0 … 1, as torchvision states them. */
final class ImageNet {

    static final List<Double> MEAN = List.of(0.485, 0.456, 0.406);
    static final List<Double> STD = List.of(0.229, 0.224, 0.225);

    private ImageNet() {}
}
