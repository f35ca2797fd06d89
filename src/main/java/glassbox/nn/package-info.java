/**
 * The network, its layers and its loss, forward and backward by hand.
 *
 * <p>Letters: N batch size, D inputs, H units (outputs) of a layer, C classes. A batch is a matrix
 * [N x D]; weights are [D x H], inputs by rows, so a dense layer is X · W. Each layer writes its
 * forward pass and, right below, its backward pass, with the formula above them. Buffers are made
 * once for the largest batch. A network knows no data set, no optimizer and no screen.
 *
 * <p>Start at {@link glassbox.nn.Dense}, then {@link glassbox.nn.Network}. May import linalg.
 */
@NullMarked
package glassbox.nn;

import org.jspecify.annotations.NullMarked;
