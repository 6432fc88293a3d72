package org.c25.datapage;

import org.c25.testing.OnH2;

@OnH2
class FreezingOnH2Test extends Freezing {}
