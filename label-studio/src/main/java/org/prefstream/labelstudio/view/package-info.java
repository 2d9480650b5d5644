/** Label Studio's objects as its API shows them: one record each, its keys in Label Studio's order. */
@NullMarked
package org.prefstream.labelstudio.view;

import org.jspecify.annotations.NullMarked;
