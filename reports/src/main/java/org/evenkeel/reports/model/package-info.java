/**
 * What a report says, before anything is drawn: sections, sentences, charts and tables, made purely from what the release
 * schema holds. Everything here has been shown already; a withheld figure has no value to hold. Neighbours: {@code chart}
 * draws the charts, {@code pdf} and {@code excel} draw the whole.
 */
@NullMarked
package org.evenkeel.reports.model;

import org.jspecify.annotations.NullMarked;
