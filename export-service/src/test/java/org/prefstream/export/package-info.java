/** export-service against a real PostgreSQL and broker, with stand-ins for the services that own the data. */
@NullMarked
package org.prefstream.export;

import org.jspecify.annotations.NullMarked;
