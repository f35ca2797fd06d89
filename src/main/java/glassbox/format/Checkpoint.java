package glassbox.format;

import glassbox.training.EpochResult;
import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.training.Keyframe;
import glassbox.training.RunState;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A run's state as a file of our own, with a checksum at its end. */
final class Checkpoint {
  private static final long MAGIC = 0x474C415353424F58L; // GLASSBOX
  private static final int VERSION = 1;

  private Checkpoint() {}

  static void write(Path file, Keyframe keyframe, History history) throws IOException {
    AtomicFiles.write(
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          write(out, keyframe, history);
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  private static void write(DataOutputStream out, Keyframe state, History history)
      throws IOException {
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(state.step());
    out.writeLong(state.optimizerUpdates());
    out.writeBoolean(state.averageBegun());
    out.writeDouble(state.bestLoss());
    out.writeInt(state.epochsWithoutBetter());
    writeRow(out, state.epochSums());
    out.writeLong(state.trainingNanos());
    out.writeInt(state.arrays().size());
    for (float[] array : state.arrays()) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * array.length);
      bytes.asFloatBuffer().put(array);
      out.writeInt(array.length);
      out.write(bytes.array());
    }
    int steps = (int) state.step();
    out.writeInt(steps);
    for (int i = 0; i < steps; i++) {
      writeRow(out, history.loss(i), history.accuracy(i), history.learningRate(i));
    }
    out.writeInt(history.validations().size());
    for (ValidationPoint point : history.validations()) {
      writeRow(out, point.afterSteps(), point.loss(), point.accuracy());
    }
    out.writeInt(history.epochs().size());
    for (EpochResult epoch : history.epochs()) {
      writeRow(
          out,
          epoch.epoch(),
          epoch.trainLoss(),
          epoch.trainAccuracy(),
          epoch.validationLoss(),
          epoch.validationAccuracy(),
          epoch.seconds());
    }
  }

  private static void writeRow(DataOutputStream out, double... values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static RunState read(Path file) throws IOException {
    checkSum(file);
    try (DataInputStream in = open(file)) {
      if (in.readLong() != MAGIC) {
        throw refusal(file, "expected a checkpoint, got another kind of file");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw refusal(
            file,
            "expected version %d, got %d, which %s Glassbox has written"
                .formatted(VERSION, version, version > VERSION ? "a newer" : "another"));
      }
      return read(in);
    } catch (EOFException e) {
      throw refusal(file, "expected a whole checkpoint, got one that is cut off");
    }
  }

  /** Whether the file is a checkpoint that only a newer Glassbox can read. */
  static boolean isNewer(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return in.readLong() == MAGIC && isNewer(in.readInt());
    } catch (EOFException e) {
      return false;
    }
  }

  /** Ours come one by one; what is far from them is damage. */
  private static boolean isNewer(int version) {
    return version > VERSION && version < VERSION + 100;
  }

  private static RunState read(DataInputStream in) throws IOException {
    long step = in.readLong();
    long updates = in.readLong();
    boolean begun = in.readBoolean();
    double bestLoss = in.readDouble();
    int without = in.readInt();
    double[] sums = readRow(in, 4);
    long nanos = in.readLong();
    List<float[]> arrays = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      float[] array = new float[requireRoom(in, in.readInt(), Float.BYTES)];
      ByteBuffer.wrap(in.readNBytes(4 * array.length)).asFloatBuffer().get(array);
      arrays.add(array);
    }
    double[][] steps = readColumns(in, in.readInt());
    List<ValidationPoint> validations = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      double[] row = readRow(in, 3);
      validations.add(new ValidationPoint((int) row[0], row[1], row[2]));
    }
    List<EpochResult> epochs = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      double[] row = readRow(in, 6);
      epochs.add(new EpochResult((int) row[0], row[1], row[2], row[3], row[4], row[5]));
    }
    return new RunState(
        new Keyframe(step, arrays, updates, begun, bestLoss, without, sums, nanos),
        History.of(steps, validations, epochs));
  }

  /** A count that the rest of the file has bytes for: whoever wrote it may have meant no good. */
  private static int requireRoom(DataInputStream in, int count, int bytesEach) throws IOException {
    if (count < 0 || (long) count * bytesEach > in.available()) {
      throw new EOFException();
    }
    return count;
  }

  /** Loss, accuracy and learning rate, which lie row by row. */
  private static double[][] readColumns(DataInputStream in, int count) throws IOException {
    int rows = requireRoom(in, count, 3 * Double.BYTES);
    double[][] columns = new double[3][rows];
    for (int i = 0; i < rows; i++) {
      for (double[] column : columns) {
        column[i] = in.readDouble();
      }
    }
    return columns;
  }

  private static double[] readRow(DataInputStream in, int size) throws IOException {
    double[] row = new double[size];
    for (int i = 0; i < size; i++) {
      row[i] = in.readDouble();
    }
    return row;
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  /** Reads the file once for its checksum, so that nothing in it is believed before. */
  private static void checkSum(Path file) throws IOException {
    long size = Files.size(file) - Long.BYTES;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
      if (size > 0) {
        checked.skipNBytes(size);
      }
      long sum = checked.getChecksum().getValue();
      if (size <= 0 || new DataInputStream(checked).readLong() != sum) {
        if (isNewer(file)) { // which may keep its checksum elsewhere
          throw refusal(file, "expected version " + VERSION + ", got one of a newer Glassbox");
        }
        throw refusal(file, "expected a whole checkpoint, got one that is damaged");
      }
    }
  }

  private static FormatException refusal(Path file, String expectedAndGot) {
    return new FormatException("cannot resume", file.toString(), expectedAndGot);
  }
}
