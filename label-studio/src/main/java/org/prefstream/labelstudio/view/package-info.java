/** Label Studio's objects as its API and its files show them. */
@NullMarked
package org.prefstream.labelstudio.view;

import org.jspecify.annotations.NullMarked;
