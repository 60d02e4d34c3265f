/** What the configuration readers promise. */
@NullMarked
package org.evenkeel.app.config;

import org.jspecify.annotations.NullMarked;
