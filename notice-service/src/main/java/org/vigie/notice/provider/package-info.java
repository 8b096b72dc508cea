/** This service's copies of chains and providers. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.provider;
