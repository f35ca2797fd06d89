/**
 * What a network's answers tell: which images it gets right, which classes it confuses.
 *
 * <p>Works on copies and on what was measured, never on a network that is being trained. May import
 * data, nn, linalg and the records of training.
 */
@NullMarked
package glassbox.analysis;

import org.jspecify.annotations.NullMarked;
