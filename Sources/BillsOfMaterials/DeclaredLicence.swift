internal import PackageModel

/// A declared licence, and what the formats may call it.
enum DeclaredLicence: Hashable {
  /// One name of the SPDX list, as the list spells it.
  case listed(String)
  /// Names of the list joined by `AND`, `OR` and `WITH`.
  case expression(LicenceExpression)
  /// Any other words.
  case words(String)

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let name = SPDXIdentifiers.licences[words.lowercased()] {
      self = .listed(name)
    } else if let expression = LicenceExpression(listed: words) {
      self = .expression(expression)
    } else {
      self = .words(words)
    }
  }
}
