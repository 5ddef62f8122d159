internal import ArgumentParser
internal import FindingModel
internal import ScanPipeline
internal import TemplateLoaders

/// Functions by what a scan says of them, per template.
struct JudgedFunctions {
  private let names: [String: Set<String>]

  /// Scans the template's folder as `parapet scan` does; nothing where no verdict is asked for.
  ///
  /// - Returns: `nil` where no verdict is asked for.
  static func chosen(by verdicts: [FunctionVerdict], in paths: [String]) throws -> JudgedFunctions? {
    guard !verdicts.isEmpty else { return nil }
    var names: [String: Set<String>] = [:]
    do {
      for path in paths {
        let configuration = try Configuration.nearest(to: path)
        var options = ScanOptions(
          paths: [path], asOf: Clock.today, loading: .init(options: configuration.options),
          excluded: configuration.excluded, threads: Clock.processors, toolVersion: Parapet.version)
        options.settings = configuration.settings
        for function in try Scan(options).run().functions where verdicts.contains(function.verdict) {
          names[function.location.path, default: []].insert(function.name)
        }
      }
    } catch {
      throw ValidationError("The scan that --verdict needs failed: \(error).")
    }
    return JudgedFunctions(names: names)
  }

  /// - Parameter path: Of the template, as it was found; the scan may know it by the end of it.
  func names(in path: String) -> Set<String> {
    names.reduce(into: []) { result, entry in
      if path == entry.key || path.hasSuffix("/" + entry.key) { result.formUnion(entry.value) }
    }
  }
}
