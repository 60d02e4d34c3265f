/**
 * A simulated medical school that hands in exports just as survey platforms write them, and the truth that was planted in it.
 * Neighbours: {@code core.study} for the calendar; the job takes the written folder in like anybody's.
 */
@NullMarked
package org.evenkeel.app.demo;

import org.jspecify.annotations.NullMarked;
