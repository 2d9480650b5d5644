/**
 * The files that training jobs and tuning services read. Each format is one class: it says which rules a row must keep, and what
 * lines a row becomes. Rows that break a rule are left out and counted.
 */
@NullMarked
package org.prefstream.export.format.training;

import org.jspecify.annotations.NullMarked;
