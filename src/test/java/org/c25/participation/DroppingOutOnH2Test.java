package org.c25.participation;

import org.c25.testing.OnH2;

@OnH2
class DroppingOutOnH2Test extends DroppingOut {}
