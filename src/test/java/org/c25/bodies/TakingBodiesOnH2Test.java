package org.c25.bodies;

import org.c25.testing.OnH2;

@OnH2
class TakingBodiesOnH2Test extends TakingBodies {}
