/** The probe over plain sockets: resolve once, vet, connect to that very address, stop at the headers. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.probe.http;
