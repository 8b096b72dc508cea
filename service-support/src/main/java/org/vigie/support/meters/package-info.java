/** What Prometheus is told beside what Spring Boot tells it. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.meters;
