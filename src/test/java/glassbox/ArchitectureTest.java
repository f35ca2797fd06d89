package glassbox;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import glassbox.analysis.ConfusionMatrix;
import glassbox.analysis.Lives;
import glassbox.analysis.Placement;
import glassbox.analysis.Predictions;
import glassbox.data.Datasets;
import glassbox.data.ImageSet;
import glassbox.linalg.Matrix;
import glassbox.nn.Initializer;
import glassbox.nn.LayerSpec;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.OptimizerSpec;
import glassbox.training.History;
import glassbox.training.Presets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.IntegerProperty;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rooms of the house and what each may see: experience is that only a test keeps it so. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("glassbox");

  private static final String[] CORE = {
    "glassbox.linalg..",
    "glassbox.nn..",
    "glassbox.optim..",
    "glassbox.data..",
    "glassbox.training..",
    "glassbox.analysis..",
    "glassbox.format.."
  };

  private static final String[] TOOLKIT = {"javafx..", "atlantafx..", "org.kordamp.ikonli.."};

  /** A package and what it may see beside itself, the JDK and JSpecify. */
  enum Room {
    LINALG("glassbox.linalg..", in("jdk.incubator.vector..")),
    NN("glassbox.nn..", in("glassbox.linalg..")),
    OPTIM("glassbox.optim..", in("glassbox.nn..", "glassbox.linalg..")),
    DATA("glassbox.data..", in("glassbox.linalg..", "org.apache.commons.compress..")),
    TRAINING(
        "glassbox.training..",
        in("glassbox.data..", "glassbox.nn..", "glassbox.optim..", "glassbox.linalg..")),
    ANALYSIS(
        "glassbox.analysis..",
        in("glassbox.data..", "glassbox.nn..", "glassbox.linalg..")
            .or(in("glassbox.training..").and(records()))
            .or(in("tagbio.umap.."))),
    FORMAT(
        "glassbox.format..",
        in("glassbox.training..", "glassbox.nn..", "glassbox.data..")
            .or(in("glassbox.analysis..", "glassbox.linalg.."))
            .or(belongToAnyOf(OptimizerSpec.class, LearningRateSchedule.class))
            .or(
                in(
                    "com.google.gson..",
                    "org.apache.commons.compress..",
                    "org.knowm.xchart..",
                    "ai.onnx..",
                    "com.google.protobuf.."))),
    BENCHMARK("glassbox.benchmark..", in(CORE).or(in("com.sun.management.."))),
    CLI(
        "glassbox.cli..",
        in(CORE)
            .or(
                in(
                    "glassbox.benchmark..",
                    "picocli..",
                    "me.tongfei.progressbar..",
                    "com.google.gson.."))),
    /** What the window says is said in one place, to be translated: by sessions, too. */
    WORDS("glassbox.ui.words..", in("javafx..")),
    CONTROLS(
        "glassbox.ui.controls..",
        in("glassbox.ui.words..", "javafx..", "org.kordamp.ikonli..", "org.commonmark..")),
    SESSION(
        "glassbox.ui.session..",
        in(CORE)
            .or(in("glassbox.ui.words.."))
            .or(in("javafx.beans..", "javafx.collections.."))
            .or(in("javafx.concurrent..", "javafx.animation.."))),
    PANES(
        "glassbox.ui.*..",
        in("glassbox.ui.session..", "glassbox.ui.controls..", "glassbox.ui.words..")
            .or(coreValues())
            .or(in(TOOLKIT))),
    FRAME("glassbox.ui", in("glassbox.ui..").or(coreValues()).or(in(TOOLKIT))),
    LAUNCHER("glassbox", in("glassbox.cli..", "glassbox.ui.."));

    private final String place;
    private final DescribedPredicate<JavaClass> neighbours;

    Room(String place, DescribedPredicate<JavaClass> neighbours) {
      this.place = place;
      this.neighbours = neighbours;
    }

    ArchRule rule() {
      return classes()
          .that(residents())
          .should()
          .onlyDependOnClassesThat(
              residents().or(neighbours).or(in("java..", "javax..", "org.jspecify..")))
          .allowEmptyShould(true);
    }

    DescribedPredicate<JavaClass> residents() {
      return this == PANES
          ? in(place)
              .and(
                  not(in("glassbox.ui.session..", "glassbox.ui.controls..", "glassbox.ui.words..")))
          : in(place);
    }
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> records() {
    return describe("records", JavaClass::isRecord);
  }

  /** What a pane may hold in its hands: nothing that the training thread still changes. */
  private static DescribedPredicate<JavaClass> coreValues() {
    return in(CORE)
        .and(
            records()
                .or(describe("enums or exceptions", ArchitectureTest::isEnumOrException))
                .or(belongToAnyOf(History.class, ImageSet.class, Matrix.class))
                .or(
                    belongToAnyOf(
                        Predictions.class, ConfusionMatrix.class, Lives.class, Placement.class))
                .or(belongToAnyOf(Datasets.class, Presets.class, LayerSpec.class))
                .or(belongToAnyOf(Initializer.class, OptimizerSpec.class))
                .or(belongToAnyOf(LearningRateSchedule.class)));
  }

  private static boolean isEnumOrException(JavaClass type) {
    return type.isEnum() || type.isAssignableTo(Throwable.class);
  }

  private static final ArchRule JAVAFX_IN_UI_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("glassbox.ui..")
          .should()
          .dependOnClassesThat(in("javafx.."));

  private static final ArchRule VECTORS_IN_LINALG_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("glassbox.linalg..")
          .should()
          .dependOnClassesThat(in("jdk.incubator.."));

  private static final ArchRule PRINTING_IN_CLI_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("glassbox.cli..")
          .should()
          .accessTargetWhere(describe("it prints", ArchitectureTest::prints));

  private static final ArchRule THREADS_IN_SESSION_AND_LINALG_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackages("glassbox.ui.session..", "glassbox.linalg..")
          .should()
          .accessTargetWhere(describe("it makes a thread", ArchitectureTest::makesThread));

  private static final ArchRule PANES_DO_NOT_SEE_EACH_OTHER =
      slices()
          .matching("glassbox.ui.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              alwaysTrue(),
              in("glassbox.ui.session..", "glassbox.ui.controls..", "glassbox.ui.words.."))
          .allowEmptyShould(true);

  private static final ArchRule NO_CYCLES =
      slices().matching("glassbox.(**)").should().beFreeOfCycles();

  private static boolean prints(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return owner.isEquivalentTo(System.class) && Set.of("out", "err").contains(access.getName())
        || owner.isAssignableTo(Throwable.class) && access.getName().equals("printStackTrace");
  }

  private static boolean makesThread(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    return owner.isAssignableTo(Thread.class)
            && List.of("<init>", "start", "ofPlatform", "ofVirtual", "startVirtualThread")
                .contains(name)
        || owner.isAssignableTo(ExecutorService.class)
            && List.of("<init>", "commonPool").contains(name)
        || owner.isAssignableTo(CompletableFuture.class) && name.endsWith("Async")
        || owner.isEquivalentTo(Executors.class)
        || owner.isEquivalentTo(Timer.class)
        || owner.getPackageName().startsWith("java.util") && name.startsWith("parallel");
  }

  @ParameterizedTest
  @EnumSource
  void aRoomSeesOnlyWhatItMay(Room room) {
    room.rule().check(PROGRAM);
  }

  @Test
  void everyClassStandsInARoom() {
    List<JavaClass> homeless =
        PROGRAM.stream()
            .filter(type -> Arrays.stream(Room.values()).noneMatch(r -> r.residents().test(type)))
            .toList();
    assertTrue(homeless.isEmpty(), homeless::toString);
  }

  @Test
  void onlyTheWindowSeesJavaFx() {
    JAVAFX_IN_UI_ALONE.check(PROGRAM);
  }

  @Test
  void onlyTheKernelsSeeTheVectorApi() {
    VECTORS_IN_LINALG_ALONE.check(PROGRAM);
  }

  @Test
  void onlyTheCommandLinePrints() {
    PRINTING_IN_CLI_ALONE.check(PROGRAM);
  }

  @Test
  void onlyTheSessionAndTheWorkersMakeThreads() {
    THREADS_IN_SESSION_AND_LINALG_ALONE.check(PROGRAM);
  }

  @Test
  void panesDoNotSeeEachOther() {
    PANES_DO_NOT_SEE_EACH_OTHER.check(PROGRAM);
  }

  @Test
  void packagesKnowEachOtherOneWayOnly() {
    NO_CYCLES.check(PROGRAM);
  }

  /** Breaks every rule that holds for its package, this one. */
  private static final class Offender {
    IntegerProperty property;
    FloatVector vector;
    Matrix matrix;

    static void print() {
      System.err.println();
    }

    static void startThread() {
      new Thread(() -> {}).start();
    }
  }

  @Test
  void theRulesSeeAnOffender() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    for (ArchRule rule :
        List.of(
            JAVAFX_IN_UI_ALONE,
            VECTORS_IN_LINALG_ALONE,
            PRINTING_IN_CLI_ALONE,
            THREADS_IN_SESSION_AND_LINALG_ALONE,
            Room.LAUNCHER.rule())) {
      assertThrows(AssertionError.class, () -> rule.check(offender), rule.getDescription());
    }
  }
}
