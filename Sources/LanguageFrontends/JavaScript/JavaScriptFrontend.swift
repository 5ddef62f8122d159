internal import SourceModel

/// JavaScript and TypeScript source, JSX included, to a module.
enum JavaScriptFrontend {
  private static let javaScript = SyntaxVocabulary<JavaScriptKind>(.javaScript)
  private static let typeScript = SyntaxVocabulary<JavaScriptKind>(.typeScript)
  private static let typeScriptXML = SyntaxVocabulary<JavaScriptKind>(.typeScriptXML)

  /// Every file gives a module; what could not be read is in its gaps.
  ///
  /// Not modelled, because it carries no data that a later stage could follow: types beyond the text of a
  /// variable's or parameter's, interfaces, type aliases, overload signatures, `declare`, imports and exports
  /// of types, import attributes, decorators of fields, `debugger`, directives such as `'use
  /// strict'`. Approximated: a jump to a label other than that of the innermost loop is left out, so that
  /// control seems to run on; the names that `with` brings into scope are not known, which is listed as a
  /// gap. Reported as a gap with the grammar's name: whatever the grammar knows and ``JavaScriptKind`` does
  /// not.
  static func module(
    _ bytes: [UInt8], path: String, limits: SyntaxLimits = SyntaxLimits()
  ) -> SourceModule {
    let vocabulary = vocabulary(forPath: path)
    let language = vocabulary.grammar == .javaScript ? SourceLanguage.javaScript : .typeScript
    guard let tree = SyntaxTree(bytes, vocabulary: vocabulary, limits: limits) else {
      var builder = ModuleBuilder(path: path, language: language, text: bytes)
      builder.note(.tooLarge, at: SourceRange(0, bytes.count))
      return builder.finish(body: [])
    }
    var lowering = JavaScriptLowering(tree: tree, bytes: bytes, path: path, language: language)
    return lowering.module()
  }

  private static func vocabulary(forPath path: String) -> SyntaxVocabulary<JavaScriptKind> {
    switch path.utf8.suffix(4).map({ $0 | 0x20 }) {
    case Array(".tsx".utf8): typeScriptXML
    case Array(".mts".utf8), Array(".cts".utf8): typeScript
    case let end where end.suffix(3) == Array(".ts".utf8)[...]: typeScript
    default: javaScript
    }
  }

  /// For the test that compares the enumerations with the grammars that are linked in.
  static var unknownToGrammars: (kinds: Set<JavaScriptKind>, fields: Set<JavaScriptField>) {
    let all = [javaScript, typeScript, typeScriptXML]
    return (
      all.map { Set($0.unusedKinds) }.reduce(Set(JavaScriptKind.allCases)) { $0.intersection($1) },
      all.map { Set($0.unusedFields) }.reduce(Set(JavaScriptField.allCases)) { $0.intersection($1) }
    )
  }
}
