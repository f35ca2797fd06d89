package glassbox.analysis;

import java.util.Arrays;

/**
 * How much each two of N points belong together: t-SNE's p[i, j] = (p[j | i] + p[i | j]) / 2N,
 * sparse, symmetric, their sum 1. The entries of a point stand one after the other.
 */
final class Affinities {
  /** [N + 1], where the entries of each point begin. */
  final int[] start;

  /** The other point of each entry, ascending within a point. */
  final int[] other;

  /** p of each entry. */
  final double[] p;

  /** Adds up what two points have for each other. */
  Affinities(NeighbourShares own) {
    Turned turned = new Turned(own);
    int points = own.points();
    int perPoint = own.perPoint();
    int[] others = new int[2 * own.near.length];
    double[] joint = new double[others.length];
    start = new int[points + 1];
    int at = 0;
    for (int point = 0; point < points; point++) {
      int a = point * perPoint;
      int b = turned.start[point];
      while (a < (point + 1) * perPoint || b < turned.start[point + 1]) {
        int mine = a < (point + 1) * perPoint ? own.near[a] : points;
        int theirs = b < turned.start[point + 1] ? turned.from[b] : points;
        others[at] = Math.min(mine, theirs);
        joint[at] += mine <= theirs ? own.share[a++] : 0;
        joint[at] += theirs <= mine ? turned.share[b++] : 0;
        joint[at++] /= 2.0 * points;
      }
      start[point + 1] = at;
    }
    other = Arrays.copyOf(others, at);
    p = Arrays.copyOf(joint, at);
  }

  /** Whose neighbour each point is, and by which share. */
  private static final class Turned {
    final int[] start;
    final int[] from;
    final double[] share;

    Turned(NeighbourShares shares) {
      start = new int[shares.points() + 1];
      from = new int[shares.near.length];
      share = new double[shares.near.length];
      for (int point : shares.near) {
        start[point + 1]++;
      }
      for (int point = 0; point < shares.points(); point++) {
        start[point + 1] += start[point];
      }
      int[] next = start.clone();
      for (int i = 0; i < from.length; i++) {
        int at = next[shares.near[i]]++;
        from[at] = i / shares.perPoint();
        share[at] = shares.share[i];
      }
    }
  }

  /** N. */
  int points() {
    return start.length - 1;
  }

  /** The sum of p log p, a part of the divergence that positions do not change. */
  double sumOfPLogP() {
    double sum = 0;
    for (double each : p) {
      sum += each > 0 ? each * Math.log(each) : 0;
    }
    return sum;
  }
}
