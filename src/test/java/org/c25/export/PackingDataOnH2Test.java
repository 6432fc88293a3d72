package org.c25.export;

import org.c25.testing.OnH2;

@OnH2
class PackingDataOnH2Test extends PackingData {}
