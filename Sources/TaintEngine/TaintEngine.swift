internal import FindingModel
package import SourceModel

/// Follows values of entry points through the program, and says where they arrive.
///
/// The caller waits while a thread with a stack of known size does the work: programs may nest deeper than the
/// stacks that a task pool gives.
package struct TaintEngine: Sendable {
  package let limits: EngineLimits
  private let python: ModelIndex
  private let javaScript: ModelIndex

  package init(models: [LibraryModel], limits: EngineLimits = .standard) {
    self.limits = limits
    python = ModelIndex(models.filter { $0.language == .python })
    javaScript = ModelIndex(models.filter { $0.language != .python })
  }

  /// With all that is known of libraries.
  package static let standard = TaintEngine(models: [.python, .javaScript])

  func index(_ language: SourceLanguage) -> ModelIndex { language == .python ? python : javaScript }

  /// Whether any model speaks of a library.
  package func knows(library name: String, _ language: SourceLanguage) -> Bool {
    index(language).libraries.contains(ModelIndex.libraryName(of: name))
  }

  /// Follows one entry point; the same input gives the same answer.
  package func analyse(_ entry: EntryPoint, in modules: any ModuleSource) -> Analysis {
    DeepStack.run {
      let interpreter = Interpreter(entry: entry, source: modules, limits: limits, models: index)
      interpreter.runEntry(entry)
      return interpreter.analysis()
    } ?? .unfinished(entry)
  }
}

extension Analysis {
  /// Where the system gave no thread.
  fileprivate static func unfinished(_ entry: EntryPoint) -> Analysis {
    var analysis = Analysis()
    analysis.incomplete = [
      Incomplete(at: .start(of: entry.module), reason: "there was no memory for the analysis of this handler")
    ]
    return analysis
  }
}
