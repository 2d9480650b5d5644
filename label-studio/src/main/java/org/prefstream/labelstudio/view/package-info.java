/** What Label Studio's clients are answered, as typed records: names, order and form of the members are Label Studio's. */
@NullMarked
package org.prefstream.labelstudio.view;

import org.jspecify.annotations.NullMarked;
