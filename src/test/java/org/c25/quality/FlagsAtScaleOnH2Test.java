package org.c25.quality;

import org.c25.testing.Measured;
import org.c25.testing.OnH2;

@Measured
@OnH2
class FlagsAtScaleOnH2Test extends FlagsAtScale {}
