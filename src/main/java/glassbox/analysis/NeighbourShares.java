package glassbox.analysis;

import glassbox.linalg.Compute;
import java.util.Arrays;

/**
 * How a point's affinity is divided among its K neighbours: p[j | i] = exp(-beta d²) / sum, with
 * beta found by halving such that the entropy is log(perplexity) (van der Maaten, Hinton:
 * Visualizing data using t-SNE, JMLR 9, 2008, equation 1).
 */
final class NeighbourShares {
  private static final int MOST_HALVINGS = 100;
  private static final double TOLERANCE = 1e-5;

  private final Neighbours neighbours;
  private final double target;

  /** The neighbours of each point, K after K, by their numbers. */
  final int[] near;

  /** The share of each, their sum 1 for each point. */
  final double[] share;

  /**
   * Computes them.
   *
   * @param perplexity how many neighbours a point effectively has, in [1, K]
   */
  NeighbourShares(Neighbours neighbours, double perplexity, Compute compute) {
    this.neighbours = neighbours;
    target = Math.log(perplexity);
    near = new int[neighbours.points() * neighbours.perPoint()];
    share = new double[near.length];
    compute.share(neighbours.points(), this::divide);
  }

  private void divide(int from, int to) {
    double[] byRank = new double[neighbours.perPoint()];
    for (int point = from; point < to; point++) {
      divide(point, byRank);
      sortByNumber(point, byRank);
    }
  }

  private void divide(int point, double[] byRank) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double excess = divide(point, byRank, beta) - target;
      if (Math.abs(excess) <= TOLERANCE) {
        break;
      }
      low = excess > 0 ? beta : low;
      high = excess > 0 ? high : beta;
      beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
    }
  }

  /** The shares for one beta; returns their entropy. */
  private double divide(int point, double[] byRank, double beta) {
    double nearest = neighbours.squaredDistance(point, 0);
    double sum = 0;
    double weighted = 0;
    for (int k = 0; k < byRank.length; k++) {
      double farther = neighbours.squaredDistance(point, k) - nearest; // so that not all vanish
      byRank[k] = Math.exp(-beta * farther);
      sum += byRank[k];
      weighted += byRank[k] * farther;
    }
    for (int k = 0; k < byRank.length; k++) {
      byRank[k] /= sum;
    }
    return Math.log(sum) + beta * weighted / sum;
  }

  private void sortByNumber(int point, double[] byRank) {
    long[] keys = new long[byRank.length];
    for (int k = 0; k < keys.length; k++) {
      keys[k] = (long) neighbours.index(point, k) << 32 | k;
    }
    Arrays.sort(keys);
    for (int k = 0, at = point * keys.length; k < keys.length; k++, at++) {
      near[at] = (int) (keys[k] >>> 32);
      share[at] = byRank[(int) keys[k]];
    }
  }

  /** N. */
  int points() {
    return neighbours.points();
  }

  /** K. */
  int perPoint() {
    return neighbours.perPoint();
  }
}
