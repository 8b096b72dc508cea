/** What is said about speed and memory, measured beside a peer in the same run. */
@NullMarked
package org.vigie.bench;

import org.jspecify.annotations.NullMarked;
