/** HTTP: request bodies, errors, paging, idempotency, answers that wait for copies, and the routes between services. */
@NullMarked
package org.prefstream.kit.web;

import org.jspecify.annotations.NullMarked;
