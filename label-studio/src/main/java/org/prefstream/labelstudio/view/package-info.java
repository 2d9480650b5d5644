/** Label Studio's objects as its API shows them: one record each, whose components are the keys in their order. */
@NullMarked
package org.prefstream.labelstudio.view;

import org.jspecify.annotations.NullMarked;
