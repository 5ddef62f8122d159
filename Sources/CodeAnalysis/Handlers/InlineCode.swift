internal import FindingModel
internal import LanguageFrontends
internal import SourceModel

/// Programs that stand in a template, `ZipFile: |`.
enum InlineCode {
  /// The program as a module of the template's path, so that places in it are places in the template.
  ///
  /// Lines are moved by empty ones in front; columns are those of the program, not of the indented template.
  static func module(
    _ text: String, at location: SourceLocation, language: SourceLanguage, files: any CodeFiles
  ) -> SourceModule? {
    let first = firstLine(of: text, at: location, files: files)
    let padded = [UInt8](repeating: UInt8(ascii: "\n"), count: max(0, first - 1)) + Array(text.utf8)
    return ModuleLibrary.lower { Frontend.module(padded, path: location.path, language: language) }
  }

  /// The line of the template on which the program begins: for a block it follows that of `|`.
  private static func firstLine(of text: String, at location: SourceLocation, files: any CodeFiles) -> Int {
    guard let template = files.bytes(of: location.path),
      let start = text.split(separator: "\n").first(where: { !$0.allSatisfy(\.isWhitespace) })
    else { return Int(location.line) }
    let leading = text.prefix { $0 == "\n" }.count
    let lines = String(decoding: template, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let wanted = start.drop(while: \.isWhitespace).prefix(40)
    let from = max(0, Int(location.line) - 1)
    for index in from..<min(lines.count, from + 12) where lines[index].contains(wanted) {
      return index + 1 - leading
    }
    return Int(location.line)
  }
}
