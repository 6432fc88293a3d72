package org.c25.letters;

import org.c25.testing.OnH2;

@OnH2
class InvitingOnH2Test extends Inviting {}
