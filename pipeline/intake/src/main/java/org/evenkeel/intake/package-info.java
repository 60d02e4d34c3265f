/**
 * Exports recognised by content, decoded and pseudonymised: a file goes in, responses without identifiers come out, every
 * row accounted for. Plain Java, used by {@code check} and by Spark alike. Neighbours: {@code core} for the words; Spark
 * writes what comes out, the app decides what goes in.
 */
@NullMarked
package org.evenkeel.intake;

import org.jspecify.annotations.NullMarked;
