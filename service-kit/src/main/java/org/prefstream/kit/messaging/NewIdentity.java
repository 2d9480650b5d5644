package org.prefstream.kit.messaging;

/**
 * What a row has before it is stored.
 *
 * @param id nobody else gets it
 * @param revision the one that its first record has
 */
public record NewIdentity(long id, long revision) {
}
