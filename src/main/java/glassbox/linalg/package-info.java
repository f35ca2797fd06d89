/**
 * Dense row-major float matrices and the few operations that a network spends its time in.
 *
 * <p>Start at {@link glassbox.linalg.Compute}: it checks shapes, shares rows or columns among
 * threads and hands each share to a {@link glassbox.linalg.Kernels}: {@link
 * glassbox.linalg.PlainKernels}, a loop to read, or {@link glassbox.linalg.SimdKernels}, the same
 * sums in vector registers. Both add in the same order with fused multiply-adds, so their results
 * are equal bit for bit.
 *
 * <p>May import the JDK only; the one room that sees {@code jdk.incubator.vector}.
 */
@NullMarked
package glassbox.linalg;

import org.jspecify.annotations.NullMarked;
