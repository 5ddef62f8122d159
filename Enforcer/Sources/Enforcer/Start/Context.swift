/// What a hooked parent tells the program that it executes, in PARAPET_CONTEXT.
struct Context {
  let rootProcess: Int
  /// Empty when nobody has sent a request yet.
  let request: Text
  let isServing: Bool
  let policyName: Text
  /// Who executed the program; 0 when it was the launcher.
  let executedBy: Int

  /// - Parameter value: `ROOT,REQUEST,POLICY[,PROCESS]`
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
    executedBy = field().decimal ?? 0
  }
}

extension Text {
  /// A number in decimal digits, as long as a process identifier may be.
  var decimal: Int? {
    guard count > 0, count < 12 else { return nil }
    var result = 0
    for index in 0..<count {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      result = result &* 10 &+ Int(digit)
    }
    return result
  }
}
