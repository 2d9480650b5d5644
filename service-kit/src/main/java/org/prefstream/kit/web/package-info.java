/** HTTP: errors, paging, idempotency, request bodies, and the routes that services offer each other. */
@NullMarked
package org.prefstream.kit.web;

import org.jspecify.annotations.NullMarked;
