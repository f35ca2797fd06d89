package glassbox.optim;

/** How the learning rate moves over a run. */
public sealed interface LearningRateSchedule {
  /** The recipe's word, such as {@code inverse-time}. */
  String name();

  /**
   * The learning rate of update t.
   *
   * @param base r, the optimizer's learning rate
   * @param update t = 0, 1, ...
   * @param epoch e, epochs done before it
   * @param totalSteps T, updates of the whole run
   */
  double at(double base, long update, long epoch, long totalSteps);

  /** r. */
  record Constant() implements LearningRateSchedule {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public double at(double base, long update, long epoch, long totalSteps) {
      return base;
    }
  }

  /** r / (1 + decay t). */
  record InverseTime(double decay) implements LearningRateSchedule {
    public InverseTime {
      if (!(decay >= 0 && decay <= 1000)) {
        throw new IllegalArgumentException("schedule.decay must be in [0, 1000], got " + decay);
      }
    }

    @Override
    public String name() {
      return "inverse-time";
    }

    @Override
    public double at(double base, long update, long epoch, long totalSteps) {
      return base / (1 + decay * update);
    }
  }

  /** r γᵉ, with e the epochs done. */
  record Exponential(double gamma) implements LearningRateSchedule {
    public Exponential {
      Ranges.require(gamma > 0 && gamma <= 1, "schedule.gamma", "in (0, 1]", gamma);
    }

    @Override
    public String name() {
      return "exponential";
    }

    @Override
    public double at(double base, long update, long epoch, long totalSteps) {
      return base * Math.pow(gamma, epoch);
    }
  }

  /** r γ^⌊e / every⌋, with e the epochs done. */
  record Step(int every, double gamma) implements LearningRateSchedule {
    public Step {
      Ranges.require(every >= 1, "schedule.every", "at least 1", every);
      Ranges.require(gamma > 0 && gamma <= 1, "schedule.gamma", "in (0, 1]", gamma);
    }

    @Override
    public String name() {
      return "step";
    }

    @Override
    public double at(double base, long update, long epoch, long totalSteps) {
      return base * Math.pow(gamma, Math.floorDiv(epoch, every));
    }
  }

  /**
   * Half a cosine from r down to a minimum m, after a linear warm-up over the first updates
   * (Loshchilov and Hutter 2017, SGDR; Goyal et al. 2017). With several cycles the run is divided
   * equally, and each begins again at r; only the first has the warm-up.
   *
   * @param warmup updates on the way up, a whole number; or, below 1, their share of the first
   *     cycle
   * @param minimum m, at least 0
   * @param cycles how often it goes down, at least 1
   */
  record Cosine(double warmup, double minimum, int cycles) implements LearningRateSchedule {
    public Cosine(double warmup, double minimum) {
      this(warmup, minimum, 1);
    }

    public Cosine {
      Ranges.require(warmup >= 0, "schedule.warmup", "at least 0", warmup);
      boolean countOrShare =
          warmup < 1 || warmup == Math.rint(warmup) && warmup <= Integer.MAX_VALUE;
      Ranges.require(countOrShare, "schedule.warmup", "a whole number or below 1", warmup);
      Ranges.require(minimum >= 0 && minimum <= 1000, "schedule.minimum", "in [0, 1000]", minimum);
      Ranges.require(cycles >= 1, "schedule.cycles", "at least 1", cycles);
    }

    @Override
    public String name() {
      return "cosine";
    }

    /** Updates on the way up in a run of so many. */
    public long warmupSteps(long totalSteps) {
      return Math.round(warmup < 1 ? warmup * totalSteps / cycles : warmup);
    }

    @Override
    public double at(double base, long update, long epoch, long totalSteps) {
      long up = warmupSteps(totalSteps);
      if (update < up) {
        return base * (update + 1) / up;
      }
      long cycle = Math.min(cycles - 1, update * cycles / totalSteps);
      long from = Math.max(up, Math.ceilDiv(cycle * totalSteps, cycles));
      long end = Math.ceilDiv((cycle + 1) * totalSteps, cycles);
      double way = (double) (update - from) / (end - from);
      return minimum + (base - minimum) * 0.5 * (1 + Math.cos(Math.PI * way));
    }
  }
}
