package glassbox.format;

import glassbox.training.Course;
import glassbox.training.EpochResult;
import glassbox.training.History;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured as tables: metrics.csv and epochs.csv, counted from 1. */
final class MetricsCsv {
  private MetricsCsv() {}

  /** A row a step. */
  static void writeSteps(Path file, History history, Course course) throws IOException {
    AtomicFiles.write(
        file,
        out -> {
          BufferedWriter csv =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          csv.write("step,epoch,loss,accuracy,learningRate\n");
          for (int step = 0; step < history.size(); step++) {
            csv.append(Integer.toString(step + 1))
                .append(',')
                .append(Long.toString(course.epochOf(step) + 1))
                .append(',')
                .append(Double.toString(history.loss(step)))
                .append(',')
                .append(Double.toString(history.accuracy(step)))
                .append(',')
                .append(Double.toString(history.learningRate(step)))
                .append('\n');
          }
          csv.flush();
        });
  }

  /** A row an epoch. */
  static void writeEpochs(Path file, List<EpochResult> epochs) throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,seconds\n");
    for (EpochResult epoch : epochs) {
      csv.append(epoch.epoch())
          .append(',')
          .append(epoch.trainLoss())
          .append(',')
          .append(epoch.trainAccuracy())
          .append(',')
          .append(measured(epoch.validationLoss()))
          .append(',')
          .append(measured(epoch.validationAccuracy()))
          .append(',')
          .append(epoch.seconds())
          .append('\n');
    }
    AtomicFiles.write(file, csv.toString());
  }

  /**
   * Reads the table of epochs.
   *
   * @throws FormatException naming the line that is none of ours
   */
  static List<EpochResult> readEpochs(Path file) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    List<EpochResult> epochs = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      epochs.add(epoch(lines.get(i), file + ", line " + (i + 1)));
    }
    return epochs;
  }

  private static EpochResult epoch(String line, String where) throws FormatException {
    String[] cells = line.split(",", -1);
    try {
      if (cells.length == 6) {
        return new EpochResult(
            Integer.parseInt(cells[0]),
            Double.parseDouble(cells[1]),
            Double.parseDouble(cells[2]),
            measured(cells[3]),
            measured(cells[4]),
            Double.parseDouble(cells[5]));
      }
    } catch (NumberFormatException e) {
      // said below, like a wrong count
    }
    throw new FormatException("cannot read the epochs", where, "expected six numbers, got " + line);
  }

  private static double measured(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** Empty where nothing was measured. */
  private static String measured(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
