import Foundation
import Testing

/// The lab compiles its Java client where a function's files lie: nothing of them may run outside the sandbox.
@Suite struct LabCompilerTests {
  static let javac = ["/usr/bin/javac", "/usr/local/bin/javac"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static let processor = """
    import java.util.Set;
    import javax.annotation.processing.*;
    import javax.lang.model.element.TypeElement;
    @SupportedAnnotationTypes("*")
    public class Evil extends AbstractProcessor {
      static { try { new java.io.File("evil-ran").createNewFile(); } catch (java.io.IOException e) {} }
      public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) { return false; }
    }
    """

  private func run(_ command: [String], in folder: URL, cache: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CACHE_HOME": cache.path()]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(.enabled(if: javac != nil, "no JDK is installed; scripts/bootstrap test does that"))
  func runsNoAnnotationProcessorOfTheProject() throws {
    let bench = try Workbench()
    let (folder, cache) = (bench.folder, bench.folder.appending(path: "cache"))
    try bench.write(Self.processor, to: "Evil.java")
    let javac = try #require(Self.javac)
    #expect(try run([javac, "-proc:none", "Evil.java"], in: folder, cache: cache) == 0)
    try bench.write("Evil\n", to: "META-INF/services/javax.annotation.processing.Processor")
    try bench.write("public class Hello { public static int run() { return 1; } }\n", to: "Hello.java")
    // What the compiler does by itself, so that the rest proves something.
    #expect(try run([javac, "Hello.java"], in: folder, cache: cache) == 0)
    let trace = folder.appending(path: "evil-ran")
    #expect(FileManager.default.fileExists(atPath: trace.path()))
    try FileManager.default.removeItem(at: trace)
    let lab = [
      Workbench.program.path(), "lab", ".", "--runtime", "java17", "--handler", "Hello::run", "--memory",
      "256",
    ]
    #expect(try run(lab + ["--timeout", "20"], in: folder, cache: cache) == 0)
    #expect(!FileManager.default.fileExists(atPath: trace.path()))
    #expect(FileManager.default.fileExists(atPath: cache.appending(path: "parapet/lab").path()))
  }
}
