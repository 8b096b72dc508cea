/**
 * The words that several topics share, the topics themselves and the headers of their records.
 *
 * <p>Records stay readable when fields are added: a list that an older record does not have reads as empty, a number as
 * 0, a flag as false, a nullable field as absent. A value of an enum that this build does not know reads as
 * {@code UNKNOWN}.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.events;
