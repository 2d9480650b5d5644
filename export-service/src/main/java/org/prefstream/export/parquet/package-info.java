/** Files in Apache Parquet, written with Parquet's own encoders and without Hadoop. */
@NullMarked
package org.prefstream.export.parquet;

import org.jspecify.annotations.NullMarked;
