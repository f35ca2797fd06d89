package glassbox.analysis;

import java.util.Arrays;

/** The nearest of many points that come by one after the other: a heap with the farthest on top. */
final class NearestHeap {
  private final float[] distances;
  private final int[] points;

  /** Room for so many, all of them infinitely far away. */
  NearestHeap(int size) {
    distances = new float[size];
    points = new int[size];
    clear();
  }

  void clear() {
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
  }

  /** What a point must be nearer than to be kept. */
  float farthest() {
    return distances[0];
  }

  /** Takes a point that is nearer than the farthest, in the place of that one. */
  void offer(float distance, int point) {
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= distances.length) {
        break;
      }
      if (child + 1 < distances.length && distances[child + 1] > distances[child]) {
        child++;
      }
      if (distances[child] <= distance) {
        break;
      }
      distances[hole] = distances[child];
      points[hole] = points[child];
      hole = child;
    }
    distances[hole] = distance;
    points[hole] = point;
  }

  /** One of them, in no order. */
  int point(int place) {
    return points[place];
  }
}
