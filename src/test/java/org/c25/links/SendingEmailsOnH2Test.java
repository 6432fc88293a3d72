package org.c25.links;

import org.c25.testing.OnH2;

@OnH2
class SendingEmailsOnH2Test extends SendingEmails {}
