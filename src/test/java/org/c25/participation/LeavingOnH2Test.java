package org.c25.participation;

import org.c25.testing.OnH2;

@OnH2
class LeavingOnH2Test extends Leaving {}
