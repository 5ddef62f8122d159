/// The program that starts a Java function, as sources: six small classes of a package of their own.
enum JavaClient {
  static let mainClass = "parapet.Bootstrap"

  static let files: [(name: String, text: String)] = [
    ("Bootstrap.java", bootstrap), ("Client.java", client), ("Invocation.java", invocation),
    ("Handler.java", handler), ("Binder.java", binder), ("Json.java", json),
  ]
}
