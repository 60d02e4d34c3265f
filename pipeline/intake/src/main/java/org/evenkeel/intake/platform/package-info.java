/**
 * What survey platforms' exports look like: recognised from the first rows, which columns are the platform's own, which
 * rows count, where id and time of a submission are. Neighbours: {@code table} for the rows; {@code intake} decodes them.
 */
@NullMarked
package org.evenkeel.intake.platform;

import org.jspecify.annotations.NullMarked;
