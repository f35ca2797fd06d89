/**
 * What turns gradients into better weights: optimizers and learning-rate schedules.
 *
 * <p>Semantics are those of PyTorch's optimizers of the same name. Start at {@link
 * glassbox.optim.Sgd}. May import nn and linalg.
 */
@NullMarked
package glassbox.optim;

import org.jspecify.annotations.NullMarked;
