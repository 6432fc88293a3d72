package org.c25.letters;

import org.c25.testing.OnPostgreSql;

@OnPostgreSql
class SendingLettersOnPostgreSqlTest extends SendingLetters {}
