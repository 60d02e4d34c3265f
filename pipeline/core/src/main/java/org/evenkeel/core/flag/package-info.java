/**
 * Flags, findings and sentences, computed from shown figures only. Neighbours: reads what disclosure shows, adds nothing an outsider could
 * not compute himself from the published rows.
 */
@NullMarked
package org.evenkeel.core.flag;

import org.jspecify.annotations.NullMarked;
