/** Makes a Kafka what deploy/kafka says it should be, before any service uses it. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.setup;
