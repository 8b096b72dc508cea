/** How people and programs come to Vigie through an issuer: the one inside, and a Keycloak. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.issuer;
