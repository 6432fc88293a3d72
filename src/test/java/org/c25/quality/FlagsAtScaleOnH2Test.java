package org.c25.quality;

import org.c25.testing.OnH2;

@OnH2
class FlagsAtScaleOnH2Test extends FlagsAtScale {}
