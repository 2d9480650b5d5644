/** Labeling configurations made by chance, with what an annotator reads there: for the tests of all modules. */
@NullMarked
package org.prefstream.labelstudio.testing;

import org.jspecify.annotations.NullMarked;
