package org.c25.results;

import org.c25.testing.OnH2;

@OnH2
class AgreeingOnH2Test extends Agreeing {}
