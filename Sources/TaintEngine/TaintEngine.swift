internal import FindingModel
package import SourceModel

/// Follows values of entry points through the program, and says where they arrive.
///
/// Runs on the caller's thread; how deep it nests is bounded by that thread's stack: 8 MB are enough for
/// any code that people write.
package struct TaintEngine: Sendable {
  package let limits: EngineLimits
  private let python: ModelIndex
  private let javaScript: ModelIndex

  package init(models: [LibraryModel], limits: EngineLimits = .standard) {
    self.limits = limits
    python = ModelIndex(models.filter { $0.language == .python })
    javaScript = ModelIndex(models.filter { $0.language != .python })
  }

  func index(_ language: SourceLanguage) -> ModelIndex { language == .python ? python : javaScript }

  /// Follows one entry point; the same input gives the same answer.
  package func analyse(_ entry: EntryPoint, in modules: any ModuleSource) -> Analysis {
    let interpreter = Interpreter(entry: entry, source: modules, limits: limits, models: index)
    interpreter.runEntry(entry)
    return interpreter.analysis()
  }
}
