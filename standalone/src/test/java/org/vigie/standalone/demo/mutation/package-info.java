/** Rules of the services, broken on purpose: each class is handed to Spring as one more source of every context. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.demo.mutation;
