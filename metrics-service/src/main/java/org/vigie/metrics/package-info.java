/** What each provider did, in numbers that can be reproduced. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics;
