/** Labeling configurations: the XML that says what annotators see and what they may answer. */
@NullMarked
package org.prefstream.labelstudio.config;

import org.jspecify.annotations.NullMarked;
