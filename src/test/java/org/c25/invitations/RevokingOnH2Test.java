package org.c25.invitations;

import org.c25.testing.OnH2;

@OnH2
class RevokingOnH2Test extends Revoking {}
