package org.c25.accounts;

import org.c25.testing.OnH2;

@OnH2
class SigningInOnH2Test extends SigningIn {}
