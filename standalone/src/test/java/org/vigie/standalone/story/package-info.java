/** Whole stories, told through the interfaces that users have: REST, topics, mail, pages. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.story;
