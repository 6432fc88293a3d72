package org.c25.monitoring;

import org.c25.testing.OnH2;

@OnH2
class AuditingOnH2Test extends Auditing {}
