package org.c25.forms;

import org.c25.testing.OnH2;

@OnH2
class SendingFormsOnH2Test extends SendingForms {}
