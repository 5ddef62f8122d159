internal import CTreeSitter
internal import LanguageFrontends
internal import SourceModel

/// How fast programs are read: by the parser alone, and by the frontend, which parses and lowers.
struct FrontendSpeed {
  let language: SourceLanguage
  let files: [(path: String, bytes: [UInt8])]

  /// The best of several rounds in time of the processor: whatever else the machine does only ever adds.
  private static let rounds = 5

  /// One object of JSON; `nil` for a language without files.
  var json: String? {
    let bytes = files.map(\.bytes.count).reduce(0, +)
    guard bytes > 0 else { return nil }
    let parsing = best(parseAll)
    let reading = best(readAll)
    let name = language == .python ? "python" : "javascript"
    return """
      {"language":"\(name)","files":\(files.count),"bytes":\(bytes),"parseSeconds":\(parsing),\
      "readSeconds":\(reading)}
      """
  }

  private func best(_ work: () -> Int) -> Double {
    (0..<Self.rounds).map { _ in
      let start = Bench.processorTime
      let done = work()
      // A parser that gave up would be fast.
      return done == files.count ? Bench.processorTime - start : .infinity
    }
    .min() ?? .infinity
  }

  /// - Returns: How many files have a tree.
  private func parseAll() -> Int {
    guard let parser = ts_parser_new() else { return 0 }
    defer { ts_parser_delete(parser) }
    guard
      ts_parser_set_language(parser, language == .python ? tree_sitter_python() : tree_sitter_javascript())
    else { return 0 }
    return files.count { file in
      file.bytes.withUnsafeBytes { buffer in
        let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        let tree = ts_parser_parse_string(parser, nil, text, UInt32(clamping: buffer.count))
        ts_tree_delete(tree)
        return tree != nil
      }
    }
  }

  /// - Returns: How many files have a module without gaps.
  private func readAll() -> Int {
    files.count { Frontend.module($0.bytes, path: $0.path, language: language)?.gaps.isEmpty == true }
  }
}
