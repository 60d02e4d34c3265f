/** Tests of the simulated school. */
@NullMarked
package org.evenkeel.app.demo;

import org.jspecify.annotations.NullMarked;
