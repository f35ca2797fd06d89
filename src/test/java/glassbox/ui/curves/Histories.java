package glassbox.ui.curves;

import glassbox.training.History;
import java.lang.reflect.Method;

/** Lets a history grow as only the training thread may. */
final class Histories {
  private static final Method ADD = method("add", double.class, double.class, double.class);
  private static final Method DIVERGED = method("diverged", History.Divergence.class);

  private Histories() {}

  private static Method method(String name, Class<?>... types) {
    try {
      Method method = History.class.getDeclaredMethod(name, types);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  static void add(History history, double loss, double accuracy) {
    call(ADD, history, loss, accuracy, 0.1);
  }

  static void diverged(History history, long step, double loss) {
    call(DIVERGED, history, new History.Divergence(step, loss));
  }

  private static void call(Method method, History history, Object... arguments) {
    try {
      method.invoke(history, arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
