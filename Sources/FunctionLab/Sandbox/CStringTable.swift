internal import Glibc

/// Texts for C that live as long as this does.
final class CStringTable {
  private var texts: [UnsafeMutablePointer<CChar>] = []
  private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = []

  deinit {
    for text in texts { free(text) }
    for list in lists { list.deallocate() }
  }

  func keep(_ text: String) -> UnsafePointer<CChar>? { copy(text).map { UnsafePointer($0) } }

  /// A list with the null at its end that execve wants.
  func list(_ texts: [String]) -> UnsafePointer<UnsafeMutablePointer<CChar>?> {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { (list + index).initialize(to: copy(text)) }
    (list + texts.count).initialize(to: nil)
    lists.append(list)
    return UnsafePointer(list)
  }

  private func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    texts.append(copy)
    return copy
  }
}
