/**
 * Instruments as data, the scoring rule they carry and the worked examples that prove it: answers in, exact scores out. Neighbours: none; the Spark room proves its column expressions against this package.
 */
@NullMarked
package org.evenkeel.core.instrument;

import org.jspecify.annotations.NullMarked;
