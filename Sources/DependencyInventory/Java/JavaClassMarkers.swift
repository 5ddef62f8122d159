/// Classes that only one package has, so that it is recognised where it was copied without its descriptor.
enum JavaClassMarkers {
  /// - Parameter path: An entry of a jar. Shaded classes keep the end of their path.
  static func package(of path: String) -> JavaArchiveFacts.Package? {
    guard path.hasSuffix(".class"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      let marker = markers[String(path[path.index(after: slash)...])], path.hasSuffix(marker.path)
    else { return nil }
    return .init(group: marker.group, artifact: marker.artifact, version: nil)
  }

  private static let markers: [String: (path: String, group: String, artifact: String)] = [
    "JndiLookup.class": ("log4j/core/lookup/JndiLookup.class", "org.apache.logging.log4j", "log4j-core"),
    "ScriptStringLookup.class": (
      "commons/text/lookup/ScriptStringLookup.class", "org.apache.commons", "commons-text"
    ),
    "InvokerTransformer.class": (
      "commons/collections/functors/InvokerTransformer.class", "commons-collections", "commons-collections"
    ),
    "BeanDeserializerFactory.class": (
      "jackson/databind/deser/BeanDeserializerFactory.class", "com.fasterxml.jackson.core", "jackson-databind"
    ),
    "ParserConfig.class": ("alibaba/fastjson/parser/ParserConfig.class", "com.alibaba", "fastjson"),
    "XStream.class": ("thoughtworks/xstream/XStream.class", "com.thoughtworks.xstream", "xstream"),
    "SafeConstructor.class": ("yaml/snakeyaml/constructor/SafeConstructor.class", "org.yaml", "snakeyaml"),
  ]
}
