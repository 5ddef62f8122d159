/// The program that starts a Node.js function, as modules.
enum NodeClient {
  /// The first is the one that is run.
  static let files: [(name: String, text: String)] = [
    ("index.mjs", index), ("client.mjs", client), ("logging.mjs", logging), ("loader.mjs", loader),
    ("streaming.mjs", streaming),
  ]
}
