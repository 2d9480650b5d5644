/**
 * The door: the one port that the world sees. It serves the web UI, forwards every API call to the service that owns
 * the path, and refuses what must not come in. It stores nothing and decides nothing about access; each service does
 * that itself.
 */
@NullMarked
package org.prefstream.frontend.door;

import org.jspecify.annotations.NullMarked;
