/** This service's copy of projects. */
@NullMarked
package org.prefstream.annotation.project;

import org.jspecify.annotations.NullMarked;
