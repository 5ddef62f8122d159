public class Evil {
  public static void main(String[] arguments) throws Exception {
    java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/proof"), "ran");
  }

  public static void premain(String arguments) throws Exception {
    main(new String[0]);
  }
}
