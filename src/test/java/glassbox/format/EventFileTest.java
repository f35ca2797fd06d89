package glassbox.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import glassbox.training.History;
import glassbox.training.History.ValidationPoint;
import glassbox.training.Keyframe;
import glassbox.training.Presets;
import glassbox.training.RunPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the files back by the rules of TensorFlow's record format, written anew here. */
class EventFileTest {
  @TempDir Path folder;

  /** A scalar of an event. */
  private record Scalar(double wallTime, long step, String tag, float value) {}

  /** CRC-32C (Castagnoli), bit by bit, as RFC 3720 defines it. */
  private static int crc32c(byte[] data) {
    int crc = -1;
    for (byte b : data) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
      }
    }
    return ~crc;
  }

  private static int masked(byte[] data) {
    int crc = crc32c(data);
    return (crc >>> 15 | crc << 17) + 0xa282ead8;
  }

  private static List<byte[]> records(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertEquals(masked(length), in.getInt(), "checksum of the length");
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(data);
      assertEquals(masked(data), in.getInt(), "checksum of the data");
      records.add(data);
    }
    return records;
  }

  private static List<Scalar> scalars(Path file) throws IOException {
    List<byte[]> records = records(Files.readAllBytes(file));
    assertTrue(
        new String(records.removeFirst(), StandardCharsets.ISO_8859_1).contains("brain.Event:2"));
    List<Scalar> scalars = new ArrayList<>();
    for (byte[] record : records) {
      scalars.add(scalar(CodedInputStream.newInstance(record)));
    }
    return scalars;
  }

  private static Scalar scalar(CodedInputStream in) throws IOException {
    Scalar scalar = new Scalar(0, 0, "", 0);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      scalar =
          switch (WireFormat.getTagFieldNumber(tag)) {
            case 1 -> new Scalar(in.readDouble(), scalar.step, scalar.tag, scalar.value);
            case 2 -> new Scalar(scalar.wallTime, in.readInt64(), scalar.tag, scalar.value);
            case 5 -> valueOf(in.readByteArray(), scalar);
            default -> throw new AssertionError("field " + tag);
          };
    }
    return scalar;
  }

  private static Scalar valueOf(byte[] summary, Scalar of) throws IOException {
    CodedInputStream outer = CodedInputStream.newInstance(summary);
    assertEquals(WireFormatTag.of(1, WireFormat.WIRETYPE_LENGTH_DELIMITED), outer.readTag());
    CodedInputStream in = CodedInputStream.newInstance(outer.readByteArray());
    assertEquals(WireFormatTag.of(1, WireFormat.WIRETYPE_LENGTH_DELIMITED), in.readTag());
    String tag = in.readString();
    assertEquals(WireFormatTag.of(2, WireFormat.WIRETYPE_FIXED32), in.readTag());
    return new Scalar(of.wallTime, of.step, tag, in.readFloat());
  }

  private static final class WireFormatTag {
    static int of(int field, int type) {
      return field << 3 | type;
    }
  }

  @Test
  void theChecksumIsThatOfTheStandard() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertEquals(0xe3069283, crc32c(digits));
    assertEquals(masked(digits), EventFile.masked(digits));
  }

  @Test
  void aScalarIsReadBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EventFile(out, 1000.5).scalar(1001.25, 1L << 40, "loss", 0.125);
    Path file = Files.write(folder.resolve("events"), out.toByteArray());
    assertEquals(List.of(new Scalar(1001.25, 1L << 40, "loss", 0.125f)), scalars(file));
  }

  @Test
  void everyCurveOfARunIsThere() throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("run"));
    run.writePlan(new RunPlan(Presets.seed()));
    double[][] steps = {{2, 1, Double.NaN}, {0.1, 0.5, 0.9}, {0.1, 0.05, 0.025}};
    History history = History.of(steps, List.of(new ValidationPoint(2, 1.5, 0.4)), List.of());
    Keyframe keyframe = new Keyframe(3, List.of(), 3, false, 0, 0, new double[4], 6_000_000_000L);
    run.writeCheckpoint(keyframe, history);
    TensorBoardFiles.write(run, folder.resolve("logs"));
    List<Scalar> train = scalars(only(folder.resolve("logs/train")));
    assertEquals(9, train.size());
    assertEquals(List.of(1L, 1L, 1L, 2L), train.stream().map(Scalar::step).limit(4).toList());
    assertEquals(
        List.of("loss", "accuracy", "learning rate"),
        train.stream().map(Scalar::tag).limit(3).toList());
    assertEquals(0.05f, train.get(5).value());
    assertTrue(Float.isNaN(train.get(6).value()));
    assertEquals(2, train.get(3).wallTime() - train.get(0).wallTime(), 1e-3);
    List<Scalar> validation = scalars(only(folder.resolve("logs/validation")));
    assertEquals(List.of(1.5f, 0.4f), validation.stream().map(Scalar::value).toList());
    assertEquals(2, validation.getFirst().step());
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size());
      return all.getFirst();
    }
  }
}
