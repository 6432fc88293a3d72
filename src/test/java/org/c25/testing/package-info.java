/** What tests share: the two databases, a client of the API, and a lab with studies, sets and people. */
package org.c25.testing;
