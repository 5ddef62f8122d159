import CEnforcerSystem

/// Collects the credentials in the environment, for events to leave them out.
///
/// - Parameter values: Room for four.
/// - Returns: How many there are.
@inline(never)
func realCredentials(into values: UnsafeMutablePointer<Text>) -> Int {
  guard let list = environment_variable_list()?.pointee else { return 0 }
  var count = 0
  var index = 0
  while let variable = list[index], count < 4 {
    let text = Text(terminated: variable, limit: Redaction.searchedLimit)
    index &+= 1
    guard let end = text.index(of: UInt8(ascii: "=")) else { continue }
    switch text.prefix(end) {
    case "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
      "AWS_CONTAINER_AUTHORIZATION_TOKEN":
      values[count] = text.dropping(end &+ 1)
      count &+= 1
    default: break
    }
  }
  return count
}
