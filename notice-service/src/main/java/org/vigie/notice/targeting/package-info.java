/** The statistical unit: one content unit named to one provider in one role. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.targeting;
