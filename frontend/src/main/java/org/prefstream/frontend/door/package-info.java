/**
 * The one door of Prefstream: it serves the web UI, sends every API call on to the service that owns the path, and keeps
 * out what must not come in. It stores nothing and decides nothing about who may see what; each service does that itself.
 */
@NullMarked
package org.prefstream.frontend;

import org.jspecify.annotations.NullMarked;
