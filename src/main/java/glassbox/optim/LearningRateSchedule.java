package glassbox.optim;

/** How the learning rate moves over a run. */
public sealed interface LearningRateSchedule {
  /** The recipe's word, such as {@code inverse-time}. */
  String name();

  /**
   * The learning rate of update t.
   *
   * @param base r, the optimizer's learning rate
   * @param moment where in the run the update is
   */
  double at(double base, Moment moment);

  /**
   * A place in a run.
   *
   * @param update t = 0, 1, ...
   * @param stepsPerEpoch updates that an epoch has
   * @param totalSteps T, updates of the whole run
   */
  record Moment(long update, long stepsPerEpoch, long totalSteps) {}

  /** r. */
  record Constant() implements LearningRateSchedule {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public double at(double base, Moment moment) {
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
    public double at(double base, Moment moment) {
      return base / (1 + decay * moment.update());
    }
  }
}
