/**
 * Flags, findings and sentences, computed from shown figures only. Neighbours: reads a Release, adds nothing an outsider could not compute himself.
 */
@NullMarked
package org.evenkeel.core.flag;

import org.jspecify.annotations.NullMarked;
