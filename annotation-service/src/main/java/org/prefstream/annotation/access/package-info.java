/** This service's copy of who may do what. */
@NullMarked
package org.prefstream.annotation.access;

import org.jspecify.annotations.NullMarked;
