/** Tests of reading reports again. */
@org.jspecify.annotations.NullMarked
package org.evenkeel.reports.verify;
