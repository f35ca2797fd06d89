package glassbox.ui.runs;

import glassbox.ui.session.Run;
import glassbox.ui.words.Words;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** One line for the runs that differ in their seeds alone. */
final class GroupLine implements Line {
  private final ReadOnlyStringWrapper name;
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Run>> runs = new ReadOnlyObjectWrapper<>();
  private String differs = "";
  private List<RunLine> members = List.of();

  /** A line of at least one run. */
  GroupLine(String name, List<RunLine> members) {
    this.name = new ReadOnlyStringWrapper(name);
    setMembers(members);
  }

  final void setMembers(List<RunLine> newMembers) {
    members = newMembers;
    List<Run> now = members.stream().map(RunLine::run).toList();
    if (!now.equals(runs.get())) {
      runs.set(now);
      differs = Differences.ofGroup(now);
    }
    look();
  }

  @Override
  public ObservableValue<String> nameProperty() {
    return name.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<List<Run>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  @Override
  public void look() {
    Facts now = summary(members.stream().map(line -> line.factsProperty().get()).toList());
    if (!now.equals(facts.get())) {
      facts.set(now);
    }
  }

  /** Means of all runs; of the test accuracies those at the end, which alone can be compared. */
  private Facts summary(List<Facts> all) {
    double[] tests =
        all.stream()
            .filter(facts -> facts.standing() == Standing.FINISHED)
            .mapToDouble(Facts::test)
            .filter(Double::isFinite)
            .toArray();
    return new Facts(
        finished(differs, tests.length, all.size()),
        all.getFirst().dataset(),
        DoubleStream.of(tests).average().orElse(Double.NaN),
        deviation(tests),
        mean(all, Facts::bestValidation),
        Math.round(mean(all, Facts::steps)),
        Math.round(mean(all, Facts::planned)),
        mean(all, Facts::seconds),
        standing(all.stream().map(Facts::standing).toList()));
  }

  private static String finished(String words, int some, int all) {
    return some < all ? Words.of("runs.differs.finished", words, some) : words;
  }

  private static double mean(List<Facts> all, ToDoubleFunction<Facts> figure) {
    return all.stream().mapToDouble(figure).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** Of a sample, with n - 1; NaN for less than two values. */
  static double deviation(double[] values) {
    double mean = DoubleStream.of(values).average().orElse(Double.NaN);
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }

  /** What matters most: that something trains, then that something is wrong or left to do. */
  private static Standing standing(List<Standing> all) {
    return Stream.of(
            Standing.TRAINING,
            Standing.PAUSED,
            Standing.DAMAGED,
            Standing.FAILED,
            Standing.ELSEWHERE,
            Standing.UNFINISHED)
        .filter(all::contains)
        .findFirst()
        .orElse(Standing.FINISHED);
  }
}
