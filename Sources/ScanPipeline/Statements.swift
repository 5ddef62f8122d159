package import BillsOfMaterials
internal import Documents

/// VEX documents that the user names.
package enum Statements {
  /// - Returns: What could be read; the rest is among its problems.
  /// - Throws: A ``StatementsError`` for a file that cannot be read at all.
  package static func read(_ path: String) throws(StatementsError) -> VEXStatements {
    do {
      return VEXReader.read(try FileAccess.read(path, limit: VEXReader.documentLimits.bytes), path: path)
    } catch {
      throw StatementsError(reason: error.description)
    }
  }
}

/// Why a VEX document cannot be read.
package struct StatementsError: Error, CustomStringConvertible {
  package let reason: String
  package var description: String { reason }
}
