/** Proofs that tables are read as they were written. */
@NullMarked
package org.evenkeel.intake.table;

import org.jspecify.annotations.NullMarked;
