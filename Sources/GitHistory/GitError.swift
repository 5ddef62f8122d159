/// Why something of a repository cannot be read.
package enum GitError: Error, Hashable, Sendable {
  case noRepository
  /// `.git` is a file that leads to a repository which does not lead back.
  case foreignRepository
  case unsupported(String)
  case unknownRevision(String)
  case missing(String)
  case tooLarge(what: String, bytes: Int, limit: Int)
  case malformed(String)
  case system(String)
}

extension GitError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRepository: "there is no git repository in or above the folder"
    case .foreignRepository:
      "'.git' leads to a repository outside the folder that does not name the folder as its work tree"
    case .unsupported(let what): "the repository uses \(what), which is not read"
    case .unknownRevision(let text): "'\(text)' is no commit, branch or tag of the repository"
    case .missing(let what): "\(what) is not in the repository"
    case .tooLarge(let what, let bytes, let limit):
      "\(what) has \(bytes) bytes; the limit is \(limit)"
    case .malformed(let what): "\(what) is malformed"
    case .system(let message): message
    }
  }
}
