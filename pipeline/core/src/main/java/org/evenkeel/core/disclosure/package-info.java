/**
 * The wall. Decides which figures may be shown, on which grid, and is the only maker of a Release. Neighbours: reads {@code statistics}; {@code flag} and the mart come after it.
 */
@NullMarked
package org.evenkeel.core.disclosure;

import org.jspecify.annotations.NullMarked;
