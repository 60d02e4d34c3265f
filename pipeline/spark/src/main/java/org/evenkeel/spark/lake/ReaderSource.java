package org.evenkeel.spark.lake;

import java.io.Serializable;
import java.util.function.Supplier;
import org.evenkeel.intake.ExportReader;

/** Gives each task a reader of its own, wherever the task runs. */
@FunctionalInterface
public interface ReaderSource extends Supplier<ExportReader>, Serializable {}
