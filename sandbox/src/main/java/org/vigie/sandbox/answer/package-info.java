/** The world as those who answer notices: mail servers, machines and people, by mail and on the reply page. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.answer;
