/**
 * Finds what identifies people in the columns of an export that are not its declared id: by what a column is called and by
 * what stands in it. Neighbours: {@code platform} for columns, {@code table} for rows; {@code intake} refuses a file by it.
 * No finding holds a value.
 */
@NullMarked
package org.evenkeel.intake.identifier;

import org.jspecify.annotations.NullMarked;
