package glassbox.analysis;

import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Places points of many dimensions on a plane, so that one sees which of them are alike. The same
 * seed gives the same picture, on any number of threads.
 */
public final class Projection {
  /** Fewer points have no neighbours to speak of. */
  private static final int FEWEST = 5;

  /** By what rule. */
  public enum Method {
    /** Linear, at once: the two directions in which the points differ most. */
    PCA("PCA"),
    /** Neighbours stay neighbours. */
    TSNE("t-SNE"),
    /** Neighbours stay neighbours, groups stay apart. */
    UMAP("UMAP");

    private final String title;

    Method(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /** As the command line names it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Method method;
  private final long seed;
  private final @Nullable Matrix last;

  private Projection(Method method, long seed, @Nullable Matrix last) {
    this.method = method;
    this.seed = seed;
    this.last = last;
  }

  /** From nothing. */
  public static Projection of(Method method, long seed) {
    return new Projection(method, seed, null);
  }

  /**
   * t-SNE starts from where the same points were when they were a little different; the others
   * begin anew.
   *
   * @param positions [N x 2], what {@link #place} gave
   */
  public Projection from(Matrix positions) {
    return new Projection(method, seed, positions);
  }

  /**
   * Places points; null where it was called off.
   *
   * @param x [N x D], finite; used up: what stands in it afterwards is not defined
   * @return [N x 2]
   */
  public @Nullable Matrix place(Matrix x, Compute compute, Placing placing) {
    Matrix before = last;
    if (method == Method.TSNE && x.rows() >= FEWEST) {
      return before == null
          ? TSne.place(x, TSne.principal(x, seed, compute), TSne.Settings.FRESH, compute, placing)
          : TSne.place(x, before, TSne.Settings.AGAIN, compute, placing);
    }
    return method == Method.UMAP && x.rows() >= FEWEST
        ? Umap.place(x, seed, compute, placing)
        : plane(PrincipalComponents.inPlace(x, 2, seed, compute));
  }

  /** Positions along the first two components; 0 along one that there is not. */
  static Matrix plane(PrincipalComponents components) {
    Matrix along = components.positions();
    Matrix plane = new Matrix(along.rows(), 2);
    for (int n = 0; n < along.rows(); n++) {
      for (int c = 0; c < components.count(); c++) {
        plane.set(n, c, along.get(n, c));
      }
    }
    return plane;
  }
}
