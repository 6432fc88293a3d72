package org.c25.progress;

import org.c25.testing.OnH2;

@OnH2
class ReplacingOnH2Test extends Replacing {}
