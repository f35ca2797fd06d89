/**
 * A run: its recipe, its steps and what was measured in them.
 *
 * <p>A run is a value: the same recipe and seed give the same run, bit for bit, on any number of
 * threads. {@link glassbox.training.Trainer#step()} is the atom; running, stopping and drawing are
 * loops around it that live elsewhere. May import data, nn, optim and linalg.
 */
@NullMarked
package glassbox.training;

import org.jspecify.annotations.NullMarked;
