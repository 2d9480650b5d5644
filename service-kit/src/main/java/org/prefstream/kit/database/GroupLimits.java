package org.prefstream.kit.database;

import java.time.Duration;

/**
 * How much a {@link GroupCommit} takes.
 *
 * @param group the most requests that are stored together
 * @param groupBytes the most bytes of requests that are stored together; a larger request is stored alone
 * @param waiting the most requests that may wait in a line; more are refused with a 503
 * @param waitingBytes the most bytes of requests that may wait in a line
 * @param patience how long a request waits for what another transaction holds, before it is refused with a 503
 */
public record GroupLimits(int group, long groupBytes, int waiting, long waitingBytes, Duration patience) {
}
