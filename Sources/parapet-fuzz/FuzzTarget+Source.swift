internal import LanguageFrontends
internal import SourceModel

extension FuzzTarget {
  /// Source code to a module and the module to text: a wrong index in it would be a crash.
  static func source(_ bytes: [UInt8], path: String) -> String? {
    guard let module = Frontend.module(bytes, path: path) else { return "there is no module" }
    let ranges = module.expressionRanges + module.statementRanges + module.gaps.map(\.range)
    if let range = ranges.first(where: { $0.start < 0 || $0.end < $0.start || Int($0.end) > bytes.count }) {
      return "the range \(range.start)..<\(range.end) is outside of \(bytes.count) bytes"
    }
    return dump(module).isEmpty ? "the module has no text" : nil
  }
}
