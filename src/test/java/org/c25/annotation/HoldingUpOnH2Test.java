package org.c25.annotation;

import org.c25.testing.OnH2;

@OnH2
class HoldingUpOnH2Test extends HoldingUp {}
