package glassbox;

public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.out.println("hi " + System.getProperty("java.version"));
  }
}
