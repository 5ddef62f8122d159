import CEnforcerSystem

/// What a hooked parent tells the program that it executes, in PARAPET_CONTEXT.
struct Context {
  let rootProcess: Int
  /// Empty when nobody has sent a request yet.
  let request: Text
  let isServing: Bool
  let policyName: Text
  /// Which process a hook executed which file in; both 0 when it was the launcher.
  private let process: Int
  private let image: Int

  /// - Parameter value: `ROOT,REQUEST,POLICY[,PROCESS,INODE]`
  init?(_ value: Text) {
    var rest = value
    func field() -> Text {
      let end = rest.index(of: UInt8(ascii: ",")) ?? rest.count
      let field = rest.prefix(end)
      rest = rest.dropping(end &+ 1)
      return field
    }
    guard let root = field().decimal, root > 0 else { return nil }
    rootProcess = root
    let second = field()
    isServing = !second.isEmpty && !(second == "-")
    request = isServing && !(second == "+") ? second : Text("")
    policyName = field()
    process = field().decimal ?? 0
    image = field().decimal ?? 0
  }

  /// Whether the program is what a hook has decided about, and not what somebody without hooks made of it.
  func describes(_ process: Int) -> Bool {
    guard process == self.process else { return false }
    let link: StaticString = "/proc/self/exe"
    return status(of: link.utf8Start, in: at_current_directory).map {
      $0.ino == UInt64(truncatingIfNeeded: image)
    }
      ?? false
  }
}

extension Text {
  /// A number in decimal digits, at most 18.
  var decimal: Int? {
    guard count > 0, count < 19 else { return nil }
    var result = 0
    for index in 0..<count {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      result = result &* 10 &+ Int(digit)
    }
    return result
  }
}
