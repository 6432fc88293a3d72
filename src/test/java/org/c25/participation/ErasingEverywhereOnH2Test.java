package org.c25.participation;

import org.c25.testing.OnH2;

@OnH2
class ErasingEverywhereOnH2Test extends ErasingEverywhere {}
