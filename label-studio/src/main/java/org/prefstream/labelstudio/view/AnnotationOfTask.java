package org.prefstream.labelstudio.view;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * An annotation that stands beside its task: what the task sums up of its annotations, and how this one is shown.
 *
 * @param completedBy the author's id
 * @param leadTime seconds that it took; null where nobody measured it
 * @param view the annotation object
 */
public record AnnotationOfTask(long id, @Nullable Long completedBy, @Nullable BigDecimal leadTime, Object view) {
}
