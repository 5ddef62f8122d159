/// The scanned files, as the reading of code needs them; whoever implements it keeps inside the scanned tree.
package protocol CodeFiles: Sendable {
  /// The bytes of a file below the root; `nil` where it is missing, too large or outside.
  func bytes(of path: String) -> [UInt8]?
  /// Whether a file of that path was found.
  func contains(_ path: String) -> Bool
  /// Source files whose path ends so, sorted.
  func paths(endingWith suffix: String) -> [String]
  /// Folders in a folder, by their whole paths, sorted; as far as source files lie below them.
  func folders(in folder: String) -> [String]
}
