package fr.duret.permanence.understanding;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/// Finds where a smooth convex cost is lowest by L-BFGS: steps along the slope, bent by the last
/// few steps (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 7.5).
final class Descent {

  /// A cost to be made small.
  interface Cost {

    /// The cost at a place; writes the slope there.
    double at(float[] place, float[] slope);
  }

  private static final class Step {

    private final float[] moved;
    private final float[] turned;
    private final double curve;

    Step(float[] moved, float[] turned, double curve) {
      this.moved = moved;
      this.turned = turned;
      this.curve = curve;
    }
  }

  private static final int REMEMBERED = 7;
  private static final int MOST_STEPS = 120;
  private static final int MOST_HALVINGS = 20;
  private static final double ENOUGH = 1e-4;
  private static final double LEVEL = 2e-5;

  private final Cost cost;
  private final Deque<Step> steps = new ArrayDeque<>();

  Descent(Cost cost) {
    this.cost = cost;
  }

  /// The lowest place that is reached from another.
  float[] lowest(float[] from) {
    float[] place = from;
    float[] slope = new float[from.length];
    double height = cost.at(place, slope);
    for (int i = 0; i < MOST_STEPS; i++) {
      float[] way = way(slope);
      float[] next = new float[place.length];
      float[] nextSlope = new float[place.length];
      double lower = step(place, way, height, dot(slope, way), next, nextSlope);
      if (lower >= height) {
        return place;
      }
      remember(place, next, slope, nextSlope);
      boolean level = height - lower < LEVEL * height;
      place = next;
      slope = nextSlope;
      height = lower;
      if (level) {
        return place;
      }
    }
    return place;
  }

  /// Goes down the way, half as far each time that this is too far.
  private double step(
      float[] place, float[] way, double height, double fall, float[] next, float[] slope) {
    float length = 1;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      for (int j = 0; j < place.length; j++) {
        next[j] = place[j] - length * way[j];
      }
      double lower = cost.at(next, slope);
      if (lower <= height - ENOUGH * length * fall) {
        return lower;
      }
      length /= 2;
    }
    return height;
  }

  private void remember(float[] place, float[] next, float[] slope, float[] nextSlope) {
    float[] moved = add(next, place, -1);
    float[] turned = add(nextSlope, slope, -1);
    double curve = dot(moved, turned);
    if (curve > 0) {
      steps.addLast(new Step(moved, turned, curve));
      if (steps.size() > REMEMBERED) {
        steps.removeFirst();
      }
    }
  }

  private float[] way(float[] slope) {
    if (steps.isEmpty()) {
      return times(slope, 1 / Math.sqrt(dot(slope, slope)));
    }
    float[] way = slope;
    double[] taken = new double[steps.size()];
    int at = taken.length;
    for (Iterator<Step> back = steps.descendingIterator(); back.hasNext(); ) {
      Step step = back.next();
      taken[--at] = dot(step.moved, way) / step.curve;
      way = add(way, step.turned, -taken[at]);
    }
    Step last = steps.getLast();
    way = times(way, last.curve / dot(last.turned, last.turned));
    for (Step step : steps) {
      double back = dot(step.turned, way) / step.curve;
      way = add(way, step.moved, taken[at++] - back);
    }
    return way;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static float[] add(float[] one, float[] other, double times) {
    float[] sum = Arrays.copyOf(one, one.length);
    float factor = (float) times;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * other[i];
    }
    return sum;
  }

  private static float[] times(float[] one, double times) {
    float[] product = Arrays.copyOf(one, one.length);
    float factor = (float) times;
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return product;
  }
}
