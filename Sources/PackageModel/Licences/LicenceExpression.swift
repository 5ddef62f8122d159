/// Licences of a package, as an SPDX expression: `MIT OR (Apache-2.0 AND BSD-3-Clause)`.
package struct LicenceExpression: Hashable, Sendable {
  /// Longest text that is read, in bytes.
  package static let lengthLimit = 1024

  /// - Parameter text: An SPDX expression, or one of the common words for a licence: `Apache 2.0`,
  ///   `License :: OSI Approved :: MIT License`.
  /// - Returns: `nil` for text that says no licence.
  package init?(_ text: String) {
    return nil
  }

  /// The licences in it, `MIT`, each once in the order of the text, without exceptions and `+`.
  package var identifiers: [String] { [] }

  /// Whether one of the choices that the expression leaves needs licences of the list only.
  ///
  /// - Parameter allowed: SPDX identifiers in any case, or whole terms such as
  ///   `GPL-2.0-only WITH Classpath-exception-2.0`.
  package func isAllowed(by allowed: some Sequence<String>) -> Bool { false }
}

extension LicenceExpression: CustomStringConvertible {
  package var description: String { "" }
}
