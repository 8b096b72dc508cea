/**
 * http and https URLs as browsers read them, the kinds of their hosts, public suffixes, and which addresses are public.
 */
@NullMarked
package org.vigie.url;

import org.jspecify.annotations.NullMarked;
