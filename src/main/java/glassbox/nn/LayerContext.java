package glassbox.nn;

import glassbox.linalg.Compute;

/**
 * What a layer is made with.
 *
 * @param largestBatch for how many rows the buffers are made
 */
record LayerContext(Compute compute, int largestBatch) {}
