/** The issuer of an evaluation: a Spring Authorization Server, so that Vigie works alone. Production has none. */
@NullMarked
package org.vigie.standalone.issuer;

import org.jspecify.annotations.NullMarked;
