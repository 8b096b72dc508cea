/** What producers hand in: detections and classifications. */
@org.jspecify.annotations.NullMarked
package org.vigie.events.intake;
