@NullMarked
package org.evenkeel.reports.web;

import org.jspecify.annotations.NullMarked;
