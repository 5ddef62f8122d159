internal import ArgumentParser
internal import FindingModel
internal import FunctionProtection

/// Which functions a verb of protection means.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("function"), help: "A function's name; * and ? stand for others. May be repeated.")
  var names: [String] = []

  @Option(name: .customLong("tag"), help: "Functions with this tag, as Key=Value. May be repeated.")
  var tags: [KeyValue] = []

  @Option(help: "Functions that a scan judges so: protect, fix or accept. May be repeated.")
  var verdict: [FunctionVerdict] = []

  @Flag(help: "Every function.")
  var all = false

  var isEmpty: Bool { names.isEmpty && tags.isEmpty && verdict.isEmpty && !all }

  /// - Parameter judged: Names that the verdicts chose in the template at hand.
  func selection(judged: Set<String>?) -> FunctionSelection {
    var selection = FunctionSelection()
    selection.all = all
    selection.names = names
    selection.tags = tags.map { FunctionSelection.Tag(key: $0.key, value: $0.value) }
    selection.judged = verdict.isEmpty ? nil : judged ?? []
    return selection
  }
}

extension FunctionVerdict: ExpressibleByArgument {}
