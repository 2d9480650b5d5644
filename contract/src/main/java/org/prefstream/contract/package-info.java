/**
 * What Prefstream's services tell each other and the world: one record type per topic. Values are plain UTF-8 JSON with
 * snake_case keys; consumers must tolerate unknown keys. Any Jackson 2 {@code ObjectMapper} with the Java time module
 * reads them.
 */
@NullMarked
package org.prefstream.contract;

import org.jspecify.annotations.NullMarked;
