/** Chains over REST, without storing anything. */
@NullMarked
package org.vigie.registry.chain.web;

import org.jspecify.annotations.NullMarked;
