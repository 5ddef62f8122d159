internal import SourceModel

/// Python source to a module.
enum PythonFrontend {
  private static let vocabulary = SyntaxVocabulary<PythonKind>(.python)

  /// Every file gives a module; what could not be read is in its gaps.
  ///
  /// Not modelled, because it carries no data that a later stage could follow: type annotations beyond their text,
  /// type aliases and parameters, `metaclass=` and other keywords of a class, `from __future__` imports, docstrings,
  /// width of an f-string's fields, names of characters (`\N{…}`). Reported as a gap with the grammar's name: whatever
  /// the grammar knows and ``PythonKind`` does not, and Python 2's backticks around more than names.
  static func module(_ bytes: [UInt8], path: String, limits: SyntaxLimits = SyntaxLimits()) -> SourceModule {
    guard let tree = SyntaxTree(bytes, vocabulary: vocabulary, limits: limits) else {
      var builder = ModuleBuilder(path: path, language: .python, text: bytes)
      builder.note(.tooLarge, at: SourceRange(0, bytes.count))
      return builder.finish(body: [])
    }
    let trees = tree.errors.isEmpty ? [tree] : PythonRecovery.trees(tree, bytes, limits: limits)
    var lowering = PythonLowering(
      tree: trees.first ?? tree, others: Array(trees.dropFirst()), bytes: bytes, path: path)
    return lowering.module()
  }

  /// For the test that compares the enumerations with the grammar that is linked in.
  static var unknownToGrammar: (kinds: [PythonKind], fields: [PythonField]) {
    (vocabulary.unusedKinds, vocabulary.unusedFields)
  }
}
