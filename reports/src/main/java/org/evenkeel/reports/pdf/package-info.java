/**
 * The term report as an accessible, archivable PDF: templates laid out by a CSS engine, charts drawn into it as vectors, and a
 * finisher that mends what the engine leaves. Neighbours: {@code model} says everything that is printed, {@code chart} draws.
 */
@NullMarked
package org.evenkeel.reports.pdf;

import org.jspecify.annotations.NullMarked;
