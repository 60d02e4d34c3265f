package org.evenkeel.core.disclosure;

import java.util.Optional;
import org.evenkeel.core.statistics.Remark;
import org.evenkeel.core.statistics.Target;

/**
 * A figure of a release.
 *
 * @param key what it is about
 * @param figure how it may be seen
 * @param note what a reader needs to know beside it; only a shown figure has one
 * @param target whom it speaks of; only a shown figure has one
 */
public record ReleasedFigure(FigureKey key, Figure figure, Optional<Remark> note, Optional<Target> target) {}
