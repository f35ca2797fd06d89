package glassbox.analysis;

import glassbox.linalg.Compute;

/**
 * The gradient of t-SNE's Kullback-Leibler divergence, by Barnes and Hut's approximation (van der
 * Maaten: Accelerating t-SNE using tree-based algorithms, JMLR 15, 2014): dC/dy[i] = 4 (sum over
 * the neighbours of p q (y[i] - y[j]) - sum over all of q² (y[i] - y[j]) / Z), with q = 1 / (1 +
 * d²) and Z the sum of all q. The same for any number of threads.
 */
final class TSneGradient {
  private final Affinities affinities;
  private final double theta2;
  private final Compute compute;
  private final QuadTree tree;
  private final double[] pull; // [N x 2]
  private final double[] push; // [N x 2]
  private final double[] kernel; // [N], the sum of each point's q
  private double z;

  /**
   * Of points with these affinities.
   *
   * @param theta how wide a square may look that counts as one point; 0 for the exact gradient
   */
  TSneGradient(Affinities affinities, double theta, Compute compute) {
    this.affinities = affinities;
    this.compute = compute;
    theta2 = theta * theta;
    int points = affinities.points();
    tree = new QuadTree(points);
    pull = new double[2 * points];
    push = new double[2 * points];
    kernel = new double[points];
  }

  /**
   * Computes it.
   *
   * @param exaggeration by what the affinities are multiplied
   * @param gradient takes it, [N x 2]
   */
  void of(double[] positions, double exaggeration, double[] gradient) {
    tree.build(positions);
    compute.share(affinities.points(), (from, to) -> forces(positions, from, to));
    z = 0;
    for (double each : kernel) { // always in this order
      z += each;
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = 4 * (exaggeration * pull[i] - push[i] / z);
    }
  }

  /** The forces on points that are neighbours on the plane, too: they walk through one tree. */
  private void forces(double[] positions, int from, int to) {
    double[] sums = new double[3];
    for (int place = from; place < to; place++) {
      int point = tree.order[place];
      tree.repulsion(place, theta2, sums);
      push[2 * point] = sums[0];
      push[2 * point + 1] = sums[1];
      kernel[point] = sums[2];
      attraction(positions, point);
    }
  }

  private void attraction(double[] positions, int point) {
    int[] other = affinities.other;
    double[] p = affinities.p;
    double x = positions[2 * point];
    double y = positions[2 * point + 1];
    double forceX = 0;
    double forceY = 0;
    for (int at = affinities.start[point]; at < affinities.start[point + 1]; at++) {
      double dx = x - positions[2 * other[at]];
      double dy = y - positions[2 * other[at] + 1];
      double pq = p[at] / (1 + dx * dx + dy * dy);
      forceX += pq * dx;
      forceY += pq * dy;
    }
    pull[2 * point] = forceX;
    pull[2 * point + 1] = forceY;
  }

  /** The divergence at positions whose gradient was computed last; not exaggerated. */
  double divergence(double[] positions) {
    double sum = affinities.sumOfPLogP() + Math.log(z);
    for (int point = 0; point < affinities.points(); point++) {
      for (int at = affinities.start[point]; at < affinities.start[point + 1]; at++) {
        int other = affinities.other[at];
        double dx = positions[2 * point] - positions[2 * other];
        double dy = positions[2 * point + 1] - positions[2 * other + 1];
        sum += affinities.p[at] * Math.log(1 + dx * dx + dy * dy);
      }
    }
    return sum;
  }
}
