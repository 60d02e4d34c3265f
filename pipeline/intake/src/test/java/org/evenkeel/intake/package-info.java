/** Proofs of intake, on small exports made here by hand. */
@NullMarked
package org.evenkeel.intake;

import org.jspecify.annotations.NullMarked;
