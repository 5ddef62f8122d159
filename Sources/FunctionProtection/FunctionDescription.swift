/// What deciding about one function's protection needs, whether a template or an account says it.
package struct FunctionDescription: Hashable, Sendable {
  /// By which people call it: a logical id, a key of a service, a name in an account.
  package let name: String
  /// Other names that mean it, such as `FunctionName`.
  package var aliases: [String] = []
  package var runtime: Setting<String> = .absent
  package var architecture: Setting<FunctionArchitecture> = .absent
  package var handler: Setting<String> = .absent
  /// Deployed as a container image, which has no layers.
  package var isImage = false
  /// Of the tags that are known.
  package var tags: [String: String] = [:]
  /// Layers it has already, inherited ones included, without the enforcer's.
  package var layerCount = 0
  /// `AWS_LAMBDA_EXEC_WRAPPER` as it is now, unless it is the enforcer's.
  package var wrapper: Setting<String> = .absent
  /// `LD_PRELOAD` as it is now, without the enforcer's part.
  package var preload: Setting<String> = .absent

  package init(name: String) { self.name = name }
}
