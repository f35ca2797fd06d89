package glassbox.analysis;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tagbio.umap.ProgressListener;
import tagbio.umap.UmapProgress;

/**
 * UMAP (McInnes, Healy, Melville 2018) by a library: on one thread, so that a seed decides it, from
 * random positions, for the library takes no others. Wide points are reduced to their first
 * principal components. Calling it off is heard of at most twice a second.
 */
final class Umap {
  /** So many dimensions at most are given to the library, whose search for neighbours is slow. */
  private static final int WIDEST = 50;

  private static final int NEIGHBOURS = 15;

  private Umap() {}

  /**
   * Places points; null where it was called off.
   *
   * @param x [N x D] with at least 4 points
   */
  static @Nullable Matrix place(Matrix x, long seed, Compute compute, Placing placing) {
    Matrix narrow =
        x.columns() > WIDEST ? new PrincipalComponents(x, WIDEST, seed, compute).positions() : x;
    Thread own = Thread.currentThread();
    ProgressListener listener =
        state -> {
          double share = Math.min(1, (double) state.getCount() / Math.max(1, state.getTotal()));
          if (Thread.currentThread() == own && !placing.reached(share, () -> new Matrix(0, 2))) {
            throw new CancellationException();
          }
        };
    UmapProgress.addProgressListener(listener);
    try {
      return matrix(
          new tagbio.umap.Umap()
              .setSeed(seed)
              .setThreads(1)
              .setNumberComponents(2)
              .setNumberNearestNeighbours(Math.clamp(x.rows() - 1, 2, NEIGHBOURS))
              .fitTransform(rows(narrow)));
    } catch (CancellationException e) {
      return null;
    } finally {
      UmapProgress.removeProgressListener(listener);
    }
  }

  private static float[][] rows(Matrix x) {
    float[][] rows = new float[x.rows()][x.columns()];
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(x.values(), n * x.columns(), rows[n], 0, x.columns());
    }
    return rows;
  }

  private static Matrix matrix(float[][] rows) {
    Matrix matrix = new Matrix(rows.length, 2);
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(rows[n], 0, matrix.values(), 2 * n, 2);
    }
    return matrix;
  }
}
