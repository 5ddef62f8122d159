internal import PackageModel

/// What Gradle's configurations are for, by their names.
enum GradleConfiguration {
  static func scope(_ name: some StringProtocol) -> DependencyScope {
    let lower = name.lowercased()
    if lower.hasPrefix("test") || lower.contains("test") { return .development }
    // Programs that work while the project is built.
    let tools = [
      "annotationprocessor", "kapt", "ksp", "classpath", "checkstyle", "pmd", "spotbugs", "jacoco", "detekt",
      "ktlint",
    ]
    if tools.contains(where: lower.hasPrefix) || lower.hasSuffix("annotationprocessor") {
      return .development
    }
    if lower == "developmentonly" { return .development }
    if lower.hasSuffix("compileonly") || lower == "compileclasspath" || lower.hasPrefix("provided")
      || lower == "compileonlyapi"
    {
      return .provided
    }
    return .production
  }

  /// Whether a word at the start of a line of `dependencies { … }` asks for a package.
  static func isOne(_ word: some StringProtocol) -> Bool {
    let known = [
      "implementation", "api", "compile", "runtime", "classpath", "kapt", "ksp", "annotationProcessor",
      "provided",
      "providedCompile", "providedRuntime", "developmentOnly",
    ]
    let endings = ["Implementation", "Api", "Compile", "Runtime", "Only", "AnnotationProcessor"]
    return known.contains { word == $0 } || word == "compileOnly" || word == "runtimeOnly"
      || word == "compileOnlyApi"
      || endings.contains { word.hasSuffix($0) }
  }
}
