/** Label Studio's objects as its API and its exports show them: its keys in its order, with its forms of values. */
@NullMarked
package org.prefstream.labelstudio.view;

import org.jspecify.annotations.NullMarked;
