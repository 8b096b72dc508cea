/** The kill switch: nothing is sent, to anybody or to one provider, until a person lifts it. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.stop;
