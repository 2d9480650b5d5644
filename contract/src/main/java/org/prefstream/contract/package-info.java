/**
 * What Prefstream's services tell each other and the world: one record type per topic. Values are plain UTF-8 JSON with
 * snake_case keys; consumers must tolerate unknown keys. Any Jackson 2 {@code ObjectMapper} with the Java time module
 * reads them; enable {@code USE_BIG_DECIMAL_FOR_FLOATS} to keep the numbers in a task's data and in a result exactly as they
 * were sent.
 */
@NullMarked
package org.prefstream.contract;

import org.jspecify.annotations.NullMarked;
